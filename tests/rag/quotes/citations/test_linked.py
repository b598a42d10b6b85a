"""Permanent links: followed as they are, after the document has been read anew, and when broken."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.errors import UnknownDocument, UnknownUnit
from rag.index.indexing import remove, sync
from rag.index.library import Library
from rag.quotes.citations.citing import cite
from rag.quotes.citations.linked import Linked, follow, link_to_words
from rag.quotes.citations.links import Link

SEEN = "The father was not seen by anyone until March."
KNOWN = "The dog was known to the housing officer."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus", child_z=review(SEEN, KNOWN))


@pytest.fixture
def library(tmp_path: Path, corpus: Path) -> Library:
    library = open_faked(tmp_path / "data")
    sync(library, corpus, register=NOTHING)
    return library


def link_to(library: Library, words: str) -> Link:
    document = library.document(library.catalogue.records()[0].id)
    start = document.reading.text.index(words)
    unit = next(unit for unit in document.units if words in unit.text)
    return link_to_words(document, unit, (start, start + len(words)))


def marked(linked: Linked) -> str:
    return linked.document.reading.text[slice(*linked.marked)]


def read_anew(library: Library, corpus: Path, *sentences: str) -> None:
    write(corpus, child_z=review(*sentences))
    sync(library, corpus, register=NOTHING)


def test_a_link_is_read_back_from_its_address() -> None:
    link = Link("child-z", "finding 1 & 2", (3, 14), "0a1b2c3d")
    assert Link.parse(dict(parse_qsl(link.address.removeprefix("?")))) == link
    assert Link("child-z", "finding-1").address == "?doc=child-z&unit=finding-1"


@pytest.mark.parametrize("figure", ["", "-1", "x", "9" * 5000, "²"])
def test_a_figure_that_is_none_marks_nothing(figure: str) -> None:
    link = Link.parse({"doc": "a", "unit": "b", "start": figure, "end": figure})
    assert link is not None
    assert link.marked == (0, 0)
    assert Link.parse({"doc": "a"}) is None


def test_a_citation_leads_to_its_words(library: Library) -> None:
    link = link_to(library, "was not seen")
    document = library.document(link.document)
    unit = library.catalogue.unit(link.document, link.unit)
    citation = cite(document, unit, [link.marked], 1)
    assert citation is not None
    assert Link.of_citation(citation) == link
    found = follow(library, link)
    assert (found.words, found.unit, marked(found)) == ("there", unit, "was not seen")


def test_a_link_to_a_unit_marks_nothing(library: Library) -> None:
    link = replace(link_to(library, SEEN), marked=(0, 0), words="")
    assert follow(library, link).words == "none"


def test_words_that_have_moved_inside_their_unit_are_found(library: Library, corpus: Path) -> None:
    link = link_to(library, "was not seen by anyone")
    read_anew(library, corpus, f"In all those weeks, {SEEN[0].lower()}{SEEN[1:]}", KNOWN)
    found = follow(library, link)
    assert (found.words, marked(found)) == ("moved", "was not seen by anyone")
    assert found.unit.id == link.unit


def test_words_that_have_moved_to_another_unit_are_found(library: Library, corpus: Path) -> None:
    link = link_to(library, KNOWN)
    read_anew(library, corpus, SEEN, "A bruise was seen.", KNOWN)
    found = follow(library, link)
    assert (found.words, marked(found)) == ("moved", KNOWN)
    assert KNOWN in found.unit.text


def test_of_several_places_the_one_nearest_to_the_former_is_taken(
    library: Library, corpus: Path
) -> None:
    link = link_to(library, "known")
    read_anew(library, corpus, "It was known.", SEEN, KNOWN, "That was known.")
    found = follow(library, link)
    assert KNOWN in found.unit.text


def test_words_inside_other_words_are_not_theirs(library: Library, corpus: Path) -> None:
    link = link_to(library, "known")
    read_anew(library, corpus, SEEN, "The dog was unknown, and knownot is no word.")
    assert follow(library, link).words == "gone"


def test_words_that_are_gone_leave_the_unit_unmarked(library: Library, corpus: Path) -> None:
    link = link_to(library, "was not seen")
    read_anew(library, corpus, SEEN.replace("not seen", "seen"), KNOWN)
    found = follow(library, link)
    assert (found.words, found.marked, found.unit.id) == ("gone", (0, 0), link.unit)


def test_marks_outside_the_unit_and_the_text_mark_nothing(library: Library) -> None:
    link = link_to(library, SEEN)
    for place in [(0, 3), (10_000, 10_020), (5, 10**8)]:
        found = follow(library, replace(link, marked=place, words=""))
        assert (found.words, found.marked) == ("gone", (0, 0))


def test_an_unknown_unit_is_found_by_its_words_or_named(library: Library) -> None:
    link = replace(link_to(library, SEEN), unit="paragraph-99")
    assert marked(follow(library, link)) == SEEN
    with pytest.raises(UnknownUnit, match="no part 'paragraph-99'"):
        follow(library, replace(link, words="00000000"))


def test_a_document_that_was_taken_out_is_told_from_one_never_held(library: Library) -> None:
    link = link_to(library, SEEN)
    remove(library, link.document)
    with pytest.raises(UnknownDocument, match="taken out"):
        follow(library, link)
    with pytest.raises(UnknownDocument, match="no document 'never'"):
        follow(library, replace(link, document="never"))


def test_links_survive_another_process(library: Library) -> None:
    link = link_to(library, KNOWN)
    library.close()
    assert marked(follow(open_faked(library.data), link)) == KNOWN
