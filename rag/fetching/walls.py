"""A web page in, why it is no document out: a missing page, or a door that only a person can open.

Sites send such pages as if they were what was asked for. They are known by what they are titled
and by how little they say; a page that asks for a password, or is titled “Page not found”, is one
whatever it says.
"""

import html
import re
from collections.abc import Iterator

_TITLE = re.compile(rb"<title[^<>]*>([^<]*)", re.IGNORECASE)
_HEADING = re.compile(rb"<h1[^<>]*>(.{0,500}?)</h1", re.IGNORECASE | re.DOTALL)
_PASSWORD = re.compile(rb"<input\b[^<>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_UNSEEN = re.compile(rb"<(script|style|noscript|svg|head)\b", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")
_SHORT = 400
"""Words: a page with more may speak of a missing page or of cookies and still be a document."""
_MISSING = re.compile(
    r"\b(?:404|410|(?:not|be|been|never) found|page (?:is )?(?:missing|unavailable)"
    r"|no longer (?:available|exists|here)|does(?: not|n[’']t) exist|page error|gone)\b",
    re.IGNORECASE,
)
_PLAINLY_MISSING = re.compile(
    r"\W*(?:(?:error|http)\s*)?(?:404|410)\b|(?:sorry,?\s*)?(?:the |this |that )?"
    r"(?:page|file|document|content|resource|url)\s+(?:you\b.{0,40}\s)?"
    r"(?:(?:is|was|could|can)\s*(?:not|n[’']t)\s+(?:be\s+)?found|cannot be found|not found"
    r"|no longer exists)\b",
    re.IGNORECASE,
)
"""What a title or heading begins with that says nothing else, however long the menus below."""
_DOOR = re.compile(
    r"\b(?:(?:sign|log)[ -]?(?:in|on)|cookies?|consent|access denied|forbidden|captcha"
    r"|are you (?:a )?(?:human|robot)|just a moment|attention required|verif(?:y|ying|ication)"
    r"|before you continue|session (?:has )?expired|request rejected)\b",
    re.IGNORECASE,
)
_MOST_OF_TITLE = 100


def wall(page: bytes) -> str | None:
    """What the page is, in words that go on "it is …"; None where it may well be a document."""
    title = title_of(page)
    called = f", titled “{title}”" if title else ""
    if _PASSWORD.search(page):
        return f"a page to sign in at{called}"
    heading = _text(_HEADING.search(page))
    missing = f"a page that says that what was there is missing{called}"
    if any(_PLAINLY_MISSING.match(text) for text in (title, heading)):
        return missing
    if len(_TAG.sub(b" ", b" ".join(_seen(page))).split()) > _SHORT:
        return None
    headed = f"{title} {heading}"
    if _MISSING.search(headed):
        return missing
    if _DOOR.search(headed):
        return f"a page that a person has to pass first{called}"
    return None


def title_of(page: bytes) -> str:
    """ "" where it has none."""
    return _text(_TITLE.search(page))[:_MOST_OF_TITLE]


def _seen(page: bytes) -> Iterator[bytes]:
    """What stands outside scripts and the like; where one has no end, all up to it."""
    folded, at = page.lower(), 0
    while opening := _UNSEEN.search(page, at):
        yield page[at : opening.start()]
        at = folded.find(b"</" + opening[1].lower(), opening.end())
        if at < 0:
            return
    yield page[at:]


def _text(found: re.Match[bytes] | None) -> str:
    raw = _TAG.sub(b" ", found[1]).decode("utf-8", "replace") if found else ""
    return " ".join(html.unescape(raw).split())
