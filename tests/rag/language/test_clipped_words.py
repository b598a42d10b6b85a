import pytest

from rag.language.clipped_words import write_in_full


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("2 yrs of appts abt the sibs", "2 years of appointments about the siblings"),
        ("why diff hosp", "why difference hospital"),
        ("WK and Qs are names", "WK and Qs are names"),
        ("a by-rel, rel's and v.wk", "a by-rel, rel's and v.wk"),
        ("yrsome", "yrsome"),
    ],
)
def test_clipped_words_are_written_in_full(typed: str, full: str) -> None:
    assert write_in_full(typed) == full
