"""Short questions in English and other languages, and what is no question: files of lines in, their
development and held halves out."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from eval.concerns.messages import load_messages
from eval.sets.opening import load_questions

HERE = Path(__file__).parent
ENGLISH = "english"
FOREIGN = ("polish", "punjabi", "romanian", "urdu", "welsh")
NO_QUESTIONS = ("keyboards", "no_words")


def load_lines(name: str) -> dict[str, list[str]]:
    """`develop` and `held`, by a checksum of each line."""
    halves: dict[str, list[str]] = {"develop": [], "held": []}
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        halves["held" if sha256(line.encode()).digest()[0] % 2 else "develop"].append(line)
    return halves


def load_typed() -> Iterator[str]:
    """Every turn of our question sets and of the messages of eval/concerns."""
    for file in sorted((HERE.parent / "questions").glob("*.jsonl")):
        for question in load_questions(file):
            yield from question.turns
    for message in load_messages():
        yield from message.turns
