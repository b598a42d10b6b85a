"""Markdown in, the words that its reader sees out."""

import pytest
from made_sources import blocks_of, make_source

from rag.reading.front_matter import front_matter
from rag.reading.repair import repair

HEAD = '---\ntitle: "Child Zed"\ntags:\n  - a\nlong: >\n  more\n---\n'


def read(text: str) -> list[str]:
    return blocks_of(text, "markdown")


def test_the_head_for_programs_is_no_text() -> None:
    assert read(HEAD + "\n# Findings\n\nThe nurse saw.\n") == ["Findings", "The nurse saw."]
    assert front_matter(HEAD)[1] == len(HEAD)


@pytest.mark.parametrize("text", ["---\n\nA line across.\n\n---\n", "---\nJust words\n---\n", "a"])
def test_a_line_across_the_page_opens_no_head(text: str) -> None:
    assert front_matter(text) == ("", 0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The nurse ~~never~~ often saw.", "The nurse often saw."),
        ("The nurse <del>never</del> <ins>often</ins> saw.", "The nurse often saw."),
        ('The <span style="display: none">never</span> nurse', "The nurse"),
        ("It began in 2019[^1] and ended[^two].", "It began in 2019 and ended."),
        ("It began in 2019<sup>1</sup> and ended<sup>[2]</sup>.", "It began in 2019 and ended."),
        ("10<sup>6</sup> on 20 m<sup>2</sup>, the 21<sup>st</sup>", "10⁶ on 20 m², the 21st"),
        (r"It cost \*50\* \_now\_.", "It cost *50* _now_."),
        ("~~~\nnot struck\n~~~", "not struck"),
        ("about ~5 to ~6 visits", "about ~5 to ~6 visits"),
    ],
)
def test_inside_a_line(text: str, shown: str) -> None:
    assert read(text) == [shown]


def test_links_by_name_where_the_name_has_an_address() -> None:
    text = "The [child][1], [this guide] and [that][] by [name redacted].\n\n"
    text += '[1]: https://example.org/a "Title"\n[This Guide]: <a.html>\n[that]: #that\n'
    assert read(text) == ["The child, this guide and that by [name redacted]."]
    assert read("The [child][1] by [name]: a friend.") == ["The [child][1] by [name]: a friend."]


def test_headings_with_a_rule_below() -> None:
    _, found, _ = repair(make_source("Child Zed\n=========\n\nFindings\n---\n\nOne.", "markdown"))
    assert [(block.text, block.level) for block in found] == [
        ("Child Zed", 1), ("Findings", 2), ("One.", 0)
    ]  # fmt: skip
    _, found, _ = repair(make_source("Findings\n\n---\n\nOne.", "markdown"))
    assert [block.level for block in found] == [0, 0]


def test_a_list_inside_keeps_its_numbers() -> None:
    _, found, _ = repair(make_source('<ol start="4"><li>a</li><li>b</li></ol>', "markdown"))
    assert [(block.text, block.number) for block in found] == [("a", "4"), ("b", "5")]


@pytest.mark.parametrize("end", ["\v", "\x85", "\u2028", "\u2029"])
def test_every_line_end_of_editors_ends_a_line(end: str) -> None:
    assert blocks_of(f"Finding 1{end}{end}The nurse saw the child.") == [
        "Finding 1", "The nurse saw the child."
    ]  # fmt: skip


def test_characters_without_width_part_no_word() -> None:
    assert blocks_of("safe\u200bguar\u2060ding \u202aleft\u202c ✔\ufe0f") == ["safeguarding left ✔"]
