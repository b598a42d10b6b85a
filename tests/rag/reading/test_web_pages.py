"""Web pages in, the words that a person sees on them out, each in its place in the file."""

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_sources import make_source

from rag.backends.web_page import ancestors, elements, read_page
from rag.reading.blocks import Block
from rag.reading.repair import repair

HEAD = "<html><head><title>no</title></head><body>"


def read(page: str) -> list[str]:
    return [block.text for block in blocks(page)]


def blocks(page: str) -> list[Block]:
    source = make_source(HEAD + page, "html")
    reading, found, _ = repair(source)
    for place, character in zip(reading.places, reading.text, strict=True):
        shown = source.text[place : place + 1]
        assert shown == character or shown in "&<> \n\t\u00a0" or character in "fi⁰¹²³⁴⁵⁶⁷⁸⁹₂ \n|"
    assert list(reading.places) == sorted(reading.places)
    return list(found)


@pytest.mark.parametrize(
    "unseen",
    [
        "<del>never </del>",
        "<s>never </s>",
        "<strike>never </strike>",
        '<span style="text-decoration: line-through">never </span>',
        "<span hidden>never </span>",
        '<span style="display:none">never </span>',
        '<span style="VISIBILITY : hidden">never </span>',
        '<span style="opacity:0">never </span>',
        '<span style="font-size:0">never </span>',
        '<span style="position:absolute; left:-9999px">never </span>',
        '<span style="color:#fff">never </span>',
        '<font color="white">never </font>',
        '<span class="govuk-visually-hidden">never </span>',
        '<span class="sr-only">never </span>',
        "<script>never()</script>",
        "<style>.never{}</style>",
        "<noscript>never </noscript>",
        "<template>never </template>",
        "<iframe>never </iframe>",
        "<!-- never -->",
        '<input type="hidden" value="never">',
        "<select hidden><option>never</select>",
    ],
)
def test_what_nobody_sees_is_not_read(unseen: str) -> None:
    assert read(f"<p>The nurse {unseen}<ins>often</ins> saw the child.") == [
        "The nurse often saw the child."
    ]


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        (".x{display:none}", False),
        ("p > #a.x{visibility:hidden}", False),
        ("[data-k]{display:none!important} .x{display:inline}", False),
        (".x{display:none} #a{display:inline}", True),
        ("@media print{.x{display:none}}", True),
        (".x:hover{display:none} .x::after{display:none}", True),
        (".y{display:none} nonsense } .z{", True),
    ],
)
def test_the_styles_of_a_page_hide_words(rule: str, shown: bool) -> None:  # noqa: FBT001
    page = f'<style>{rule}</style><p>One <span id="a" class="x" data-k>two</span>'
    assert read(page) == ["One two" if shown else "One"]


@pytest.mark.parametrize(
    "style",
    [
        "height:0;overflow:hidden",
        "max-height:0px; overflow: hidden",
        "height:1px; overflow-y:clip; padding:0",
        "text-indent:-9999px",
        "margin-left:-10000px",
        "position:absolute;clip:rect(0 0 0 0)",
        "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
        "clip-path:inset(50%)",
        "clip-path:circle(0)",
        "clip-path:polygon(0 0, 0 0, 0 0)",
        "transform:scale(0)",
        "transform:translateX(2px) scale(1, 0)",
        "transform:scaleY(0)",
        "transform:matrix(0, 0, 0, 0, 4, 4)",
        "transform:translate(-9999px)",
        "scale:0",
        "font-size:0px",
        "opacity:0.0",
    ],
)
def test_a_box_that_shows_none_of_its_words_is_not_read(style: str) -> None:
    page = f'<p>One<div style="{style}"><p>never</div><p>two'
    assert read(page) == ["One", "two"]
    ruled = f"<style>.x{{{style}}}</style><p>One<div class=x>never</div><p>two"
    assert read(ruled) == ["One", "two"]


