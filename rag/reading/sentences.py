"""A stretch of text in, the spans of its sentences out."""

import re

from rag.types import Span

_TITLES_AND_SHORT_FORMS = """
dr mr mrs ms st no nos vol p pp para paras cf e.g i.e eg ie etc vs approx dept rev prof
jan feb mar apr jun jul aug sept oct nov dec
"""
_ABBREVIATIONS = frozenset(_TITLES_AND_SHORT_FORMS.split())
_BORDER = re.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]+[\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-Z0-9•£])|\s*\n\s*\n\s*"
)
_LAST_WORD = re.compile(r"[\w.]*\w$")


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Spans of the sentences, in order, without the white space between them.

    A border is a full stop, question or exclamation mark before white space and a capital or
    figure, or an empty line. An abbreviation ("e.g.", "para.") ends no sentence.
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for border in _BORDER.finditer(text):
        if border["stop"] == "." and _is_abbreviated(text[start : border.start()]):
            continue
        end = border.end("stop") if border["stop"] else border.start()
        if end > start:
            spans.append((start, end))
        start = border.end()
    end = len(text.rstrip())
    return (*spans, (start, end)) if end > start else tuple(spans)


def _is_abbreviated(before: str) -> bool:
    last = _LAST_WORD.search(before)
    return last is not None and last[0].lower() in _ABBREVIATIONS
