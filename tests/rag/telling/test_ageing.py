"""What may be out of date is said to be as printed; what only happened then is not."""

from dataclasses import replace

import pytest
from made_citations import ORIGINAL

from rag.answer import Answer, Statement
from rag.telling.ageing import mark_stale


def answered(*quotes: tuple[str, str | None]) -> Answer:
    citations = tuple(
        replace(ORIGINAL, n=n, quote=quote, published=published)
        for n, (quote, published) in enumerate(quotes, start=1)
    )
    statements = tuple(Statement(c.quote, (c.n,), verbatim=True) for c in citations)
    return Answer("?", "answered", None, statements, citations)


def remark(text: str, published: str | None = "2016-09") -> str | None:
    given = answered((text, published))
    marked = mark_stale(given)
    assert marked.statements[:1] == given.statements
    assert marked.citations == given.citations
    last = marked.statements[-1]
    return last.text if not (last.citations or last.verbatim) else None


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Ring the hub on 01632 960001.", "Contact details"),
        ("Ring the hub (0300 123 4567) or +44 1632 960 001.", "Contact details"),
        ("Mobile: 07700 900123", "Contact details"),
        ("Write to hub@anyshire.example in confidence.", "Contact details"),
        ("See www.anyshire.example for more.", "Links"),
        ("The tool is at anyshirescb.org.uk now.", "Links"),
        ("Under the Children Act 1989 a court may ask.", "Law"),
        ("as section 17 of the Children Act puts it", "Law"),
        ("the Care Planning Regulations 2010", "Law"),
        ("in line with Working Together (2013)", "Guidance"),
        ("‘Working Together’ 2015", "Guidance"),
        ("Staff must follow the local bruising protocol.", "Procedures"),
        ("Please refer to the threshold document.", "Procedures"),
        ("The protocol sets out who is to be told.", "Procedures"),
        ("All agencies need to be aware of the pathway.", "Procedures"),
    ],
)
def test_what_goes_out_of_date_is_remarked_on(text: str, thing: str) -> None:
    expected = f"{thing} quoted here: as printed in 2016; check your local procedures."
    assert remark(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The section 47 enquiry was not completed.",
        "Workers were working together from 2013 on.",
        "Procedures were not followed, and the policy was unclear.",
        "There was a failure to follow procedures.",
        "A protocol is to be developed.",
        "She was seen 10 times from 2010 to 2016, on 03/04/2015 and 05/06/2015.",
        "Case number 2016 0012 3456 had 12 345 678 entries.",
        "The family's address was known. They would act in 2012.",
    ],
)
def test_history_is_left_alone(text: str) -> None:
    assert remark(text) is None


def test_the_years_of_the_documents_concerned_are_named_once() -> None:
    call, quiet = "Ring 01632 960001.", "Nobody rang."
    given = answered((call, "2016-09-06"), (quiet, "2019"), (call, "2010"), (call, "2016"))
    assert "as printed in 2010 and 2016; check" in mark_stale(given).text
    assert remark(call, None) == (
        "Contact details quoted here: as printed; check your local procedures."
    )
    mixed = mark_stale(answered((call, "2016"), (call, None)))
    assert "as printed in 2016 and an undated document;" in mixed.text


def test_one_remark_names_all_that_was_found() -> None:
    text = "Ring 01632 960001 or see www.anyshire.example; the Children Act 1989 says why."
    assert (remark(text) or "").startswith("Contact details, links and law quoted here:")


def test_an_answer_without_quotations_stays_as_it_is() -> None:
    refusal = Answer("?", "refused", "not_stated", (Statement("Ring 01632 960001."),), ())
    assert mark_stale(refusal) is refusal
