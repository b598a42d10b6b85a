"""How sure an answer is: more with better signs, and from nothing at all hardly."""

from dataclasses import replace
from math import exp, log
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_W

from rag.answers.search.search_answer import weigh
from rag.assistant import ask
from rag.evidence.chance import Signs, chance
from rag.evidence.weights import trying, weights
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.understanding import understand

NO_SIGN = Signs(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("chance")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V), register=NOTHING)
    return library


def test_the_signs_are_weighed_and_squeezed_between_0_and_1() -> None:
    fitted = dict.fromkeys(weights().chance, 0.0) | {"constant": -log(3), "covered": log(9)}
    with trying(replace(weights(), chance=fitted)):
        assert chance(NO_SIGN) == pytest.approx(1 / (1 + 3))
        assert chance(replace(NO_SIGN, covered=1.0)) == pytest.approx(3 / (1 + 3))
        assert chance(replace(NO_SIGN, covered=0.5)) == pytest.approx(1 / (1 + exp(0)))


def test_every_sign_has_a_weight() -> None:
    assert set(weights().chance) == {"constant", *Signs.__dataclass_fields__}


def test_what_the_library_speaks_of_has_the_better_signs(library: Library) -> None:
    held = weigh(library, understand("was the father of baby V met", library))
    absent = weigh(library, understand("was the swimming pool of baby V heated", library))
    assert held.named == absent.named == 1.0
    assert held.covered > absent.covered
    assert held.gone < absent.gone
    assert chance(held) > chance(absent)


def test_a_fact_that_is_nowhere_stated_is_lacking(library: Library) -> None:
    asked = weigh(library, understand("which hospital was baby V taken to", library))
    assert (asked.typed, asked.lacking) == (1.0, 1.0)


@pytest.mark.parametrize(
    "question", ["findings of baby V", "was the father of baby V met", "hello"]
)
def test_every_answer_says_how_sure_it_is(library: Library, question: str) -> None:
    confidence = ask(library, [question]).confidence
    assert confidence is not None
    assert 0 <= confidence <= 1
