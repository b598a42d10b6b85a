from pathlib import Path

import pytest

from rag.documents.register import Register, load_register
from rag.errors import BadSettings

GOOD = """
[[document]]
file = "a.md"
id = "baby-a"
title = "Baby A"
kind = "briefing"
provenance = "digest"
checksum = "11"
original_checksum = "22"

[[document]]
file = "b.md"
id = "baby-b"
title = "Baby B"
kind = "other"
provenance = "original"
"""


def load(folder: Path, text: str) -> Register:
    (folder / "register.toml").write_text(text, encoding="utf-8")
    return load_register(folder)


def test_a_missing_register_is_empty(tmp_path: Path) -> None:
    assert load_register(tmp_path) == Register()


def test_entries_are_found_by_file_and_either_checksum(tmp_path: Path) -> None:
    register = load(tmp_path, GOOD)
    first, second = register.entries
    assert register.by_file("b.md") == second
    assert register.by_checksum("11") == first
    assert register.by_original_checksum("22") == first
    assert second.checksum is None


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    register = load(tmp_path, GOOD)
    assert register.by_file("c.md") is None
    assert register.by_checksum("22") is None
    assert register.by_original_checksum("11") is None


@pytest.mark.parametrize(
    ("good", "bad", "named"),
    [
        ('file = "a.md"', "", "file missing"),
        ('title = "Baby A"', 'titel = "Baby A"', "unknown key titel"),
        ('kind = "briefing"', 'kind = "brief"', "kind is 'brief'"),
        ('provenance = "digest"', 'provenance = "copy"', "provenance is 'copy'"),
        ('checksum = "11"', "published = 2016-09-06", "published is datetime.date"),
        ('id = "baby-b"', 'id = "baby-a"', "two documents have the id 'baby-a'"),
        ('file = "b.md"', 'file = "a.md"', "two documents have the file 'a.md'"),
        ("[[document]]\nfile", "[[documents]]\nfile", "documents"),
        ('title = "Baby A"', "title = Baby A", "TOML"),
        ('title = "Baby A"', 'title = " "', "title is ' '"),
    ],
)
def test_a_bad_register_is_named_with_its_key(
    tmp_path: Path, good: str, bad: str, named: str
) -> None:
    with pytest.raises(BadSettings, match=named) as error:
        load(tmp_path, GOOD.replace(good, bad, 1))
    assert "register.toml" in str(error.value)
