"""What a language model is asked of a statement: the prompt, the verdicts that it may give, and
the labels that these are compared with."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.proving.passes import READABLE, SUPPORT, Label
from eval.proving.sentences import Item

PROMPTS = Path(__file__).parent / "prompts"


@dataclass(frozen=True, slots=True)
class Aspect:
    name: str
    prompt: str
    """File in PROMPTS. One that has given scores is never changed: the next has the next number."""
    verdicts: tuple[str, ...]
    good: str
    """The verdict that counts; no other counts in part."""
    material: Callable[[Item], dict[str, Any]]
    """What the model gets to see of a statement."""
    label: Callable[[Label], str]

    @property
    def instructions(self) -> str:
        return (PROMPTS / self.prompt).read_text(encoding="utf-8")

    @property
    def sha256(self) -> str:
        """Of the prompt in UTF-8, hexadecimal, so that a score names what was asked."""
        return hashlib.sha256(self.instructions.encode()).hexdigest()

    def message(self, item: Item) -> str:
        """One JSON object: no wording of a document can end the string that it stands in."""
        return json.dumps(self.material(item), ensure_ascii=False)


def _with_evidence(item: Item) -> dict[str, Any]:
    evidence = [{"heading": each.heading, "text": each.text} for each in item.evidence]
    return {"statement": item.sentence, "evidence": evidence}


def _by_itself(item: Item) -> dict[str, Any]:
    """Without the evidence, which would tell what the statement leaves out."""
    return {"statement": item.sentence, "headings": [each.heading for each in item.evidence]}


SUPPORTED = Aspect(
    "judged supported", "support-1.txt", SUPPORT, "full", _with_evidence, lambda one: one.support
)
READS_ALONE = Aspect(
    "judged readable alone", "readable-1.txt", READABLE, "yes", _by_itself, lambda one: one.readable
)
ASPECTS = (SUPPORTED, READS_ALONE)