@pytest.mark.parametrize(
    "page",
    [
        '<div style="height:0">seen</div>',
        '<div style="height:0;overflow:hidden;padding-bottom:56%">seen</div>',
        '<div style="height:0;flex:1;overflow:hidden">seen</div>',
        '<div style="max-height:0;overflow:hidden;transition:max-height .2s">seen</div>',
        '<div style="height:10px;overflow:hidden">seen</div>',
        '<span style="height:0;overflow:hidden">seen</span>',
        '<table><td style="height:1px;overflow:hidden">seen</table>',
        '<div style="clip:rect(0 0 0 0)">seen</div>',
        '<div style="transform:scale(0.9)">seen</div>',
        '<div style="transform:scale(1, 0.5)">seen</div>',
        '<div style="margin-left:-15px;text-indent:-1em">seen</div>',
        '<div style="float:left;margin-left:-100%">seen</div>',
        '<div style="font-size:0"><p style="font-size:16px">seen</div>',
    ],
)
def test_what_a_box_shows_is_read(page: str) -> None:
    assert read(page) == ["seen"]


def test_type_of_no_size_hides_what_takes_its_size_from_it() -> None:
    assert read('<p>One<div style="font-size:0">a<b style="font-size:2em">b</b></div>') == ["One"]


def test_what_stands_in_invisible_words_may_be_seen() -> None:
    page = '<p style="visibility:hidden">no <b style="visibility:visible">yes</b> no</p>'
    assert read(page) == ["yes"]


def test_white_words_on_a_dark_ground_are_read() -> None:
    page = '<table><tr bgcolor="navy"><td style="color:white">Lead<td>When</table>'
    assert read(page) == ["Lead", "When"]
    assert read('<link rel=stylesheet href=a.css><p style="color:white">Seen') == ["Seen"]


@pytest.mark.parametrize(
    "page",
    [
        "<p><span aria-hidden=true>Finding 1</span><span>Finding 1</span>",
        '<p><span>Finding 1</span> <b aria-hidden="true">finding 1</b>',
        '<p><span aria-hidden="true">Finding 1</span><span class="sr-only">Finding one</span>',
    ],
)
def test_words_that_are_said_twice_are_read_once(page: str) -> None:
    assert read(page) == ["Finding 1"]


def test_an_icon_that_says_nothing_else_stays() -> None:
    assert read('<p><b aria-hidden="true">★</b> Outstanding') == ["Outstanding"]
    assert read('<p>Three <b aria-hidden="true">of five</b> visits') == ["Three of five visits"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("in 2019<sup>1</sup> and May<sup>2</sup>.", "in 2019 and May."),
        ('12<sup><a href="#fn1">1</a></sup> of them', "12 of them"),
        ('in 2019<a href="#_ftn1"><span class="MsoFootnoteReference">[1]</span></a>.', "in 2019."),
        ('in 2019<a role="doc-noteref" href="#x">3</a>.', "in 2019."),
        ('in 2019<span style="vertical-align:super">1</span>.', "in 2019."),
        ("in May<sup>*</sup> and June<sup>[2]</sup>", "in May and June"),
        ("a<sup>1</sup> b 45<sup>2</sup> c", "a b 45 c"),
        ("10<sup>6</sup> people on 20 m<sup>2</sup>", "10⁶ people on 20 m²"),
        ("the 21<sup>st</sup> of CO<sub>2</sub>", "the 21st of CO2"),
        ("log10<sub>2</sub>", "log10₂"),
        ('see recommendation <a href="#rec3">3</a>', "see recommendation 3"),
    ],
)
def test_marks_of_notes_and_powers_do_not_join_figures(page: str, text: str) -> None:
    assert read(f"<p>{page}") == [text]


