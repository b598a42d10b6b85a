"""The map between source and reading text, on generated documents and on real ones."""

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.blocks import Block
from rag.lines import BULLETS, INVISIBLE, LIGATURES
from rag.reading import repair, source_span
from rag.sources import read_source
from rag.types import Dropped, Page, Reading, Source

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
REVIEWS = (
    "baby-m-executive-summary.txt",
    "baby-o-learning-bulletin.txt",
    "child-bf-partnership-response.txt",
    "child-k-briefing-note.txt",
    "child-q-learning-briefing.txt",
)
PDFS = (
    "bradford-23-may-2014.pdf",
    "peterborough-18-september-2015.pdf",
    "tameside-09-december-2016.pdf",
    "nottingham-07-january-2019.pdf",
    "kensington-and-chelsea-15-october-2019.pdf",
    "southwark-11-november-2022.pdf",
    "bournemouth-christchurch-poole-29-january-2025.pdf",
    "somerset-17-june-2026.pdf",
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
WHAT = {
    "tag": re.compile(r"<.*>", re.DOTALL),
    "image": re.compile(r"!\[.*\]\(.*\)"),
    "link": re.compile(r"[\[<>]|\]\(.*\)"),
    "space": re.compile(rf"[{INVISIBLE}\s]+"),
    "hyphen": re.compile(r"[-‐‑\u00ad]"),
    "bullet": re.compile(rf"[{BULLETS}*+–—−o\ufffd§ØüÞ\u00ad-]"),
    "emphasis": re.compile(r"[^\w]*_*[^\w]*"),
    "page number": re.compile(r"(?:\d{1,3}|[ivx]|of|page|p ?a ?g ?e|p\.?|[-–—|/\s])*", re.IGNORECASE),
}
"""What a stretch that is dropped for a reason may be, entities resolved."""


def make_source(text: str, format: str = "text") -> Source:
    pages: list[Page] = []
    at = 0
    for number, part in enumerate(text.split("\f"), start=1):
        pages.append(Page(number, None, at, at + len(part)))
        at += len(part) + 1
    paged = format in ("pdf", "text") and "\f" in text
    return Source("made", format, text, tuple(pages) if paged else (), "")  # type: ignore[arg-type]


def blocks_of(text: str, format: str = "text") -> list[str]:
    return [block.text for block in repair(make_source(text, format))[1]]


def pdf(*lines: str) -> str:
    """Lines as the extractor gives them."""
    return " \n".join(lines)


# --- properties ---------------------------------------------------------------------------------


def check(source: Source) -> None:
    reading, blocks, pages = repair(source)
    assert (reading, blocks, pages) == repair(source)
    check_map(source.text, reading)
    check_nothing_is_lost(source.text, reading)
    for stretch in reading.dropped:
        check_reason(source.text, stretch)
    check_blocks(reading, blocks)
    assert [page.start for page in pages] == [0, *(page.end for page in pages[:-1])][: len(pages)]


def check_map(source: str, reading: Reading) -> None:
    assert len(reading.text) == len(reading.places)
    assert list(reading.places) == sorted(reading.places)
    for character, place in zip(reading.text, reading.places, strict=True):
        assert 0 <= place < len(source)
        if character.isspace() or character == "|":
            continue
        there = source[place]
        entity = ENTITY.match(source, place)
        assert (
            character == there
            or character in LIGATURES.get(there, "")
            or (entity and character in _resolved(entity.group()))
        )


def _resolved(entity: str) -> str:
    return "".join(LIGATURES.get(c, c) for c in html.unescape(entity))


def check_nothing_is_lost(source: str, reading: Reading) -> None:
    kept = set(reading.places)
    for entity in ENTITY.finditer(source):
        if entity.start() in kept:
            kept.update(range(*entity.span()))
    end = 0
    for stretch in reading.dropped:
        assert end <= stretch.start < stretch.end
        end = stretch.end
        kept.update(range(stretch.start, stretch.end))
    left = "".join(c for i, c in enumerate(source) if i not in kept)
    assert html.unescape(left).strip() == ""


def check_reason(source: str, stretch: Dropped) -> None:
    found = source[stretch.start : stretch.end]
    if stretch.reason == "running":
        check_running(source, stretch)
    elif stretch.reason in ("tag", "image", "link"):
        assert WHAT[stretch.reason].fullmatch(found)
    else:
        assert WHAT[stretch.reason].fullmatch(html.unescape(found))


def check_running(source: str, stretch: Dropped) -> None:
    """It comes again but for its numbers, or a wide space parts it from a page number."""
    shape = _shape(source[stretch.start : stretch.end])
    again = _shape(source).count(shape) > 1
    begin = max(source.rfind("\n", 0, stretch.start), source.rfind("\f", 0, stretch.start)) + 1
    line = re.split(r"[\n\f]", source[begin:])[0]
    assert again or re.search(r" {4,}\d{1,3}\s*$|^\s*\d{1,3} {4,}", line)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"[\s*_]+", "", text.lower()))


