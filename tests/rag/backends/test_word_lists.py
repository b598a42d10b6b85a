"""Numbers are counted as Word counts them."""

import pytest
from made_word import paragraph, run, word_of

from rag.backends.word import extract_text

Item = tuple[str, int, str]
"""List, depth, words."""


def level(depth: int, shown: str, *, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def abstract(key: str, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def number(key: str, of: str, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def override(depth: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}">{inner}</w:lvlOverride>'


def item(entry: str, depth: int, text: str, mark: str = "") -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{entry}"/></w:numPr>{mark}'
    return paragraph(*([text] if text else []), properties=properties)


def shown(body: str, numbering: str, styles: str = "") -> list[str]:
    content = word_of(body, numbering=numbering, styles=styles)
    return extract_text(content, "a.docx").text.split("\n")


def listed(items: list[Item], numbering: str) -> list[str]:
    return shown("".join(item(*each) for each in items), numbering)


PLAIN = abstract("1", level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", form="lowerRoman"))


def test_a_list_starts_where_it_says() -> None:
    numbering = abstract("1", level(0, "%1.", start=4)) + number("1", "1")
    assert listed([("1", 0, "a"), ("1", 0, "b")], numbering) == ["4. a", "5. b"]


def test_a_list_begins_anew_where_it_says() -> None:
    again = number("2", "1", override(0, '<w:startOverride w:val="1"/>'))
    later = number("3", "1", override(0, '<w:startOverride w:val="7"/>'))
    items = [("1", 0, "a"), ("1", 0, "b"), ("2", 0, "c"), ("2", 0, "d"), ("3", 0, "e")]
    assert listed(items, PLAIN + number("1", "1") + again + later) == [
        "1. a", "2. b", "1. c", "2. d", "7. e",
    ]  # fmt: skip


def test_lists_of_one_kind_go_on_with_each_other() -> None:
    numbering = PLAIN + number("1", "1") + number("2", "1")
    assert listed([("1", 0, "a"), ("2", 0, "b")], numbering) == ["1. a", "2. b"]


def test_a_list_may_have_a_level_of_its_own() -> None:
    numbering = PLAIN + number("1", "1", override(0, level(0, "Rec %1:", form="upperRoman")))
    assert listed([("1", 0, "a"), ("1", 0, "b")], numbering) == ["Rec I: a", "Rec II: b"]


def test_deeper_levels_begin_anew() -> None:
    items = [
        ("1", 0, "a"),
        ("1", 1, "b"),
        ("1", 2, "c"),
        ("1", 2, "d"),
        ("1", 0, "e"),
        ("1", 1, "f"),
    ]
    assert listed(items, PLAIN + number("1", "1")) == [
        "1. a", "1.1 b", "(i) c", "(ii) d", "2. e", "2.1 f",
    ]  # fmt: skip


def test_a_level_that_never_begins_anew() -> None:
    on = '<w:lvlRestart w:val="0"/>'
    numbering = abstract("1", level(0, "%1."), level(1, "%2)", more=on)) + number("1", "1")
    items = [("1", 0, "a"), ("1", 1, "b"), ("1", 0, "c"), ("1", 1, "d")]
    assert listed(items, numbering) == ["1. a", "1) b", "2. c", "2) d"]


def test_legal_numbers_are_figures() -> None:
    legal = level(1, "%1.%2", more="<w:isLgl/>")
    numbering = abstract("1", level(0, "%1.", form="upperRoman"), legal) + number("1", "1")
    assert listed([("1", 0, "a"), ("1", 1, "b")], numbering) == ["I. a", "1.1 b"]


@pytest.mark.parametrize(
    ("form", "label"),
    [("ordinal", "2nd"), ("cardinalText", "Two"), ("ordinalText", "Second"), ("none", "")],
)
def test_numbers_in_words(form: str, label: str) -> None:
    numbering = abstract("1", level(0, "%1", form=form, start=2)) + number("1", "1")
    assert listed([("1", 0, "x")], numbering) == [f"{label} x".strip()]


def test_a_style_of_lists() -> None:
    numbering = (
        abstract("1", more='<w:numStyleLink w:val="Recs"/>')
        + abstract("2", level(0, "R%1"), more='<w:styleLink w:val="Recs"/>')
        + number("1", "1")
    )
    assert listed([("1", 0, "x")], numbering) == ["R1 x"]


def test_numbered_headings_take_their_level_from_the_list() -> None:
    named = level(1, "%1.%2", more='<w:pStyle w:val="H2"/>')
    numbering = abstract("1", level(0, "%1", more='<w:pStyle w:val="H1"/>'), named) + number(
        "1", "1"
    )
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/>'
        f"<w:pPr>{numbered}</w:pPr></w:style>"
        for n in (1, 2)
    )
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="H{n}"/>')
        for n, text in ((1, "Findings"), (2, "Fathers"), (2, "Mothers"))
    )
    assert shown(body, numbering, styles)[::2] == [
        "# 1 Findings",
        "## 1.1 Fathers",
        "## 1.2 Mothers",
    ]


def test_a_list_that_is_taken_away() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    off = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("a", properties='<w:pStyle w:val="L"/>') + paragraph("b", properties=off)
    assert shown(body, PLAIN + number("1", "1"), style) == ["1. a", "", "b"]


def test_an_empty_item_is_counted_and_an_unseen_one_is_not() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        item("1", 0, "a")
        + item("1", 0, "")
        + item("1", 0, "<w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del>", deleted)
        + item("1", 0, "", deleted)
        + item("1", 0, run("hidden", "<w:vanish/>"))
        + item("1", 0, "b")
    )
    assert shown(body, PLAIN + number("1", "1")) == ["1. a", "3. b"]
