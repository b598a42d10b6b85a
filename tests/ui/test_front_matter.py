"""The list of a document's front matter in the reader."""

from dataclasses import replace

from builders import build_document

from rag.types import Document
from ui.document_text import text_parts
from ui.front_matter import front_matter_html


def told(kind: str, key: str) -> Document:
    """A paragraph, a unit with a key, and a unit whose words stand in the paragraph."""
    document = build_document([
        ("paragraph", "Paragraph 1", "Sam died on 3 May 2019 & was missed."),
        (kind, "Detail 1", "Author: Jane <Green>"),
    ])  # fmt: skip
    paragraph, author = document.units
    start = paragraph.start + len("Sam died on ")
    died = replace(
        paragraph, id="date-of-death", kind="detail", label="Date of death", key="date_of_death",
        text="3 May 2019", start=start, end=start + 10, spans=((start, start + 10),),
    )  # fmt: skip
    return replace(document, units=(paragraph, died, replace(author, key=key)))


def test_each_value_stands_under_its_name_and_leads_to_its_place() -> None:
    shown = front_matter_html(told("detail", "author"))
    assert "<dt>Author</dt><dd>" in shown
    assert "Author: Jane &lt;Green&gt;" in shown
    assert "unit=date-of-death" in shown


def test_a_document_without_front_matter_has_no_list() -> None:
    assert front_matter_html(build_document([("finding", "Finding 1", "It was late.")])) == ""


def test_an_author_whom_only_the_file_names_is_shown_as_that_without_a_place() -> None:
    document = build_document([("finding", "Finding 1", "It was late.")])
    source = replace(document.source, format="html", properties=(("author", "Jo <Green>"),))
    shown = front_matter_html(replace(document, source=source))
    assert "<dt>Author</dt><dd>Jo &lt;Green&gt; (only in the file’s properties)</dd>" in shown
    assert "<a " not in shown


def test_words_inside_a_sentence_are_shown_once_unless_opened() -> None:
    document = told("detail", "author")
    died = document.units[1]
    for current, times in ((None, 1), (died, 2)):
        parts = text_parts(document, current, (0, 0), hidden=(), key="k")
        assert "".join(parts).count("3 May 2019") == times
