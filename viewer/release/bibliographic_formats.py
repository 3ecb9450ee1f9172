"""References in the formats that programs for literature read: BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence

from viewer.release.references import Reference

_LANGUAGE = "zh-CN"

_TEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{mark: f"\\{mark}" for mark in "#$%&_"},
    }
)
_LIGATURES = re.compile(r"([-'`!?<>])(?=[-'`<>])")  # two of them in a row would be another character
_PAIRED_BRACES = str.maketrans({"{": r"\{", "}": r"\}"})
_LONE_BRACES = str.maketrans({"{": r"{\textbraceleft}", "}": r"{\textbraceright}"})
_NO_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})  # RFC 3986 has them in no address
_RIS_NAME = str.maketrans({",": "，", "*": "＊"})  # a comma would begin the given name; asterisks are not allowed


def bibtex(reference: Reference) -> str:
    """The reference as a BibTeX entry with the fields of biblatex (The biblatex Package, 2.1 and 2.2).

    `journal` and `year` are what plain BibTeX styles need, `language` is what Zotero reads. Part and paragraphs are
    the note, which all of them know.
    """
    is_article = reference.kind == "newspaper"
    fields = {
        "author": _bibtex_authors(reference),
        "title": _tex(reference.title),
        "journal" if is_article else "organization": _tex(reference.container),
        "entrysubtype": "newspaper" if is_article else "",
        "date": reference.date.isoformat(),
        "year": reference.date.isoformat()[:4],
        "url": reference.address.translate(_NO_ADDRESS),
        "urldate": reference.accessed.isoformat() if reference.accessed else "",
        "note": _tex(reference.note),
        "language": _LANGUAGE,
        "langid": "chinese",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'article' if is_article else 'online'}{{{reference.key},\n{lines}}}\n"


def csl_json(references: Sequence[Reference]) -> str:
    """The references as a JSON array after the CSL 1.0.2 data schema (citation-style-language/schema, csl-data.json).

    People are literal names as bodies are: where a Chinese name divides cannot be told for sure (欧阳文, pen names),
    and Zotero keeps a literal name as one field, unchanged both ways. Part and paragraphs are the note, Zotero's
    Extra: as a locator they would belong to the citation and not to the item.
    """
    return json.dumps([_csl_item(reference) for reference in references], ensure_ascii=False, indent=2) + "\n"


def ris(reference: Reference) -> str:
    r"""The reference in RIS (Research Information Systems, RIS Format Specifications, 2011), lines ended by \r\n.

    `T2` is the newspaper or the site, `Y2` the day of access, `N1` part and paragraphs.
    """
    lines = [
        ("TY", "NEWS" if reference.kind == "newspaper" else "ELEC"),
        ("ID", reference.key),
        *(("AU", author.translate(_RIS_NAME)) for author in reference.authors),
        ("TI", reference.title),
        ("T2", reference.container),
        ("PY", reference.date.isoformat()[:4]),
        ("DA", _ris_date(reference.date)),
        ("UR", reference.address),
        ("Y2", _ris_date(reference.accessed) if reference.accessed else ""),
        ("N1", reference.note),
        ("LA", _LANGUAGE),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _bibtex_authors(reference: Reference) -> str:
    names = [_tex(author) for author in reference.authors]
    return " and ".join(f"{{{name}}}" if reference.corporate else name for name in names)


def _tex(text: str) -> str:
    """`text` with what TeX would take for its own escaped; BibTeX counts braces, and those after a backslash too."""
    depth = 0
    are_paired = True
    for mark in text:
        depth += (mark == "{") - (mark == "}")
        are_paired = are_paired and depth >= 0
    escaped = text.translate(_TEX | (_PAIRED_BRACES if are_paired and depth == 0 else _LONE_BRACES))
    return _LIGATURES.sub(r"\1{}", escaped)


def _csl_item(reference: Reference) -> dict[str, object]:
    item = {
        "id": reference.key,
        "type": "article-newspaper" if reference.kind == "newspaper" else "webpage",
        "title": reference.title,
        "author": [{"literal": author} for author in reference.authors],
        "container-title": reference.container,
        "issued": _csl_date(reference.date),
        "URL": reference.address,
        "accessed": _csl_date(reference.accessed) if reference.accessed else None,
        "note": reference.note,
        "language": _LANGUAGE,
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(date: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[date.year, date.month, date.day]]}


def _ris_date(date: datetime.date) -> str:
    return date.isoformat().replace("-", "/")
