"""Is the text of every PDF page what the page shows? `python -m eval.pages DIR`.

For each page: precision and recall of the words of its source text against PDFium's words less
those that nobody sees; which reader's text was taken; whether a warning names the page. A page
counts as told where it is named, or both are .97 or more. PDFium joins words where spaces are
narrow: of its own words and those that the gaps between its letters part the nearer ones count.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import pypdfium2
import typer

from eval.programs import run_program
from rag.backends.page_lists import pages_named
from rag.backends.pdf.extraction import extract_pages
from rag.backends.pdf.printed import Printed
from rag.backends.pdf.second import lay_open, read_all_printed
from rag.backends.pdf.words import words_of
from rag.errors import NothingIndexed, UnreadableFile

MARK = 0.97
Folders = Annotated[list[Path], typer.Argument(metavar="DIR...", file_okay=False, exists=True)]


def main(folders: Folders) -> None:
    """Print a line for each page of the PDFs in the folders, and the sums."""
    counts = Counter[str]()
    paths = sorted(path for folder in folders for path in folder.glob("*.pdf"))
    if not paths:
        raise NothingIndexed("No PDF is there: expected some; name a folder that holds them.")
    for path in paths:
        try:
            found = list(score_pages(path))
        except UnreadableFile as error:
            typer.echo(f"{path.name}: not read. {error}")
            continue
        for line, counted in found:
            typer.echo(line)
            counts.update(counted)
    typer.echo(
        f"{counts['pages']} pages: {counts['below']} below {MARK}, of which {counts['not told']}"
        f" not told; {counts['second']} of the second reader, {counts['warned']} warned of."
    )


def score_pages(path: Path) -> Iterator[tuple[str, list[str]]]:
    """A line for each page, and what it counts as in the sums. Raises UnreadableFile."""
    content = path.read_bytes()
    extracted = extract_pages(content, path.name)
    named = pages_named(extracted.warnings)
    printed = read_all_printed(content, path.name).pages
    for number, (raw, page) in enumerate(zip(_raw_texts(content), printed, strict=True), start=1):
        ours = Counter(words_of(extracted.texts[number - 1]))
        shown = max(_shown_words(raw, page), key=lambda words: min(_compare(ours, words)))
        precision, recall = _compare(ours, shown)
        below, warned = min(precision, recall) < MARK, number in named
        second = number in extracted.second_reader
        notes = " warned" * warned + " NOT TOLD" * (below and not warned)
        line = (
            f"{path.name} {number}: precision {precision:.3f}, recall {recall:.3f}, "
            f"{ours.total()} words, {'second' if second else 'first'} reader{notes}"
        )
        counted = {"below": below, "not told": below and not warned, "second": second}
        counted |= {"pages": True, "warned": warned}
        yield line, [name for name, is_so in counted.items() if is_so]


def _raw_texts(content: bytes) -> Iterator[str]:
    with closing(pypdfium2.PdfDocument(content)) as document:
        for index in range(len(document)):
            lay_open(document, index)
            with closing(document[index]) as page, closing(page.get_textpage()) as text:
                yield text.get_text_range()


def _shown_words(raw: str, printed: Printed | None) -> list[Counter[str]]:
    """By PDFium's own spaces, and by the gaps."""
    own = Counter(words_of(raw.replace("\x02", "-")))
    if printed is None:
        return [own]
    unseen = Counter(words_of(" ".join((*printed.hidden, *printed.watermarks))))
    return [own - unseen, Counter(words_of("\n".join(run.text for run in printed.runs)))]


def _compare(ours: Counter[str], shown: Counter[str]) -> tuple[float, float]:
    """Precision and recall, 0 to 1."""
    precision, recall = (
        (ours & shown).total() / each.total() if each else 1.0 for each in (ours, shown)
    )
    return precision, recall


if __name__ == "__main__":
    run_program(main)
