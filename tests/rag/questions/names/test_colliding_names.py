"""Reviews of several areas and years that go by the same names: what else is said decides."""

import pytest

from rag.backends.lexical import stem
from rag.questions.names.pseudonyms import mend_pseudonyms
from rag.questions.names.reviews_named import ReviewsNamed, find_reviews
from rag.types import Record


def _record(
    id_: str,
    subject: str | None = None,
    area: str | None = None,
    published: str | None = None,
    *,
    publisher: str | None = None,
    kind: str = "other",
    title: str = "",
) -> Record:
    return Record(
        id_, f"{id_}.md", title or id_, subject, publisher, area, published, kind, "original", None
    )


RECORDS = (
    _record("q-leeds", "Child Q", "Leeds", "2014-05", publisher="LSCB Leeds"),
    _record(
        "q-kent", "Child Q", "Kent", "2019", publisher="Kent Safeguarding Children Partnership"
    ),
    _record("a-devon", "Baby A", "Devon", "2011"),
    _record("k-dorset-report", "Child K", "Dorset", "2017", kind="overview_report"),
    _record("k-dorset-brief", "Child K", "Dorset", "2018", kind="learning_bulletin"),
    _record("w", "Family W", "Surrey", "2013", publisher="SYSCB"),
    _record("cd", "Child CD", "Norfolk", None, publisher="Norfolk NSCB", kind="executive_summary"),
    _record("ava", "Ava", "Essex", "2021"),
    _record("peter", "Peter Marsh", "Wigan", "2015"),
    _record("barnet-new", None, "Barnet", "2024", publisher="Ofsted", kind="inspection_report"),
    _record("barnet-old", None, "Barnet", "2015", publisher="Ofsted", kind="inspection_report"),
    _record("york-24", None, "York", "2024", publisher="Ofsted", kind="inspection_report"),
)
TEXTS = {
    "q-leeds": "Child Q died in Leeds in 2012. Sibling B and Adult C lived in Bradford.",
    "q-kent": "Child Q was known to the school and to the police in Kent. The law of 2004.",
    "a-devon": "The mother of Baby A moved from Cornwall to Devon in 2009.",
    "k-dorset-report": "Child K. Child D was the older child. The Baby P case is well known.",
    "k-dorset-brief": "Child K, Child D.",
    "cd": "Between 2010 and 2012 the family of Child CD lived in Norwich.",
    "ava": "Ava was five years old.",
    "barnet-new": "Leaders know their services.",
}
WORDS = {s for text in TEXTS.values() for s in stem(text)} | set(
    stem("serious case review finding lesson school police supervision report")
)


def _find(question: str, before: frozenset[str] | None = None) -> ReviewsNamed:
    return find_reviews(
        mend_pseudonyms(question, RECORDS), RECORDS, lambda id_: TEXTS.get(id_, ""),
        holds=WORDS.__contains__, before=before,
    )  # fmt: skip


Q = "q-leeds q-kent"
K = "k-dorset-report k-dorset-brief"


@pytest.mark.parametrize(
    ("question", "held"),
    [
        # The place, the publisher or the year chooses.
        ("child q in leeds", "q-leeds"),
        ("the Kent Child Q review", "q-kent"),
        ("Child Q (Leeds, 2014): who was involved", "q-leeds"),
        ("child q 2019", "q-kent"),
        ("what did the 2014 Child Q review find", "q-leeds"),
        ("the Child Q review from 2019", "q-kent"),
        ("the Child Q review published in 2014", "q-leeds"),
        ("what did Kent Safeguarding Partnership say about Child Q", "q-kent"),
        ("Child Q of the Kent Safeguarding Partnership", "q-kent"),
        ("the leeds one", "q-leeds"),
        ("the nscb summary", "cd"),
        ("the NSCB one", "cd"),
        ("SYSCB findings", "w"),
        ("syscb findings", "w"),
        # Two documents of one review are one review.
        ("child k findings", K),
        ("the Child K overview report", "k-dorset-report"),
        ("child k learning bulletin", "k-dorset-brief"),
        ("the dorset reports", K),
        ("child k 2018", "k-dorset-brief"),
        ("the executive summary", "cd"),
        ("overview report recommendations", "k-dorset-report"),
        # A year in which something happened decides nothing.
        ("what happened in 2013 to baby a", "a-devon"),
        ("Baby A, born in 2009", "a-devon"),
        ("the 2009 Baby A review", "a-devon"),
        ("was the 2006 guidance known in the child cd case", "cd"),
        ("Child CD review from 2013", "cd"),
        ("the 2013 review", "w"),
        ("the review published in 2011", "a-devon"),
        # Names that are no pseudonyms.
        ("the Ava review", "ava"),
        ("what did Ava say", "ava"),
        ("ava's school", "ava"),
        ("peter marsh findings", "peter"),
        # Reports that have only a place and a year.
        ("barnet 2024", "barnet-new"),
        ("how was Barnet doing in 2015", "barnet-old"),
        ("the Ofsted report on Barnet", "barnet-new barnet-old"),
        ("the inspection report of York", "york-24"),
        ("the york report", "york-24"),
        ("2015 inspection of barnet", "barnet-old"),
        ("did barnet improve", "barnet-new barnet-old"),
        # Slips of the hand.
        ("childk bruises", K),
        ("child-k bruises", K),
        ("babya", "a-devon"),
        ("Babby A", "a-devon"),
        ("chidl k's mother", K),
        ("familyw findings", "w"),
        ("cd lessons", "cd"),
        ("the K review", K),
        # Other reviews beside.
        ("compare child k and the Leeds one", f"{K} q-leeds"),
        ("compare Family W with baby a", "w a-devon"),
        ("what do the child q reviews say", Q),
        ("in Baby A, did the family come from Cornwall", "a-devon"),
        ("did child k's family move to Leeds", K),
        ("was baby a's mother placed in Kent", "a-devon"),
        ("did the Norfolk report mention families from Leeds", "cd"),
        ("supervision in Leeds and Dorset", f"q-leeds {K}"),
        # No name of a review at all.
        ("a child is at risk", None),
        ("children a and b", None),
        ("what do reviews say about childs voice", None),
        ("did a baby die in 2013", None),
        ("reading the case notes", None),
        ("how is a child CSE plan reviewed", None),
        ("child n mum", None),
    ],
)
def test_names_what_is_held(question: str, held: str | None) -> None:
    named = _find(question)
    assert named.documents == (frozenset(held.split()) if held else None)
    assert named.missing == ()


