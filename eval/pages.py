"""Is the text of every PDF page what the page shows? `python -m eval.pages DIR`.

For each page: precision and recall of the words of its source text against PDFium's words less
those that nobody sees; which reader's text was taken; whether a warning names the page. A page
counts as told where it is named, or both are .97 or more. PDFium joins words where spaces are
narrow: of its own words and those that the gaps between its letters part the nearer ones count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
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
from rag.errors import UnreadableFile

MARK = 0.97


@dataclass(frozen=True, slots=True)
class PageScore:
    near: bool
    """Precision and recall are MARK or more."""
    second: bool
    warned: bool
    line: str


def main(folders: Annotated[list[Path], typer.Argument(metavar="DIR...", file_okay=False)]) -> None:
    """Print a line for each page of the PDFs in the folders, and the sums."""
    scores: list[PageScore] = []
    for path in sorted(path for folder in folders for path in folder.glob("*.pdf")):
        try:
            found = score_file(path)
        except UnreadableFile as error:
            typer.echo(f"{path.name}: not read. {error}")
            continue
        for score in found:
            typer.echo(score.line)
        scores += found
    typer.echo(_sums(scores))


def score_file(path: Path) -> list[PageScore]:
    """Raises UnreadableFile."""
    content = path.read_bytes()
    extracted = extract_pages(content, path.name)
    named = pages_named(extracted.warnings)
    printed = read_all_printed(content, path.name).pages
    scores = []
    for number, (raw, page) in enumerate(zip(_raw_texts(content), printed, strict=True), start=1):
        ours = Counter(words_of(extracted.texts[number - 1]))
        shown = max(_shown_words(raw, page), key=lambda words: min(_compare(ours, words)))
        precision, recall = _compare(ours, shown)
        near, warned = min(precision, recall) >= MARK, number in named
        second = number in extracted.second_reader
        notes = " warned" * warned + " NOT TOLD" * (not near and not warned)
        line = (
            f"{path.name} {number}: precision {precision:.3f}, recall {recall:.3f}, "
            f"{ours.total()} words, {'second' if second else 'first'} reader{notes}"
        )
        scores.append(PageScore(near, second, warned, line))
    return scores


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


def _sums(scores: Sequence[PageScore]) -> str:
    return (
        f"{len(scores)} pages: {sum(not score.near for score in scores)} below {MARK}, of which"
        f" {sum(not score.near and not score.warned for score in scores)} not told;"
        f" {sum(score.second for score in scores)} of the second reader,"
        f" {sum(score.warned for score in scores)} warned of."
    )


if __name__ == "__main__":
    run_program(main)
