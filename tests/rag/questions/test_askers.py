"""Who asks is no topic and no owner, unless they ask for themselves."""

import pytest

from rag.questions.askers import asks_for_themselves, without_asker

ASKED = "what do the reviews say about fathers"


@pytest.mark.parametrize(
    "asker",
    [
        "I'm a teacher at a small school, ",
        "I run a family hub - ",
        "I manage two duty teams: ",
        "We lead an early help team, ",
        "hi, I chair core groups, ",
        "I teach reception. ",
        "I have just started as a health visitor, ",
        "I have just qualified as a social worker - ",
        "I volunteer with Home-Start, ",
        "I supervise students; ",
        "as a manager of a nursery ",
        "As an independent chair, ",
    ],
)
def test_who_asks_is_left_out(asker: str) -> None:
    assert without_asker(asker + ASKED).strip() == ASKED


@pytest.mark.parametrize(
    "question",
    [
        "I train people on neglect, give me a quotation for them",
        "as a result of this, what did the reviews change",
        "I need the police recommendations, all of them please",
        "how should we run a core group, and who should chair it",
        "did the manager run the team, and what did she do then",
    ],
)
def test_what_is_asked_is_kept(question: str) -> None:
    assert without_asker(question) == question


def test_they_may_ask_for_themselves() -> None:
    assert asks_for_themselves("I'm a police officer, what are the recommendations for us")
    assert not asks_for_themselves("I'm a police officer, what are the health recommendations")
    assert not asks_for_themselves("I'm a police officer, give me the health recommendations")
