"""The catalogue gives back what was put in, one commit at a time."""

import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from builders import build_document
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import StoreUnavailable, UnknownDocument, UnknownUnit
from rag.index.catalogue import Catalogue
from rag.index.ledger import Failure, Identity, Location
from rag.index.passages import cut_passages
from rag.index.rows import pack, unpack
from rag.types import Document, Dropped, Source

PARTS = [
    ("section", "Findings", "Findings"),
    ("finding", "Finding 1", "The father was not seen."),
    ("recommendation", "Recommendation 1", "See the father."),
]
HERE = Location("corpus", "baby-z.txt")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "catalogue.sqlite3") as opened:
        yield opened


def publish(catalogue: Catalogue, document: Document, location: Location = HERE) -> None:
    passages = cut_passages(document)
    catalogue.publish(document, passages, location=location, fingerprint="f")


def test_a_document_comes_back_as_it_was(catalogue: Catalogue) -> None:
    document = build_document(PARTS)
    source = Source(
        "baby-z.txt", "pdf", "So–urce £", document.pages, "c" * 64, ("odd",), (("title", "T"),),
        doubtful_pages=(2,), second_reader_pages=(1, 2),
    )  # fmt: skip
    dropped = (Dropped(3, 4, "hyphen"),)
    units = (*document.units[:-1], replace(document.units[-1], key="author"))
    reading = replace(document.reading, dropped=dropped)
    document = replace(document, source=source, reading=reading, units=units)
    publish(catalogue, document)
    assert catalogue.document("baby-z") == document
    assert catalogue.reading_text("baby-z") == document.reading.text
    assert catalogue.units("baby-z") == document.units
    assert catalogue.records() == (document.record,)
    card = catalogue.card("baby-z")
    assert (card.pages, card.units, card.passages) == (1, 3, 2)
    assert (card.location, card.checksum, card.warnings) == (HERE, "c" * 64, ("odd",))
    assert (card.doubtful_pages, card.second_reader_pages) == ((2,), (1, 2))


@given(st.lists(st.integers(min_value=0, max_value=2**31 - 1)).map(sorted))
def test_places_survive_packing(places: list[int]) -> None:
    assert unpack(pack(places)) == array("i", places)


def test_units_are_found_by_kind_number_and_agency(catalogue: Catalogue) -> None:
    document = build_document(PARTS)
    police = replace(document.units[2], agency="Police", number="BF4.1")
    publish(catalogue, replace(document, units=(*document.units[:2], police)))
    other = Location("corpus", "y.txt")
    publish(catalogue, build_document(PARTS, id_="baby-y"), other)

    def found(documents: set[str] | None = None, **asked: str) -> list[tuple[str, str]]:
        return [(d, u.id) for d, u in catalogue.find_units(documents, **asked)]

    assert found(kind="finding") == [("baby-y", "finding-1"), ("baby-z", "finding-1")]
    assert found({"baby-z"}, number="bf4.1") == [("baby-z", "recommendation-1")]
    assert found(agency="POLICE") == [("baby-z", "recommendation-1")]
    assert found(set(), kind="finding") == []
    assert len(found()) == 6
    assert catalogue.unit("baby-z", "recommendation-1") == police


def test_what_is_not_there_is_named(catalogue: Catalogue) -> None:
    publish(catalogue, build_document(PARTS))
    with pytest.raises(UnknownDocument, match="'nobody'"):
        catalogue.card("nobody")
    with pytest.raises(UnknownDocument):
        catalogue.document("nobody")
    with pytest.raises(UnknownDocument):
        catalogue.unit("nobody", "finding-1")
    with pytest.raises(UnknownUnit, match="'finding-9'"):
        catalogue.unit("baby-z", "finding-9")
    with pytest.raises(UnknownDocument):
        catalogue.withdraw("nobody")


def test_publishing_again_replaces_and_starts_a_generation(catalogue: Catalogue) -> None:
    generations = [catalogue.generation]
    for words in ("First words.", "Other words."):
        publish(catalogue, build_document([("detail", "Detail 1", words)]))
        generations.append(catalogue.generation)
    assert [p.text for p in catalogue.all_passages()] == ["Other words."]
    assert [u.text for u in catalogue.units("baby-z")] == ["Other words."]
    catalogue.withdraw("baby-z")
    generations.append(catalogue.generation)
    assert len(set(generations)) == 4
    assert catalogue.records() == catalogue.all_passages() == ()
    identity = catalogue.ledger.identities()[HERE]
    assert identity.document == "baby-z", "a file that returns has its id again"


def test_a_failed_commit_leaves_all_as_it_was(catalogue: Catalogue) -> None:
    document = build_document(PARTS)
    publish(catalogue, document)
    before = catalogue.generation
    twice = replace(document, units=(*document.units, document.units[0]))
    with pytest.raises(sqlite3.IntegrityError):
        publish(catalogue, twice)
    assert catalogue.generation == before
    assert catalogue.document("baby-z") == document


def test_passages_by_id_leave_out_the_unknown(catalogue: Catalogue) -> None:
    document = build_document(PARTS)
    publish(catalogue, document)
    first, second = cut_passages(document)
    assert catalogue.passages([second.id, "orphan"]) == {second.id: second}
    assert catalogue.all_passages() == (first, second)
    assert catalogue.passage_ids() == catalogue.passage_ids("baby-z") == {first.id, second.id}


def test_threads_and_a_second_opening_see_the_same(catalogue: Catalogue) -> None:
    publish(catalogue, build_document(PARTS))
    seen: list[int] = []
    threads = [Thread(target=lambda: seen.append(len(catalogue.cards()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1] * 8


def test_a_removed_text_is_gone_from_the_disk(tmp_path: Path) -> None:
    word = "Zanzibarbecue"
    path = tmp_path / "catalogue.sqlite3"
    with Catalogue(path) as catalogue:
        publish(catalogue, build_document([("detail", "Detail 1", f"{word} happened. " * 500)]))
        catalogue.withdraw("baby-z")
        assert all(word.encode() not in file.read_bytes() for file in tmp_path.iterdir())


def test_failures_and_settings_are_remembered(tmp_path: Path) -> None:
    failure = Failure(HERE, "damaged")
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        catalogue.ledger.fail(failure)
        catalogue.ledger.set("corpus", "there")
        catalogue.ledger.remember(HERE, Identity("baby-z", "c"))
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        assert catalogue.ledger.failures() == (failure,)
        assert catalogue.ledger.setting("corpus") == "there"
        assert catalogue.ledger.setting("nothing") is None
        catalogue.ledger.forgive(HERE)
        assert catalogue.ledger.failures() == ()


def test_another_version_or_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite3"
    Catalogue(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreUnavailable, match=r"version 99.*rag index"):
        Catalogue(path)
    path.write_text("This is no database. " * 100, encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="rag index"):
        Catalogue(path)


def test_units_by_their_places(catalogue: Catalogue) -> None:
    publish(catalogue, build_document(PARTS))
    (document, unit), *_ = catalogue.find_units()
    found = catalogue.units_at([(document, unit.id), (document, "finding-99"), ("no-one", unit.id)])
    assert found == {(document, unit.id): unit}
    assert catalogue.units_at([]) == {}
