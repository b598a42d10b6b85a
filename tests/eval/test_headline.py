"""The headline cannot be won by dumping, by silence, or by anything that says what is not there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle

import pytest
from made_gold import FATHER, FINDING, POLICE, Cite, Make
from made_rows import question, score

from eval.measuring.figures import Row, figure
from eval.measuring.headline import GROUNDED, ON_TARGET, f_measure
from eval.measuring.held import Held
from eval.measuring.scoring import HEADLINE
from eval.sets.questions import Question, QuotedGold
from rag.answer import Answer, Statement
from rag.types import Citation, Document

SENTENCES = (FINDING, FATHER, POLICE)
GOLD = {sentence: QuotedGold("elm.txt", "finding", sentence, "") for sentence in SENTENCES}
ANSWERABLE = tuple(question(GOLD[sentence], turns=(sentence,)) for sentence in SENTENCES)
UNANSWERABLE = (question(turns=("What did it cost?",)), question(turns=("Who is the mayor?",)))

Reply = Callable[[Question], Answer]


def headline(held: Held, reply: Reply) -> float:
    rows = [score(each, reply(each), held) for each in (*ANSWERABLE, *UNANSWERABLE)]
    found = figure(HEADLINE, rows)
    assert found is not None
    return found.value


@pytest.fixture
def honest(cite: Cite, answer: Make) -> Reply:
    def reply(asked: Question) -> Answer:
        if not asked.answerable:
            return answer(status="refused", reason="not_stated")
        return answer(cite(1, asked.turns[0]))

    return reply


def test_right_answers_and_refusals_score_one(held: Held, honest: Reply) -> None:
    assert headline(held, honest) == pytest.approx(1.0)


def test_silence_scores_nothing(held: Held, answer: Make) -> None:
    assert headline(held, lambda _: answer(status="refused", reason="not_stated")) == 0
    assert headline(held, lambda _: answer()) == 0


def test_dumping_everything_scores_nothing(held: Held, cite: Cite, answer: Make) -> None:
    dump = answer(*(cite(n, sentence) for n, sentence in enumerate(SENTENCES, 1)))
    assert headline(held, lambda _: dump) == 0


def test_padding_loses_even_where_the_refusals_are_right(
    held: Held, honest: Reply, cite: Cite, answer: Make
) -> None:
    everything = [cite(n, SENTENCES[n % 3]) for n in range(40)]

    def reply(asked: Question) -> Answer:
        return answer(*everything) if asked.answerable else honest(asked)

    assert headline(held, reply) < 1 / 2


def test_hedging_every_answer_scores_half_at_most(held: Held, honest: Reply) -> None:
    assert headline(held, lambda asked: replace(honest(asked), status="partial")) <= 1 / 2


def test_refusing_by_chance_does_not_pay(held: Held, cite: Cite, answer: Make) -> None:
    """Every second question is refused, whatever it asks; the others are answered rightly."""
    coin = cycle([True, False])

    def reply(asked: Question) -> Answer:
        sentence = asked.turns[0] if asked.answerable else FINDING
        return answer(status="refused") if next(coin) else answer(cite(1, sentence))

    assert headline(held, reply) <= 1 / 2


def _random_citation(given: Answer, held: Held) -> Answer:
    other = held.documents["elm"].units[-1]
    return replace(given, citations=tuple(replace(each, unit=other.id) for each in given.citations))


def _wrong_source(given: Answer, _held: Held) -> Answer:
    return replace(
        given, citations=tuple(replace(each, document="oak") for each in given.citations)
    )


def _no_citation(given: Answer, _held: Held) -> Answer:
    bare = tuple(Statement(each.text, (), verbatim=True) for each in given.statements)
    return replace(given, statements=bare, citations=())


def _altered(given: Answer, _held: Held) -> Answer:
    return replace(
        given,
        citations=tuple(replace(each, quote=each.quote + " ever") for each in given.citations),
    )


@pytest.mark.parametrize("spoil", [_random_citation, _wrong_source, _no_citation, _altered])
def test_what_is_not_grounded_scores_nothing(
    held: Held, honest: Reply, spoil: Callable[[Answer, Held], Answer]
) -> None:
    assert headline(held, lambda asked: spoil(honest(asked), held)) == 0


def test_length_costs(held: Held, cite: Cite, answer: Make) -> None:
    def grounded(*shown: Citation) -> Row:
        return score(ANSWERABLE[0], answer(*shown), held)

    short, long = grounded(cite(1, FINDING)), grounded(cite(1, FINDING), cite(2, POLICE))
    assert short.values[GROUNDED] == pytest.approx(1.0)
    assert long.values[ON_TARGET] == pytest.approx(8 / (8 + 5))
    assert long.values[GROUNDED] == pytest.approx(f_measure(1.0, 8 / 13))
    twice = grounded(cite(1, FINDING), cite(2, FINDING))
    assert twice.values[ON_TARGET] == pytest.approx(8 / 16)


def test_f_weighs_recall_three_times() -> None:
    assert f_measure(1.0, 1.0) == 1.0
    assert f_measure(0.0, 1.0) == f_measure(1.0, 0.0) == f_measure(0.0, 0.0) == 0.0
    assert f_measure(1.0, 0.5) == pytest.approx(10 * 0.5 / (9 * 0.5 + 1))


def test_without_one_of_the_kinds_there_is_no_headline(
    held: Held, honest: Reply, documents: dict[str, Document]
) -> None:
    assert documents is held.documents
    for kind in (ANSWERABLE, UNANSWERABLE):
        rows: Sequence[Row] = [score(each, honest(each), held) for each in kind]
        assert figure(HEADLINE, rows) is None
