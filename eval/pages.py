"""Is the text of every PDF page what the page shows? `python -m eval.pages DIR`.

For each page: precision and recall of the words of its source text against the words that PDFium
gives by itself, less those that nobody sees; which reader's text was taken; whether a warning
names the page. A page counts as told where it is named, or both are .97 or more.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pypdfium2
import typer

from rag.backends.page_lists import pages_named
from rag.backends.pdf.extraction import Extracted, extract_pages
from rag.backends.pdf.printed import Printed
from rag.backends.pdf.second import lay_open, read_all_printed
from rag.backends.pdf.words import words_of
from rag.errors import UnreadableFile

MARK = 0.97


@dataclass(frozen=True, slots=True)
class PageScore:
    file: str
    page: int
    """From 1."""
    words: int
    """Of the source text."""
    precision: float
    recall: float
    second: bool
    warned: bool

    @property
    def told(self) -> bool:
        return self.warned or min(self.precision, self.recall) >= MARK


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
            typer.echo(_line(score))
        scores += found
    typer.echo(_sums(scores))


def score_file(path: Path) -> list[PageScore]:
    """Raises UnreadableFile."""
    content = path.read_bytes()
    extracted = extract_pages(content, path.name)
    named = pages_named(extracted.warnings)
    shown = zip(_raw_texts(content), read_all_printed(content, path.name).pages, strict=True)
    return [
        _score(path.name, number, extracted, words, warned=number in named)
        for number, words in enumerate(_shown_words(shown), start=1)
    ]


def _raw_texts(content: bytes) -> Iterator[str]:
    with closing(pypdfium2.PdfDocument(content)) as document:
        for index in range(len(document)):
            lay_open(document, index)
            with closing(document[index]) as page, closing(page.get_textpage()) as text:
                yield text.get_text_range()


def _shown_words(pages: "zip[tuple[str, Printed | None]]") -> Iterator[Counter[str]]:
    for raw, printed in pages:
        unseen = " ".join((*printed.hidden, *printed.watermarks)) if printed else ""
        yield Counter(words_of(raw.replace("\x02", "-"))) - Counter(words_of(unseen))


def _score(
    file: str, number: int, extracted: Extracted, shown: Counter[str], *, warned: bool
) -> PageScore:
    ours = Counter(words_of(extracted.texts[number - 1]))
    common = (ours & shown).total()
    return PageScore(
        file,
        number,
        ours.total(),
        precision=common / ours.total() if ours else 1.0,
        recall=common / shown.total() if shown else 1.0,
        second=number in extracted.second_reader,
        warned=warned,
    )


def _line(score: PageScore) -> str:
    reader = "second" if score.second else "first"
    notes = " warned" * score.warned + " NOT TOLD" * (not score.told)
    return (
        f"{score.file} {score.page}: precision {score.precision:.3f},"
        f" recall {score.recall:.3f}, {score.words} words, {reader} reader{notes}"
    )


def _sums(scores: Sequence[PageScore]) -> str:
    below = sum(min(score.precision, score.recall) < MARK for score in scores)
    return (
        f"{len(scores)} pages: {below} below {MARK}, of which"
        f" {sum(not score.told for score in scores)} not told;"
        f" {sum(score.second for score in scores)} of the second reader,"
        f" {sum(score.warned for score in scores)} warned of."
    )


if __name__ == "__main__":
    typer.run(main)