def test_a_note_keeps_its_number() -> None:
    (note,) = blocks("<p><sup>1</sup> The board’s own count.")
    assert (note.text, note.note) == ("¹ The board’s own count.", True)
    page = '<ol><li id="fn1">Its own count. <a href="#fnref1">↩</a></li></ol>'
    assert read(page) == ["Its own count."]


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        ("<ol start=4><li>a<li>b</ol>", "4 5"),
        ("<ol reversed><li>a<li>b<li>c</ol>", "3 2 1"),
        ("<ol reversed start=10><li>a<li>b</ol>", "10 9"),
        ("<ol type=a start=3><li>a<li>b</ol>", "c d"),
        ("<ol type=I><li>a<li>b</ol>", "I II"),
        ('<ol><li>a<li value="7">b<li>c</ol>', "1 7 8"),
        ('<ol style="list-style-type:lower-roman"><li>a<li>b</ol>', "i ii"),
        ("<ol><li>a<ol type=a><li>x<li>y</ol><li>b</ol>", "1 a b 2"),
        ("<ol><li hidden>a<li>b</ol>", "1"),
        ("<ul><li>a<li>b</ul>", ""),
        ('<ol style="list-style:none"><li>a</ol>', ""),
        ("<ol type=a start=26><li>a<li>b</ol>", "z aa"),
    ],
)
def test_items_have_the_numbers_that_browsers_print(page: str, numbers: str) -> None:
    assert " ".join(block.number for block in blocks(page)).strip() == numbers


@pytest.mark.parametrize(
    ("page", "cells"),
    [
        ("<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e", [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2)]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2)]),
        ("<thead><tr><th>a<th>b<tbody><tr><td>c<td>d", [(0, 0), (0, 1), (1, 0), (1, 1)]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d<td>e",
         [(0, 0), (0, 1), (1, 1), (2, 1), (2, 2)]),
    ],
)  # fmt: skip
def test_merged_cells_keep_their_columns(page: str, cells: list[tuple[int, int]]) -> None:
    found = blocks(f"<table>{page}</table>")
    assert [(b.row if b.box < 0 else b.box, b.cell) for b in found] == cells


def test_a_table_that_lays_out_the_page_is_text() -> None:
    page = "<table><tr><td><h2>Findings</h2><p>One.</p><td><table><tr><td>a<td>b</table></table>"
    rows = [(block.text, block.row) for block in blocks(page)]
    assert rows == [("Findings", -1), ("One.", -1), ("a", 0), ("b", 0)]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href=/>Home</a></nav>",
        "<header><a href=/>The council</a></header>",
        "<footer>© The council</footer>",
        '<div role="navigation">Home</div>',
        '<div class="cookie-banner"><p>We use cookies.</p></div>',
        '<ul class="breadcrumbs"><li><a href=/>Home</a><li>Here</ul>',
        '<a href="#main">Skip to main content</a>',
        "<button>Print this page</button>",
        "<dialog>Rate this page</dialog>",
    ],
)
def test_what_belongs_to_the_site_is_left_out(furniture: str) -> None:
    page = f"<h1>Child Zed</h1>{furniture}<p>The nurse saw the child.</p>"
    assert read(page) == ["Child Zed", "The nurse saw the child."]


def test_the_head_and_foot_of_the_document_itself_are_read() -> None:
    page = "<header><h1>Child Zed</h1></header><main><header>May 2019</header><p>One.</p></main>"
    assert read(page) == ["Child Zed", "May 2019", "One."]
    assert read("<h2><button>Findings</button></h2><p>One.") == ["Findings", "One."]
    page = '<h1>A</h1><p>One.<footer><p id="fn1">A note.</p></footer>'
    assert read(page) == ["A", "One.", "A note."]


