"""A message in, the text of its own that it wants checked against a review out, claim by claim."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.language.phrases import load_phrases, plain
from rag.reading.sentences import sentence_spans
from rag.types import Record

LEAST_WORDS = 3
"""Of a claim."""
LEAST_QUOTED = 4
"""Words of a text in quotation marks: fewer are a term."""
LONG_LINE = 60
"""Signs from which a line that stops without one may go on in the next."""
MOST_ASKING = 40
"""Words of a sentence that asks for a check."""
_QUOTED = re.compile(
    r"“(?P<double>[^”]+)”|\"(?P<straight>[^\"]+)\"|(?<!\w)['‘](?P<single>.+)['’](?!\w)", re.DOTALL
)
_HEAD = re.compile(r":\s+|\s[-–—]\s+|\?\s+")
"""What ends the words that ask, where the text stands behind them."""
_BULLET = re.compile(r"(?:^|\s)\s*[-–—•*]\s+(?=[A-Z])")
_NUMBERED = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]\s+(?=[A-Z])")
"""Only in a text that begins with one: "he was 14. He had ..." numbers nothing."""


_OPENS_SMALL = re.compile(r"(?<=\w[.?!] )[a-z]")
_LINE_ENDS = re.compile(r"(?<=[^\s.,:;?!])[^\S\n]*\n\s*(?=[^a-z\s])")
"""A line that stops without a sign, and what opens the next."""


@dataclass(frozen=True, slots=True)
class CheckedText:
    asking: str
    """The words that ask for the check."""
    claims: tuple[str, ...]
    """The sentences of the text, as typed, in order; never empty."""


def read_checked(message: str) -> CheckedText | None:
    """None where it asks no check, brings no text, or tells of the asker's own case."""
    return _read_quoted(message) or _read_behind(message) or _read_before(message)


def own_words(message: str, records: Iterable[Record]) -> str | None:
    """What the asker says, where the rest is a text to be checked against a review; None where
    there is no such text, or nothing names a review or says that one is meant."""
    checked = read_checked(message)
    if checked is None:
        return None
    names = (record.subject.casefold() for record in records if record.subject)
    named = any(name in message.casefold() for name in names)
    return checked.asking if named or _says("of_review", checked.asking) else None


def on_one_line(message: str) -> str:
    """As typed, but for line breaks; in a text to be checked a line that stops without a sign is a
    sentence, and ends like one."""
    typed = " ".join(message.split())
    if "\n" not in message.strip():
        return typed
    marked = " ".join(_LINE_ENDS.sub(_end_line, message).split())
    return marked if read_checked(marked) else typed


def _end_line(found: re.Match[str]) -> str:
    line = found.string[: found.start()].rpartition("\n")[2]
    apart = found[0].count("\n") > 1 or len(line) < LONG_LINE
    return (": " if _asks(line) else ". ") if apart else " "


def _read_quoted(message: str) -> CheckedText | None:
    quoted = [m for m in _QUOTED.finditer(message) if len(m[0].split()) >= LEAST_QUOTED]
    if not quoted:
        return None
    around = _QUOTED.sub(lambda m: " this. " if m[0][-2] in ".!?" else " this ", message)
    asking = next(filter(_asks, _sentences(around)), None)
    texts = [next(filter(None, m.groups())) for m in quoted]
    return _checked(around, texts) if asking else None


def _read_behind(message: str) -> CheckedText | None:
    """ "Is this right: ..."; "Can you check the following. ..." """
    for head in [*_HEAD.finditer(message), *_ends(message)]:
        asking, text = message[: head.start()], message[head.end() :]
        if not _asks(_sentences(asking)[-1] if _sentences(asking) else ""):
            continue
        if re.search(r"\w", text) and not _is_own_case(_sentences(text)):
            return _checked(asking, [text])
    return None


def _read_before(message: str) -> CheckedText | None:
    """The text first: what asks must then say that a text is meant, or a review."""
    *before, last = _without_courtesy(_sentences(message)) or [""]
    points = _says("points_to_text", last)
    context = [one for one in before if _is_about_text(one)]
    text = [one for one in before if one not in context]
    if not (text and points and _asks(last)) or _is_own_case(text):
        return None
    return _checked(" ".join([*context, last]), text)


def _checked(asking: str, texts: Sequence[str]) -> CheckedText | None:
    claims = tuple(claim for text in texts for claim in _claims(text))
    return CheckedText(" ".join(asking.split()), claims) if claims else None


def _claims(text: str) -> Iterator[str]:
    text = text.strip()
    for item in (_NUMBERED if _NUMBERED.match(text) else _BULLET).split(text):
        for sentence in _without_courtesy(_sentences(item)):
            claim = sentence.strip(" \"'“”‘’;,-–—")
            asks = _asks(sentence) or _says("opens_question", sentence)
            if not asks and len(claim.split()) >= LEAST_WORDS:
                yield claim.rstrip("? ")


def _sentences(text: str) -> list[str]:
    """Also where no capital opens them, as people type."""
    opened = _OPENS_SMALL.sub(lambda found: found[0].upper(), text)
    return [text[a:b] for a, b in sentence_spans(opened)]


def _ends(message: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"(?<=[.!])\s+", message)


def _without_courtesy(sentences: Sequence[str]) -> list[str]:
    courteous = load_phrases("checks").pattern("courtesy_alone")
    return [one for one in sentences if courteous.sub("", plain(one)).strip(" .")]


def _asks(sentence: str) -> bool:
    return len(sentence.split()) <= MOST_ASKING and _says("asks", sentence)


def _is_own_case(sentences: Sequence[str]) -> bool:
    return any(_says("own_case", one) and not _is_about_text(one) for one in sentences)


def _is_about_text(sentence: str) -> bool:
    """ "I have written this for our board": nothing to be checked."""
    return _says("own_case", sentence) and _says("own_text", sentence)


def _says(sign: str, sentence: str) -> bool:
    return load_phrases("checks").pattern(sign).search(plain(sentence)) is not None