def check_blocks(reading: Reading, blocks: tuple[Block, ...]) -> None:
    at = 0
    for block in blocks:
        gap = reading.text[at : block.start]
        assert gap in ("\n\n", " ", " | ") if at else gap == ""
        assert reading.text[block.start : block.end] == block.text
        assert list(reading.places[block.start : block.end]) == block.places
        assert block.text == block.text.strip() != ""
        at = block.end
    assert at == len(reading.text)


WORDS = st.sampled_from(
    "the child mother was not seen alone and information shared late Police health review "
    "It Nobody 2016 14-month multi-agency over- naïve café “quoted” ‘said’ child’s £20 50% o a I x "
    "(MASH) e.g. Dr. e\u0301 日本 🙂 \u202etext 3 12 2.9.3 31.12.08 <5 >3 a*b snake_case "
    "oﬃcer ﬁnding safe\u00adguarding zero\u200bwidth tele- P&amp;P &nbsp; &#8217; &bull; &shy; "
    "**bold** *lean* __strong__ _thin_ ** * _ [link](https://a.example/b_c) [sic](which) [see](#) "
    "![logo](logo.png) <https://a.example> <me@a.example> http://a.example/_x_y https://b.example "
    "<b>strong</b> <br> <br/> <redacted> <Mr> <a href='#'>here</a> \\* \\_ ¹ ² [1] done.¹ ended. "
    "asked? list: half; etc. –".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
FRONTS = st.sampled_from(
    ["", "", "", "- ", "• ", "* ", "o ", "– ", "- • ", "❖ ", "\uf0b7\t", "•\t", "\u00ad ", "☐ ",
     "1. ", "2) ", "(a) ", "iv. ", "1.1\t", "1.1.1", "Finding 3: ", "Recommendation 4\t", "¹ ",
     "1 ", "# ", "### ", "> ", "\t", "    ", "Learning: ", "-", "§ "]
)  # fmt: skip
ODD_LINES = st.sampled_from(
    ["", "", " ", "---", "***", "•", "-", "o", "12", "iv", "Page 3 of 9", "4 | P a g e", "....",
     "Some Board – Official 3", "Some Board – Official 4", "RUNNING HEADER      7", "\u00a0",
     "Introduction ............ 3", "A\tB\tC", "\tonly\t", "Name\tValue", "| a | b |", "|---|---|",
     "<ul><li>one</li><li>two</li></ul>", "<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr>",
     "<!-- hidden", "-->", "</td></tr></table>", "<p>Heading</p> <ul> • in • a • cell </ul>\tx",
     "<head><title>gone</title></head>", "<h2>Heading</h2>", "\ufeff", "a | b", "&lt;"]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 12))):
        if draw(st.booleans()):
            parts.append(draw(ODD_LINES))
        else:
            words = (draw(FRONTS) + draw(SENTENCES)).split(" ")
            width = draw(st.sampled_from([20, 40, 80, 1000]))
            parts.append(wrap(words, width))
        parts.append(draw(st.sampled_from(["\n", "\n", " \n", "  \n", "\n\n", "\n\n\n", "\f"])))
    return "".join(parts)


def wrap(words: list[str], width: int) -> str:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += word + " "
    return "\n".join(lines)


