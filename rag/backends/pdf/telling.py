"""What was found on the pages in, warnings in words for a person out."""

from collections.abc import Sequence

from rag.backends.page_lists import about_pages
from rag.backends.pdf.choosing import Choice
from rag.backends.pdf.printed import Printed

OCR = "run the file through text recognition (OCR) and add the result"
_DOUBTS = {
    "unnamed": f"cannot be read: the font does not say which letters it shows; {OCR}",
    "partly unnamed": (
        f"cannot be read in part: a font does not say which letters it shows; {OCR}"
    ),
    "no language": (
        f"cannot be trusted: the letters make no words, so the font says others than it shows;"
        f" {OCR}"
    ),
    "not opened": (
        "cannot be read: it is damaged, or takes more room than a page of a report; save the file"
        " anew and add that"
    ),
}


def warnings_of(choices: Sequence[Choice], printed: Sequence[Printed | None]) -> tuple[str, ...]:
    """Each with the pages that it is about, counted from 1."""
    pages = [*zip(range(1, len(choices) + 1), choices, printed, strict=True)]
    silent = {n for n, choice, _ in pages if not choice.text.strip() and not choice.doubt}
    found = [
        *(
            about_pages((n for n, choice, _ in pages if choice.doubt == doubt), words)
            for doubt, words in _DOUBTS.items()
        ),
        about_pages(
            (n for n, _, page in pages if n in silent and (page is None or _is_picture(page))),
            f"has no text: it is a picture; {OCR}",
        ),
        about_pages(
            (n for n, _, page in pages if n not in silent and page and _shows_words(page)),
            "shows words in a picture, which were not read",
        ),
        about_pages(
            (n for n, _, page in pages if page and page.drawn.chart),
            "shows a chart; only the words printed on it were read",
        ),
        about_pages(
            (n for n, _, page in pages if page and page.recognised),
            "is a scan: its words come from text recognition, which makes mistakes",
        ),
        *(
            about_pages(
                (n for n, _, page in pages if page and words in page.watermarks),
                f"bears the watermark “{words}”, which was left out",
            )
            for words in dict.fromkeys(w for page in printed if page for w in page.watermarks)
        ),
    ]
    return tuple(warning for warning in found if warning)


def _is_picture(page: Printed) -> bool:
    return page.drawn.scan or page.drawn.lettering


def _shows_words(page: Printed) -> bool:
    return page.drawn.lettering and not page.recognised
