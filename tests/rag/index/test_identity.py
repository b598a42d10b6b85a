"""An original takes over its digest's id, and gives it back."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from builders import build_document
from made_libraries import DIGEST, digest, open_faked, review, write

from rag.documents.register import Register
from rag.index.identity import same_review
from rag.index.indexing import Result, add, remove, sync
from rag.index.library import Library

ORIGINAL = review("The bruise was seen by the police.", title="Baby Z: briefing")
CHECKSUM = hashlib.sha256(ORIGINAL.encode()).hexdigest()
REGISTER = Register((replace(DIGEST, original_checksum=CHECKSUM),))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus", baby_z=digest("Our summary: a bruise was seen."))


@pytest.fixture
def library(tmp_path: Path, corpus: Path) -> Library:
    library = open_faked(tmp_path / "data")
    sync(library, corpus, register=REGISTER)
    assert held(library) == {DIGEST.id: "digest"}
    return library


def held(library: Library) -> dict[str, str]:
    return {record.id: record.provenance for record in library.catalogue.records()}


def statuses(results: tuple[Result, ...]) -> list[tuple[str, str]]:
    return [(result.file, result.status) for result in results]


def test_an_original_dropped_into_the_corpus_takes_over_and_gives_back(
    library: Library, corpus: Path
) -> None:
    write(corpus, zz_original=ORIGINAL)
    results = sync(library, corpus, register=REGISTER)
    assert statuses(results)[-1] == ("zz-original.md", "added")
    assert "baby-z.md" in results[-1].warnings[-1]
    assert held(library) == {DIGEST.id: "original"}
    again = sync(library, corpus, register=REGISTER)
    assert statuses(again) == [("baby-z.md", "unchanged"), ("zz-original.md", "unchanged")]
    assert "zz-original.md" in again[0].warnings[0]
    (corpus / "zz-original.md").unlink()
    assert statuses(sync(library, corpus, register=REGISTER)) == [
        ("baby-z.md", "added"), ("zz-original.md", "removed")
    ]  # fmt: skip
    assert held(library) == {DIGEST.id: "digest"}
    write(corpus, zz_original=ORIGINAL)
    sync(library, corpus, register=REGISTER)
    assert held(library) == {DIGEST.id: "original"}


def test_an_added_original_takes_over_and_gives_back_when_removed(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    desk = write(tmp_path / "desk", zz_original=ORIGINAL)
    (result,) = add(library, [desk], register=REGISTER)
    assert result.id == DIGEST.id
    assert held(library) == {DIGEST.id: "original"}
    sync(library, corpus, register=REGISTER)
    assert held(library) == {DIGEST.id: "original"}
    remove(library, DIGEST.id)
    sync(library, corpus, register=REGISTER)
    assert held(library) == {DIGEST.id: "digest"}


@pytest.mark.parametrize("name", ["aa_original", "zz_original"])
def test_both_at_first_sight_end_as_one_original(tmp_path: Path, name: str) -> None:
    corpus = write(tmp_path / "corpus", baby_z=digest("Our summary."), **{name: ORIGINAL})
    with open_faked(tmp_path / "data") as library:
        sync(library, corpus, register=REGISTER)
        assert list(held(library).values()) == ["original"]
        sync(library, corpus, register=REGISTER)
        assert list(held(library).values()) == ["original"]


def test_another_review_does_not_take_over(library: Library, corpus: Path) -> None:
    write(corpus, other=review("A dog was known.", title="Child Y: briefing"))
    sync(library, corpus, register=REGISTER)
    assert sorted(held(library).values()) == ["digest", "original"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"area": None}, True),
        ({"published": "2019-04"}, True),
        ({"published": None}, True),
        ({"subject": "BABY  Z"}, True),
        ({"subject": "Baby Y"}, False),
        ({"subject": None}, False),
        ({"area": "Otherborough"}, False),
        ({"published": "2020"}, False),
        ({"kind": "briefing"}, False),
    ],
)
def test_what_makes_two_records_one_review(
    change: dict[str, str | None], *, expected: bool
) -> None:
    record = build_document([("detail", "Detail 1", "Words.")]).record
    assert same_review(record, replace(record, **change)) is expected  # type: ignore[arg-type]
    assert same_review(replace(record, **change), record) is expected  # type: ignore[arg-type]


def test_a_digest_given_by_hand_while_its_original_is_held_is_told_of_it(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, write(corpus, zz_original=ORIGINAL), register=REGISTER)
    given = write(tmp_path / "desk", baby_z=digest("Our summary: a bruise was seen."))
    (result,) = add(library, [given / "baby-z.md"], register=REGISTER)
    assert (result.file, result.status) == ("baby-z.md", "unchanged")
    assert "zz-original.md" in result.warnings[0]
    assert list(held(library).values()) == ["original"]
