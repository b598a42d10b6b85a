"""The map between source and reading text, on generated documents and on real ones."""

import html
import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_sources import make_source

from rag.documents.sources import read_source
from rag.reading.blocks import Block
from rag.reading.layout_signs import BULLETS, INVISIBLE, LIGATURES, RAISED_SIGNS
from rag.reading.repair import furniture_places, part_at_pages, repair
from rag.types import Dropped, Page, Reading, Source

ROOT = Path(__file__).parents[3]
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
    "tag": re.compile(r"<.*", re.DOTALL),  # of a page it may end with the file
    "unread": re.compile(r".*", re.DOTALL),
    "note": re.compile(rf"[\s\[(]*[\d*†‡§¶a-z^]{{1,4}}[\s\])]*|[{RAISED_SIGNS}]+"),
    "image": re.compile(r"!\[.*\]\(.*\)"),
    "link": re.compile(r"[\[<>]|\]\(.*\)"),
    "space": re.compile(rf"[{INVISIBLE}\s]+"),
    "hyphen": re.compile(r"[-‐‑\u00ad]"),
    "bullet": re.compile(rf"[{BULLETS}*+–—−o\ufffd§ØüÞ\u00ad-]"),
    "emphasis": re.compile(r"[\W_]*"),
    "page number": re.compile(
        r"(?:\d{1,3}|[ivx]|of|page|p ?a ?g ?e|p\.?|[-–—|/\s])*", re.IGNORECASE
    ),
}
"""What a stretch that is dropped for a reason may be, entities resolved."""
TITLED_NUMBER = re.compile(r".{1,120}?\bpage \d+ of \d+", re.IGNORECASE | re.DOTALL)


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
    elif stretch.reason == "page number" and TITLED_NUMBER.match(source, stretch.start):
        return  # "A report | Page 3 of 9" goes as a whole
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
        assert reading.places[block.start : block.end] == block.places
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


@settings(deadline=None)  # a slow machine is no wrong map
@given(documents(), FORMATS)
def test_every_character_is_kept_in_its_place_or_dropped_for_its_reason(
    text: str, kind: str
) -> None:
    check(make_source(text, kind))


@settings(deadline=None)
@given(
    st.text(alphabet="aZ1 .-*_|#<>/&;[]()!\\\n\t\f\u00ad\u00a0ﬁ•o–:p@\u2028", max_size=80), FORMATS
)
def test_the_map_holds_for_any_text(text: str, kind: str) -> None:
    reading, blocks, _ = repair(make_source(text, kind))
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


def test_a_stretch_over_a_page_end_is_parted_at_the_furniture() -> None:
    pages = ["The plan was never shared", "with the school. It ended there."]
    text = "\f".join(f"Review of Family X\n{page}\n{n}" for n, page in enumerate(pages, start=1))
    text += "\fReview of Family X\nMore.\n3\fReview of Family X\nLast.\n4"
    bounds, at = [], 0
    for n, page in enumerate(text.split("\f"), start=1):
        bounds.append(Page(n, None, at, at + len(page)))
        at += len(page) + 1
    reading, _, _ = repair(Source("x.txt", "text", text, tuple(bounds), ""))
    start = reading.text.index("The plan")
    end = reading.text.index(" It ended")
    pieces = part_at_pages(reading, (start, end), furniture_places(reading))
    assert [reading.text[a:b] for a, b in pieces] == [pages[0], "with the school."]


def test_a_long_document_takes_a_few_bytes_a_character() -> None:
    """Of 3,000 pages it would take a gigabyte if each place were a number by itself."""
    line = "The agencies held many meetings about the family and nobody read the minutes of them."
    page = "\n".join(f"{n}. {line}" for n in range(45))
    source = make_source("\f".join([page] * 60), "pdf")
    tracemalloc.start()
    try:
        reading, _, _ = repair(source)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 45 * len(reading.text)


def test_a_reading_can_be_hashed() -> None:
    assert len({repair(make_source("Ask again."))[0] for _ in range(2)}) == 1