def test_forms_show_what_is_typed_and_chosen() -> None:
    page = '<p>Name: <input value="Smith &amp; Co"> of <select><option>Leeds<option selected>York'
    assert read(f"{page}</select><textarea>Typed <b>words</textarea>") == [
        "Name: Smith & Co of York Typed <b>words"
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("&pound500 &amp;amp; &#146;x&#x2019; &copy2019 &notit; &bogus;",
         "£500 &amp; ’x’ ©2019 ¬it; &bogus;"),
        ("safe&shy;guard&#8203;ing\u200b \ufb01nal&nbsp;word", "safeguarding final word"),
        ("5 < 6 & 7 > 3 <x y='>'>z", "5 < 6 & 7 > 3 z"),
        ("a</font> b<!-- > -->c<?x?>d</>e", "a bcde"),
        ("one\u2028two\x0bthree\ffour", "one two three four"),
    ],
)  # fmt: skip
def test_characters(page: str, text: str) -> None:
    assert read(f"<p>{page}") == [text]


@pytest.mark.parametrize("nested", ["<table><tr><td>{}</table>", "<ul><li>{}</ul>", "<b>{}</b>"])
def test_what_is_nested_without_end_is_read_as_a_shallow_page(nested: str) -> None:
    """Else the time would grow with the square of the page's length."""
    before, after = (part * 1500 for part in nested.split("{}"))
    page = (
        f"<p>Before.</p>{before}The nurse saw the child.{after}<p hidden>Unseen.</p><p>After.</p>"
    )
    assert " ".join(read(page)) == "Before. The nurse saw the child. After."
    assert max(len([*ancestors(element)]) for element in elements(read_page(page))) < 300


def test_lines_and_blocks() -> None:
    assert read("<p>a<br>b<br><br>c<div>d<div>e</div></div>f") == ["a", "b", "c", "d", "e", "f"]
    assert read("<h1>One<br>two</h1>") == ["One two"]
    assert read("<p>a<span style='display:block'>b</span>c") == ["a", "b", "c"]
    assert read("<details><summary>More</summary>Inside</details>") == ["More", "Inside"]
    assert read("<pre>\nFinding 1\n\n  The nurse saw.\n</pre>") == ["Finding 1", "The nurse saw."]
    assert read("<p>\n\tone\n\ttwo\n</p>\n\t<p>\n\t\tthree") == ["one two", "three"]


PARTS = st.sampled_from(
    "<p> </p> <table> <tr> <td> </table> <b> </b> <s> </s> <ol> <li> </ol> <sup> </sup> <h2> <br>"
    " <select> <option> </select> <svg> <title> </svg> <a&nbsp;href=#fn1> </a> &amp; &lt 1 2019"
    " one two <!-- x --> <textarea> </textarea> <template> <nav> < > & \n <input&nbsp;value=v>"
    " <del> </del> <script> </script> ﬁ <?x?> <!x> </>".split(" ")
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PARTS, max_size=30))
def test_any_page_keeps_its_places_and_loses_nothing(parts: list[str]) -> None:
    source = make_source(" ".join(parts).replace("&nbsp;", " "), "html")
    reading, _, _ = repair(source)
    assert list(reading.places) == sorted(reading.places)
    told = set(reading.places)
    for stretch in reading.dropped:
        told.update(range(stretch.start, stretch.end))
    for place in reading.places:  # a reference counts where it begins
        found = re.compile(r"&\w+;?").match(source.text, place)
        told.update(range(place, found.end()) if found else ())
    left = "".join(c for i, c in enumerate(source.text) if i not in told)
    assert html.unescape(left).strip() == ""


@pytest.mark.parametrize("raw", ["script", "style", "noscript", "iframe", "xmp", "plaintext"])
def test_references_in_raw_text_are_words(raw: str) -> None:
    source = make_source(f"{HEAD}<p>one<{raw}> &amp; &lt; &amp;", "html")
    reading, _, _ = repair(source)
    kept = [*reading.dropped, *((place, place + 1) for place in reading.places)]
    ends = [each.end if not isinstance(each, tuple) else each[1] for each in kept]
    assert max(ends) == len(source.text)


def test_a_byte_order_mark_moves_no_place() -> None:
    source = make_source("\ufeff<p>The nurse saw</p>", "html")
    reading, _, _ = repair(source)
    assert (reading.text, reading.places[0]) == ("The nurse saw", 4)
