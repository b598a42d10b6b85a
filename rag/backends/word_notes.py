"""References to footnotes and endnotes in, the notes in the order of their marks out."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_FOOT, _END = qn("w:footnoteReference"), qn("w:endnoteReference")
NOTE_MARKS = (_FOOT, _END)
_PARTS = {_FOOT: ("/footnotes.xml", "w:footnote"), _END: ("/endnotes.xml", "w:endnote")}


class Notes:
    """Notes whose mark nobody sees are not read."""

    def __init__(self, document: Document) -> None:
        self._notes = dict(_notes_of(document))
        self._marks: list[tuple[str, str]] = []

    def refer(self, mark: BaseOxmlElement) -> bool:
        """Is there such a note?"""
        key = (mark.tag, mark.get(qn("w:id"), ""))
        if key in self._notes and key not in self._marks:
            self._marks.append(key)
        return key in self._notes

    def in_order(self) -> Iterator[tuple[int, Part, BaseOxmlElement]]:
        """Number (from 1, footnotes and endnotes apart), the part it stands in and the note:
        footnotes first, as they stand on the pages and endnotes behind them."""
        for kind in NOTE_MARKS:
            marks = [key for key in self._marks if key[0] == kind]
            for number, key in enumerate(marks, start=1):
                yield number, *self._notes[key]


def _notes_of(document: Document) -> Iterator[tuple[tuple[str, str], tuple[Part, BaseOxmlElement]]]:
    for part in document.part.package.iter_parts():
        for kind, (file, tag) in _PARTS.items():
            if part.partname.endswith(file):
                for note in parse_xml(part.blob).iterchildren(qn(tag)):
                    yield (kind, note.get(qn("w:id"), "")), (part, note)


def has_own_mark(reference: BaseOxmlElement) -> bool:
    """Does a sign that somebody typed follow, in the same run?"""
    return reference.get(qn("w:customMarkFollows")) in ("1", "true", "on")
