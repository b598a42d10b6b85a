"""The files of eval/proving/labels: what is labelled, what of it is a control, what was labelled.

A line of sentences.jsonl is `{"id", "sentence", "evidence"}`, each evidence with `document`,
`unit`, `heading` and `text`; of origins.jsonl, which nobody who labels opens, `{"id", "question",
"type", "control"}`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from rag.errors import UnreadableFile
from rag.types import Document, Unit

LABELS = Path(__file__).parent / "labels"
SENTENCES = LABELS / "sentences.jsonl"
ORIGINS = LABELS / "origins.jsonl"
PARAPHRASES = LABELS / "paraphrases.jsonl"
"""`{"file", "phrase", "text", "control"}`: a unit, by words of its own, and our rewording."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A unit that a statement cites."""

    document: str
    unit: str
    heading: str
    """Title of the review, then headings and label of the unit."""
    text: str
    """The whole unit, its lead-in in front."""

    @classmethod
    def of_unit(cls, document: Document, unit: Unit) -> Self:
        heading = " › ".join([document.record.title, *unit.path, unit.label])
        text = " ".join(filter(None, (unit.lead_in, unit.text)))
        return cls(document.record.id, unit.id, heading, text)


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    """The first ten hexadecimal digits of the contents' SHA-256: the same contents drawn again
    keep their labels, others never get them."""
    sentence: str
    """A statement of an answer: mostly one sentence."""
    evidence: tuple[Evidence, ...]

    @classmethod
    def make(cls, sentence: str, evidence: tuple[Evidence, ...]) -> Self:
        contents = json.dumps([sentence, [asdict(each) for each in evidence]])
        name = hashlib.sha256(contents.encode()).hexdigest()[:10]
        return cls(name, sentence, evidence)

    def saying(self, sentence: str) -> Self:
        """Another sentence for the same evidence."""
        return self.make(sentence, self.evidence)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item comes from."""

    id: str
    question: str
    """Turns joined by " / "; empty for a rewording of ours."""
    type: str
    """Of the question; empty for a rewording of ours."""
    control: str | None
    """What was done to it; None for what the system showed."""


def load_items(path: Path = SENTENCES) -> tuple[Item, ...]:
    """In file order. Raises UnreadableFile."""
    return tuple(
        Item(line["id"], line["sentence"], tuple(Evidence(**each) for each in line["evidence"]))
        for line in read_lines(path)
    )


def load_origins(path: Path = ORIGINS) -> Mapping[str, Origin]:
    """By item id. Raises UnreadableFile."""
    return {line["id"]: Origin(**line) for line in read_lines(path)}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Raises UnreadableFile."""
    try:
        text = path.read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as JSON lines ({error}): expected one object a line."
        ) from error


def write_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")