FORMATS = st.sampled_from(["pdf", "text", "markdown", "html", "word"])


@given(documents(), FORMATS)
def test_every_character_is_kept_in_its_place_or_dropped_for_its_reason(
    text: str, format: str
) -> None:
    check(make_source(text, format))


@given(st.text(alphabet="aZ1 .-*_|#<>/&;[]()!\\\n\t\f\u00ad\u00a0ﬁ•o–:p@\u2028", max_size=80), FORMATS)
def test_the_map_holds_for_any_text(text: str, format: str) -> None:
    reading, blocks, _ = repair(make_source(text, format))
    check_map(text, reading)
    check_nothing_is_lost(text, reading)
    check_blocks(reading, blocks)


@pytest.mark.parametrize("name", REVIEWS)
def test_the_properties_hold_for_the_originals(name: str) -> None:
    source = read_shared("reviews", name)
    check(source)
    reading = repair(source)[0]
    again = repair(make_source(reading.text))[0]
    assert _letters(again.text) == _letters(reading.text)


@pytest.mark.slow
@pytest.mark.parametrize("name", PDFS)
def test_the_properties_hold_for_inspection_reports(name: str) -> None:
    source = read_shared("pdfs", name)
    check(source)
    reading = repair(source)[0]
    again = repair(make_source(reading.text))[0]
    assert _letters(again.text) == _letters(reading.text)


def read_shared(folder: str, name: str) -> Source:
    path = SHARED / folder / name
    if not path.exists():
        pytest.skip(f"needs {folder}/{name} in a folder `shared` beside the project")
    return read_source(path)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


# --- lines, paragraphs and pages ----------------------------------------------------------------

WRAPPED = pdf(
    "1. The family had been known to several services for a long time before that",
    "winter, and each of them kept a record of its own. Nobody had read all of them",
    "when the meeting was held.",
)
LONG = "The services that knew the family kept records of their own and did not compare them with "


def test_wrapped_lines_become_one_paragraph() -> None:
    (text,) = blocks_of(WRAPPED, "pdf")
    assert text.startswith("1. The family") and "before that winter, and" in text


@pytest.mark.parametrize(
    ("last", "following", "joined"),
    [
        ("post-", "adoption support", "post-adoption support"),
        ("safe-", "guarding lead", "safeguarding lead"),
        ("safe\u00ad", "guarding lead", "safeguarding lead"),
        ("Multi-", "Agency hub", "Multi-Agency hub"),
        ("16- ", "and 17-year-olds", "16- and 17-year-olds"),
        ("16-", "year-olds were", "16-year-olds were"),
        ("child-", "centred work", "child-centred work"),
        ("manage-", "ment of risk", "management of risk"),
    ],
)
def test_a_hyphen_at_a_line_end_is_resolved(last: str, following: str, joined: str) -> None:
    text = f"Safeguarding each child is what matters in this long first line of\ntext, {last}\n{following}"
    assert blocks_of(text)[0].endswith(joined)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("their own. None of these had ever been asked for by a manager, whether the", "law allows it."),
        ("their own. All of it was read out to the members of the Somewhere in Care", "Council."),
        ("their own. All of it was read out to the Somewhere in Care Council for all", "(SiCC)."),
        ("their own. The eldest was at that time a pupil who had just begun his Year", "11 again."),
    ],
)
def test_a_sentence_goes_on_across_a_page_and_a_footnote(before: str, after: str) -> None:
    top = pdf("Nobody had met before. The services that knew this family kept records of", before)
    text = f"{top} \n \n1 Regulation 5 of an act of 2006 \f{after}"
    _, blocks, _ = repair(make_source(text, "pdf"))
    assert [b.note for b in blocks] == [False, True, False]
    assert blocks[2].continues and not blocks[1].continues


def test_a_paragraph_that_ended_with_its_page_is_not_continued() -> None:
    _, blocks, _ = repair(make_source("First ends here.\fSecond begins here.", "pdf"))
    assert [(b.text, b.continues, b.page_break) for b in blocks] == [
        ("First ends here.", False, False),
        ("Second begins here.", False, True),
    ]


