"""What a language model is asked of a statement: the prompt, the verdicts that it may give, and
the labels that these are compared with."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROMPTS = Path(__file__).parent / "prompts"

Evidence = Sequence[Mapping[str, str]]
"""Each unit that a statement cites: `heading`, which is the title of the review, the headings and
the label of the unit, and `text`, the whole unit with its lead-in in front."""


@dataclass(frozen=True, slots=True)
class Aspect:
    name: str
    prompt: str
    """File in PROMPTS. One that has given scores is never changed: the next has the next number."""
    verdicts: tuple[str, ...]
    good: str
    """The verdict that counts; no other counts in part."""
    kind: str
    """Of the labels."""
    shows_text: bool
    """Of the evidence; else its headings alone, for the text would tell what the statement leaves
    out."""

    @property
    def instructions(self) -> str:
        return (PROMPTS / self.prompt).read_text(encoding="utf-8")

    @property
    def sha256(self) -> str:
        """Of the prompt in UTF-8, hexadecimal, so that a score names what was asked."""
        return hashlib.sha256(self.instructions.encode()).hexdigest()

    def message(self, statement: str, evidence: Evidence) -> str:
        """One JSON object: no wording of a document can end the string that it stands in."""
        units = [{"heading": each["heading"], "text": each["text"]} for each in evidence]
        headings = [each["heading"] for each in evidence]
        shown = {"evidence": units} if self.shows_text else {"headings": headings}
        return json.dumps({"statement": statement, **shown}, ensure_ascii=False)


SUPPORTED = Aspect(
    "judged supported", "support-1.txt", ("full", "partly", "not"), "full", "support",
    shows_text=True,
)  # fmt: skip
READS_ALONE = Aspect(
    "judged readable alone", "readable-1.txt", ("yes", "no"), "yes", "readable", shows_text=False
)
ASPECTS = (SUPPORTED, READS_ALONE)
