"""A question in, the subjects of reviews that it names out: "Baby O", "child q's", "BF"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from rag.backends.plain_words import plain_words
from rag.language.spans import overlaps
from rag.language.vocabulary import load_vocabulary
from rag.questions.names.letters_called import stands_as_name
from rag.questions.names.review_words import NOUN
from rag.types import Record, Span

_KINDS = ({"baby", "child", "children", "case", "young person"}, {"family"}, {"adult"})
"""Words that name the same sort of subject: "child m" is Baby M, "Adult M" is somebody else."""
_SUBJECT = re.compile(
    r"\b(?P<word>baby|child|children|family|adult|young person|case)\s+"
    r"(?P<code>[A-Za-z]{1,3}\d{0,2})"
    r"(?P<own>['’]s)?\b(?![-/&]\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"\b(?P<code>[B-HJ-Z])(?=(?:['’]s)?\s+{NOUN}\b)")
_ALONE = re.compile(
    r"(?<![\w&./'’+-])(?<!\bvitamin )(?<!\bplan )(?<!\bpart )(?<!\bgrade )(?<!\btype )"
    r"(?<!\bsection )(?<!\bhepatitis )(?P<code>[B-HJ-Z])(?=['’]?s\b|(?![\w&./'’+-])|\+ | & )"
)
"""A letter by itself: "how old was Q", "Ks mum"."""
_GOES_ON = re.compile(
    r"(?:['’]s)?(?:,? (?:and|or|vs|versus|with|to) |[,/&] ?| & )(?P<code>[B-HJ-Z])\b(?![-/&.]\w)"
)
_LAST_LETTER = re.compile(
    r"\b(?:for|about|in|and|or|with|of) (?P<code>[b-hj-z])(?=(?:['’]s)?(?: \w+){0,2}\W*$)"
)
_COMMON = frozenset(
    "a i an in is at on of to or and was who has had the by be as it if he she we do did can may"
    " not no up out for so my his her all one two own age got die end s am are but get how its let"
    " led put say see sex too use was way why yes yet you that go me us ok hi vs ex pa re dr mr ms"
    " tv id iq oh eh ie eg".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the question and what is held under it."""

    text: str
    """As typed."""
    span: Span
    documents: frozenset[str]
    """Empty where nothing of that name is held."""
    subject: bool = False
    """It names whom a review is about, not where or when it was."""


def is_pseudonym(subject: str) -> bool:
    """ "Baby O", not "Molly Russell"."""
    return _SUBJECT.fullmatch(subject) is not None


def has_lone_letter(question: str) -> bool:
    """Somebody is called by a letter: "how old was B"."""
    return _ALONE.search(question) is not None


def find_pseudonyms(question: str, records: Sequence[Record]) -> tuple[Named, ...]:
    """In order of the question; a name that stands twice comes twice."""
    found = _by_word(question, records)
    for code in _by_code(question, records):
        if not overlaps(code.span, (n.span for n in found)):
            found.append(code)
    found += _joined(question, found, _held(records))
    return tuple(sorted(found, key=lambda named: named.span))


def _joined(
    question: str, found: Sequence[Named], held: dict[str, dict[str, set[str]]]
) -> list[Named]:
    """ "Baby M and O", "BF, K and Q": a letter that goes on from a name that is held."""
    joined = list[Named]()
    for named in found:
        at = named.span[1] if named.documents else len(question)
        while more := _GOES_ON.match(question, at):
            at = more.end()
            by_word = held.get(more["code"].casefold(), {})
            documents = frozenset(d for of_word in by_word.values() for d in of_word)
            if documents and not any(
                a <= more.start("code") < b for a, b in (n.span for n in found)
            ):
                joined.append(Named(more["code"], more.span("code"), documents, subject=True))
    return joined


def mend_pseudonyms(question: str, records: Sequence[Record]) -> str:
    """Slips that no dictionary knows: "babyo", "baby-m", "Baby 0", "Babby O"; and where nobody
    else is named, a letter by itself: "how old was Q"."""
    subjects = dict.fromkeys(record.subject for record in records if record.subject)
    held = [name for subject in subjects if (name := _SUBJECT.fullmatch(subject))]
    question = _with_capitals(question, {name["code"].casefold() for name in held})
    for name in held:
        question = _mend(question, name["word"], name["code"])
    if _SUBJECT.search(question) or any(_is_said(name["code"], question) for name in held):
        return question
    whole = {name["code"]: name[0] for name in held}
    return _ALONE.sub(lambda found: whole.get(found["code"], found[0]), question)


def mend_last_letter(turn: str, records: Sequence[Record]) -> str:
    """ "Same for k", which goes on from another review."""
    held = _held(records)

    def capital(found: re.Match[str]) -> str:
        code = found["code"]
        return found[0].replace(f" {code}", f" {code.upper()}") if code in held else found[0]

    return _LAST_LETTER.sub(capital, turn)


