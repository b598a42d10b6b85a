"""Hand-made answers against hand-made gold; every expected figure is written as arithmetic."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from eval.asking.run import run_questions
from eval.measuring.intervals import bootstrap_mean
from eval.measuring.measures import SHOWN_WORDS, Score, order_shown, score_answer
from eval.measuring.summary import BALANCED, summarise
from eval.sets.questions import Gold, PlacedGold, Question, QuotedGold
from eval.sets.targets import find_target
from eval.sets.words import split_words
from rag.errors import UnknownDocument, UnknownUnit
from rag.types import Answer, Citation, Document

FINDING = "Nobody kept a chronology of the home visits."
FATHER = "Father was seldom asked about."
POLICE = "Officers to record each visit."

CHRONOLOGY = QuotedGold("elm.txt", "finding", "kept a chronology of the home visits", "Findings")
DADS = QuotedGold("elm.txt", "finding", FATHER, "Findings")
RECORDING = QuotedGold("elm.txt", "recommendation", "record each visit", "POLICE 1)")

Cite = Callable[..., Citation]
Make = Callable[..., Answer]


def question(*gold: Gold, **changes: object) -> Question:
    fields = Question("q1", ("what was found?",), "list", bool(gold), gold, "")
    return replace(fields, **changes)  # type: ignore[arg-type]


@pytest.fixture
def score(documents: dict[str, Document], folder: Path) -> Callable[[Question, Answer], Score]:
    def run(asked: Question, answer: Answer) -> Score:
        targets = [find_target(gold, documents.values()) for gold in asked.gold]
        return score_answer(asked, targets, answer, documents, folder)

    return run


Scorer = Callable[[Question, Answer], Score]


def test_recall_is_the_share_of_gold_shown(score: Scorer, cite: Cite, answer: Make) -> None:
    asked = question(CHRONOLOGY, DADS, RECORDING)
    result = score(asked, answer(cite(1, FINDING), cite(2, POLICE)))
    assert result.recall == 2 / 3
    assert result.any_gold == 1.0
    assert result.words == 8 + 5
    assert [target.words for target in result.missed] == [split_words(FATHER)]


def test_gold_after_the_budget_is_not_shown(score: Scorer, cite: Cite, answer: Make) -> None:
    fits, late = SHOWN_WORDS // 5 - 1, SHOWN_WORDS // 5
    filler = [cite(n, POLICE) for n in range(1, late + 1)]
    assert score(question(DADS), answer(*filler[:fits], cite(99, FATHER))).recall == 1.0
    assert score(question(DADS), answer(*filler, cite(99, FATHER))).recall == 0.0


def test_gold_cut_by_the_budget_is_not_shown(score: Scorer, cite: Cite, answer: Make) -> None:
    filler = [cite(n, POLICE) for n in range(1, 50)]
    assert 49 * 5 < SHOWN_WORDS < 49 * 5 + 8
    assert score(question(CHRONOLOGY), answer(*filler, cite(99, FINDING))).recall == 0.0


def test_a_sentence_split_between_citations_is_shown(
    score: Scorer, cite: Cite, answer: Make
) -> None:
    halves = cite(1, "Nobody kept a chronology"), cite(2, "of the home visits.")
    assert score(question(CHRONOLOGY), answer(*halves)).recall == 1.0


def test_the_same_words_of_another_document_do_not_count(
    score: Scorer, cite: Cite, answer: Make
) -> None:
    result = score(question(CHRONOLOGY), answer(cite(1, FINDING, "oak")))
    assert (result.recall, result.first_document, result.first_unit) == (0.0, 0.0, 0.0)


def test_first_citation_is_the_first_that_a_statement_names(
    score: Scorer, cite: Cite, answer: Make
) -> None:
    swapped = replace(
        answer(cite(2, FINDING), cite(1, POLICE)), citations=(cite(1, POLICE), cite(2, FINDING))
    )
    assert [citation.n for citation in order_shown(swapped)] == [2, 1]
    result = score(question(CHRONOLOGY), swapped)
    assert (result.first_document, result.first_unit) == (1.0, 1.0)
    assert score(question(RECORDING), swapped).first_unit == 0.0


def test_label_counts_only_gold_that_is_shown(score: Scorer, cite: Cite, answer: Make) -> None:
    wrong = replace(cite(2, POLICE), label="Health, recommendation 1", agency="Health")
    asked = question(CHRONOLOGY, DADS, RECORDING)
    assert score(asked, answer(cite(1, FINDING), wrong)).label == 1 / 2
    assert score(question(DADS), answer(wrong)).label is None


@pytest.mark.parametrize("change", ["word", "offset", "case", "elsewhere"])
def test_a_changed_quotation_is_not_verbatim(
    score: Scorer, cite: Cite, answer: Make, change: str
) -> None:
    good = cite(1, FINDING)
    bad = {
        "word": replace(good, quote=FINDING.replace("Nobody", "Somebody")),
        "offset": replace(good, start=good.start + 1, spans=((good.start + 1, good.end),)),
        "case": replace(good, quote=FINDING.lower()),
        "elsewhere": replace(good, start=0, end=len(FINDING), spans=((0, len(FINDING)),)),
    }[change]
    assert score(question(CHRONOLOGY), answer(good, replace(bad, n=2))).verbatim == 1 / 2


def test_the_file_itself_is_asked(score: Scorer, cite: Cite, answer: Make, folder: Path) -> None:
    (folder / "elm.txt").write_text("Nobody kept a diary of the home visits.", encoding="utf-8")
    assert score(question(CHRONOLOGY), answer(cite(1, FINDING))).verbatim == 0.0


def test_an_address_is_text_and_a_link_target_is_not(
    score: Scorer, cite: Cite, answer: Make
) -> None:
    shown = cite(1, "More at the board: https://example.org/guide")
    assert score(question(DADS), answer(shown)).verbatim == 1.0


def test_omissions_are_judged_by_their_pieces(score: Scorer, cite: Cite, answer: Make) -> None:
    whole = cite(1, FINDING)
    cut = whole.start + len("Nobody kept"), whole.start + FINDING.index("of the home")
    spans = ((whole.start, cut[0]), (cut[1], whole.end))
    pieces = replace(whole, quote="Nobody kept […] of the home visits.", spans=spans)
    assert score(question(CHRONOLOGY), answer(pieces)).verbatim == 1.0
    joined = replace(pieces, quote="Nobody kept […] in the home visits.")
    assert score(question(CHRONOLOGY), answer(joined)).verbatim == 0.0


def test_a_digest_is_never_a_match(score: Scorer, cite: Cite, answer: Make) -> None:
    digest = cite(1, FINDING, "oak")
    assert score(question(CHRONOLOGY), answer(digest)).verbatim == 1.0
    assert score(question(CHRONOLOGY), answer(replace(digest, match="exact"))).verbatim == 0.0


def test_gold_of_our_own_is_found_by_unit_and_phrase(documents: dict[str, Document]) -> None:
    found = find_target(PlacedGold("elm", "findings-item-2", "seldom asked"), documents.values())
    assert (found.under, found.words) == ("Findings, item 2", split_words(FATHER))


def test_gold_in_a_digest_is_the_unit(score: Scorer, cite: Cite, answer: Make) -> None:
    asked = question(PlacedGold("oak", "findings-item-2", "words of the original"))
    result = score(asked, answer(cite(1, FATHER, "oak")))
    assert (result.recall, result.label) == (1.0, 1.0)
    assert score(asked, answer(cite(1, FINDING, "oak"))).recall == 0.0


@pytest.mark.parametrize(
    ("gold", "error"),
    [
        (QuotedGold("ash.txt", "finding", FATHER, "Findings"), UnknownDocument),
        (PlacedGold("elm", "findings-item-9", "seldom asked"), UnknownUnit),
        (PlacedGold("elm", "findings-item-1", "seldom asked"), UnknownUnit),
    ],
)
def test_gold_that_is_not_there_is_an_error(
    documents: dict[str, Document], gold: Gold, error: type[Exception]
) -> None:
    with pytest.raises(error):
        find_target(gold, documents.values())


def test_partial_is_half_on_both_sides(score: Scorer, cite: Cite, answer: Make) -> None:
    asked, unasked = question(DADS), question()
    told, half = answer(cite(1, FATHER)), answer(cite(1, FATHER), status="partial")
    silent = answer(status="refused")
    earned = [score(asked, each).credit for each in (told, half, silent)]
    assert earned == [1, 1 / 2, 0]
    assert [score(unasked, each).credit for each in (told, half, silent)] == [0, 1 / 2, 1]
    scores = [score(asked, told), score(asked, half), score(unasked, silent), score(unasked, told)]
    balanced = {figure.name: figure for figure in summarise(scores)}[BALANCED]
    assert balanced.value == ((1 + 1 / 2) / 2 + (1 + 0) / 2) / 2
    assert balanced.n == 4


def test_reason_is_right_when_the_set_accepts_it(score: Scorer, answer: Make) -> None:
    unasked = question(reasons=frozenset({"not_stated", "no_such_unit"}))
    assert score(unasked, answer(status="refused", reason="no_such_unit")).reason == 1.0
    assert score(unasked, answer(status="refused", reason="off_topic")).reason == 0.0
    assert score(question(), answer(status="refused", reason="off_topic")).reason is None


def test_masked_words_are_nowhere_in_the_answer(score: Scorer, answer: Make) -> None:
    asked = question(DADS, masked=("07700 900123",))
    kept = replace(answer(), question="my number is 07700 900123")
    assert score(asked, answer()).masked == 1.0
    assert score(asked, kept).masked == 0.0


def test_controls_are_asked_the_same_questions(
    documents: dict[str, Document], folder: Path, cite: Cite, answer: Make
) -> None:
    run = run_questions(
        [question(DADS), question(id="q2")],
        ask=lambda _turns: answer(cite(1, FATHER)),
        search=lambda _question: None,
        documents=documents,
        folder=folder,
    )
    assert [score.credit for score in run.scores] == [1, 0]
    assert [score.credit for score in run.controls["always refuse"]] == [0, 1]
    assert all(score.seconds > 0 for score in run.scores)


def test_interval_holds_the_mean_and_is_repeatable() -> None:
    values = [0.0] * 30 + [1.0] * 70
    low, high = bootstrap_mean(values)
    assert low < sum(values) / len(values) < high
    assert (low, high) == bootstrap_mean(values)
    assert bootstrap_mean([1.0] * 5) == (1.0, 1.0)
