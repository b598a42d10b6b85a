"""What was found on the pages in, warnings in words for a person out."""

from collections.abc import Sequence

from rag.backends.page_lists import about_pages
from rag.backends.pdf.choosing import Choice
from rag.backends.pdf.printed import Printed

OCR = "run the file through text recognition (OCR) and add the result"
_DOUBTS = {
    "unnamed": ("cannot be read", f"the font does not say which letters it shows; {OCR}"),
    "partly unnamed": (
        "cannot be read in part",
        f"a font does not say which letters it shows; {OCR}",
    ),
    "no language": (
        "cannot be trusted",
        f"the letters make no words, so the font says others than it shows; {OCR}",
    ),
    "not opened": (
        "cannot be read",
        "it is damaged, or takes more room than a page of a report; save the file anew and add"
        " that",
    ),
}
"""What is wrong with a page, and why and what to do."""
_PICTURE = f"it is a picture; {OCR}"
_INCOMPLETE = "the file is incomplete; download it again"


def warnings_of(
    choices: Sequence[Choice], printed: Sequence[Printed | None], *, cut_off: bool
) -> tuple[str, ...]:
    """Each with the pages that it is about, counted from 1; `cut_off`: the end of the file is
    missing, and fonts and pictures may be with it."""
    pages = [*zip(range(1, len(choices) + 1), choices, printed, strict=True)]
    silent = {n for n, choice, _ in pages if not choice.text.strip() and not choice.doubt}
    found = [
        *(
            about_pages(
                (n for n, choice, _ in pages if choice.doubt == doubt),
                f"{wrong}: {_INCOMPLETE if cut_off else why}",
            )
            for doubt, (wrong, why) in _DOUBTS.items()
        ),
        about_pages(
            (n for n, _, page in pages if n in silent and (page is None or _is_picture(page))),
            f"has no text: {_INCOMPLETE if cut_off else _PICTURE}",
        ),
        about_pages(
            (n for n, _, page in pages if n not in silent and page and _shows_words(page)),
            "shows words in a picture, which were not read",
        ),
        about_pages(
            (n for n, _, page in pages if page and page.drawn.chart),
            "shows a chart; only what it prints as text was read",
        ),
        about_pages(
            (n for n, _, page in pages if page and page.drawn.ticks),
            "shows boxes with ticks or crosses that are drawn; which boxes are ticked was not read",
        ),
        about_pages(
            (n for n, _, page in pages if page and page.recognised),
            "is a scan: its words come from text recognition, which makes mistakes",
        ),
        about_pages(
            (n for n, _, page in pages if page and not page.looked_at),
            "draws too much to be looked at; words that it hides may be among those read, and what"
            " it shows beside its words is not told",
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
