"""`python -m eval.proving.drawing`: the system's own statements, drawn for labelling.

The questions for development are asked of a library of the bundled digests (their words are
ours, so they may stand in the project). What is drawn, beside some controls, goes to
labels/sentences.jsonl in an order that says nothing; where each comes from goes to
labels/origins.jsonl, which nobody who labels opens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from eval.asking.bench import DIGESTS, open_bench
from eval.proving.corruptions import CORRUPTIONS, splice
from eval.proving.sentences import (
    ORIGINS,
    PARAPHRASES,
    SENTENCES,
    Evidence,
    Item,
    Origin,
    read_lines,
    write_lines,
)
from eval.sets.opening import load_questions
from eval.sets.questions import Question
from rag.assistant import ask
from rag.backends.lexical import stem
from rag.index.library import Library
from rag.reading.sentences import sentence_spans
from rag.types import Citation, Document

QUESTIONS = Path(__file__).parents[1] / "questions"
SETS = (QUESTIONS / "five-reviews.jsonl", QUESTIONS / "practitioners.jsonl")
"""For development: no question of a test set is looked at here."""
SEED = 20100309
AS_SHOWN = 168
EACH_CORRUPTION = 3
SPLICED = 3
WRONG_SOURCE = 8
TORN_OUT = 6
_DANGLING = (
    "This ",
    "These ",
    "It ",
    "They ",
    "She ",
    "He ",
    "Its ",
    "Even so",
    "Because of these",
)

Drawn = tuple[Item, Origin]


def main(
    sets: Annotated[list[Path] | None, typer.Argument(metavar="FILE", exists=True)] = None,
) -> None:
    """Draw from the question sets given, by default those for development."""
    with open_bench(DIGESTS) as library:
        drawn = draw_sentences(library, sets or SETS)
    write_lines(SENTENCES, (asdict(item) for item, _ in drawn))
    write_lines(ORIGINS, (asdict(origin) for _, origin in drawn))
    controls = sum(origin.control is not None for _, origin in drawn)
    typer.echo(f"{len(drawn)} drawn, {controls} of them controls")


def draw_sentences(library: Library, sets: Iterable[Path]) -> tuple[Drawn, ...]:
    """AS_SHOWN statements, every type of question as evenly as there are statements of it, and
    controls made of other statements; ordered by id, which is a digest of the contents."""
    chance = np.random.default_rng(SEED)
    questions = [question for path in sets for question in load_questions(path)]
    shown = _take_turns(_group_by_type(_ask_all(library, questions)), chance)
    documents = [library.catalogue.document(r.id) for r in library.catalogue.records()]
    drawn = shown[:AS_SHOWN]
    drawn += _make_controls(shown[AS_SHOWN:], documents)
    drawn += _read_paraphrases(documents)
    return tuple(sorted(dict(drawn).items(), key=lambda each: each[0].id))


def _ask_all(library: Library, questions: Iterable[Question]) -> Iterator[Drawn]:
    """Statements that cite, each wording once."""
    seen = set[str]()
    for question in questions:
        answer = ask(library, question.turns)
        by_number = {citation.n: citation for citation in answer.citations}
        for statement in answer.statements:
            cited = [by_number[n] for n in statement.citations]
            if cited and statement.text not in seen:
                seen.add(statement.text)
                evidence = tuple(_evidence(library, citation) for citation in cited)
                item = Item.make(statement.text, evidence)
                yield item, Origin(item.id, " / ".join(question.turns), question.type, None)


def _evidence(library: Library, citation: Citation) -> Evidence:
    document = library.catalogue.document(citation.document)
    return Evidence.of_unit(
        document, next(unit for unit in document.units if unit.id == citation.unit)
    )


def _group_by_type(drawn: Iterable[Drawn]) -> Mapping[str, list[Drawn]]:
    groups: dict[str, list[Drawn]] = {}
    for item, origin in drawn:
        groups.setdefault(origin.type, []).append((item, origin))
    return groups


def _take_turns(groups: Mapping[str, list[Drawn]], chance: np.random.Generator) -> list[Drawn]:
    """All of them: one of each group after another, each group in random order."""
    shuffled = [
        [groups[kind][place] for place in chance.permutation(len(groups[kind]))]
        for kind in sorted(groups)
    ]
    longest = max(map(len, shuffled), default=0)
    return [group[turn] for turn in range(longest) for group in shuffled if turn < len(group)]


def _make_controls(shown: Sequence[Drawn], documents: Sequence[Document]) -> Iterator[Drawn]:
    """No two of one statement, but for what is torn out of one that is used otherwise too."""
    left = [drawn for drawn in shown if len(drawn[0].evidence) == 1]
    for name, corrupt in CORRUPTIONS.items():
        made = 0
        for item, origin in tuple(left):
            text = corrupt(item.sentence) if made < EACH_CORRUPTION else None
            if text is not None:
                made += 1
                left.remove((item, origin))
                yield _as_control(item.saying(text), origin, name)
    for _ in range(SPLICED):
        (item, origin), (other, _) = _pop_long(left), _pop_long(left)
        text = splice(item.sentence, other.sentence) or ""
        yield _as_control(item.saying(text), origin, "spliced")
    for place in range(WRONG_SOURCE):
        item, origin = _pop_long(left)
        wrong = _nearest_other(item, documents, same_document=place % 2 == 0)
        yield _as_control(Item.make(item.sentence, (wrong,)), origin, "wrong source")
    yield from list(_tear_out(shown))[:TORN_OUT]


def _as_control(item: Item, origin: Origin, name: str) -> Drawn:
    return item, replace(origin, id=item.id, control=name)


def _pop_long(left: list[Drawn]) -> Drawn:
    """The first of at least ten words."""
    return left.pop(next(i for i, each in enumerate(left) if len(each[0].sentence.split()) >= 10))


def _nearest_other(item: Item, documents: Sequence[Document], *, same_document: bool) -> Evidence:
    """The unit that shares most words with the sentence, of those that do not hold it."""
    sought, [own] = set(stem(item.sentence)), item.evidence
    others = [
        (len(sought & set(stem(unit.text))), document.record.id, unit.id, document, unit)
        for document in documents
        for unit in document.units
        if (document.record.id == own.document) == same_document
        and unit.kind not in {"title", "section", "contents"}
        and item.sentence not in unit.text
        and unit.text not in own.text
    ]
    *_, document, unit = max(others, key=lambda other: other[:3])
    return Evidence.of_unit(document, unit)


def _tear_out(shown: Iterable[Drawn]) -> Iterator[Drawn]:
    """A later sentence of a statement that leans on the one before it."""
    for item, origin in shown:
        spans = sentence_spans(item.sentence)[1:]
        torn = [item.sentence[start:end] for start, end in spans]
        dangling = [sentence for sentence in torn if sentence.startswith(_DANGLING)]
        if dangling:
            yield _as_control(item.saying(dangling[0]), origin, "torn out")


def _read_paraphrases(documents: Iterable[Document]) -> Iterator[Drawn]:
    """Our own rewordings of units, right ones and twisted ones, written by hand."""
    by_file = {document.record.file: document for document in documents}
    for made in read_lines(PARAPHRASES):
        document = by_file[made["file"]]
        holding = [unit for unit in document.units if made["phrase"] in unit.text]
        unit = min(holding, key=lambda unit: len(unit.text))
        item = Item.make(made["text"], (Evidence.of_unit(document, unit),))
        yield item, Origin(item.id, "", "", made["control"])


if __name__ == "__main__":
    typer.run(main)
