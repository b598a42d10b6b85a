"""A heading with its number, set without a gap between paragraphs, is read as one of its own."""

from pathlib import Path

from made_pdfs import drawn, lines

from rag.documents.document import build_document
from rag.documents.sources import read_source

_PAGE = (
    "1 CORONER",
    "I am Dr Amy Roe, Assistant Coroner, for the coroner area of the county of Somewhere",
    "2 LEGAL POWERS",
    "I make this report under the act of that year and under the rules that were made for it.",
    "3 CIRCUMSTANCES OF THE DEATH",
    "The child was seen again in May by the same nurse, who then wrote to the local authority.",
)


def test_numbered_headings_without_a_gap_are_sections(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(drawn(lines(60, 780, _PAGE)))
    units = build_document(read_source(path)).units
    assert [u.text for u in units if u.kind == "section"] == [*_PAGE[::2]]
