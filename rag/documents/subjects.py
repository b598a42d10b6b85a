"""A document's title and opening in, the pseudonym of the child or family reviewed out."""

import re
from collections import Counter

_WHO = (
    r"(?:unborn\s+)?(?:baby|babies|child|children|infant|toddler|young person|young people|sibling"
    r" group|siblings|family|families|twins?|adult|boy|girl|case)"
)
_CODE = r"(?:[A-Z]{1,3}\d{0,4}[a-z]?|\d{1,3}[A-Z]?)(?:/[A-Z]{0,3}\d{0,3})?"
_NAME = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_CODED = re.compile(
    rf"\b(?P<who>(?i:{_WHO}))\s+(?P<code>{_CODE}(?:(?:,\s|\s(?:and|&)\s)(?:(?i:{_WHO})\s)?{_CODE})*)"
    r"(?![\w&])"
)
_NO_CODES = frozenset("AND IN OF THE WAS FOR OR ON AT TO BY IS HAS CP CSE SCR GP LAC".split())
_WHO_NAMED = re.compile(rf"\b(?P<who>Baby|Child|Family|Young Person)\s+(?P<name>{_NAME})\b")
_OF = (
    r"(?i:in respect of|in relation to|relating to|concerning|regarding|in the case of|the case of"
    r"|review (?:of|for|into|on)|about|known as|referred to as|called|pseudonym(?: of)?)"
)
_SOMEBODY = re.compile(
    rf"{_OF}\s+[“‘\"']?(?P<name>{_NAME}(?:(?:,\s|\s(?:and|&)\s){_NAME})*)\b[”’\"']?(?!\s+[A-Z(])"
)
_REVIEW_OF = re.compile(
    r"(?i:review|report|briefing|bulletin|summary|LCSPR|CSPR|SCR)\s*(?:[–:-]|\()\s*[“‘\"']?"
    rf"(?P<name>{_NAME}(?:\s(?:and|&)\s{_NAME})*)[”’\"']?\)?\s*(?:$|[–:(-])"
    rf"|^[“‘\"']?(?P<first>{_NAME}(?:\s(?:and|&)\s{_NAME})*)[”’\"']?\s*(?:[–:-])\s*"
    r"(?i:(?:a )?(?:local )?(?:serious|child|learning|practice|overview|7|seven))"
)
_COMMON = frozenset(
    "serious case review reviews overview executive summary report learning lessons practice "
    "briefing bulletin response final draft child children baby family board partnership council "
    "safeguarding thematic local national services service introduction contents independent "
    "author neglect domestic abuse sexual exploitation suicide injury injuries non harm working "
    "together the this that these those ofsted england wales january february march april may june "
    "july august september october november december appendix part section recommendations "
    "findings key seven minute action plan male female young people professionals practitioners "
    "protection plan plans social care health police education death deaths centre centres "
    "trust".split()
)
_OPENING = 3000


def review_subject(title: str, opening: str) -> str | None:
    """The pseudonym of the child or family: "Baby M", "Child BF", "Family A", "Thomas"."""
    for find in (_coded, _who_named, _somebody):
        if subject := find(title) or (title.isupper() and find(title.title())):
            return subject
    first = opening[:_OPENING]
    coded = Counter(subject for found in _CODED.finditer(first) if (subject := _subject(found)))
    if coded and coded.most_common(1)[0][1] > 1:
        return coded.most_common(1)[0][0]
    return _somebody(first) or _coded(first)


def _coded(text: str) -> str | None:
    return next((s for found in _CODED.finditer(text) if (s := _subject(found))), None)


def _subject(found: re.Match[str]) -> str | None:
    who = " ".join(found["who"].split())
    if found["code"] in _NO_CODES:
        return None  # a heading in capitals
    if found["code"].isalpha() and len(found["code"]) > 2 and found["who"].isupper():
        return None  # "CHILDREN WHO" in one
    if who.islower() and (found["code"] in ("A", "I") or found["code"].isdigit()):
        return None  # "the child A&E saw", "children 5"
    return f"{who.title() if who.isupper() or who.islower() else who} {found['code']}"


def _who_named(text: str) -> str | None:
    return next(
        (
            f"{found['who']} {found['name']}"
            for found in _WHO_NAMED.finditer(text)
            if found["name"].casefold() not in _COMMON
        ),
        None,
    )


def _somebody(text: str) -> str | None:
    for pattern in (_SOMEBODY, _REVIEW_OF):
        for found in pattern.finditer(text):
            name = next(group for group in found.groups() if group)
            if not any(word.casefold() in _COMMON for word in re.findall(r"\w+", name)):
                return name
    return None