@pytest.mark.parametrize(
    ("question", "missing", "instead"),
    [
        ("child q in hackney", "child q in Hackney", Q),
        ("the Hackney Child Q", "Child Q in Hackney", Q),
        ("Child Q strip searched at school by police", "Child Q in Hackney", Q),
        ("the 2022 Child Q review", "Child Q, 2022", Q),
        ("child q (2022)", "child q, 2022", Q),
        ("Child Q in Leeds, 2019", "Child Q, 2019", "q-leeds"),
        ("the 2016 Family W report", "Family W, 2016", "w"),
        ("Child CD 2008", "Child CD, 2008", "cd"),
        ("Baby A in Norfolk", "Baby A in Norfolk", "a-devon"),
        ("the barnet report of 2019", "barnet, 2019", "barnet-new barnet-old"),
        ("What did Child Z say?", "Child Z", ""),
        ("baby z", "baby Z", ""),
        ("findings of child S", "child S", ""),
        ("child s serious case review", "child S", ""),
        ("Family V", "Family V", ""),
        ("what happened to child ZX", "child ZX", ""),
        ("adult m", "adult M", ""),
        ("the Zoe review", "Zoe", ""),
        ("the Zoe Blunt serious case review", "Zoe Blunt", ""),
        ("lessons from Jaydenn", "Jaydenn", ""),
        ("arthur labinjo-hughes", "Arthur Labinjo-Hughes", ""),
        ("victoria climbie report", "Victoria Climbié", ""),
        ("Star Hobson's social worker", "Star Hobson", ""),
        ("daniel pelka findings", "Daniel Pelka", ""),
        ("findings of the Baby P case", "Baby P", ""),
        ("is the Baby P review in here", "Baby P", ""),
        ("do you have anything from Rochdale?", "Rochdale", ""),
        ("which of the reviews is from Sunderland", "Sunderland", ""),
        ("Suffolk safeguarding board", "Suffolk", ""),
        ("the BSCB bulletin", "BSCB", ""),
        ("the NSPCC one", "NSPCC", ""),
        ("the 1999 review", "1999", ""),
    ],
)
def test_names_what_is_not_held(question: str, missing: str, instead: str) -> None:
    named = _find(question)
    assert named.documents is None
    assert named.missing == (missing,)
    assert named.instead == frozenset(instead.split())


@pytest.mark.parametrize(
    ("question", "held", "missing"),
    [
        ("compare Baby A with Daniel Pelka", "a-devon", "Daniel Pelka"),
        ("compare child k and child z", K, "child Z"),
        ("child k and the Rochdale review", K, "Rochdale"),
        ("compare Leeds and Rochdale", "q-leeds", "Rochdale"),
    ],
)
def test_names_one_that_is_held_and_one_that_is_not(question: str, held: str, missing: str) -> None:
    named = _find(question)
    assert named.documents == frozenset(held.split())
    assert named.missing == (missing,)


@pytest.mark.parametrize("question", ["child q findings", "the Child Q review", "CHILD Q"])
def test_reviews_of_several_places_are_unsettled(question: str) -> None:
    assert _find(question).unsettled
    assert _find(question).documents == frozenset(Q.split())


@pytest.mark.parametrize(
    "question",
    ["child q in leeds", "child q 2019", "child k", "both child q reviews", "compare the child qs",
     "how is barnet doing"],
)  # fmt: skip
def test_one_review_or_all_of_a_name_are_settled(question: str) -> None:
    assert not _find(question).unsettled


def test_the_conversation_settles_which_is_meant() -> None:
    named = _find("what else about child q", frozenset({"q-leeds"}))
    assert named.documents == frozenset({"q-leeds"})
    assert not named.unsettled


@pytest.mark.parametrize(
    ("question", "person"),
    [("what happened to Child D", "Child D"), ("who was adult c", "adult C")],
)
def test_somebody_inside_a_review_is_no_review(question: str, person: str) -> None:
    named = _find(question)
    assert (named.people, named.missing) == ((person,), ())


def test_a_well_known_review_that_is_cited_may_be_asked_about() -> None:
    assert _find("which reviews mention the Baby P case").missing == ()
