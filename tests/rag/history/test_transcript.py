"""A conversation as a paper: its words checked anew, its digests marked, its texts never markup."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from made_libraries import DIGEST, NOTHING, digest, open_faked, review, write

from rag.answer import Answer, Statement
from rag.assistant import ask
from rag.documents.register import Register
from rag.history.standing import GONE, as_it_stands
from rag.history.transcript import as_markdown, as_word, transcript
from rag.index.indexing import sync
from rag.index.library import Library
from rag.quotes.citations.references import DIGEST_NOTE, with_references

SAID = "The father was *never* asked what he had seen."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = write(tmp_path / "corpus", child_z=review(SAID, "The police were not told."))
    with open_faked(tmp_path / "data") as library:
        sync(library, corpus, register=NOTHING)
        yield library


@pytest.fixture
def answer(library: Library) -> Answer:
    given = ask(library, ["What were the findings about Child Z?"])
    assert given.citations
    return given


def test_markdown_has_question_quotations_and_references(library: Library, answer: Answer) -> None:
    asked = replace(answer, question="# Who *really* saw <him>?")
    paper = as_markdown(transcript(library, "Zed", [asked]))
    assert paper.startswith("# Zed\n")
    assert r"## \# Who \*really\* saw \<him\>?" in paper
    assert "> “The father was never asked what he had seen.” \\[1\\]" in paper
    assert "- \\[1\\] Serious Case Review: Child Z. Findings" in paper
    assert DIGEST_NOTE not in paper


def test_word_has_the_same(library: Library, answer: Answer) -> None:
    asked = replace(answer, question="Who\x00 saw him?")
    paper = docx.Document(io.BytesIO(as_word(transcript(library, "Zed", [asked]))))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert texts[0] == "Zed"
    assert "Who saw him?" in texts
    assert any(text.startswith("[1] Serious Case Review: Child Z") for text in texts)


def test_the_name_of_a_review_heads_what_is_its_own(library: Library, answer: Answer) -> None:
    heading = Statement("Child Z, 2020", heading=True)
    given = replace(answer, statements=(heading, *answer.statements))
    parts = transcript(library, "Zed", [given])
    assert "\n### Child Z, 2020\n" in as_markdown(parts)
    paper = docx.Document(io.BytesIO(as_word(parts)))
    styles = {paragraph.text: paragraph.style for paragraph in paper.paragraphs}
    assert (styles["Child Z, 2020"] or styles["Zed"]).name == "Heading 2"


def test_a_digest_is_marked(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", baby_z=digest("The police were not told."))
    with open_faked(tmp_path / "data") as library:
        sync(library, corpus, register=Register((DIGEST,)))
        given = ask(library, ["What were the findings about Baby Z?"])
        paper = as_markdown(transcript(library, "Zed", [given]))
    assert f"({DIGEST_NOTE})" in paper
    assert "“The police" not in paper
    assert f"({DIGEST_NOTE})" in with_references(given)


def test_words_that_have_changed_since_are_not_shown(
    library: Library, answer: Answer, tmp_path: Path
) -> None:
    assert as_it_stands(library, answer).answer == answer
    corpus = write(tmp_path / "corpus", child_z=review("The mother was asked.", "Nothing else."))
    sync(library, corpus, register=NOTHING)
    standing = as_it_stands(library, answer)
    assert standing.gone == {citation.n for citation in answer.citations}
    assert GONE in standing.answer.text
    paper = as_markdown(transcript(library, "Zed", [answer]))
    assert "father" not in paper
    assert "ask again" in paper