def test_two_spaces_at_a_line_end_close_a_paragraph() -> None:
    text = (WRAPPED + " \n" + WRAPPED.replace("1.", "").strip() + " \n") * 2
    closed = text.replace("of its own. Nobody had read all of them \n", "of its own.  \nNobody had \n")
    assert any(b.endswith("a record of its own.") for b in blocks_of(closed, "pdf"))


def test_a_heading_after_a_full_line_is_its_own_block() -> None:
    lines = [*WRAPPED.split(" \n")[:2], "when they met for the first time and that was late in the winter.",
             "The inspection team", "Lead inspector: a name"]  # fmt: skip
    assert "The inspection team" in blocks_of(pdf(*lines), "pdf")


def test_lines_of_a_contents_page_stay_apart() -> None:
    assert blocks_of("Summary of key findings of the review 3\nWhat the judgements mean for it 29") == [
        "Summary of key findings of the review 3",
        "What the judgements mean for it 29",
    ]


def test_a_run_in_label_begins_a_paragraph() -> None:
    text = "Event: two letters were sent to the home of the family.\nEvent: Mother cancels."
    assert blocks_of(text) == text.split("\n")


def test_numbers_that_carry_on_the_count_begin_items() -> None:
    text = "2.9 para\n2.9.1This\n1. one thing\n2. another thing\n3. and\nmore of it\na) first\nb) second"
    assert blocks_of(text) == [
        "2.9 para", "2.9.1This", "1. one thing", "2. another thing", "3. and more of it", "a) first",
        "b) second",
    ]  # fmt: skip


def test_a_number_alone_stands_before_its_words_and_a_label_above_them() -> None:
    text = f"1.\nAsk the child\n\nFinding 3\nThe child was {LONG}others."
    assert blocks_of(text)[:2] == ["1. Ask the child", "Finding 3"]


# --- bullets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "front",
    ["• ", "\uf0b7 ", "\uf06e\t", "◼ ", "❖ ", "- ", "– ", "* ", "o ", "- ❖ ", "•\t", "☐ ", "➢ ",
     "\u00ad ", "§ ", "• \n", "&bull; "],
)  # fmt: skip
def test_bullets_are_taken_off(front: str) -> None:
    source = make_source(f"Actions:\n{front}Ask the child\n{front}Ask again", "text")
    _, blocks, _ = repair(source)
    assert [(b.text, b.bullet) for b in blocks[1:]] == [("Ask the child", True), ("Ask again", True)]


def test_a_dash_that_was_wrapped_to_the_front_of_a_line_stays() -> None:
    text = pdf(
        "18. A range of services, including one that has the name Systemic Therapy",
        "– Neglect, and targeted support for families, works with parents and others.",
    )
    assert "Systemic Therapy – Neglect" in blocks_of(text, "pdf")[0]


def test_a_bullet_inside_a_line_begins_an_item() -> None:
    assert blocks_of("Issues: • one thing • another") == ["Issues:", "one thing", "another"]


# --- markup -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Neglect** and *care*", "Neglect and care"),
        ("the [toolkit](http://a.example/x_(y)) here", "the toolkit here"),
        ("he [sic](which) said", "he [sic](which) said"),
        ("<name redacted> and <Mr Y> came", "<name redacted> and <Mr Y> came"),
        ("a <b>bold</b> word<br/>", "a bold word"),
        ("P&amp;P of children&#8217;s", "P&P of children’s"),
        ("see http://a.example/_one_two_ now", "see http://a.example/_one_two_ now"),
        ("see <http://a.example/b> now", "see http://a.example/b now"),
        ("write to <me@a.example> now", "write to me@a.example now"),
        ("oﬃcer and ﬁnding", "officer and finding"),
        ("under \\*18\\*", "under *18*"),
        ("Mr **** said 2*3 and a_b", "Mr **** said 2*3 and a_b"),
        ("<5 years and >3 weeks", "<5 years and >3 weeks"),
    ],
)
def test_marks_go_and_words_stay(written: str, read: str) -> None:
    assert blocks_of(written, "markdown") == [read]


