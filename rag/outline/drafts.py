"""The unit as it grows while the outline is drawn, before it has an address."""

from dataclasses import dataclass, field

from rag.reading.blocks import Block
from rag.types import Span


@dataclass(slots=True, eq=False)
class Draft:
    kind: str
    parent: "Draft | None"
    spans: list[Span] = field(default_factory=list)
    number: str | None = None
    agency: str | None = None
    owner: str | None = None
    """The organisation that a field below makes responsible ("Lead: Police")."""
    heading: str = ""
    """Heading or printed label that a person would cite."""
    word: str = ""
    """Word of the printed label ("finding"), empty for a bare number or none."""
    run_in: str = ""
    """Label that opens the text itself ("Assessments")."""
    topic: str | None = None
    """For a container: kind of what stands under it."""
    topic_by_heading: bool = False
    """The container's own heading names the topic."""
    repeats: bool = False
    """The container's heading comes again in the document."""
    level: int = 0
    marked: bool = False
    """The file's own markup makes it a heading."""
    lead_in: str | None = None
    inline: bool = False
    """Its words stand beside its label or number, not below."""
    leads: bool = False
    """A line that introduces a list: a section without a heading's name."""
    closed: bool = False
    """Takes no further paragraphs."""
    listed: bool = False
    """For a container: a list stands under its heading, there or under headings inside."""
    form: str = ""
    """For a container: what its items have in front, "bullet" or the kind of their number."""
    words: int = 0

    def enclosing(self) -> "list[Draft]":
        """The containers around it, outermost first."""
        return [*self.parent.enclosing(), self.parent] if self.parent else []

    def take(self, block: Block, skip: int = 0) -> None:
        """Add the block's words from `skip` on: to the last span where only a gap lies between."""
        start, end = block.start + skip, block.end
        if start >= end:
            return
        self.words += block.text[skip:].count(" ") + 1
        if self.spans and not block.continues and start - self.spans[-1][1] <= 6:
            self.spans[-1] = (self.spans[-1][0], end)
        else:
            self.spans.append((start, end))