def _with_capitals(question: str, held: Collection[str]) -> str:
    """Of letters that nothing held has, so that "baby r" is not read as "baby are"."""

    def capital(name: re.Match[str]) -> str:
        code, end = name["code"], name.end("code")
        named = stands_as_name(name.string, (name.start(), end)) and _may_name(name)
        if len(code) > 2 or code.casefold() in held or not named:
            return name[0]
        return f"{name[0][: end - name.start() - len(code)]}{code.upper()}{name['own'] or ''}"

    return _SUBJECT.sub(capital, question)


def _is_said(code: str, question: str) -> bool:
    """A code of several letters, which is a name by itself."""
    return (
        len(code) > 1
        and re.search(rf"\b{re.escape(code)}(?:['’]?s)?\b", question, re.I) is not None
    )


def _mend(question: str, word: str, code: str) -> str:
    typed = "[Oo0]" if code.upper() == "O" else re.escape(code)
    # "childs" is no Child S.
    joined = "[-_.]" if code.upper() == "S" else "[-_.]?"
    glued = re.compile(rf"\b{word}{joined}{typed}(?=(?:['’]?s)?(?![\w-]))", re.IGNORECASE)
    question = glued.sub(f"{word} {code}", question)
    apart = re.compile(rf"\b(?P<word>[a-z]{{3,9}}) {typed}(?=(?:['’]?s)?(?![\w-]))", re.IGNORECASE)
    return apart.sub(lambda slip: _mend_apart(slip, word, code), question)


def _mend_apart(slip: re.Match[str], word: str, code: str) -> str:
    typed = slip["word"].casefold()
    zero = slip[0].endswith("0") and typed == word.casefold()
    wrong = typed not in plain_words() and OSA.distance(typed, word.casefold()) == 1
    return f"{word} {code}" if zero or wrong else slip[0]


def _by_word(question: str, records: Sequence[Record]) -> list[Named]:
    held = _held(records)
    found = list[Named]()
    for name in _SUBJECT.finditer(question):
        code, end = name["code"].casefold(), name.end("code")
        if code not in held and code.endswith("s") and code[:-1] in held:
            code, end = code[:-1], end - 1
        documents = _of_kind(name["word"], held.get(code, {}))
        if documents and not (code in _COMMON and _is_word(name)):
            found.append(
                Named(question[name.start() : end], (name.start(), end), documents, subject=True)
            )
        elif _may_name(name):
            end = name.end("code")
            found.append(Named(question[name.start() : end], (name.start(), end), frozenset()))
    return found


def _held(records: Sequence[Record]) -> dict[str, dict[str, set[str]]]:
    """Code -> word -> documents."""
    held: dict[str, dict[str, set[str]]] = {}
    for record in records:
        if record.subject and (name := _SUBJECT.fullmatch(record.subject)):
            of_code = held.setdefault(name["code"].casefold(), {})
            of_code.setdefault(name["word"].casefold(), set()).add(record.id)
    return held


def _of_kind(word: str, by_word: dict[str, set[str]]) -> frozenset[str]:
    """Those of exactly this word, or else of one that names the same sort of subject."""
    word = word.casefold()
    if word in by_word:
        return frozenset(by_word[word])
    kind = next(kind for kind in _KINDS if word in kind)
    return frozenset(d for other, documents in by_word.items() if other in kind for d in documents)


def _is_word(name: re.Match[str]) -> bool:
    """ "A baby a day": not so "baby a's mother", "the baby a review" and "about baby a?"."""
    rest = name.string[name.end("code") :]
    ends = re.match(rf"['’]s\b|\W*$|,| {NOUN}\b", rest, re.IGNORECASE) is not None
    return name["code"].islower() and not ends


def _may_name(name: re.Match[str]) -> bool:
    code = name["code"]
    if code.casefold() == "s":
        return code == "S" or stands_as_name(name.string, (name.start(), name.end("code")))
    if code.casefold() in _COMMON:
        return code.isupper() and name["word"].istitle()
    if code.isupper() or len(code) == 1:
        return True
    known = load_vocabulary().read(code) or (len(code) > 2 and code.casefold() in plain_words())
    return not known and stands_as_name(name.string, (name.start(), name.end("code")))


def _by_code(question: str, records: Sequence[Record]) -> list[Named]:
    """ "the BF case", "the O review": a code of two letters or more is a name by itself."""
    codes: dict[str, set[str]] = {}
    for record in records:
        if record.subject and (name := _SUBJECT.fullmatch(record.subject)):
            codes.setdefault(name["code"], set()).add(record.id)
    found = list[Named]()
    for code, documents in codes.items():
        long = len(code) > 1 and code.isupper()
        of_code = rf"\b{re.escape(code)}(?=['’]?s?\b)"
        places = (
            re.finditer(of_code, question, re.IGNORECASE)
            if long
            else (m for m in _LETTER.finditer(question) if m["code"] == code)
        )
        found += [Named(m[0], m.span(), frozenset(documents), subject=True) for m in places]
    return found
