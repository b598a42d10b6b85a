"""Which reviews a question names; pseudonyms collide, so the place and the facts decide."""

from dataclasses import replace

import pytest

from rag.questions.names.reviews_named import find_reviews
from rag.types import Record

TITLES = {
    "inquest": "Regulation 28 report: Plymouth",
    "o": "Learning bulletin",
    "bf": "Partnership response to a review",
}


def _record(
    id_: str, subject: str | None, area: str | None, publisher: str | None = None
) -> Record:
    title = TITLES.get(id_, id_)
    return Record(
        id_, f"{id_}.md", title, subject, publisher, area, "2019", "other", "original", None
    )


RECORDS = (
    _record("o", "Baby O", None, "SSCB"),
    _record("m", "Baby M", "Blackburn with Darwen"),
    _record("bf", "Child BF", "Cumbria"),
    _record("q", "Child Q", "Oxfordshire"),
    _record("barnet", None, "Barnet", "Ofsted"),
    _record("riding", None, "East Riding of Yorkshire", "Ofsted"),
    _record("inquest", None, None, "Coroner in Plymouth"),
    _record("poole", None, "Bournemouth, Christchurch and Poole"),
)
TEXTS = {"q": "The family moved within Oxfordshire."}


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("what did the Baby O review find", {"o"}),
        ("baby o's nan", {"o"}),
        ("did Baby Ms parents take part", {"m"}),
        ("child m's death", {"m"}),
        ("the cumbria one", {"bf"}),
        ("in the BF case", {"bf"}),
        ("the blackburn summary", {"m"}),
        ("compare child q and baby m", {"q", "m"}),
        ("compare what BF and Q say about fathers", {"bf", "q"}),
        ("what do Baby M, O and Q say on neglect", {"m", "o", "q"}),
        ("Baby O and B's mother", {"o"}),
        ("SSCB bulletin", {"o"}),
        ("how is barnet doing", {"barnet"}),
        ("findings of the East Riding inspection", {"riding"}),
        ("what did the Plymouth inquest find", {"inquest"}),
        ("the Oxon review", {"q"}),
        ("learning from Oxon", {"q"}),
        ("how are young people in BCP doing", {"poole"}),
        ("were there beds in the ward", None),
        ("what does the bulletin say about neglect", {"o"}),
        ("is there a plan in the response", {"bf"}),
        ("what was the response to neglect", None),
        ("how did agencies, in the response of the time, miss it", None),
        ("a child is at risk", None),
        ("baby at home", None),
    ],
)
def test_names_of_reviews_held(question: str, held: set[str] | None) -> None:
    named = find_reviews(question, RECORDS, lambda id_: TEXTS.get(id_, ""))
    assert named.documents == (frozenset(held) if held else None)
    assert not named.missing


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What were the findings of the Baby P serious case review?", "Baby P"),
        ("child Z report", "child Z"),
        ("the Rochdale review on exploitation", "Rochdale"),
        ("child q in hackney, what was the main finding", "child q in Hackney"),
        ("the child T review in Oxfordshire", "child T"),
        ("what did Oxfordshire's review of child T find", "child T"),
    ],
)
def test_names_of_reviews_not_held(question: str, name: str) -> None:
    named = find_reviews(question, RECORDS, lambda id_: TEXTS.get(id_, ""))
    assert named.documents is None
    assert named.missing == (name,)


def test_a_place_that_is_joined_to_a_name_not_held_is_a_review_of_its_own() -> None:
    question = "the child T review and the one from Oxfordshire"
    named = find_reviews(question, RECORDS, lambda id_: TEXTS.get(id_, ""))
    assert named.documents == frozenset({"q"})
    assert named.missing == ("child T",)


@pytest.mark.parametrize(
    "question",
    [
        "the Oxfordshire review and Baby O: what do they say of fathers",
        "what do Baby O and the Oxfordshire review say of fathers",
    ],
)
def test_a_review_by_its_place_beside_one_by_its_name_is_another(question: str) -> None:
    named = find_reviews(question, RECORDS, lambda id_: TEXTS.get(id_, ""))
    assert named.documents == frozenset({"o", "q"})
    assert not named.missing


def test_a_name_that_is_compared_with_a_review_is_one() -> None:
    texts = {"o": "As in the Baby P review, and Child D left."}
    for name in ("Baby P", "Child D"):
        question = f"How do Baby O and {name} differ?"
        assert find_reviews(question, RECORDS, lambda id_: texts.get(id_, "")).missing == (name,)
    asked = find_reviews("what did Baby O learn of Baby P", RECORDS, lambda id_: texts.get(id_, ""))
    assert not asked.missing


def test_a_place_in_the_review_does_not_contradict() -> None:
    named = find_reviews("child q moved to Banbury?", RECORDS, lambda id_: TEXTS.get(id_, ""))
    assert named.documents == frozenset({"q"})
    assert not named.missing


def test_a_letter_that_is_a_mark_is_nobody() -> None:
    texts = {
        "barnet": "Grade K of table K. See Child D.",
        "m": "Child D, Child E and Baby M: K left.",
    }
    asked = "what did the mother of Child K die of"
    named = find_reviews(asked, RECORDS, lambda id_: texts.get(id_, ""))
    assert named.documents == frozenset({"m"})
    assert named.people == ("Child K",)
    texts.pop("m")
    assert find_reviews(asked, RECORDS, lambda id_: texts.get(id_, "")).missing == ("Child K",)


def test_a_pseudonym_inside_a_review_is_a_person() -> None:
    named = find_reviews("what happened to Child D", RECORDS, lambda _: "Child D left.")
    assert named.people == ("Child D",)
    assert not named.missing


@pytest.mark.parametrize(
    "question",
    [
        "what does the Elmton inspection report say about care leavers",
        "findings of the 2022 Ofsted inspection of Elmton",
        "what did inspectors find in Elmton",
        "how did Ofsted rate Elmton",
        "Elmton ILACS, areas for improvement?",
    ],
)
def test_the_inspection_of_a_place_with_other_documents_is_not_held(question: str) -> None:
    inquest = replace(_record("elmton", None, "Elmton"), kind="coroner_report")
    named = find_reviews(question, (*RECORDS, inquest), lambda _: "")
    assert named.documents is None
    assert named.missing == ("Elmton inspection",)
    assert named.instead == {"elmton"}


@pytest.mark.parametrize(
    "question",
    [
        "did the coroner mention the inspection of Elmton police licensing",
        "what is said of the inspection of Elmton police licensing",
        "what does the coroner say of Elmton's inspection regime",
    ],
)
def test_an_inspection_that_a_document_speaks_of_is_not_asked_for(question: str) -> None:
    inquest = replace(_record("elmton", None, "Elmton"), kind="coroner_report")
    named = find_reviews(question, (*RECORDS, inquest), lambda _: "")
    assert (named.documents, named.missing) == ({"elmton"}, ())


@pytest.mark.parametrize(
    "question",
    [
        "what did ofsted find in leicester in 2021",
        "what grade did croydon get at its last inspection",
        "how did ofsted rate services in rutland",
    ],
)
def test_a_place_that_inspectors_are_asked_about_and_that_is_not_held(question: str) -> None:
    assert len(find_reviews(question, RECORDS, lambda _: "").missing) == 1
