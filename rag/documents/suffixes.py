"""The ending of a file's name in, which reader it has, or what to do about it, out."""

from pathlib import Path
from typing import Literal

Reader = Literal[
    "pdf", "word", "opendocument", "rich text", "slides", "sheets", "text", "markdown", "html"
]

NAMES: dict[Reader, str] = {
    "pdf": "PDF",
    "word": "Word",
    "opendocument": "OpenDocument",
    "rich text": "rich text",
    "slides": "PowerPoint",
    "sheets": "Excel",
    "text": "plain text",
    "markdown": "Markdown",
    "html": "HTML",
}
"""What people call the kinds of file that are read."""
READERS: dict[str, Reader] = {
    ".pdf": "pdf",
    ".docx": "word",
    ".docm": "word",
    ".odt": "opendocument",
    ".rtf": "rich text",
    ".pptx": "slides",
    ".pptm": "slides",
    ".xlsx": "sheets",
    ".xlsm": "sheets",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
SUPPORTED = tuple(READERS)

_PICTURE = (
    "a picture: run it through text recognition (OCR), save the result as PDF or Word and add that"
)
_RESAVED: dict[str, str] = {
    ".doc": "an old Word document: open it in Word or LibreOffice, save it as .docx and add that",
    ".dot": "an old Word template: open it in Word or LibreOffice, save it as .docx and add that",
    ".ppt": "an old PowerPoint file: open it in PowerPoint or LibreOffice, save it as .pptx and add"
    " that",
    ".ppsx": "a PowerPoint show: open it in PowerPoint, save it as .pptx and add that",
    ".odp": "an OpenDocument presentation: open it in LibreOffice, save it as .pptx and add that",
    ".xls": "an old Excel file: open it in Excel or LibreOffice, save it as .xlsx and add that",
    ".ods": "an OpenDocument spreadsheet: open it in LibreOffice, save it as .xlsx and add that",
    ".csv": "a bare table: open it in Excel or LibreOffice, save it as .xlsx and add that",
    ".pages": "a Pages document: open it in Pages, export it to Word or PDF and add that",
    ".key": "a Keynote presentation: open it in Keynote, export it to PowerPoint or PDF and add"
    " that",
    ".numbers": "a Numbers spreadsheet: open it in Numbers, export it to Excel and add that",
    ".wpd": "a WordPerfect document: open it in LibreOffice, save it as .docx and add that",
    ".wps": "a Works document: open it in LibreOffice, save it as .docx and add that",
    ".pub": "a Publisher document: open it in Publisher, export it to PDF and add that",
    ".epub": "an electronic book: save it as PDF or Word and add that",
    ".mht": "a web archive: open it in a browser, save it as HTML or PDF and add that",
    ".mhtml": "a web archive: open it in a browser, save it as HTML or PDF and add that",
    ".webarchive": "a web archive: open it in a browser, save it as HTML or PDF and add that",
    ".msg": "an email: save its text or what is attached to it as a file of its own and add that",
    ".eml": "an email: save its text or what is attached to it as a file of its own and add that",
    ".zip": "an archive: unpack it and add what is in it",
    ".7z": "an archive: unpack it and add what is in it",
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg"),
        _PICTURE,
    ),
}
"""What files are that people keep beside reviews and that are not read, and what to do."""
NAMED = tuple(_RESAVED)


def reader_of(path: Path) -> Reader | None:
    return READERS.get(path.suffix.lower())


def read_kinds(last: str = "and") -> str:
    """ "PDF, Word, ... and HTML": what people call the kinds that are read."""
    *names, final = NAMES.values()
    return f"{', '.join(names)} {last} {final}"


def why_not_read(path: Path) -> str:
    """What a file of a kind that is not read is, and what to do about it; no full stop."""
    known = _RESAVED.get(path.suffix.lower())
    expected = f"expected {read_kinds('or')} ({', '.join(SUPPORTED)})"
    if known:
        return f"{path.name} is {known}; {expected}"
    return (
        f"{path.name} is of an unsupported kind: {expected}; save it as one of these and add that"
    )
