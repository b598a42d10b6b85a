"""A question set and a library in, the record of a run out: the evaluation's main path."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from time import perf_counter

from eval.asking.all_systems import Beside, ours
from eval.asking.baselines import cut_documents
from eval.asking.bench import DIGESTS, open_bench
from eval.measuring.goals import Askable, choose_askable
from eval.measuring.held import Held, hold
from eval.running.journal import Head, Journal
from eval.running.plan import Plan
from eval.running.progress import Watch
from eval.running.recording import make_record
from eval.running.spread import Opening, measure
from eval.sets.opening import FOLDER, open_set, quarter_of
from eval.sets.questions import Question
from eval.telling import provenance
from eval.telling.records import Record, name_run
from rag.errors import UnreadableFile
from rag.index.library import Library
from rag.settings import Settings


@dataclass(frozen=True, slots=True)
class Done:
    record: Record
    fault: UnreadableFile | None
    """Why it could not be kept while it was measured."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a run asks, over what, and where it keeps the answers."""

    plan: Plan
    library: Library
    held: Held
    askable: Askable
    journal: Journal


def run(plan: Plan, watch: Watch | None = None) -> Done:
    """Ctrl-C ends the asking; what was measured until then is told, and can be gone on with.

    Raises NothingIndexed where no question can be asked, KeyboardInterrupt where none was
    answered yet, and what indexing and asking raise."""
    began, watch = perf_counter(), watch or Watch()
    with open_bench(plan.corpus, plan.data, plan.settings, watch.preparing) as library:
        held = hold(library)
        askable = choose_askable(plan.asked.questions, held)
        journal = _open_journal(plan, askable, library)
        finished = False
        try:
            finished = _measure_each(Sitting(plan, library, held, askable, journal), watch)
        finally:
            journal.close(finished=finished)
        record = make_record(plan, askable, journal, library)
        if plan.judge:
            judged = plan.judge(ours(library), askable.questions, held.documents)
            record = replace(record, judged=judged)
    return Done(replace(record, seconds=round(perf_counter() - began, 1)), journal.fault)


def run_fast(name: str, settings: Settings, *, processes: int = 1) -> Record:
    """A quarter of a set of ours over the bundled digests, asked of the system alone."""
    plan = Plan(
        quarter_of(open_set(FOLDER / f"{name}.jsonl")),
        corpus=DIGESTS,
        data=None,
        settings=settings,
        beside=Beside(baselines=False, controls=False, ablations=False),
        by_type=False,
        processes=processes,
    )
    return run(plan).record


def _open_journal(plan: Plan, askable: Askable, library: Library) -> Journal:
    made = datetime.now(UTC)
    code = provenance.describe_code()
    measures = {
        "questions": fingerprint(askable.questions),
        "corpus": str(provenance.describe_corpus(library)["sha256"]),
        "models": plan.settings.index_fingerprint,
        "code": f"{code['rag']} {code['eval']}",
        "systems asked": repr(plan.beside),
    }
    if plan.kept_in and plan.resume:
        return Journal.go_on(plan.kept_in, measures)
    head = Head(name_run(made, str(code["rag"])), made.isoformat(timespec="seconds"), measures)
    return Journal.begin(plan.kept_in, head)


def _measure_each(sitting: Sitting, watch: Watch) -> bool:
    """True when every question is measured, False after Ctrl-C."""
    plan, askable, journal = sitting.plan, sitting.askable, sitting.journal
    total = len(askable.questions)
    left = [
        (question, goals)
        for question, goals in zip(askable.questions, askable.goals, strict=True)
        if question.id not in journal.measured
    ]
    if not left:
        return True
    try:
        opening = _prepare(plan, sitting.library, watch)
        watch.resumed(total - len(left))
        watch.stage("opening the library")
        for question, rows in measure(
            left, sitting.library, sitting.held, opening, processes=plan.processes
        ):
            journal.add(question, rows)
            watch.asked(len(journal.measured), total)
    except KeyboardInterrupt:
        if not journal.measured:
            raise
        return False
    return True


def _prepare(plan: Plan, library: Library, watch: Watch) -> Opening:
    cut = None
    if plan.beside.baselines:
        watch.stage("cutting the documents for the plain hybrid")
        cut = cut_documents(library, with_large=plan.beside.ablations or plan.beside.llama_defaults)
    # Other processes open the same library, wherever this run has it.
    places = {"data": library.data, "chroma_url": plan.settings.chroma_url if plan.data else None}
    return Opening(plan.settings.model_copy(update=places), plan.beside, cut)


def fingerprint(questions: Sequence[Question]) -> str:
    """Of all that is in them, in their order."""
    told = [json.dumps(asdict(question), default=sorted, sort_keys=True) for question in questions]
    return sha256("\n".join(told).encode()).hexdigest()
