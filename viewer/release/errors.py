"""The one family of errors for what the user can mend."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from viewer.release.unseen import reveal

Translate = Callable[[str, str], str]
"""Takes a context and an English text, gives the text in the reader's language."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation and give it back unchanged."""
    return text


class Problem(Enum):
    """What went wrong and what the user can do: each value is (problem, remedy).

    The texts may name values in braces, which the error fills in.
    """

    FILE_MISSING = (
        QT_TRANSLATE_NOOP("errors", "there is no such file"),
        QT_TRANSLATE_NOOP("errors", "Check the name and the folder."),
    )
    FILE_UNREADABLE = (
        QT_TRANSLATE_NOOP("errors", "the file cannot be read ({reason})"),
        QT_TRANSLATE_NOOP("errors", "Check that it is a file and that you may read it."),
    )
    FILE_EMPTY = (
        QT_TRANSLATE_NOOP("errors", "the file is empty"),
        QT_TRANSLATE_NOOP("errors", "Get a complete copy of it."),
    )
    FILE_TOO_LARGE = (
        QT_TRANSLATE_NOOP("errors", "the file has {size} MB, and a release may have {limit} MB"),
        QT_TRANSLATE_NOOP("errors", "Check that it is a release, or split it."),
    )
    PARAGRAPH_TOO_LONG = (
        QT_TRANSLATE_NOOP("errors", "a paragraph has more than {limit} characters"),
        QT_TRANSLATE_NOOP("errors", "Check that it is a text that people wrote."),
    )
    TOO_MANY_PARAGRAPHS = (
        QT_TRANSLATE_NOOP("errors", "it has more than {limit} paragraphs"),
        QT_TRANSLATE_NOOP("errors", "Check that it is a release, or split it."),
    )
    TEXT_TOO_LONG = (
        QT_TRANSLATE_NOOP("errors", "its text has more than {limit} characters"),
        QT_TRANSLATE_NOOP("errors", "Check that it is a release, or split it."),
    )
    NOT_TEXT = (
        QT_TRANSLATE_NOOP("errors", "this is no text, or it is in an encoding that cannot be told"),
        QT_TRANSLATE_NOOP("errors", "Open it in the program that made it, and save it there as text in UTF-8."),
    )
    NOTHING_TO_READ = (
        QT_TRANSLATE_NOOP("errors", "there is no text in it to read"),
        QT_TRANSLATE_NOOP("errors", "Check that it was saved whole, with the text that you want."),
    )
    NESTED_TOO_DEEPLY = (
        QT_TRANSLATE_NOOP("errors", "its elements are nested too deeply ({limit} levels are read)"),
        QT_TRANSLATE_NOOP("errors", "Copy its text into a text file, and open that."),
    )
    TOO_MUCH_MARKUP = (
        QT_TRANSLATE_NOOP("errors", "it has more than {limit} elements and attributes"),
        QT_TRANSLATE_NOOP("errors", "Copy its text into a text file, and open that."),
    )
    NOT_AN_ARCHIVE = (
        QT_TRANSLATE_NOOP("errors", "this is no whole web archive"),
        QT_TRANSLATE_NOOP("errors", "Save the page anew."),
    )
    BROKEN_DOCUMENT = (
        QT_TRANSLATE_NOOP("errors", "the document is broken ({reason})"),
        QT_TRANSLATE_NOOP("errors", "Get a complete copy of it, or save it anew."),
    )
    LOCKED_DOCUMENT = (
        QT_TRANSLATE_NOOP("errors", "the document is locked with a password"),
        QT_TRANSLATE_NOOP("errors", "Save it without a password, and open that."),
    )
    OLD_OR_LOCKED_WORD = (
        QT_TRANSLATE_NOOP("errors", "this is a Word file of before 2007, or locked with a password"),
        QT_TRANSLATE_NOOP("errors", "Save it as .docx without a password, and open that."),
    )
    NOT_WORD = (
        QT_TRANSLATE_NOOP("errors", "this is no Word document"),
        QT_TRANSLATE_NOOP("errors", "Save it as .docx, .pdf or text, and open that."),
    )
    UNPACKS_TOO_LARGE = (
        QT_TRANSLATE_NOOP("errors", "it unpacks to more than {limit} MB"),
        QT_TRANSLATE_NOOP("errors", "Copy its text into a text file, and open that."),
    )
    NO_TEXT_LAYER = (
        QT_TRANSLATE_NOOP("errors", "the PDF has no text layer, as scans have none"),
        QT_TRANSLATE_NOOP("errors", "Run text recognition on it, and open the result."),
    )
    TOO_SCATTERED = (
        QT_TRANSLATE_NOOP("errors", "its text is in more pieces than can be put together"),
        QT_TRANSLATE_NOOP("errors", "Copy its text into a text file, and open that."),
    )
    TOO_MANY_PAGES = (
        QT_TRANSLATE_NOOP("errors", "it has more than {limit} pages"),
        QT_TRANSLATE_NOOP("errors", "Split it."),
    )
    NO_DOCUMENTS = (
        QT_TRANSLATE_NOOP("errors", "there are no documents in this folder"),
        QT_TRANSLATE_NOOP("errors", "Choose one with files that end in {endings}."),
    )
    NOT_JSON = (
        QT_TRANSLATE_NOOP("errors", "this is not JSON ({reason})"),
        QT_TRANSLATE_NOOP("errors", "Choose a release file in JSON, or mend this one."),
    )
    NEWER_FORMAT = (
        QT_TRANSLATE_NOOP("errors", "the release has format {found}, and this version reads up to {known}"),
        QT_TRANSLATE_NOOP("errors", "Update Release Viewer."),
    )
    WRONG_TYPE = (
        QT_TRANSLATE_NOOP("errors", "expected {expected}, got {found}"),
        QT_TRANSLATE_NOOP("errors", "Mend it there; data/release.schema.json describes the format."),
    )
    FIELD_MISSING = (
        QT_TRANSLATE_NOOP("errors", "the field “{field}” is missing"),
        QT_TRANSLATE_NOOP("errors", "Add it; data/release.schema.json describes the format."),
    )
    FIELD_UNKNOWN = (
        QT_TRANSLATE_NOOP("errors", "there is no field “{field}”"),
        QT_TRANSLATE_NOOP("errors", "Check its spelling; data/release.schema.json describes the format."),
    )
    NOT_A_LIBRARY = (
        QT_TRANSLATE_NOOP("errors", "this is not a library of Release Viewer"),
        QT_TRANSLATE_NOOP("errors", "Choose another file with --library, or move this one away."),
    )
    LIBRARY_CORRUPT = (
        QT_TRANSLATE_NOOP("errors", "the library is damaged, and nothing more is written to it"),
        QT_TRANSLATE_NOOP("errors", "“release-viewer doctor --repair” saves what can be read of it."),
    )
    INDEX_DAMAGED = (
        QT_TRANSLATE_NOOP("errors", "the search index is damaged; the releases themselves are not"),
        QT_TRANSLATE_NOOP("errors", "“release-viewer index --rebuild” makes it anew."),
    )
    NOTHING_RECOVERED = (
        QT_TRANSLATE_NOOP("errors", "nothing that a library holds can be read in it, and it was left as it is"),
        QT_TRANSLATE_NOOP(
            "errors", "“release-viewer restore FILE” puts a copy in its place; the newest one is {backup}."
        ),
    )
    NO_BACKUP = (
        QT_TRANSLATE_NOOP(
            "errors", "the library has to be brought to a new version, and cannot be copied before ({reason})"
        ),
        QT_TRANSLATE_NOOP("errors", "Make room for a copy of it beside it; until then it is left as it is."),
    )
    COPY_DAMAGED = (
        QT_TRANSLATE_NOOP("errors", "this copy is damaged itself, and the library was left as it is"),
        QT_TRANSLATE_NOOP("errors", "Restore another one."),
    )
    SAME_FILE = (
        QT_TRANSLATE_NOOP("errors", "this file is the library itself"),
        QT_TRANSLATE_NOOP("errors", "Choose another one."),
    )
    LIBRARY_LOCKED = (
        QT_TRANSLATE_NOOP("errors", "another program keeps the library locked"),
        QT_TRANSLATE_NOOP("errors", "Close that program and try again."),
    )
    LIBRARY_READ_ONLY = (
        QT_TRANSLATE_NOOP("errors", "the library is read-only"),
        QT_TRANSLATE_NOOP("errors", "Allow writing to the file and its folder, or choose another with --library."),
    )
    LIBRARY_UNREACHABLE = (
        QT_TRANSLATE_NOOP("errors", "the library cannot be opened or written ({reason})"),
        QT_TRANSLATE_NOOP("errors", "Check the folder, its permissions and the free space on the disk."),
    )
    LIBRARY_ON_NETWORK = (
        QT_TRANSLATE_NOOP("errors", "the library is on a network ({kind}), where several programs can damage it"),
        QT_TRANSLATE_NOOP("errors", "Keep it on a disk of this machine; --library names the place."),
    )
    LIBRARY_SYNCED = (
        QT_TRANSLATE_NOOP("errors", "{service} copies the library to other machines, and may copy it half written"),
        QT_TRANSLATE_NOOP("errors", "Keep it in another folder; --library names the place."),
    )
    LIBRARY_REPLACED = (
        QT_TRANSLATE_NOOP("errors", "the library that is open has been removed, or another is in its place"),
        QT_TRANSLATE_NOOP("errors", "Nothing is written to it any more. Close the window, and open it again."),
    )
    NEWER_LIBRARY = (
        QT_TRANSLATE_NOOP("errors", "a newer version of Release Viewer made this library (version {found})"),
        QT_TRANSLATE_NOOP("errors", "Update Release Viewer, or choose another library with --library."),
    )
    NO_SUCH_ENTRY = (
        QT_TRANSLATE_NOOP("errors", "there is no entry “{id}” in the library"),
        QT_TRANSLATE_NOOP("errors", "“release-viewer list” prints every id."),
    )
    NO_SUCH_PAGE = (
        QT_TRANSLATE_NOOP("errors", "there is no page “{id}”"),
        QT_TRANSLATE_NOOP("errors", "It may be in another library, or have been removed; Ctrl+P finds what there is."),
    )
    NO_ADDRESS = (
        QT_TRANSLATE_NOOP("errors", "“{address}” is no link of Release Viewer"),
        QT_TRANSLATE_NOOP("errors", "Copy it again; such links begin with release-viewer://item/."),
    )
    TOO_MANY_TABS = (
        QT_TRANSLATE_NOOP("errors", "{limit} tabs are open, and there cannot be more"),
        QT_TRANSLATE_NOOP("errors", "Close one with Ctrl+W."),
    )
    SETTINGS_BROKEN = (
        QT_TRANSLATE_NOOP("errors", "something in these settings makes no sense; the usual values hold in its place"),
        QT_TRANSLATE_NOOP("errors", "It is kept as it was in {aside}; mend it there, or choose anew."),
    )
    CLIPBOARD_TAKEN = (
        QT_TRANSLATE_NOOP("errors", "another program holds the clipboard, and nothing was copied"),
        QT_TRANSLATE_NOOP("errors", "Copy again, or close programs that keep what is copied."),
    )
    FILE_NOT_WRITTEN = (
        QT_TRANSLATE_NOOP("errors", "the file cannot be written ({reason})"),
        QT_TRANSLATE_NOOP("errors", "Choose another folder or name, or close the program that has it open."),
    )
    UNKNOWN_ENDING = (
        QT_TRANSLATE_NOOP("errors", "the ending of the name says no format"),
        QT_TRANSLATE_NOOP("errors", "Let it end in .md, .html, .csv, .json or .pdf."),
    )
    NO_CHART_ENDING = (
        QT_TRANSLATE_NOOP("errors", "the ending of the name says no format for charts"),
        QT_TRANSLATE_NOOP("errors", "Let it end in .png or .svg."),
    )
    FIGURES_NEED_CSV = (
        QT_TRANSLATE_NOOP("errors", "a table of figures is written as CSV"),
        QT_TRANSLATE_NOOP("errors", "Let the name end in .csv."),
    )
    NOTHING_TO_WRITE = (
        QT_TRANSLATE_NOOP("errors", "there is nothing to write into it"),
        QT_TRANSLATE_NOOP("errors", "Choose something that is in the library."),
    )
    IMAGE_NOT_WRITTEN = (
        QT_TRANSLATE_NOOP("errors", "the image cannot be written"),
        QT_TRANSLATE_NOOP("errors", "Check the folder, and that the name ends in .png."),
    )
    NO_HOME = (
        QT_TRANSLATE_NOOP("errors", "there is no folder for your library and settings"),
        QT_TRANSLATE_NOOP("errors", "Set HOME to a folder of yours."),
    )
    NO_SCRATCH_FOLDER = (
        QT_TRANSLATE_NOOP("errors", "nothing can be kept in a temporary folder ({reason})"),
        QT_TRANSLATE_NOOP("errors", "Free some space on the disk, or set TMPDIR to a folder that you may write."),
    )
    QT_LIBRARY_MISSING = (
        QT_TRANSLATE_NOOP("errors", "Qt cannot be loaded ({reason})"),
        QT_TRANSLATE_NOOP(
            "errors",
            "Install it (on Debian: apt install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 "
            "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 "
            "libxcb-shape0 libxcb-xkb1 libwayland-cursor0); "
            "list, search, show, figures, notice and doctor work without it.",
        ),
    )
    NO_DISPLAY = (
        QT_TRANSLATE_NOOP("errors", "there is no display to open a window on ({reason})"),
        QT_TRANSLATE_NOOP(
            "errors",
            "Without a display these work: release-viewer list, search, show, figures, notice, doctor, screenshot.",
        ),
    )

    @property
    def text(self) -> str:
        """What went wrong, in English, with braces for the values."""
        return self.value[0]

    @property
    def remedy(self) -> str:
        """What the user can do, in English, with braces for the values."""
        return self.value[1]


class ReleaseViewerError(Exception):
    """Something that the user can mend.

    Attributes:
        problem: what went wrong.
        file: the file that it concerns, or "" where there is none.
        place: where in that file, such as `sections[1].items[0]`, or "" for the whole.
        values: what the braces in the problem's texts stand for.
    """

    def __init__(self, problem: Problem, file: str = "", place: str = "", **values: str) -> None:
        super().__init__(problem, file, place, values)
        self.problem = problem
        self.file = file
        self.place = place
        self.values = values

    def sentence(self, translate: Translate) -> str:
        """One line for people: file, place, problem, remedy, in the language of `translate`."""
        values = dict(self.values)
        if "expected" in values:
            values["expected"] = translate("errors", values["expected"])
        where = "".join(f"{part}: " for part in (self.file, self.place) if part)
        problem = translate("errors", self.problem.text).format(**values)
        remedy = translate("errors", self.problem.remedy).format(**values)
        sentence = translate("errors", "{where}{problem}. {remedy}").format(where=where, problem=problem, remedy=remedy)
        return reveal(sentence)

    def __str__(self) -> str:
        return self.sentence(lambda _context, text: text)
