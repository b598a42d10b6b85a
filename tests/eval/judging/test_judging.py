"""Answers in, scores out: shares by question, what has no verdict, and labels."""

from collections.abc import Callable, Sequence

import pytest
from chat_server import Asked, Script, Sent, serving

from eval.asking.systems import System
from eval.judging.aspects import READS_ALONE, SUPPORTED
from eval.judging.judge import open_judge
from eval.judging.judging import cited_statements, judge_system
from eval.proving.labelled import Labelled
from eval.sets.questions import Question
from eval.telling.opinions import tell_agreement
from eval.telling.records import Judged
from rag.answer import Answer, Statement
from rag.types import Citation, Document

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
        found = judge_system(open_judge(server.spec), (), system, questions, documents)
        return found, len(server.asked)


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
    answer = Answer("?", "answered", None, statements, ones)
    [(statement, evidence)] = cited_statements(answer, documents)
    assert statement == "Nobody kept a chronology."
    headings = ["Review elm › Findings, item 1", "Review elm › Findings, item 2"]
    assert [each["heading"] for each in evidence] == headings
    assert evidence[0]["text"] == "Nobody kept a chronology of the home visits."


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


def test_without_labels_no_agreement_is_told(documents: dict[str, Document], cite: Cite) -> None:
    found, _ = judged([answer_of(cite(1, "Father"))], documents, by_words({}))
    assert [tell_agreement(score.agreement) for score in found.scores] == ["no labels"] * 2


def agreement(labels: Sequence[str], replies: Sequence[str]) -> str:
    """What is told of a model that replies so to statements labelled so, each ten times over with
    a unit of its own; beside them stands one on which the two passes disagree."""
    pairs = [*zip(labels, labels, replies, strict=True)] * 10 + [("full", "not", FULL)]
    labelled = [
        Labelled(
            f"{n}",
            f"Statement {n}.",
            [{"document": "elm", "unit": f"u{n}", "heading": "Elm", "text": "Text."}],
            {"support": first, "readable": ("yes", "no")[n % 2], "by": "person: 0"},
            {"support": second, "readable": ("yes", "no")[n % 2], "by": "person: 1"},
            control=None,
        )
        for n, (first, second, _) in enumerate(pairs)
    ]
    said = {each.sentence: reply for each, (*_, reply) in zip(labelled, pairs, strict=True)}

    def script(asked: Asked) -> Sent:
        return Sent(said[asked.material["statement"]] if "evidence" in asked.material else ALONE)

    system = System("made up", "system", lambda turns: Answer(turns[0], "refused", None, (), ()))
    with serving(script) as server:
        found = judge_system(open_judge(server.spec), labelled, system, [], {})
    return tell_agreement(found.scores[0].agreement)


@pytest.mark.slow
def test_agreement_is_told_of_the_labels_that_both_passes_give() -> None:
    told = agreement(["full", "full", "not", "not"], [FULL, FULL, NOT, FULL])
    # Agreed in 3 of 4; by chance in 3/4 * 1/2 + 1/4 * 1/2.
    assert told.startswith(f"kappa {(3 / 4 - 1 / 2) / (1 / 2):.3f} (")
    assert f"balanced accuracy {(2 / 2 + 1 / 2) / 2:.3f} (" in told
    assert told.endswith("40 statements labelled by person: 0 and person: 1, 0 without a verdict")


@pytest.mark.slow
@pytest.mark.parametrize("reply", ["", "yesterday"])
def test_a_judge_without_verdicts_agrees_with_nobody(reply: str) -> None:
    told = agreement(["full", "full", "not", "not"], [reply] * 4)
    assert told.startswith("kappa 0.000 (0.000 to 0.000), balanced accuracy 0.000 (")
    assert told.endswith("40 without a verdict")


@pytest.mark.slow
def test_a_judge_that_always_approves_agrees_no_better_than_chance() -> None:
    told = agreement(["full", "full", "not", "not"], [FULL] * 4)
    assert "kappa 0.000" in told
    assert "balanced accuracy 0.500" in told
