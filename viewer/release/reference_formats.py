"""References as they are written in papers, and as reference managers take them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from viewer.release.reference import Reference

_MOST_AUTHORS = 3
_LATEX = str.maketrans(
    {character: f"\\{character}" for character in "#$%&_"}
    | {  # BibTeX counts braces, whatever stands before them
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def gbt7714(reference: Reference) -> str:
    """The reference in the form of GB/T 7714—2015: 8.8 for [EB/OL], 8.5 for [N].

    A part is named before the title of the whole, with // between them, and its paragraphs as its place (8.2.2).
    """
    authors = ", ".join(reference.authors[:_MOST_AUTHORS]) + (", 等" if len(reference.authors) > _MOST_AUTHORS else "")
    title = f"{reference.part}//{reference.title}" if reference.part else reference.title
    day = reference.date.isoformat()
    place = f": 第{reference.paragraphs}段" if reference.paragraphs else ""
    if reference.in_newspaper:
        return _sentences(authors, f"{title}[N]", f"{reference.publisher}, {day}{place}")
    read = f"[{reference.accessed.isoformat()}]" if reference.accessed else ""
    published = f"{reference.publisher}, " if reference.publisher else ""
    return _sentences(authors, f"{title}[EB/OL]", f"{published}({day}){read}{place}", reference.address)


def _sentences(*parts: str) -> str:
    return ". ".join(part for part in parts if part) + "."


def bibtex(reference: Reference) -> str:
    """The reference as an entry of BibTeX, with the fields of biblatex 3.20 (its manual, section 2.2)."""
    names = [f"{{{_latex(name)}}}" for name in reference.authors]  # one name each: Chinese names have no given part
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_latex(_title(reference))}}}",
        "journal" if reference.in_newspaper else "publisher": _latex(reference.publisher),
        "date": reference.date.isoformat(),
        "year": str(reference.date.year),
        "month": str(reference.date.month),
        "url": _address(reference),
        "urldate": reference.accessed.isoformat() if reference.accessed else "",
        "note": _latex(_note(reference)),
        "langid": "chinese",
    }
    kind = "article" if reference.in_newspaper else "online"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{reference.key},\n{lines}}}\n"


def csl_json(references: Iterable[Reference]) -> str:
    """The references as an array of CSL-JSON (CSL 1.0.2, csl-data.json), in which names are not divided."""
    return json.dumps([_csl(reference) for reference in references], ensure_ascii=False, indent=2) + "\n"


def _csl(reference: Reference) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": reference.key,
        "type": "article-newspaper" if reference.in_newspaper else "webpage",
        "title": _title(reference),
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.publisher,
        "issued": {"date-parts": [[reference.date.year, reference.date.month, reference.date.day]]},
        "language": "zh-CN",
        "URL": reference.address,
        "note": _note(reference),
    }
    if reference.accessed:
        day = reference.accessed
        fields["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return {name: value for name, value in fields.items() if value}


def ris(reference: Reference) -> str:
    """The reference in the format of Research Information Systems, as Zotero and EndNote take it; lines end in CRLF."""
    day = reference.date
    lines = [
        ("TY", "NEWS" if reference.in_newspaper else "ELEC"),
        *(("AU", name.replace(",", " ")) for name in reference.authors),
        ("TI", _title(reference)),
        ("T2", reference.publisher),
        ("PY", f"{day.year:04}"),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}"),
        ("UR", reference.address),
        ("Y2", reference.accessed.strftime("%Y/%m/%d") if reference.accessed else ""),
        ("N1", _note(reference)),
        ("LA", "zh-CN"),
        ("ID", reference.key),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _title(reference: Reference) -> str:
    return f"{reference.title}：{reference.part}" if reference.part else reference.title


def _note(reference: Reference) -> str:
    return f"原文第 {reference.paragraphs} 段" if reference.paragraphs else ""


def _address(reference: Reference) -> str:
    """The address with what would end a field of BibTeX in percent codes."""
    return reference.address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _latex(text: str) -> str:
    return text.translate(_LATEX)
