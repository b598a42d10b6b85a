"""Footnotes and endnotes are read behind the text; their marks join no figure."""

import pytest
from made_word import notes, paragraph, run, word_of

from rag.backends.word import extract_text


def mark(kind: str, number: int, own: str = "") -> str:
    follows = 'w:customMarkFollows="1"' if own else ""
    sign = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:{kind}Reference w:id="{number}" {follows}/>{sign}</w:r>'


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes(kind: str) -> None:
    body = paragraph("It began in 2019", mark(kind, 3), " and ended in May", mark(kind, 2), ".")
    part = notes(kind, "In 2021 again.", "The log says so.")
    extracted = extract_text(word_of(body, parts={f"{kind}s.xml": part}), "a.docx")
    assert extracted.text.split("\n\n") == [
        "It began in 2019 and ended in May.",
        "¹ The log says so.",
        "² In 2021 again.",
    ]
    assert extracted.warnings == ()


def test_footnotes_stand_before_endnotes() -> None:
    body = paragraph("a", mark("endnote", 2), mark("footnote", 2))
    parts = {"footnotes.xml": notes("footnote", "foot"), "endnotes.xml": notes("endnote", "end")}
    assert extract_text(word_of(body, parts=parts), "a.docx").text == "a\n\n¹ foot\n\n¹ end"


def test_a_mark_that_somebody_typed_is_a_mark() -> None:
    body = paragraph("in 2019", mark("footnote", 2, own="1"), " it began")
    parts = {"footnotes.xml": notes("footnote", "so")}
    assert extract_text(word_of(body, parts=parts), "a.docx").text == "in 2019 it began\n\n¹ so"


def test_a_note_whose_mark_is_deleted_or_hidden_is_not_read() -> None:
    deleted = f'<w:del w:id="1">{mark("footnote", 2)}</w:del>'
    hidden = mark("footnote", 3).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    parts = {"footnotes.xml": notes("footnote", "gone", "away")}
    assert extract_text(word_of(paragraph("a", deleted, hidden), parts=parts), "a").text == "a"


def test_hidden_words_of_a_note() -> None:
    part = notes("footnote", "seen ").replace("</w:p>", f"{run('not', '<w:vanish/>')}</w:p>")
    body = paragraph("a", mark("footnote", 2))
    assert extract_text(word_of(body, parts={"footnotes.xml": part}), "a").text == "a\n\n¹ seen"
