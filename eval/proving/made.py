"""Claims of our own making: every sentence of the bundled digests, true beside its unit, and the
same with one falsehood, by each corruption that can be made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.proving.corruptions import CORRUPTIONS
from eval.proving.public_sets import Claim, split_sentences
from rag.documents.document import read_document
from rag.documents.register import load_register

LEAST_WORDS = 8
_NO_SENTENCES = {"title", "section", "contents", "metadata"}


@dataclass(frozen=True, slots=True)
class Made:
    claim: Claim
    corruption: str | None
    """None for the sentence as it stands."""


def make_claims(digests: Path) -> tuple[Made, ...]:
    """In the order of files and sentences. Raises UnreadableFile."""
    return tuple(made for file in _files(digests) for made in _make(file, digests))


def _files(digests: Path) -> list[Path]:
    return sorted(path for path in digests.glob("*.md") if path.name != "README.md")


def _make(file: Path, digests: Path) -> Iterator[Made]:
    for unit in read_document(file, load_register(digests)).units:
        if unit.kind in _NO_SENTENCES:
            continue
        evidence, source = split_sentences(unit.text), f"{file.name}#{unit.id}"
        for sentence in evidence:
            if len(sentence.split()) < LEAST_WORDS:
                continue
            yield Made(Claim(sentence, evidence, supported=True, source=source), None)
            for name, corrupt in CORRUPTIONS.items():
                text = corrupt(sentence)
                if text is not None:
                    yield Made(Claim(text, evidence, supported=False, source=source), name)
