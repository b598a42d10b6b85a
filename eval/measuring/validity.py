"""Whether the citations of an answer lead to what they say they do: the gate that an answer passes
or fails, whatever it is about."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from eval.asking.quoting import OF_RECORD, OF_UNIT
from eval.sets.words import letters, split_words
from rag.answer import Answer, Statement
from rag.types import Citation, Document, Unit

PASSAGE_WORDS = 6
"""From so many words on, a stretch of a document in a statement needs a citation."""
ALIKE_WORDS = 4
"""A statement that shares so many words with a quotation, and half of the shorter one's, is meant
to be that quotation."""


def citation_faults(citation: Citation, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """What is wrong, in words; empty for a citation that resolves: document and unit are held
    and described as they are, the offsets lie inside the unit, on the page named, the link says
    the same, and the quotation is the reading text there."""
    document = documents.get(citation.document)
    if document is None:
        return ("document",)
    unit = next((unit for unit in document.units if unit.id == citation.unit), None)
    if unit is None:
        return ("unit",)
    return tuple(_faults(citation, document, unit))


def answer_faults(answer: Answer, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Those of every citation, and of how the statements cite: each number once, each cited, each
    quotation said as it is by a statement that cites it, each passage with its citation."""
    found = [fault for each in answer.citations for fault in citation_faults(each, documents)]
    numbers = [citation.n for citation in answer.citations]
    if sorted(numbers) != sorted({n for each in answer.statements for n in each.citations}):
        found.append("numbers")
    quotes = {citation.n: citation.quote for citation in answer.citations}
    for statement in answer.statements:
        found += _statement_faults(statement, quotes, documents)
    said = {n for each in answer.statements for n in each.citations if _says(each, quotes, n)}
    return (*found, *("quotation that no statement says" for n in quotes if n not in said))


def _faults(citation: Citation, document: Document, unit: Unit) -> Iterator[str]:
    if any(getattr(citation, name) != getattr(document.record, name) for name in OF_RECORD):
        yield "description of the document"
    if any(getattr(citation, name) != getattr(unit, name) for name in OF_UNIT):
        yield "description of the unit"
    spans = citation.spans or ((citation.start, citation.end),)
    places = [place for span in spans for place in span]
    is_ordered = places == sorted(places) and all(start < end for start, end in spans)
    if not is_ordered or (places[0], places[-1]) != (citation.start, citation.end):
        yield "offsets"
    elif not all(any(a <= start and end <= b for a, b in unit.spans) for start, end in spans):
        yield "outside the unit"
    page = next((p for p in document.pages if p.start <= citation.start < p.end), None)
    at = (page.number, page.label) if page else (None, None)
    if (citation.page, citation.page_label) != at:
        yield "page"
    told = parse_qs(urlsplit(citation.link).query)
    names = {"doc": "document", "unit": "unit", "start": "start", "end": "end"}
    if any(told.get(key) != [str(getattr(citation, name))] for key, name in names.items()):
        yield "link"
    if not is_text_at(citation, document, unit):
        yield "quotation"


def is_text_at(citation: Citation, document: Document, unit: Unit) -> bool:
    """The quotation is the reading text at its spans, spaces aside. Between two spans stands an
    omission mark, unless it is the unit that breaks off there and goes on; what is omitted may
    hold no word that turns or narrows the meaning."""
    text = document.reading.text
    spans = citation.spans or ((citation.start, citation.end),)
    if len(spans) == 1:
        return citation.quote == text[slice(*spans[0])]
    starts, ends = {start for start, _ in unit.spans}, {end for _, end in unit.spans}
    expected = text[slice(*spans[0])]
    for before, after in pairwise(spans):
        omitted = split_words(text[before[1] : after[0]])
        if not omitted or (before[1] in ends and after[0] in starts):
            expected += text[slice(*after)]
        elif not TURNING.isdisjoint(omitted):
            return False
        else:
            expected += "[…]" + text[slice(*after)]
    return "".join(citation.quote.split()) == "".join(expected.split())


TURNING = frozenset(
    """not no never none nor neither without but however although though unless except only until
    if rarely seldom hardly may might could cannot""".split()
)


def _statement_faults(
    statement: Statement, quotes: Mapping[int, str], documents: Mapping[str, Document]
) -> Iterator[str]:
    cited = [quotes[n] for n in statement.citations if n in quotes]
    same = any(_says(statement, quotes, n) for n in statement.citations)
    if not cited and (statement.verbatim or _is_passage(statement.text, documents)):
        yield "no citation"
    elif not same and (statement.verbatim or _retells(statement, cited)):
        yield "other words than the quotation's"


def _says(statement: Statement, quotes: Mapping[int, str], n: int) -> bool:
    """Its text is quotation `n`, or all that it cites in a row; spaces aside."""
    row = " ".join(quotes.get(each, "") for each in statement.citations)
    return n in quotes and statement.text.split() in (quotes[n].split(), row.split())


def _retells(statement: Statement, cited: Sequence[str]) -> bool:
    """A verdict on a claim is no quotation, however many words of one it has."""
    return statement.claim is None and any(_alike(statement.text, quote) for quote in cited)


def _alike(text: str, quote: str) -> bool:
    one, other = set(split_words(text)), set(split_words(quote))
    shared = len(one & other)
    return shared >= ALIKE_WORDS and 2 * shared >= min(len(one), len(other))


def _is_passage(text: str, documents: Mapping[str, Document]) -> bool:
    sought = letters(text)
    return len(text.split()) >= PASSAGE_WORDS and any(
        sought in _letters_of(document.reading.text) for document in documents.values()
    )


_letters_of = lru_cache(maxsize=512)(letters)
