"""Codes said in words; numbers that only count stay."""

import pytest

from rag.language.spoken_codes import write_codes


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("what does lesson BF four point two say", "what does lesson BF4.2 say"),
        ("paragraph two point nine point three", "paragraph 2.9.3"),
        ("paragraph 4 dot twelve", "paragraph 4.12"),
        ("finding BF four", "finding BF4"),
        ("recommendation 5 from the BF one", "recommendation 5 from the BF one"),
        ("the two points about fathers", "the two points about fathers"),
        ("one of the three lessons", "one of the three lessons"),
    ],
)
def test_codes_are_written_as_printed(said: str, written: str) -> None:
    assert write_codes(said) == written
