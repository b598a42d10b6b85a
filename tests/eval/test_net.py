"""The net: what changed is shown, line by line, and kept only with a reason."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from eval.net.lines import Line, differences, line_of, read_lines, write_lines
from rag.assistant import ask
from rag.errors import UnreadableFile
from rag.index.indexing import sync

FIRST = Line("q1", "answered", None, "search", ("elm#u1", "elm#u2"))
OTHER = Line("q2", "refused", "not_stated", "mention", ())


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "net.jsonl"
    assert read_lines(path) == {}
    write_lines(path, [FIRST, OTHER])
    assert read_lines(path) == {"q1": FIRST, "q2": OTHER}
    path.write_text("{broken\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="take the change to it back"):
        read_lines(path)


def test_differences_of_status_way_and_citations_are_found() -> None:
    moved = Line("q1", "answered", None, "listed", ("elm#u1", "elm#u2"))
    found = differences({"q1": FIRST, "q2": OTHER}, {"q1": moved, "q3": FIRST})
    assert [(each.question, each.before, each.after) for each in found] == [
        ("q1", FIRST, moved),
        ("q3", None, FIRST),
        ("q2", OTHER, None),
    ]
    assert differences({"q1": FIRST}, {"q1": FIRST}) == []


def test_a_line_has_the_way_and_no_words(tmp_path: Path) -> None:
    with open_faked(tmp_path / "data") as library:
        corpus = write(tmp_path / "corpus", a=review("A dog was seen.", title="Child A"))
        sync(library, corpus, register=NOTHING)
        searched = line_of("q1", ask(library, ["Was a dog seen?"]))
        listed = line_of("q2", ask(library, ["What are the findings of Child A?"]))
        helped = line_of("q3", ask(library, ["help"]))
    assert searched.way == "search"
    assert listed.way == "listed"
    assert helped.way == "aside"
    assert all("#" in cited and " " not in cited for cited in searched.cited)
