"""The table of file endings: every message and page that lists what is read follows it."""

from pathlib import Path

import pytest

from rag.documents.suffixes import NAMED, NAMES, READERS, read_kinds, reader_of, why_not_read

README = Path(__file__).parents[3] / "README.md"


def test_the_read_me_names_every_kind_that_is_read() -> None:
    told = README.read_text(encoding="utf-8").split("## Add your own documents")[1]
    first = {reader: suffix for suffix, reader in reversed(READERS.items())}
    assert first.keys() == NAMES.keys()
    for reader, name in NAMES.items():
        assert name in told
        assert first[reader] in told or name == "PDF"


def test_kinds_are_listed_in_a_sentence() -> None:
    assert read_kinds().startswith("PDF, Word, ")
    assert read_kinds("or").endswith("Markdown or HTML")


def test_no_ending_is_both_read_and_refused() -> None:
    assert not set(NAMED) & set(READERS)
    assert reader_of(Path("A Review.DOCX")) == "word"


@pytest.mark.parametrize("suffix", [*NAMED, ".xyz", ""])
def test_what_is_not_read_says_what_was_expected_and_what_to_do(suffix: str) -> None:
    message = why_not_read(Path(f"a{suffix}"))
    assert message.startswith(f"a{suffix} is ")
    assert "expected PDF, Word" in message
    assert "add" in message
