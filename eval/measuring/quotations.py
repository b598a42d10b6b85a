"""Whether the quotations of an answer are a review's words, and whether they read by themselves;
judged without the system's own checks."""

import re
from collections.abc import Sequence

from eval.measuring.figures import Values, mean, mean_of
from eval.measuring.held import Held, source_holds
from eval.measuring.shown import order_shown
from eval.measuring.validity import is_text_at
from rag.answer import Answer
from rag.types import Citation, Document

FAMILY = "quotations"
VERBATIM = "quotations verbatim"
ANSWER_VERBATIM = "answers verbatim throughout"
DANGLING = "dangling openers"
CUT = "cut clauses"

_DANGLING = re.compile(
    r"(?:and|but|or|nor|so|yet|then|also|however|therefore|thus|hence|moreover|furthermore"
    r"|nevertheless|nonetheless|consequently|similarly|likewise|instead|otherwise|this|that|these"
    r"|those|it|its|they|them|their|theirs|he|him|his|she|her|hers|such|the (?:former|latter)"
    r"|as a result|in addition|for (?:example|instance))\b",
    re.IGNORECASE,
)
_POINTS_AT_NOTHING = re.compile(
    r"(?:this|these) (?:serious case )?(?:review|report|briefing|bulletin|summary|document|scr)\b"
    r"|it (?:is|was|will be|would be|may be|can be|should be|must be)"
    r" (?:(?:\w+ly )?(?!also\b)\w+ (?:to|for|if|when|whether|how|what)"
    r"|\w+(?: [\w,]+){0,6}? that)\b",
    re.IGNORECASE,
)
"""The text itself, or nothing: "it is important that ..."."""
_CLOSED = re.compile(r"(?:[.!?…]|[.!?…][\"'”’)\]]+|[.!?…]\s?\d{1,3}|[⁰¹²³⁴-⁹]+)$")
"""After which a sentence may be left: also with a quotation mark or the number of a footnote
behind it."""
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|etc|cf|vs|no|nos|para|paras|mr|mrs|ms|dr|st|p|pp)\.$", re.I
)


def check_quotations(answer: Answer, held: Held) -> Values:
    shown, documents = order_shown(answer), held.documents
    genuine = [is_verbatim(each, held) for each in shown]
    known = [(each, documents.get(each.document)) for each in shown]
    return {
        VERBATIM: mean_of(genuine),
        ANSWER_VERBATIM: float(all(genuine)) if shown else None,
        DANGLING: mean_of([of is not None and dangles(each, shown, of) for each, of in known]),
        CUT: mean_of([of is not None and is_cut(each, of) for each, of in known]),
    }


def is_verbatim(citation: Citation, held: Held) -> bool:
    """The quote is the reading text at its offsets, and every piece of it is in the document's
    file, layout aside; or a digest's, whose words are nobody's quotation, and claims no match."""
    document = held.documents.get(citation.document)
    unit = next((u for u in document.units if u.id == citation.unit), None) if document else None
    if document is None or unit is None or not is_text_at(citation, document, unit):
        return False
    if document.record.provenance == "digest":
        return citation.match is None
    spans = citation.spans or ((citation.start, citation.end),)
    pieces = (document.reading.text[slice(*span)] for span in spans)
    return citation.match is not None and all(
        source_holds(piece, held.files[document.record.id]) for piece in pieces
    )


def dangles(citation: Citation, shown: Sequence[Citation], document: Document) -> bool:
    """It opens with a word that leans on a sentence before, which the answer does not show.

    Told by the word alone, so that the figure is an upper bound: "It", "She" or "This" may be
    explained later in the sentence, or by the heading."""
    if not leans(citation.quote):
        return False
    before = document.reading.text[: citation.start].rstrip()
    return not any(
        other.document == citation.document and other.start < len(before) <= other.end
        for other in shown
    )


def leans(text: str) -> bool:
    """Its first word speaks of something before it."""
    return bool(_DANGLING.match(text)) and not _POINTS_AT_NOTHING.match(text)


def is_cut(citation: Citation, document: Document) -> bool:
    """It begins or ends inside a sentence of its unit."""
    unit = next((unit for unit in document.units if unit.id == citation.unit), None)
    spans, text = unit.spans if unit else (), document.reading.text
    opens = max((a for a, b in spans if a <= citation.start < b), default=citation.start)
    closes = min((b for a, b in spans if a < citation.end <= b), default=len(text))
    before, after = text[opens : citation.start], text[citation.end : closes]
    quoted = text[citation.start : citation.end]
    ends = _may_stop(quoted) or not after.strip() or after.lstrip(" \t").startswith("\n")
    return not (_may_stop(before) and ends)


def _may_stop(text: str) -> bool:
    """At its end a line or a sentence ends."""
    line = text.rstrip(" \t")
    closed = bool(_CLOSED.search(line)) and not _ABBREVIATED.search(line)
    return not line or line.endswith("\n") or closed


MEASURES = (
    *(mean(name, FAMILY) for name in (ANSWER_VERBATIM, VERBATIM)),
    *(mean(name, FAMILY, higher_is_better=False) for name in (DANGLING, CUT)),
)
