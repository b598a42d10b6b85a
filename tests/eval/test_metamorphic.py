"""What must not raise a score: another order, other names, one document more, an answer said twice.

Answers are drawn at random from made-up documents; every measure that has a better side is
compared, but for time and memory.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_libraries import review, write
from made_quotations import Genuine, answer_of, cite_all
from made_rows import question, score

from eval.asking.systems import Ranked, Reply
from eval.measuring import cost, retrieval
from eval.measuring.figures import Row
from eval.measuring.goals import find_goals
from eval.measuring.held import Held
from eval.measuring.scoring import MEASURES, score_reply
from eval.sets.questions import PlacedGold, Question
from rag.answer import Answer
from rag.types import Citation, Document

TRIES = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SENTENCES = tuple(
    f"{who} {did} the {what} in {when}."
    for who, what in (("Police", "visit"), ("Mother", "meeting"), ("The GP", "letter"))
    for did, when in (("missed", "May"), ("recorded", "June"), ("knew of", "July"))
)
Chance = random.Random


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Genuine:
    folder = write(
        tmp_path_factory.mktemp("made"),
        elm=review(*SENTENCES[:5]),
        oak=review(*SENTENCES[4:], title="Serious Case Review: Child Y"),
    )
    return cite_all(folder)


def draw(made: Genuine, chance: Chance) -> tuple[Question, tuple[Citation, ...]]:
    """One to three gold sentences, and up to five citations of any, some of them of the gold."""
    cited = [case.cited for case in made.cases]
    gold = tuple(
        PlacedGold(each.document, each.unit, each.quote)
        for each in chance.sample(cited, chance.randint(1, 3))
        if len(each.quote.split()) > 3
    )
    shown = chance.sample(cited, chance.randint(0, 5))
    numbered = tuple(replace(each, n=n) for n, each in enumerate(shown, start=1))
    return question(*gold, answerable=True), numbered


def rewards(row: Row) -> dict[str, float]:
    """Each figure of the one row so turned that more is better."""
    found = {}
    for measure in MEASURES:
        told = measure.of([row])
        counts = measure.family != cost.FAMILY and measure.higher_is_better is not None
        if told is not None and counts:
            found[measure.name] = told if measure.higher_is_better else -told
    return found


def assert_none_higher(after: Row, before: Row) -> None:
    one, other = rewards(after), rewards(before)
    higher = {name: (one[name], other.get(name)) for name in one if one[name] > other[name] + 1e-9}
    assert higher == {}


@TRIES
@given(st.randoms(use_true_random=False))
def test_an_answer_said_twice_scores_no_more(made: Genuine, chance: Chance) -> None:
    asked, shown = draw(made, chance)
    again = tuple(replace(each, n=each.n + len(shown)) for each in shown)
    once, twice = answer_of(*shown), answer_of(*shown, *again)
    assert_none_higher(score(asked, twice, made.held), score(asked, once, made.held))


@TRIES
@given(st.randoms(use_true_random=False))
def test_one_citation_said_twice_scores_no_more(made: Genuine, chance: Chance) -> None:
    asked, shown = draw(made, chance)
    if shown:
        again = (*shown, replace(chance.choice(shown), n=len(shown) + 1))
        assert_none_higher(
            score(asked, answer_of(*again), made.held), score(asked, answer_of(*shown), made.held)
        )


@TRIES
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_documents_is_nothing(made: Genuine, chance: Chance) -> None:
    asked, shown = draw(made, chance)
    names = chance.sample(sorted(made.held.documents), len(made.held.documents))
    documents = {name: shuffled(made.held.documents[name], chance) for name in names}
    other = score(asked, answer_of(*shown), replace(made.held, documents=documents))
    assert other == score(asked, answer_of(*shown), made.held)


def shuffled(document: Document, chance: Chance) -> Document:
    """Its units in another order."""
    return replace(document, units=tuple(chance.sample(document.units, len(document.units))))


@TRIES
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_quotations_counts_for_the_first_only(
    made: Genuine, chance: Chance
) -> None:
    asked, shown = draw(made, chance)
    orders = [shown, tuple(chance.sample(shown, len(shown)))]
    one, other = (
        {
            name: told
            for name, told in rewards(score(asked, answer_of(*each), made.held)).items()
            if not name.startswith("first citation")
        }
        for each in orders
    )
    assert one == pytest.approx(other)


@TRIES
@given(st.randoms(use_true_random=False))
def test_a_document_more_changes_nothing(made: Genuine, chance: Chance) -> None:
    asked, shown = draw(made, chance)
    answer = answer_of(*shown)
    more = replace(made.held, documents={**made.held.documents, "ash": unlike(made)})
    assert score(asked, answer, more) == score(asked, answer, made.held)


def unlike(made: Genuine) -> Document:
    """A document about something else: no word of it is asked for."""
    model = made.held.documents["elm"]
    text = "".join("x" if letter.isalpha() else letter for letter in model.reading.text)
    return replace(
        model,
        record=replace(model.record, id="ash", file="ash.md"),
        reading=replace(model.reading, text=text),
    )


@TRIES
@given(st.randoms(use_true_random=False))
def test_other_names_change_nothing_and_names_of_one_side_help_nobody(
    made: Genuine, chance: Chance
) -> None:
    asked, shown = draw(made, chance)
    before = score(asked, answer_of(*shown), made.held)
    renamed = tuple(map(rename_citation, shown))
    gold = tuple(
        replace(each, document=f"{each.document}-2", unit=f"u-{each.unit}")
        for each in asked.gold
        if isinstance(each, PlacedGold)
    )
    documents = {f"{name}-2": rename(each) for name, each in made.held.documents.items()}
    files = {f"{name}-2": file for name, file in made.held.files.items()}
    renamed_held = Held(documents, files)
    after = score(replace(asked, gold=gold), answer_of(*renamed), renamed_held)
    assert rewards(after) == pytest.approx(rewards(before))
    if shown:
        astray = score(asked, answer_of(*renamed), made.held)
        assert_none_higher(astray, before)


def rename(document: Document) -> Document:
    return replace(
        document,
        record=replace(document.record, id=f"{document.record.id}-2"),
        units=tuple(replace(unit, id=f"u-{unit.id}") for unit in document.units),
    )


def rename_citation(cited: Citation) -> Citation:
    link = cited.link.replace("?doc=" + cited.document, f"?doc={cited.document}-2")
    link = link.replace("&unit=", "&unit=u-")
    return replace(cited, document=f"{cited.document}-2", unit=f"u-{cited.unit}", link=link)


Change = Callable[[list[Ranked], Chance], list[Ranked]]


def one_irrelevant_more(ranking: list[Ranked], chance: Chance) -> list[Ranked]:
    place = chance.randint(0, len(ranking))
    return [*ranking[:place], Ranked("ash", "finding-1", 0, 20, 0.5), *ranking[place:]]


def one_twice(ranking: list[Ranked], chance: Chance) -> list[Ranked]:
    place = chance.randint(0, len(ranking) - 1)
    return [*ranking[: place + 1], ranking[place], *ranking[place + 1 :]]


def ranking_of(shown: Sequence[Citation]) -> list[Ranked]:
    return [Ranked(each.document, each.unit, each.start, each.end, 1.0) for each in shown]


@pytest.mark.parametrize("change", [one_irrelevant_more, one_twice])
@TRIES
@given(st.randoms(use_true_random=False))
def test_a_ranking_gains_nothing(made: Genuine, change: Change, chance: Chance) -> None:
    asked, shown = draw(made, chance)
    if shown:
        plain = ranking_of(shown)
        assert_no_better_ranking(made, asked, plain, change(plain, chance))


@TRIES
@given(st.randoms(use_true_random=False))
def test_no_shuffle_beats_gold_first(made: Genuine, chance: Chance) -> None:
    asked, shown = draw(made, chance)
    gold = {(g.document, g.unit) for g in asked.gold if isinstance(g, PlacedGold)}
    best = sorted(shown, key=lambda each: (each.document, each.unit) not in gold)
    shuffle = chance.sample(best, len(best))
    assert_no_better_ranking(made, asked, ranking_of(best), ranking_of(shuffle))


def assert_no_better_ranking(
    made: Genuine, asked: Question, before: Sequence[Ranked], after: Sequence[Ranked]
) -> None:
    documents: Mapping[str, Document] = {**made.held.documents, "ash": unlike(made)}
    held = Held(documents, made.held.files)
    names = {measure.name for measure in retrieval.MEASURES}

    def scores(ranking: Sequence[Ranked]) -> dict[str, float]:
        reply = Reply(asked, Answer("?", "answered", None, (), ()), tuple(ranking), None, None)
        row = score_reply(reply, find_goals(asked, documents), held)
        return {name: told for name, told in rewards(row).items() if name in names}

    one, other = scores(before), scores(after)
    assert set(one) == set(other) <= {measure.name for measure in MEASURES}
    assert {name for name in one if other[name] > one[name] + 1e-9} == set()
