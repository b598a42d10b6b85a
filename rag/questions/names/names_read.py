"""What has been read of a question's names so far, and how a further name narrows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.questions.names.pseudonyms import Named
from rag.types import Record, Span


@dataclass(frozen=True, slots=True)
class NamesRead:
    question: str
    read: Callable[[str], str]
    records: Sequence[Record]
    groups: tuple[Named, ...] = ()
    """The documents that go by each name."""
    missing: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    instead: frozenset[str] = frozenset()

    def says(self, document: str, words: str) -> bool:
        return words.casefold() in self.read(document).casefold()

    def without(self, group: Named, name: str) -> "NamesRead":
        """The group is of another review than the one meant."""
        left = tuple(g for g in self.groups if g.documents != group.documents)
        return replace(self.lacking(name), groups=left, instead=self.instead | group.documents)

    def narrowed_by(self, name: Named) -> "NamesRead | None":
        """None where no group agrees with it."""
        if not any(g.documents & name.documents for g in self.groups):
            return None
        groups = (replace(g, documents=g.documents & name.documents or g.documents)
                  for g in self.groups)  # fmt: skip
        return replace(self, groups=tuple(groups), spans=(*self.spans, name.span))

    def with_group(self, name: Named) -> "NamesRead":
        return replace(self, groups=(*self.groups, name), spans=(*self.spans, name.span))

    def lacking(self, name: str) -> "NamesRead":
        return replace(self, missing=tuple(dict.fromkeys((*self.missing, name))))
