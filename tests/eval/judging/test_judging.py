"""Answers in, scores out: shares by question, what has no verdict, and labels."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from chat_server import Asked, Script, Sent, serving

from eval.asking.systems import System
from eval.judging.aspects import READS_ALONE, SUPPORTED
from eval.judging.judge import Judge
from eval.judging.judged import Judged, tell_agreement
from eval.judging.judging import cited_statements, judge_system
from eval.judging.models import OpenAILikeModel, parse_address
from eval.sets.questions import Question
from rag.types import Answer, Citation, Document, Statement

NO_LABELS = Path(__file__).with_name("no-labels.jsonl")
Cite = Callable[..., Citation]
FULL, NOT, ALONE = '{"verdict": "full"}', '{"verdict": "not"}', '{"verdict": "yes"}'


def by_words(replies: dict[str, str], *, alone: str = ALONE) -> Script:
    """The reply to a statement that has these words; else the statement is backed."""

    def script(asked: Asked) -> Sent:
        if "evidence" not in asked.material:
            return Sent(alone)
        statement = asked.material["statement"]
        return Sent(next((replies[w] for w in replies if w in statement), FULL))

    return script


def judged(
    answers: Sequence[Answer], documents: dict[str, Document], script: Script
) -> tuple[Judged, int]:
    """And how often was asked."""
    given = {f"q{n}": answer for n, answer in enumerate(answers)}
    system = System("made up", "system", lambda turns: given[turns[0]])
    questions = [
        Question(id=name, turns=(name,), type="any", answerable=True, gold=(), reference="")
        for name in given
    ]
    with serving(script) as server:
        judge = Judge(OpenAILikeModel(parse_address(server.spec), pause=lambda _: None))
        return judge_system(judge, system, questions, documents, passes=[NO_LABELS]), len(
            server.asked
        )


def answer_of(*citations: Citation) -> Answer:
    statements = tuple(Statement(each.quote, (each.n,)) for each in citations)
    return Answer("?", "answered", None, statements, citations)


def test_a_statement_comes_with_all_that_it_cites(
    documents: dict[str, Document], cite: Cite
) -> None:
    ones = (cite(1, "Nobody kept a chronology"), cite(2, "Father"), cite(3, "home visits"))
    statements = (
        Statement("What was found", (1,), heading=True),
        Statement("Nothing was found elsewhere."),
        Statement("Nobody kept a chronology.", (1, 2, 3)),
        Statement("Nobody kept a chronology.", (1, 2, 3)),
    )
    [item] = cited_statements(Answer("?", "answered", None, statements, ones), documents)
    assert item.sentence == "Nobody kept a chronology."
    assert [each.unit for each in item.evidence] == ["findings-item-1", "findings-item-2"]
    assert item.evidence[0].heading == "Review elm › Findings, item 1"
    assert item.evidence[0].text == "Nobody kept a chronology of the home visits."


def test_a_score_is_the_mean_over_questions_of_what_is_good(
    documents: dict[str, Document], cite: Cite
) -> None:
    half = answer_of(cite(1, "Father was seldom asked about."), cite(2, "Officers"))
    whole = answer_of(cite(1, "Nobody kept a chronology"))
    found, asked = judged([half, whole, whole], documents, by_words({"Officers": NOT}))
    support, alone = found.scores
    assert support.figure is not None
    assert support.figure.value == pytest.approx((1 / 2 + 1 + 1) / 3)
    assert (support.figure.n, support.statements, support.no_verdict) == (3, 4, 0)
    assert alone.figure is not None
    assert alone.figure.value == 1
    assert asked == 2 * 3
    assert (found.model, found.stopped) == ("made-up/judge-1", None)
    assert found.statements[1].verdicts == {SUPPORTED.name: "not", READS_ALONE.name: "yes"}


def test_what_has_no_verdict_is_left_out_counted_and_taken_for_bad_beside(
    documents: dict[str, Document], cite: Cite
) -> None:
    one = answer_of(cite(1, "Father was seldom asked about."), cite(2, "Officers"))
    other = answer_of(cite(1, "Nobody kept a chronology"))
    script = by_words({"Officers": "yesterday", "Nobody": ""})
    support = judged([one, other], documents, script)[0].scores[0]
    assert support.figure is not None
    assert (support.figure.value, support.figure.n) == (1, 1)
    assert (support.statements, support.no_verdict, support.at_least) == (3, 2, 1 / 4)


def test_a_model_without_any_verdict_gives_no_score(
    documents: dict[str, Document], cite: Cite
) -> None:
    found, _ = judged([answer_of(cite(1, "Father"))], documents, lambda _: Sent("yes"))
    assert [(s.figure, s.at_least, s.no_verdict) for s in found.scores] == [(None, 0, 1)] * 2
    assert found.statements[0].instead == {SUPPORTED.name: "yes", READS_ALONE.name: "yes"}


def test_refusals_and_empty_answers_have_no_score(documents: dict[str, Document]) -> None:
    refused = Answer("?", "refused", "off_topic", (Statement("I only know reviews."),), ())
    found, asked = judged([refused], documents, by_words({}))
    assert [(score.figure, score.at_least) for score in found.scores] == [(None, None)] * 2
    assert asked == 0


def test_repeating_an_answer_raises_no_score(documents: dict[str, Document], cite: Cite) -> None:
    good, bad = cite(1, "Father was seldom asked about."), cite(2, "Officers")
    once, often = answer_of(good, bad), answer_of(good, good, good, bad)
    scores = [
        judged([each], documents, by_words({"Officers": NOT}))[0].scores[0]
        for each in (once, often)
    ]
    assert scores[0] == scores[1]


def test_a_server_that_goes_away_leaves_no_half_scores(
    documents: dict[str, Document], cite: Cite
) -> None:
    found, _ = judged(
        [answer_of(cite(1, "Father"))], documents, lambda _: Sent(b'{"error": {}}', 401)
    )
    assert found.scores == found.statements == ()
    assert "HTTP 401" in (found.stopped or "")


def test_without_both_passes_there_are_no_labels(
    documents: dict[str, Document], cite: Cite
) -> None:
    found, _ = judged([answer_of(cite(1, "Father"))], documents, by_words({}))
    assert [tell_agreement(score.agreement) for score in found.scores] == ["no labels"] * 2
