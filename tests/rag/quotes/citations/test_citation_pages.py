"""A citation names the page on which its quotation begins."""

from dataclasses import replace

from builders import build_document

from rag.quotes.citations.citing import cite
from rag.types import Page

TEXT = "Visits were missed. Nobody asked the father why."


def test_a_quotation_that_begins_overleaf_of_its_unit_names_that_page() -> None:
    document = build_document([("finding", "Finding 1", TEXT)])
    over = TEXT.index("Nobody")
    pages = (Page(1, "i", 0, over), Page(2, "ii", over, len(TEXT)))
    document = replace(document, pages=pages)
    first = cite(document, document.units[0], [(0, over - 1)], 1)
    second = cite(document, document.units[0], [(over, len(TEXT))], 2)
    assert first is not None
    assert second is not None
    assert (first.page, first.page_label) == (1, "i")
    assert (second.page, second.page_label) == (2, "ii")


def test_a_file_without_pages_has_none() -> None:
    document = replace(build_document([("finding", "Finding 1", TEXT)]), pages=())
    cited = cite(document, document.units[0], [(0, len(TEXT))], 1)
    assert cited is not None
    assert (cited.page, cited.page_label) == (None, None)
