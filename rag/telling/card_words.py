"""A fact of a catalogue card in, the sentence that tells it out."""

from rag.questions.asides.card_asked import EARLIEST, LATEST
from rag.reading.dates import MONTHS
from rag.types import Record

ASKED = {
    "publisher": "who published it",
    "published": "when it was published",
    "area": "which area it is from",
    "kind": "what kind of document it is",
    "pages": "how many pages it has",
    "link": "where it is published",
}
_AGAIN = {
    "publisher": "Who published {}?",
    "published": "When was {} published?",
    "area": "Which area is {} from?",
    "pages": "How many pages has {}?",
    "link": "Is there a link to {}?",
}
_HELD = {
    "original": "The library holds the publisher's own text of it.",
    "digest": "The library holds a digest of it: our own summary, not its words.",
}
_KIND = {
    "overview_report": "is the overview report, the full report of the review.",
    "inspection_report": "is the report of an inspection.",
    "response": "is a response to the review, not the review itself.",
    "coroner_report": "is a coroner's report to prevent future deaths.",
    "inquiry_report": "is from the report of an inquiry.",
    "guidance": "is guidance, not a review.",
}


def tell(fact: str, record: Record, *, pages: int = 0) -> str | None:
    """None where the card does not say."""
    name = call(record)
    if fact == "publisher":
        return record.publisher and f"{name} was published by {record.publisher}."
    if fact == "published":
        return record.published and f"{name} was published {_at(record.published)}."
    if fact == "area":
        return record.area and f"{name} is from {record.area}."
    if fact == "pages":
        return f"{name} has {pages} page{'s' if pages != 1 else ''}." if pages else None
    if fact == "link":
        return record.source_url and f"{name} is published at {record.source_url}"
    return _tell_kind(record)


def call(record: Record) -> str:
    """ "the learning bulletin on Baby O"."""
    if record.subject is None:
        return f"“{record.title}”"
    return f"the {_noun(record)} on {record.subject}"


def ask_again(fact: str, record: Record) -> str:
    """The question with the document named."""
    name = record.subject or record.area
    return _AGAIN[fact].format(f"the {_noun(record)} on {name}" if name else call(record))


def name_years(first: int, last: int) -> str:
    if first == EARLIEST:
        return f"from {last} or earlier"
    if last == LATEST:
        return f"from {first} or later"
    return f"from {first}" if first == last else f"from {first} to {last}"


def describe(record: Record) -> str:
    """What the card does say."""
    parts = (
        f"“{record.title}”",
        _noun(record) if record.kind != "other" else None,
        record.publisher and f"published by {record.publisher}",
        record.area and f"area {record.area}",
        record.published and f"published {_at(record.published)}",
    )
    return ", ".join(part for part in parts if part)


def spell_date(iso: str) -> str:
    """ "2016-09-06" is "6 September 2016", "2020-05" is "May 2020"."""
    year, *rest = iso.split("-")
    month = [MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def _at(iso: str) -> str:
    return f"{'on' if iso.count('-') == 2 else 'in'} {spell_date(iso)}"


def _tell_kind(record: Record) -> str | None:
    noun = _noun(record)
    article = "an" if noun[0] in "aeiou" else "a"
    said = _KIND.get(record.kind, f"is {article} {noun}, not the full report of the review.")
    if record.kind == "other":
        said = "is of no kind that the card names."
    named = f"“{record.title}”" if record.kind != "other" else call(record)
    return f"{named} {said} {_HELD[record.provenance]}"


def _noun(record: Record) -> str:
    return record.kind.replace("_", " ") if record.kind != "other" else "document"
