"""What would make a statement, a program, a pattern or a picture of a text is not called, or with constants alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

VIEWER = Path(__file__).resolve().parents[1] / "viewer"
FILES = sorted(VIEWER.rglob("*.py"))

SQL_WORDS = ("SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "DROP ", "PRAGMA ", "ATTACH ", "WHERE ")
OUR_SQL = {
    # what is written into a statement and is no constant of its module, and why it is SQL of ours
    "annotations.py": {"where", "within"},  # conditions in this file; question marks
    "browse.py": {"condition"},  # constants in this file
    "completing.py": {"table", "order", "condition"},  # constants in this file
    "destinations.py": {"', '.join('?' * len(entries))"},
    "documents.py": {"where"},  # numbers in SQL of `pages` and this file
    "figure_table.py": {
        "selected.sql",  # made in this file
        "query.order",  # a member of FigureOrder
        "'DESC' if query.descending else ''",
        "scope.sql",  # made in `selection`
        "joined",
        "' AND '.join(conditions)",
    },
    "index.py": {"table", "indexed"},  # names of tables in this file
    "pages.py": {"join_paragraphs(numbers).replace(' ', ', ')"},  # whole numbers
    "passages.py": {"columns", "table", "within"},  # constants in this file; question marks
    "recovered_rows.py": {
        "version",  # a whole number
        "table",
        "owner",  # constants in this file
        "table.name",
        "names",  # of a new library
        "', '.join('?' * len(values))",
    },
    "selection.py": {"selection.sql", "within", "condition"},  # made here; question marks; a constant of `browse`
    "soundness.py": {"named", "table", "condition"},  # constants in this file
    "space.py": {"name"},  # names of pragmas in this file
}


Nodes = dict[Path, list[ast.AST]]


@pytest.fixture(scope="module")
def nodes() -> Nodes:
    """All that is written in each file."""
    return {path: list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))) for path in FILES}


def called(node: ast.AST) -> str:
    """What a call calls, as it is written; "" for what is no call."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def written_into(text: ast.JoinedStr) -> set[str]:
    """What stands in the braces of a text."""
    return {ast.unparse(part.value) for part in text.values if isinstance(part, ast.FormattedValue)}


def is_sql(text: ast.JoinedStr) -> bool:
    said = "".join(str(part.value) for part in text.values if isinstance(part, ast.Constant))
    return any(word in said.replace("\n", " ") for word in SQL_WORDS)


def is_constant(name: str) -> bool:
    return name.strip("_").isupper() and name.isidentifier()


@pytest.mark.parametrize("path", sorted((VIEWER / "library").glob("*.py")), ids=lambda path: path.name)
def test_a_statement_is_made_of_constants_and_of_sql_of_ours(path: Path, nodes: Nodes) -> None:
    for node in nodes[path]:
        if isinstance(node, ast.JoinedStr) and is_sql(node):
            left = {name for name in written_into(node) if not is_constant(name)}
            assert left <= OUR_SQL.get(path.name, set()), f"{path.name}:{node.lineno}"
        if called(node).endswith((".rows", ".execute", ".run_many", ".insert", ".executemany")):
            assert isinstance(node, ast.Call)
            first = node.args[0] if node.args else None
            assert not isinstance(first, ast.BinOp), f"{path.name}:{node.lineno}: a statement of pieces"


def test_sql_is_written_in_the_library_alone(nodes: Nodes) -> None:
    for path in FILES:
        for node in nodes[path]:
            assert called(node) not in ("apsw.Connection",) or path.parent.name == "library"
            if path.parent.name != "library" and isinstance(node, ast.JoinedStr):
                assert not is_sql(node), f"{path}:{node.lineno}"


RUNNING = ("eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.startfile", "QProcess")
RUNNING_MODULES = ("subprocess", "pickle", "marshal", "shelve", "os.exec", "os.spawn")


def test_no_text_is_run(nodes: Nodes) -> None:
    runs = [
        (path.name, ast.unparse(node))
        for path in FILES
        for node in nodes[path]
        if called(node) in RUNNING or (called(node).startswith(RUNNING_MODULES) and "(" not in called(node))
    ]
    assert runs == [
        ("doctor.py", "subprocess.run(command, capture_output=True, text=True, check=False)"),  # asks for fonts
    ]


def test_only_a_link_that_was_read_strictly_is_opened_elsewhere(nodes: Nodes) -> None:
    opening = [path.name for path in FILES for node in nodes[path] if called(node).endswith("openUrl")]
    assert opening == ["links.py"]


def test_no_pattern_is_made_of_a_text(nodes: Nodes) -> None:
    functions = [(path, node) for path in FILES for node in nodes[path] if isinstance(node, ast.FunctionDef)]
    for path, function in functions:
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                names = {part.id for part in ast.walk(node.args[0]) if isinstance(part, ast.Name)}
                assert all(map(is_constant, names)), f"{path}:{node.lineno}"


@pytest.mark.parametrize(
    ("kinds", "allowed"),
    [
        (("QLabel",), ("plain_label.py", "link_label.py")),
        (("QTextDocument",), ("closed_document.py",)),
        (("QTextBrowser", "QTextEdit"), ("link_browser.py",)),
        (("QMessageBox", "QErrorMessage", "QNetworkAccessManager", "QWebEngineView"), ()),
    ],
)
def test_rich_text_is_shown_by_what_is_closed(kinds: tuple[str, ...], allowed: tuple[str, ...], nodes: Nodes) -> None:
    """Labels that are plain, documents that load nothing: see `PlainLabel`, `ClosedDocument` and `LinkBrowser`."""
    for path in FILES:
        for node in nodes[path]:
            bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
            is_used = bool({called(node), *bases} & set(kinds))
            assert not is_used or path.name in allowed, path


def test_a_tool_tip_of_a_text_that_is_not_ours_is_plain(nodes: Nodes) -> None:
    for path in FILES:
        for node in nodes[path]:
            if isinstance(node, ast.Call) and called(node).endswith(("setToolTip", "setTabToolTip")):
                tip = node.args[-1]
                is_ours = isinstance(tip, ast.Constant) or called(tip) in ("self.tr", "tool_tip")
                assert is_ours, f"{path}:{node.lineno}"
