"""The nouns of the project: pure, frozen values that every step takes and gives.

All offsets are 0-based and end-exclusive. `start`/`end`/`spans` count characters of a
document's *reading text* unless a docstring says *source text*.
"""

from array import array
from dataclasses import dataclass, field
from typing import Literal

from rag.trace import Trace

Span = tuple[int, int]
Match = Literal["exact", "layout"]
Status = Literal["answered", "partial", "refused", "clarify"]
Format = Literal["pdf", "text", "markdown", "html", "word", "slides", "sheets"]
"""The last three are the text that was taken out of an office file, with its structure written as
Markdown: documents with paragraphs, slides with a page each, and tables."""
Provenance = Literal["original", "digest"]
Reason = Literal[
    "space", "tag", "bullet", "emphasis", "link", "running", "page number", "hyphen", "image",
    "unread", "note",
]  # fmt: skip
"""Why a stretch of the source text is no part of the reading text. "unread": words that
nobody sees, or that belong to a web site and not to its document; "note": a note's mark."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document; `start`/`end` count in the text that the holder names."""

    number: int
    """1-based position in the file."""
    label: str | None
    """Page number as printed, where the file says it."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read, before any repair."""

    file: str
    """File name without its folder."""
    format: Format
    text: str
    """Decoded file, or the extractor's text of each page joined by a form feed."""
    pages: tuple[Page, ...]
    """Offsets in `text`; empty for a format without pages."""
    checksum: str
    """SHA-256 of the file's bytes, hexadecimal."""
    warnings: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, of the person who reads it unseen: ("title", ...),
    ("author", ...), ("created", ISO)."""
    doubtful_pages: tuple[int, ...] = ()
    """Pages, from 1, whose text cannot be trusted."""
    second_reader_pages: tuple[int, ...] = ()
    """Pages, from 1, whose text is not that of the reader that gives the rest."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the source text that the reading text leaves out."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """The text repaired for a reader, and where each of its characters stands in the source."""

    text: str
    places: "array[int]" = field(hash=False)
    """Source offset of each character, not decreasing; an inserted separator has the offset
    of the layout it stands for. An array, as it takes a tenth of the memory of a tuple; nothing
    changes it. It has no hash of its own, so a reading's comes from the rest."""
    dropped: tuple[Dropped, ...]
    """In source order, without overlaps."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a document that a person would cite; the fields are those of the interface."""

    id: str
    kind: str
    label: str
    number: str | None
    agency: str | None
    parent: str | None
    path: tuple[str, ...]
    text: str
    lead_in: str | None
    page: int | None
    page_label: str | None
    start: int
    end: int
    spans: tuple[Span, ...]
    key: str | None = None
    """What a unit of the front matter tells: "author", "date_of_report"; see
    `rag.documents.front.labels`."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a catalogue card says of a document."""

    id: str
    file: str
    title: str
    subject: str | None
    publisher: str | None
    area: str | None
    published: str | None
    kind: str
    provenance: Provenance
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a person knows of a document that stands above what it says of itself; None: nothing.

    The fields are those of `Record`."""

    title: str | None = None
    publisher: str | None = None
    area: str | None = None
    published: str | None = None
    """ISO at the precision known."""
    kind: str | None = None


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Document:
    """A document read, repaired and cut along its own structure."""

    record: Record
    source: Source
    reading: Reading
    pages: tuple[Page, ...]
    """Offsets in `reading.text`."""
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and found: a unit, or a slice of a long one at sentence borders."""

    id: str
    """Contains the digest of everything that was embedded."""
    document: str
    unit: str
    start: int
    end: int
    text: str
    """Verbatim words of the unit."""
    context: str
    """Review and heading path, put in front for lexical search, never shown."""


@dataclass(frozen=True, slots=True)
class Hit:
    passage: Passage
    score: float
    """Higher is better; comparable within one question only."""
    dense: float
    """Cosine of question and passage, -1 to 1; 0.0 where the vector search did not return it."""
    lexical: float
    """BM25 score, >= 0."""


@dataclass(frozen=True, slots=True)
class Citation:
    n: int
    document: str
    title: str
    subject: str | None
    publisher: str | None
    area: str | None
    published: str | None
    provenance: Provenance
    unit: str
    kind: str
    label: str
    path: tuple[str, ...]
    agency: str | None
    page: int | None
    page_label: str | None
    quote: str
    start: int
    end: int
    spans: tuple[Span, ...]
    match: Match | None
    link: str
    source_url: str | None
    speaker: str
    """Whose words the unit has: "finding of the review", "the family's view"."""


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    citations: tuple[int, ...] = ()
    verbatim: bool = False
    heading: bool = False
    """Stands above the statements that follow: the review that they are of, or what they tell."""

    @property
    def shown(self) -> str:
        """In quotation marks where the words are a review's own."""
        return f"“{self.text}”" if self.verbatim else self.text


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    status: Status
    reason: str | None
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    suggestions: tuple[str, ...] = ()
    confidence: float | None = field(default=None, compare=False)
    """Chance, 0 to 1, that the library answers the question: what is refused has a low one. None
    only before `ask` gives an answer out."""
    seconds: float = field(default=0.0, compare=False)
    way: str | None = field(default=None, compare=False)
    """Name of the step that answered; None only before `ask` gives an answer out."""
    form: str | None = field(default=None, compare=False)
    """What kind of answer it is, see `rag.answers.answer_forms`; None for no answer."""
    trace: Trace | None = field(default=None, compare=False)
    """Where it was asked for."""

    @property
    def text(self) -> str:
        """The statements as shown, in order, a blank line between them, `[n]` after each claim."""
        return "\n\n".join(
            " ".join([s.shown, *(f"[{n}]" for n in s.citations)]) for s in self.statements
        )
