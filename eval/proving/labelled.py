"""The labelled statements: the files of eval/proving/labels in, values out.

Of sentences.jsonl a line has `id`, `sentence` and `evidence`; of pass-1.jsonl and pass-2.jsonl
`id`, `support` (full, partly, not), `readable` (yes, no) and `by`; of origins.jsonl, which nobody
who labels opens, `id` and `control` among others.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from eval.proving.support import Claim, split_sentences
from rag.errors import UnreadableFile

LABELS = Path(__file__).parent / "labels"


@dataclass(frozen=True, slots=True)
class Labelled:
    id: str
    sentence: str
    """A statement of an answer: mostly one sentence."""
    evidence: Sequence[Mapping[str, str]]
    """Each unit cited: `document`, `unit`, `heading` and, with its lead-in in front, `text`."""
    first: Mapping[str, str]
    """The line of the first pass; `second` likewise."""
    second: Mapping[str, str]
    control: str | None
    """What was done to the statement; None for what the system showed."""

    @property
    def source(self) -> str:
        """The first unit cited."""
        return self.evidence[0]["document"] + self.evidence[0]["unit"]

    def agreed(self, kind: str) -> str | None:
        """The label of that kind, support or readable, that both passes give: what a check is
        compared with."""
        return self.first[kind] if self.first[kind] == self.second[kind] else None

    @property
    def claim(self) -> Claim:
        """Partly supported is not supported. The heading is evidence too."""
        texts = [(each["heading"], *split_sentences(each["text"])) for each in self.evidence]
        supported = self.agreed("support") == "full"
        return Claim(self.sentence, tuple(chain(*texts)), supported, self.source)


def load_labelled(folder: Path = LABELS) -> tuple[Labelled, ...]:
    """In the order of sentences.jsonl. Raises UnreadableFile."""
    first, second, origins = (
        {line["id"]: line for line in read(folder / f"{name}.jsonl", lines_of)}
        for name in ("pass-1", "pass-2", "origins")
    )
    return tuple(
        Labelled(**line, first=first[id_], second=second[id_], control=origins[id_]["control"])
        for line in read(folder / "sentences.jsonl", lines_of)
        for id_ in [line["id"]]
    )


def who_labelled(labelled: Sequence[Labelled]) -> tuple[str, ...]:
    """In alphabetical order."""
    return tuple(sorted({line["by"] for each in labelled for line in (each.first, each.second)}))


def read(path: Path, parse: Callable[[str], Any]) -> Any:
    """Raises UnreadableFile."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{path} cannot be read ({error}): expected it as it was published; the folder "
            "with the public sets bump, wice, begin, ragchecker and xquad is named with --bench."
        ) from error


def lines_of(text: str) -> list[dict[str, Any]]:
    """Of JSON, one object a line."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]
