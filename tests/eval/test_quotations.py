"""Whether quotations are the document's words, and whether they read by themselves."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import build_document
from made_gold import FATHER, FINDING, Cite, Make
from made_rows import question, score

from eval.measuring import quotations
from eval.measuring.held import Held, source_holds
from eval.measuring.quotations import dangles, is_cut, is_verbatim
from rag.quotes.citations.citing import cite as cite_span
from rag.types import Citation


def verbatim(held: Held, citation: Citation) -> bool:
    return is_verbatim(citation, held)


def test_shares_and_the_gate(held: Held, cite: Cite, answer: Make) -> None:
    good = cite(1, FINDING)
    bad = replace(cite(2, FATHER), quote="Mother was seldom asked about.")
    values = score(question(), answer(good, bad), held).values
    assert values[quotations.VERBATIM] == 1 / 2
    assert values[quotations.ANSWER_VERBATIM] == 0.0
    assert score(question(), answer(), held).values[quotations.VERBATIM] is None


@pytest.mark.parametrize("change", ["word", "offset", "case", "elsewhere", "nowhere", "no unit"])
def test_a_changed_quotation_is_not_verbatim(held: Held, cite: Cite, change: str) -> None:
    good = cite(1, FINDING)
    bad = {
        "word": replace(good, quote=FINDING.replace("Nobody", "Somebody")),
        "offset": replace(good, start=good.start + 1, spans=((good.start + 1, good.end),)),
        "case": replace(good, quote=FINDING.lower()),
        "elsewhere": replace(good, start=0, end=len(FINDING), spans=((0, len(FINDING)),)),
        "nowhere": replace(good, document="ash"),
        "no unit": replace(good, unit="finding-99"),
    }[change]
    assert verbatim(held, good)
    assert not verbatim(held, bad)


def test_the_file_itself_is_asked(held: Held, cite: Cite) -> None:
    held.files["elm"].write_text("Nobody kept a diary of the home visits.", encoding="utf-8")
    assert not verbatim(held, cite(1, FINDING))


def test_an_address_is_text_and_a_link_target_is_not(held: Held, cite: Cite) -> None:
    assert verbatim(held, cite(1, "More at the board: https://example.org/guide"))


def test_omissions_are_judged_by_their_pieces(held: Held, cite: Cite) -> None:
    whole = cite(1, FINDING)
    cut = whole.start + len("Nobody kept"), whole.start + FINDING.index("of the home")
    spans = ((whole.start, cut[0]), (cut[1], whole.end))
    pieces = replace(whole, quote="Nobody kept […] of the home visits.", spans=spans)
    assert verbatim(held, pieces)
    assert not verbatim(held, replace(pieces, quote="Nobody kept […] in the home visits."))
    assert not verbatim(held, replace(pieces, quote="Nobody kept of the home visits."))


def test_an_omission_may_not_turn_the_meaning(held: Held, cite: Cite) -> None:
    whole = cite(1, FATHER)
    seldom = whole.start + FATHER.index("seldom"), whole.start + FATHER.index("asked")
    spans = ((whole.start, seldom[0]), (seldom[1], whole.end))
    turned = replace(whole, quote="Father was […] asked about.", spans=spans)
    assert not verbatim(held, turned)


def test_a_digest_is_never_a_match(held: Held, cite: Cite) -> None:
    digest = cite(1, FINDING, "oak")
    assert verbatim(held, digest)
    assert not verbatim(held, replace(digest, match="exact"))
    assert not verbatim(held, replace(digest, quote=FINDING.replace("Nobody", "Somebody")))


@pytest.mark.parametrize(
    ("opening", "leans"),
    [
        ("This was missed.", True),
        ("She had been seen twice.", True),
        ("However, nobody asked.", True),
        ("Its staff were few.", True),
        ("It is important that visits are recorded.", False),
        ("It was decided at the end of May that visits would stop.", False),
        ("This review found gaps.", False),
        ("It was also late.", True),
        ("Itself a sign of neglect, the bruise was seen.", False),
        ("Mother said that she was well.", False),
    ],
)
def test_an_opening_that_leans_on_what_is_not_shown_dangles(opening: str, leans: bool) -> None:  # noqa: FBT001
    document = build_document([("finding", "Finding 1", f"The visit was late. {opening}")])
    unit = document.units[0]
    border = unit.text.index(opening)
    start, end = unit.start + border, unit.start + len(unit.text)
    shown = cite_span(document, unit, [(start, end)], 1)
    before = cite_span(document, unit, [(unit.start, start - 1)], 2)
    assert shown is not None
    assert before is not None
    assert dangles(shown, [shown], document) is leans
    assert not dangles(shown, [before, shown], document)


@pytest.mark.parametrize(
    ("part", "cut"),
    [
        ("The GP saw her, but nobody wrote it down.", False),
        ("The GP saw her", True),
        ("The GP saw her,", True),
        ("nobody wrote it down.", True),
        ("Visits (e.g. at night) were few.", False),
        ("Visits (e.g.", True),
        ("at night) were few.", True),
    ],
)
def test_a_quotation_that_ends_inside_a_sentence_is_cut(part: str, cut: bool) -> None:  # noqa: FBT001
    text = "The GP saw her, but nobody wrote it down. Visits (e.g. at night) were few."
    document = build_document([("finding", "Finding 1", text)])
    unit = document.units[0]
    start = unit.start + text.index(part)
    shown = cite_span(document, unit, [(start, start + len(part))], 1)
    assert shown is not None
    assert is_cut(shown, document) is cut


def test_word_files_and_old_encodings_are_read(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("Nobody’s visit was “recorded”.".encode("cp1252"))
    assert source_holds("visit was “recorded”", old)