def test_html_is_read_as_a_browser_shows_it() -> None:
    page = "<html><head><title>no</title></head><body><h2>A\nhead</h2><p>Some\n*words* <custom>x</p>"
    _, blocks, _ = repair(make_source(page, "html"))
    assert [(b.text, b.level) for b in blocks] == [("A head", 2), ("Some *words* x", 0)]


@pytest.mark.parametrize(
    "table",
    [
        "Ref\tAction\tOwner\n1.1\tDo this\tCouncil",
        "| Ref | Action | Owner |\n|---|---|---|\n| 1.1 | Do this | Council |",
        "<table><tr><th>Ref</th><th>Action</th><th>Owner</th></tr>"
        "<tr><td>1.1</td><td>Do this</td><td>Council</td></tr></table>",
    ],
)
def test_cells_of_a_row_stand_between_bars(table: str) -> None:
    assert repair(make_source(table))[0].text == "Ref | Action | Owner\n\n1.1 | Do this | Council"


@pytest.mark.parametrize(
    "line", ["1\tIntroduction", "4.2\tSome Trust", "Lesson 3\tAsk the child", "(a)\tAsk", "\tIndented"]
)
def test_a_tab_after_a_number_or_at_the_front_makes_no_row(line: str) -> None:
    _, (block,), _ = repair(make_source(line))
    assert block.row == -1 and block.text == line.strip().replace("\t", " ")


# --- furniture ----------------------------------------------------------------------------------


def paged(count: int, page: str) -> str:
    return "\f".join(page.format(n=n, word=f"Page{chr(96 + n)} text.") for n in range(1, count + 1))


@pytest.mark.parametrize(
    "page",
    [
        "Some Board – Official\n{word}\n{n}",
        "Some report {n}\n{word}",
        "{word}\n{n} | P a g e",
        "{word}\nPage {n} of 9",
        "Some Board\nReport, 3 May 2016 {n}\n{word}",
    ],
)
def test_running_lines_and_page_numbers_go(page: str) -> None:
    blocks = blocks_of(paged(5, page))
    assert [b for b in blocks if "text" not in b and "Page 1" not in b][2:] == []
    assert sum("text" in b for b in blocks) == 5


def test_a_heading_that_counts_beside_the_pages_stays() -> None:
    blocks = blocks_of(paged(5, "Recommendation {n}\n{word}"))
    assert [b for b in blocks if b.startswith("Rec")] == [f"Recommendation {n}" for n in range(1, 6)]


def test_a_number_in_a_table_at_the_edge_of_a_page_stays() -> None:
    pages = [f"{n}\n\n{LONG}others.\n{page}" for page, n in enumerate([45, 12, 77], start=1)]
    assert [b for b in blocks_of("\f".join(pages)) if b.isdigit()] == ["45", "12", "77"]


def test_printed_numbers_become_labels() -> None:
    text = "\f".join(["Cover", "Contents", *(f"{n}\nText {chr(96 + n)}." for n in range(1, 6))])
    pages = repair(make_source(text))[2]
    assert [page.label for page in pages] == [None, None, "1", "2", "3", "4", "5"]


def test_without_pages_numbers_of_items_stay_and_numbers_of_pages_go() -> None:
    items = "1\n\nAsk the child.\n\n2\n\nAsk the father.\n\n3\n\nAsk again."
    assert [b for b in blocks_of(items) if b.isdigit()] == ["1", "2", "3"]
    page = "A sentence about what was known and done. " * 30
    assert not any(b.isdigit() for b in blocks_of(f"{page}\n\n1\n\n{page}\n\n2\n\n{page}"))


def test_a_header_with_its_number_in_the_middle_of_a_sentence_goes() -> None:
    text = f"{LONG}others in the\n\nSOME BOARD          3\n\ntown and beyond."
    assert blocks_of(text) == [f"{LONG}others in the town and beyond."]


def test_source_span_leads_back_to_the_words() -> None:
    source = make_source("- **Neglect** of the\nchild")
    reading = repair(source)[0]
    at = reading.text.index("Neglect")
    assert source.text[slice(*source_span(reading, at, at + 7))] == "Neglect"
