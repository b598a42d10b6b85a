"""What the system makes of every question of every set, one line each: status, reason, the way
that answered, cited units, and no words of a review. The lines last accepted lie in `kept`."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eval.asking.bench import DIGESTS, ORIGINALS, SHARED, open_bench
from eval.asking.processes import spread
from eval.running.progress import Watch
from eval.sets.opening import FOLDER, load_questions
from eval.sets.questions import Question, QuotedGold
from rag.answer import Answer
from rag.assistant import ask
from rag.documents.register import load_register
from rag.errors import UnreadableFile
from rag.index.indexing import add
from rag.index.library import Library
from rag.settings import Settings
from rag.wiring import open_library

_FOLDERS = (FOLDER, SHARED / "eval")
"""Of question sets."""
KEPT = Path(__file__).parent / "kept"
Lines = dict[str, str]
"""JSON by the question's id, in the order of the set; the units cited are `document#unit`, in the
order of the citations, each once."""


@dataclass(frozen=True, slots=True)
class Netted:
    """A library, and the sets that are asked of it."""

    name: str
    folders: tuple[Path, ...]
    sets: tuple[str, ...]
    """Of a set that is over other documents too, the questions that it can be asked; one that is
    not there is left out."""


NETTED = (
    Netted("digests", (DIGESTS,), ("digests",)),
    Netted("originals", (ORIGINALS,), (
        "five-reviews", "practitioners", "everyday", "colleagues", "newcomers", "wordings",
        "questions-dev", "paraphrases-dev",
    )),
    Netted("documents", (SHARED / "others", SHARED / "pdfs"), (
        "unseen", "wordings", "questions-others",
    )),
)  # fmt: skip


def cast(netted: Netted, settings: Settings, watch: Watch) -> dict[Path, Lines]:
    """By the file in `kept`. The library stays in the data folder, so that the next look reads
    only what changed. Raises as `load_questions`, and what indexing and asking raise."""
    first, *others = netted.folders
    data = settings.data / "net" / netted.name
    with open_bench(first, data, settings, watch.preparing) as library:
        if others:
            register = load_register(DIGESTS)
            add(library, others, register=register, progress=watch.preparing, ahead=True)
        held = {record.file for record in library.catalogue.records()}
        paths = [folder / f"{name}.jsonl" for name in netted.sets for folder in _FOLDERS]
        sets = {path.stem: load_questions(path) for path in paths if path.exists()}
        asked = [(name, q) for name, questions in sets.items() for q in questions
                 if _files(q) <= held]  # fmt: skip
        places = settings.model_copy(update={"data": data, "chroma_url": None})
        opening, processes = partial(open_library, places), os.cpu_count() or 1
        found: dict[tuple[str, str], str] = {}
        for key, line in spread(opening, _ask, asked, processes=processes):
            found[key] = line
            watch.asked(len(found), len(asked))
    return {
        KEPT / f"{netted.name}-{name}.jsonl": {
            q.id: found[name, q.id] for q in questions if (name, q.id) in found
        }
        for name, questions in sets.items()
    }


def line_of(question: str, answer: Answer) -> str:
    cited = dict.fromkeys(f"{each.document}#{each.unit}" for each in answer.citations)
    facts = {"question": question, "status": answer.status, "reason": answer.reason,
             "way": answer.way, "cited": [*cited]}  # fmt: skip
    return json.dumps(facts, ensure_ascii=False)


def differences(before: Lines, after: Lines) -> list[tuple[str | None, str | None]]:
    """Lines before and after, in the order of the questions asked now, those that are gone last;
    None where it was not asked."""
    questions = {**after, **before}
    pairs = [(before.get(question), after.get(question)) for question in questions]
    return [(old, new) for old, new in pairs if old != new]


def read_lines(path: Path) -> Lines:
    """None where nothing was kept yet. Raises UnreadableFile."""
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return {json.loads(line)["question"]: line for line in lines}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a net ({error!r}): take the change to it back."
        ) from error


def write_lines(path: Path, lines: Mapping[str, str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines.values()), "utf-8", newline="\n")


def _files(question: Question) -> set[str]:
    quoted = {gold.file for gold in question.gold if isinstance(gold, QuotedGold)}
    return quoted | {*question.files}


def _ask(library: Library, asked: tuple[str, Question]) -> tuple[tuple[str, str], str]:
    name, question = asked
    return (name, question.id), line_of(question.id, ask(library, question.turns))
