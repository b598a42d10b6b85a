"""The window as the journeys have it: over made-up reviews, and at a word slow or broken."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from made_files import pdf_of
from made_libraries import digest, review, write
from made_reviews import BABY_V, CHILD_W
from serving import serve_window
from window import BULLETIN

SLOWLY = "Take your time:"
BROKEN = "Break in two:"
SENTENCES = [f"Sentence number {n} tells of a visit that nobody made." for n in range(1, 301)]
SEEN = "The father was not seen by anyone until March."

_START = f"""
import sys, time
import rag.assistant
from rag.cli import main

answer = rag.assistant.ask

def ask(library, turns, **others):
    if turns[-1].startswith({BROKEN!r}):
        raise ZeroDivisionError
    if turns[-1].startswith({SLOWLY!r}):
        time.sleep(1.5)
    return answer(library, turns, **others)

rag.assistant.ask = ask
sys.argv[0] = "rag"
main()
"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a window over `folder`/corpus, with its data in `folder`/data."""
    with serve_window(folder / "corpus", folder / "data", start=_START) as address:
        yield address


def write_reviews(corpus: Path) -> None:
    """Short ones, a digest, one of 301 paragraphs and a PDF of 60 pages."""
    long = review(*SENTENCES[:200], SEEN, *SENTENCES[200:])
    write(corpus, zed=BULLETIN, baby_z=digest("The dog was not seen."), child_z=long,
          child_w=CHILD_W, baby_v=BABY_V)  # fmt: skip
    pages = ["Serious Case Review: Child Pea", *SENTENCES[:59]]
    (corpus / "pea.pdf").write_bytes(pdf_of(pages))
