"""A question set and a library in, the record of a run out: the evaluation's main path."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from eval.asking.all_systems import Beside, all_systems, ours
from eval.asking.baselines import Cut, cut_documents
from eval.asking.bench import DIGESTS, open_bench
from eval.asking.processes import FEW, spread
from eval.asking.systems import System
from eval.measuring.goals import Goals, choose_askable
from eval.measuring.held import Held, hold
from eval.measuring.scoring import Rows, score_question
from eval.running.journal import Journal, begin, go_on
from eval.running.progress import Watch
from eval.running.recording import make_record
from eval.sets.opening import FOLDER, AskedQuestions, open_set, quarter_of
from eval.sets.questions import Question
from eval.telling.provenance import MadeOf, describe
from eval.telling.records import Judged, Record
from rag.commands.streams import notice
from rag.errors import UnreadableFile
from rag.index.library import Library
from rag.settings import Settings
from rag.types import Document
from rag.wiring import load_models, open_library

Judge = Callable[[System, Sequence[Question], Mapping[str, Document]], Judged]
"""Of a system's answers to the questions; documents by id."""
Asked = tuple[Question, Goals]
Bench = tuple[tuple[System, ...], Held]
"""All that is asked over an open library."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured: questions, a library, and who is asked beside our own system."""

    asked: AskedQuestions
    corpus: Path | None
    """Folder that the library is brought in line with; None: the library as it is."""
    data: Path | None
    """Folder of the library; None: made for this run and gone afterwards."""
    settings: Settings
    beside: Beside = field(default_factory=Beside)
    kept_in: Path | None = None
    """Folder where the run, and what of it is measured so far, is kept; None: nowhere."""
    resume: bool = False
    """Go on with what was measured before a stop."""
    processes: int = os.cpu_count() or 1
    """That ask at once."""
    judge: Judge | None = None
    """Asked about our own answers when everything is measured, so that it weighs on no figure."""


def run(plan: Plan, watch: Watch | None = None) -> Record:
    """Ctrl-C ends the asking; what was measured until then is told, and can be gone on with.

    Raises NothingIndexed where no question can be asked, KeyboardInterrupt where none was
    answered yet, and what indexing and asking raise."""
    began, watch = perf_counter(), watch or Watch()
    with open_bench(plan.corpus, plan.data, plan.settings, watch.preparing) as library:
        held = hold(library)
        askable = choose_askable(plan.asked.questions, held)
        made_of = describe(library, plan.settings, is_kept=plan.data is not None)
        journal = _open_journal(plan, askable.questions, made_of)
        pairs = zip(askable.questions, askable.goals, strict=True)
        left = [each for each in pairs if each[0].id not in journal.measured]
        try:
            for question, rows in _measure(plan, left, library, held, watch):
                _add(journal, question, rows)
                watch.asked(len(journal.measured), len(askable.questions))
        except KeyboardInterrupt:
            if not journal.measured:
                raise
        record = make_record(plan.asked, askable, journal, made_of)
        if plan.judge:
            judged = plan.judge(ours(library), askable.questions, held.documents)
            record = replace(record, judged=judged)
    return replace(record, seconds=round(perf_counter() - began, 1))


def run_fast(name: str, settings: Settings, *, processes: int = 1) -> Record:
    """A quarter of a set of ours over the bundled digests, asked of the system alone."""
    asked = quarter_of(open_set(FOLDER / f"{name}.jsonl"))
    alone = Beside(baselines=(), controls=False)
    return run(Plan(asked, DIGESTS, None, settings, alone, processes=processes))


def _open_journal(plan: Plan, questions: Sequence[Question], made_of: MadeOf) -> Journal:
    made, code = datetime.now(UTC), made_of["code"]
    head = {
        "run": f"{made:%Y%m%dT%H%M%SZ}-{code['rag'][:8]}",
        "made": made.isoformat(timespec="seconds"),
        "questions": _checksum(questions),
        "corpus": made_of["corpus"]["sha256"],
        "models": plan.settings.index_fingerprint,
        "code": f"{code['rag']} {code['eval']}",
        "systems asked": repr(plan.beside),
    }
    if plan.kept_in and plan.resume:
        return go_on(plan.kept_in, head)
    return begin(plan.kept_in, head)


def _add(journal: Journal, question: str, rows: Rows) -> None:
    try:
        journal.add(question, rows)
    except UnreadableFile as error:
        notice(f"{error} The run goes on; after a stop, --resume asks anew from here.", "yellow")
        journal.path = None


def _measure(
    plan: Plan, asked: Sequence[Asked], library: Library, held: Held, watch: Watch
) -> Iterator[tuple[str, Rows]]:
    """Id of each question and its rows as soon as it is measured, in whatever order: asked here,
    or spread over processes, each with the library and the models open."""
    if not asked:
        return
    beside = plan.beside
    if beside.baselines:
        watch.stage("cutting the documents for the plain hybrid")
    cut = cut_documents(library, beside.baselines)
    watch.stage("opening the library")
    if plan.processes > 1 and len(asked) > FEW:
        # Other processes open the same library, wherever this run has it.
        server = plan.settings.chroma_url if plan.data else None
        places = plan.settings.model_copy(update={"data": library.data, "chroma_url": server})
        opening = partial(_open_elsewhere, places, beside, cut)
        yield from spread(opening, _score, asked, processes=plan.processes)
    else:
        bench = _open_bench(library, held, beside, cut)
        yield from (_score(bench, each) for each in asked)


def _open_elsewhere(settings: Settings, beside: Beside, cut: Cut) -> Bench:
    library = open_library(settings)
    return _open_bench(library, hold(library), beside, cut)


def _open_bench(library: Library, held: Held, beside: Beside, cut: Cut) -> Bench:
    """With everything loaded, so that no time of an answer holds the loading of a model."""
    load_models(library)
    return all_systems(library, beside, cut), held


def _score(bench: Bench, asked: Asked) -> tuple[str, Rows]:
    (systems, held), (question, goals) = bench, asked
    return question.id, score_question(systems, question, goals, held)


def _checksum(questions: Sequence[Question]) -> str:
    """Of all that is in them, in their order."""
    told = [json.dumps(asdict(question), default=sorted, sort_keys=True) for question in questions]
    return sha256("\n".join(told).encode()).hexdigest()
