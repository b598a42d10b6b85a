"""Every stretch of the five original reviews is found, and no mutated one is a match."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked

from rag.index.indexing import sync
from rag.index.library import Library
from rag.quotes.check import check_quote
from rag.quotes.look_up import look_up

REVIEWS = Path(__file__).parents[4] / "shared" / "reviews"


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    if not REVIEWS.is_dir():
        pytest.skip("needs the five original reviews beside the project")
    folder = tmp_path_factory.mktemp("originals")
    with open_faked(folder / "data") as library:
        sync(library, REVIEWS, register=NOTHING)
        yield library


@pytest.mark.slow
@pytest.mark.parametrize("side", ["source", "reading"])
def test_every_stretch_of_the_originals_is_found(originals: Library, side: str) -> None:
    chance = random.Random(7)  # noqa: S311 - a sample
    for record in originals.catalogue.records():
        document = originals.document(record.id)
        text = document.source.text if side == "source" else document.reading.text
        words = [*re.finditer(r"\S+", text)]
        for _ in range(30):
            first = chance.randrange(len(words) - 30)
            last = words[first + chance.randint(7, 29)]
            given = text[words[first].start() : last.end()]
            verdict = look_up(originals, given)
            assert verdict.match in ("exact", "layout"), given
            assert side == "reading" or verdict.match == "exact", given
            places = (verdict.citation, *verdict.also)
            assert any(place and place.document == record.id for place in places), given


@pytest.mark.slow
def test_no_mutated_sentence_of_the_originals_is_a_match(originals: Library) -> None:
    chance = random.Random(11)  # noqa: S311 - a sample
    for record in originals.catalogue.records():
        document = originals.document(record.id)
        units = [unit for unit in document.units if len(unit.text.split()) > 14]
        for unit in chance.sample(units, 12):
            words = unit.text.split()
            at = chance.randrange(1, 12)
            for mutated in (
                [*words[:at], "not", *words[at:14]],
                [*words[:at], *words[at + 1 : 14]],
                [*words[: at - 1], words[at], words[at - 1], *words[at + 1 : 14]],
                [*words[:at], words[at] + "s", *words[at + 1 : 14]],
            ):
                given = " ".join(mutated)
                verdict = look_up(originals, given)
                if verdict.match in ("exact", "layout"):
                    # Two equal neighbours, or words that really stand so elsewhere.
                    assert given.replace(" ", "") in re.sub(r"\s", "", document.reading.text)


@pytest.mark.slow
def test_every_unit_of_the_originals_passes_the_check(originals: Library) -> None:
    for record in originals.catalogue.records():
        document = originals.document(record.id)
        for unit in document.units:
            for a, b in unit.spans:
                assert check_quote(document, [(a, b)], document.reading.text[a:b])
