"""Whether citations lead where they say, on answers made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_files import pdf_of
from made_gold import CHRONOLOGY, DADS, FATHER, FINDING, POLICE, RECORDING, Cite, Make
from made_rows import question, score

from eval.measuring import citations
from eval.measuring.held import Held, page_holds
from eval.measuring.shown import order_shown
from eval.measuring.validity import answer_faults, citation_faults
from eval.sets.questions import PlacedGold
from rag.answer import Answer, Statement
from rag.documents.document import read_document
from rag.quotes.citations.citing import cite as cite_span
from rag.types import Citation


def test_a_sound_citation_has_no_fault(held: Held, cite: Cite) -> None:
    assert citation_faults(cite(1, FINDING), held.documents) == ()
    assert citation_faults(cite(1, FINDING, "oak"), held.documents) == ()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"document": "ash"}, "document"),
        ({"unit": "findings-item-9"}, "unit"),
        ({"title": "Another review"}, "description of the document"),
        ({"label": "Findings, item 2"}, "description of the unit"),
        ({"unit": "findings-item-2"}, "outside the unit"),
        ({"page": 1}, "page"),
        ({"link": "?doc=elm&unit=findings-item-1&start=0&end=3"}, "link"),
        ({"link": ""}, "link"),
        ({"spans": ((20, 12),)}, "offsets"),
        ({"quote": FINDING.replace("Nobody", "Somebody")}, "quotation"),
    ],
)
def test_every_fault_has_its_name(
    held: Held, cite: Cite, changes: dict[str, object], fault: str
) -> None:
    broken = replace(cite(1, FINDING), **changes)  # type: ignore[arg-type]
    assert fault in citation_faults(broken, held.documents)


def test_statements_cite_what_they_say(held: Held, cite: Cite, answer: Make) -> None:
    sound = answer(cite(1, FINDING), cite(2, POLICE))
    heading = Statement("One finding and one recommendation:")
    assert answer_faults(sound, held.documents) == ()
    assert (
        answer_faults(replace(sound, statements=(heading, *sound.statements)), held.documents) == ()
    )
    uncited = Statement(FATHER + " " + "Nobody asked.", verbatim=True)
    silent = Statement("Nobody kept a chronology of the home visits")
    for each in (uncited, silent):
        told = replace(sound, statements=(*sound.statements, each))
        assert "no citation" in answer_faults(told, held.documents)
    unnamed = replace(sound, statements=sound.statements[:1])
    assert "numbers" in answer_faults(unnamed, held.documents)
    twice = replace(sound, citations=(*sound.citations, cite(2, FATHER)))
    assert "numbers" in answer_faults(twice, held.documents)


def test_a_digest_statement_is_held_to_its_words_too(held: Held, cite: Cite) -> None:
    def faults(*told: str) -> tuple[str, ...]:
        statements = tuple(Statement(text, (1,)) for text in told)
        cited = (cite(1, FINDING, "oak"),)
        return answer_faults(Answer("?", "answered", None, statements, cited), held.documents)

    summary, altered = "1 of the 2 reviews speaks of this.", FINDING.replace("Nobody", "Everybody")
    assert faults(summary, FINDING) == ()
    assert faults(altered, FINDING) == ("other words than the quotation's",)
    assert faults(summary) == ("quotation that no statement says",)
    assert faults("Nοbody did.") == ("quotation that no statement says",)


def test_a_verdict_may_have_words_of_what_decides_it(held: Held, cite: Cite) -> None:
    line = FINDING.replace("Nobody", "Everybody")
    verdict = Statement(line, (1,), claim="They did.", verdict="contradicted")
    quoted = Statement(FINDING, (1,), verbatim=True)
    told = Answer("?", "answered", None, (verdict, quoted), (cite(1, FINDING),))
    assert answer_faults(told, held.documents) == ()
    unmarked = replace(verdict, claim=None, verdict=None)
    assert answer_faults(replace(told, statements=(unmarked, quoted)), held.documents) != ()


def test_precision_counts_what_supports_and_no_citation_twice(
    held: Held, cite: Cite, answer: Make
) -> None:
    def precision(*shown: Citation) -> float | None:
        return score(question(CHRONOLOGY), answer(*shown), held).values[citations.PRECISION]

    assert precision(cite(1, FINDING), cite(2, POLICE)) == 1 / 2
    assert precision(cite(1, FINDING), cite(2, POLICE), cite(3, FINDING)) == 1 / 2
    assert precision(cite(1, "home visits.")) == 1.0
    assert precision(replace(cite(1, FINDING), page=7)) == 0.0
    assert precision() is None


def test_recall_counts_gold_inside_valid_citations(held: Held, cite: Cite, answer: Make) -> None:
    asked = question(CHRONOLOGY, DADS, RECORDING)

    def recall(*shown: Citation) -> float | None:
        return score(asked, answer(*shown), held).values[citations.RECALL]

    assert recall(cite(1, FINDING), cite(2, POLICE)) == 2 / 3
    assert recall(cite(1, "Nobody kept a chronology")) == 0
    assert recall(replace(cite(1, FINDING), link="")) == 0
    assert recall() == 0


def test_first_citation_is_the_first_that_a_statement_names(
    held: Held, cite: Cite, answer: Make
) -> None:
    swapped = replace(
        answer(cite(2, FINDING), cite(1, POLICE)), citations=(cite(1, POLICE), cite(2, FINDING))
    )
    assert [citation.n for citation in order_shown(swapped)] == [2, 1]
    values = score(question(CHRONOLOGY), swapped, held).values
    assert (values[citations.FIRST_DOCUMENT], values[citations.FIRST_UNIT]) == (1.0, 1.0)
    assert score(question(RECORDING), swapped, held).values[citations.FIRST_UNIT] == 0.0
    elsewhere = score(question(CHRONOLOGY), answer(cite(1, FINDING, "oak")), held).values
    assert (elsewhere[citations.FIRST_DOCUMENT], elsewhere[citations.FIRST_UNIT]) == (0.0, 0.0)


def test_label_and_unit_count_only_gold_that_is_shown(held: Held, cite: Cite, answer: Make) -> None:
    wrong = replace(
        cite(2, POLICE), label="Health, recommendation 1", agency="Health", unit="resource-1"
    )
    asked = question(CHRONOLOGY, DADS, RECORDING)
    values = score(asked, answer(cite(1, FINDING), wrong), held).values
    assert values[citations.LABEL] == 1 / 2
    assert values[citations.UNIT] == 1 / 2
    assert score(question(DADS), answer(wrong), held).values[citations.LABEL] is None


def test_gold_in_a_digest_is_the_unit(held: Held, cite: Cite, answer: Make) -> None:
    asked = question(PlacedGold("oak", "findings-item-2", "words of the original"))
    values = score(asked, answer(cite(1, FATHER, "oak")), held).values
    assert (values[citations.RECALL], values[citations.LABEL]) == (1.0, 1.0)
    assert score(asked, answer(cite(1, FINDING, "oak")), held).values[citations.RECALL] == 0.0


def test_the_page_is_looked_up_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "pages.pdf"
    path.write_bytes(pdf_of(["1. Visits were missed by staff.", "2. Nobody asked the father why."]))
    document = read_document(path)
    name = document.record.id
    held = Held({name: document}, {name: path})
    for unit in document.units:
        cited = cite_span(document, unit, unit.spans, 1)
        assert cited is not None
        assert page_holds(cited, held) is True
        other = 3 - (cited.page or 0)
        assert page_holds(replace(cited, page=other), held) is False
        assert page_holds(replace(cited, page=9), held) is False
        assert "page" in citation_faults(replace(cited, page=other), held.documents)


def test_a_file_without_pages_has_no_right_page(held: Held, cite: Cite) -> None:
    assert page_holds(cite(1, FINDING), held) is None
