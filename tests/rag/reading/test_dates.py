"""Printed dates and what they mean."""

import re

import pytest

from rag.reading.dates import DATES, find_date, is_date, iso_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("3 May 2019", "2019-05-03"),
        ("Monday 3rd of May 2019", "2019-05-03"),
        ("3rd day of May 2019", "2019-05-03"),
        ("September 4, 1997", "1997-09-04"),
        ("May 2019", "2019-05"),
        ("2019", "2019"),
        ("2019-05-03", "2019-05-03"),
        ("03/05/2019", "2019-05-03"),
        ("20.4. 2023", "2023-04-20"),
        ("18.3.22", "2022-03-18"),
        ("31 June 2016", None),
        ("13/13/2016", None),
    ],
)
def test_a_date_alone(printed: str, iso: str | None) -> None:
    assert is_date(printed)
    assert iso_date(printed) == iso


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("8 – 12 July 2013", "2013-07-12"),
        ("18 and 19 June 2025", "2025-06-19"),
        ("24 November 2015 to 17 December 2015", "2015-12-17"),
        ("25 September to 29 September 2023", "2023-09-29"),
        ("7, 8 and 9 June 2022", "2022-06-09"),
    ],
)
def test_a_span_of_dates(printed: str, last: str) -> None:
    assert re.fullmatch(DATES, printed)
    assert iso_date(printed) == last
    assert not is_date(printed)


def test_a_year_in_running_words_is_no_date() -> None:
    assert find_date("Life expectancy 2001-2012 and in 2014") is None
    assert find_date("Report A-10-96-00004") is None
    found = find_date("It was 31 June 2016, or rather 1 July 2016.")
    assert found
    assert found[0] == "1 July 2016"
