"""Mutated quotations never pass; the review's own words always do, whatever their layout."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import NOTHING, digest, open_faked, review, write

from rag.index.indexing import sync
from rag.index.library import Library
from rag.quotes.look_up import look_up, look_up_all

SEEN = (
    "The health visitor did not see the baby alone on 14 March 2017, and the social worker"
    " only told the midwife about the bruise after three weeks."
)
SCHOOL = (
    "School staff were able to describe the older brother’s well-being – but housing officers,"
    " who had called six times, were never asked for their view."
)
ONES = {
    "child_a": review(SEEN, "An unknown adult was unable to open the door.", title="Child A"),
    "child_b": review(SCHOOL, "Fees rose by £1.5 million; 30% were unpaid.", title="Child B"),
    "child_c": (
        "# Child C\n\n## Findings\n\n"
        "- The **core group** met <em>twice</em> before the final re-assessment\n"
        "- Agencies shared infor-\nmation late, and the ﬁrst multi-\nagency meeting was shut;\n"
        "- Father &amp; mother were asked [for their views](https://example.org/v) by nobody.\n"
    ),
    "baby_z": digest("Our summary says that nobody ever asked the nursery what it had noticed."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("quotes")
    with open_faked(folder / "data") as library:
        sync(library, write(folder / "corpus", **ONES), register=NOTHING)
        yield library


def test_the_words_as_they_stand_are_exact_and_lead_to_their_unit(library: Library) -> None:
    verdict = look_up(library, SEEN)
    assert verdict.match == "exact"
    assert verdict.differences == ()
    assert verdict.citation is not None
    assert verdict.citation.quote == SEEN
    assert verdict.citation.title == "Child A"
    unit = library.catalogue.unit(verdict.citation.document, verdict.citation.unit)
    assert unit.text == SEEN


LAYOUT = {
    "double spaces": SEEN.replace(" ", "  "),
    "wrapped lines": SEEN.replace(" baby ", "\nbaby ").replace(" told ", " \n told "),
    "line-end hyphen": SEEN.replace("midwife", "mid-\nwife"),
    "soft hyphen": SEEN.replace("midwife", "mid\u00adwife"),
    "straight quote": SCHOOL.replace("’", "'"),
    "another dash": SCHOOL.replace("–", "-"),
    "closed dash": SCHOOL.replace(" – ", "—"),
    "hyphen that may be a line's": SCHOOL.replace("well-being", "well-\nbeing"),
    "unbreakable hyphen": SCHOOL.replace("well-being", "well\u2011being"),
    "bullet": "• " + SCHOOL,
    "dash as bullet": "- " + SCHOOL,
    "tags": SEEN.replace("not see", "<b>not</b> see<br/>"),
    "emphasis": SEEN.replace("alone", "**alone**").replace("only", "_only_"),
    "ligature": SCHOOL.replace("staff", "sta\ufb00"),
    "footnote marker": SEEN.replace("bruise", "bruise³"),
    "parted by the source": "Agencies shared information late",
    "kept by the source": "the first multi-agency meeting was shut",
    "source in bold": "The core group met twice before the final re-assessment",
    "source with entity and link": "Father & mother were asked for their views by nobody.",
    "full stop at an item's end": "met twice before the final re-assessment.",
    "comma of the sentence around": "and the ﬁrst multi-\nagency meeting was shut,",
    "invisible": SEEN.replace("bruise", "bru\u200bise"),
}


@pytest.mark.parametrize("given", LAYOUT.values(), ids=LAYOUT)
def test_layout_is_no_difference(library: Library, given: str) -> None:
    verdict = look_up(library, given)
    assert (verdict.match, verdict.differences) == ("layout", ())


MUTATED = {
    "number": (SEEN.replace("14 March", "15 March"), ("changed", "15", "14")),
    "year": (SEEN.replace("2017,", "2018,"), ("changed", "2018,", "2017,")),
    "name": (SEEN.replace("March", "May"), ("changed", "May", "March")),
    "negation dropped": (SEEN.replace(" did not see", " did see"), ("deleted", "", "not")),
    "negation added": (SCHOOL.replace("were able", "were not able"), ("inserted", "not", "")),
    "qualifier dropped": (SEEN.replace("only ", ""), ("deleted", "", "only")),
    "antonym": (SEEN.replace("after three", "before three"), ("changed", "before", "after")),
    "capital": (SCHOOL[len("School ") :].capitalize(), ("changed", "Staff", "staff")),
    "look-alike letter": (SEEN.replace("baby", "b\u0430by"), ("changed", "b\u0430by", "baby")),
    "joined words": (SCHOOL.replace("had called", "hadcalled"),
                     ("changed", "hadcalled", "had called")),
    "hyphen gone": (SCHOOL.replace("well-being", "wellbeing"), None),
    "mark of meaning": (SCHOOL.replace("officers,", "officers"), None),
    "added clause": (SEEN[:-1] + ", as managers knew.", None),
    "swapped roles": (SEEN.replace("social worker", "X").replace("midwife", "social worker")
                      .replace("X", "midwife"), None),
    "off by one": (SEEN[1:], ("changed", "he", "The")),
    "off by one at the end": (SEEN[:-2], ("changed", "week", "weeks.")),
    "prefix cut off": ("known adult was able to open", None),
    "figure cut off": ("Fees rose by £1", None),
    "per cent cut off": ("1.5 million; 30", None),
    "stop inside a sentence": ("The health visitor did not see the baby alone.", None),
    "word hidden in a tag": (SEEN.replace("alone", "alone <never>"), None),
    "word hidden in a link": (SEEN.replace("alone", "[alone](never)"), None),
    "word hidden in a comment": (SEEN.replace("alone", "alone <!-- never -->"), None),
    "insertion in brackets": (SEEN.replace("the baby", "the baby [a boy]"), None),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTATED)
def test_other_words_are_never_a_match(library: Library, name: str) -> None:
    given, difference = MUTATED[name]
    verdict = look_up(library, given)
    assert verdict.match == "altered"
    assert verdict.differences
    if difference:
        found = [(each.op, each.given, each.source) for each in verdict.differences]
        assert difference in found
    assert verdict.citation is not None
    assert verdict.also == ()


ABSENT = {
    "words of a digest": "nobody ever asked the nursery what it had noticed",
    "other words": "The police officer drove to the station and wrote a long report that night",
    "nothing": " ",
    "signs only": "“…”",
}


@pytest.mark.parametrize("name", ABSENT)
def test_what_no_original_says_is_absent(library: Library, name: str) -> None:
    verdict = look_up(library, ABSENT[name])
    assert (verdict.match, verdict.citation, verdict.differences) == ("absent", None, ())


def test_two_sentences_spliced_are_no_match(library: Library) -> None:
    spliced = SEEN.partition(", and")[0] + ", " + SCHOOL.partition("– ")[2]
    assert look_up(library, spliced).match in ("altered", "absent")


OMISSIONS = {
    "The health visitor did not see the baby […] on 14 March 2017": "exact",
    "The health visitor [...] did not see the baby alone": "exact",
    "School staff … describe the older brother's well-being": "layout",
    "… describe the older brother’s well-being …": "exact",
    "The health visitor did […] see the baby alone": "altered",
    "and the social worker […] told the midwife": "altered",
    "did not see the baby … after ten weeks": "altered",
    "after three weeks […] The health visitor did not see": "altered",
    "did not see the baby alone […] an older cousin was told": "altered",
}


@pytest.mark.parametrize(("given", "match"), OMISSIONS.items())
def test_an_omission_may_not_change_what_is_said(library: Library, given: str, match: str) -> None:
    verdict = look_up(library, given)
    assert verdict.match == match


def test_what_an_unfair_omission_leaves_out_is_shown(library: Library) -> None:
    (difference,) = look_up(library, "The health visitor did […] see the baby").differences
    assert (difference.op, difference.given, difference.source) == ("deleted", "[…]", "not")


def test_what_is_cited_for_an_omission_is_unbroken(library: Library) -> None:
    for given in (
        "The health visitor […] see the baby alone",
        "health visitor did […] see the baby",
    ):
        citation = look_up(library, given).citation
        assert citation is not None
        assert citation.quote in SEEN


def test_an_alteration_is_cited_without_words_of_the_next_paragraph(library: Library) -> None:
    citation = look_up(library, "about the bruise after three or four weeks or so").citation
    assert citation is not None
    assert citation.quote.endswith("weeks.")


def test_pieces_of_two_units_are_not_one_quotation(library: Library) -> None:
    verdict = look_up(library, "did not see the baby alone […] adult was unable to open the door")
    assert verdict.match in ("altered", "absent")


@pytest.mark.parametrize(
    "given",
    [
        f"“{SEEN}”",
        f'"{SEEN}" (Child A review, Finding 1)',
        f"“{SEEN}” (Child A, 2017, paragraph 1).",
        f"{SEEN} (Child A review, page 3)",
        f"‘{SEEN}’ – Child A review, Finding 1",
    ],
)
def test_marks_around_and_a_reference_behind_are_no_part_of_the_words(
    library: Library, given: str
) -> None:
    assert look_up(library, given).match == "exact"


def test_a_reference_may_not_carry_a_negation(library: Library) -> None:
    assert look_up(library, f"{SEEN} (not so in Finding 1)").match == "altered"


def test_words_that_stand_twice_are_cited_twice(tmp_path: Path) -> None:
    corpus = {"child_a": review(SEEN, title="Child A"), "child_b": review(SEEN, title="Child B")}
    with open_faked(tmp_path / "data") as library:
        sync(library, write(tmp_path / "corpus", **corpus), register=NOTHING)
        verdict = look_up(library, SEEN)
    assert verdict.citation is not None
    titles = [verdict.citation.title, *(each.title for each in verdict.also)]
    assert sorted(titles) == ["Child A", "Child B"]


def test_words_over_two_units_are_cited_by_the_first(library: Library) -> None:
    verdict = look_up(library, "about the bruise after three weeks.\n\n2. An unknown adult")
    assert verdict.match == "exact"
    assert verdict.citation is not None
    assert "Child A" in verdict.citation.title
    unit = library.catalogue.unit(verdict.citation.document, verdict.citation.unit)
    assert unit.text == SEEN


def test_many_are_judged_in_the_order_given(library: Library) -> None:
    verdicts = look_up_all(library, [SCHOOL, "no such words stand anywhere here", SEEN])
    assert [each.match for each in verdicts] == ["exact", "absent", "exact"]
    assert [each.given for each in verdicts][2] == SEEN
