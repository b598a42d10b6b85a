"""What identifies a person never gets past the door; what only looks like it stays."""

import pytest

from rag.safety.masking import mask

REMOVED = [
    ("the family at 22 high street drink", "the family at [address removed] drink"),
    ("ring me on 07700 900123 please", "ring me on [telephone number removed] please"),
    ("07700-900-123", "[telephone number removed]"),
    ("+44 7700 900123", "[telephone number removed]"),
    ("+44 (0)161 496 0123.", "[telephone number removed]."),
    ("(0161) 496 0123", "[telephone number removed]"),
    ("020 7946 0018", "[telephone number removed]"),
    ("0 7 7 0 0 9 0 0 1 2 3", "[telephone number removed]"),
    ("01632 960123 ext 12", "[telephone number removed]"),
    ("my mobile is 7700 900 123", "my mobile is [telephone number removed]"),
    ("case 07700900123", "case [telephone number removed]"),
    ("jo.bloggs+x@example.co.uk asks", "[e-mail removed] asks"),
    ("jo (at) example (dot) org", "[e-mail removed]"),
    ("943 476 5919", "[NHS number removed]"),
    ("9434765919", "[NHS number removed]"),
    ("his NHS number is 943 476 5910", "his [NHS number removed]"),
    ("QQ 12 34 56 C", "[National Insurance number removed]"),
    ("qq123456c", "[National Insurance number removed]"),
    ("he lives at 12 Acacia Avenue, Leeds LS1 4AB", "he lives at [address removed]"),
    ("flat 3, LS1 4AB", "[address removed]"),
    ("LS1 4AB number 12", "[address removed]"),
    ("Acacia Road, LS1 4AB", "[address removed]"),
    ("at 7 Acacia Road", "at [address removed]"),
    (
        "my name is Jo Bloggs from Leeds, tel 020 7946 0018, postcode LS1 4AB",
        "my name is Jo Bloggs from Leeds, tel [telephone number removed], postcode"
        " [postcode removed]",
    ),
    ("07700 900123, LS1 4AB", "[telephone number removed], [postcode removed]"),
    ("LS1 4AB, 07700 900123", "[postcode removed], [telephone number removed]"),
    ("jo@example.org from LS1 4AB", "[e-mail removed] from [postcode removed]"),
    (
        "7 Acacia Road, tel 01632 960123, LS1 4AB",
        "[address removed], tel [telephone number removed], [postcode removed]",
    ),
    (
        "07700 900123 7 Acacia Road, Leeds LS1 4AB",
        "[telephone number removed] [address removed]",
    ),
    ("I live in LS1 4AB: what is finding 4", "I live in [postcode removed]: what is finding 4"),
    ("Jo, dob 3/4/2015", "Jo, [date of birth removed]"),
    ("date of birth: 3rd April 2015", "[date of birth removed]"),
    ("born on 03.04.15", "[date of birth removed]"),
]
KEPT = [
    "what does para 30 of baby M say",
    "the 0-19 service in 2013-2014 and 2014/15",
    "Working Together 2018, section 47, pages 10 11 12 13",
    "recommendations 4.2.1 and 4.2.2 and lesson BF4.2",
    "case number 0123456789",
    "case ref 01614960123",
    "postcode LS1 4AB",
    "reviews from LS1 and M1",
    "a girl 12 years old, about LS1 4AB",
    "when was baby O born",
    "born in May 2012",
    "on 3 April 2015 the police were told",
    "call 999 or 111 or 116 123",
    "1234567890",
    "12 children, 3 schools and 2 GPs",
    "in 12 13 14 a family moved",
    "at 10 30 am",
    "Regulation 24, form C100, CAF v2",
    "ISBN 978 1 234567 89 7",
    "email the GP",
    "0123 4567 and 033 2014 15",
    "from 010 to 020 and 030 040",
    "BF5.1 or BF 6.2?",
    "the 8 themes of the 2020 action plan, rows 01 to 09",
]


@pytest.mark.parametrize(("typed", "shown"), REMOVED)
def test_what_identifies_a_person_is_removed(typed: str, shown: str) -> None:
    assert mask(typed) == shown
    assert mask(shown) == shown


@pytest.mark.parametrize("typed", KEPT)
def test_everything_else_stays_as_typed(typed: str) -> None:
    assert mask(typed) == typed


def test_several_in_one_question() -> None:
    typed = "I am jo@example.org (07700 900123), NHS 9434765919: what is finding 3?"
    assert mask(typed) == (
        "I am [e-mail removed] ([telephone number removed]), [NHS number removed]: what is"
        " finding 3?"
    )
