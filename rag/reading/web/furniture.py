"""A web page in, the elements that belong to its site and not to its document out."""

import re

from rag.backends.web_page import Element, Words, ancestors, elements, text_of, words_of
from rag.reading.web.looks import HEADINGS, SECTIONS, names, roles

_NAVIGATION = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "doc-backlink"}
)
_COOKIES = re.compile(r"(?:^|[\s_-])(?:cookies?|gdpr|ccpa|consent)(?=[\s_-]|$)")
_OF_A_NOTICE = re.compile(
    r"banner|notice|consent|bar|message|popup|pop-up|modal|overlay|dialog|alert|policy|law|info|box"
    r"|global|container|wrapper|root"
)
_WAYS = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|skip-?links?|pagination|pager|back-to-top)(?=[\s_-]|$)"
)
_LISTS_LINKS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu"
    r"|share|sharing|social|toolbar|sitemap|related|site-?(?:header|footer|nav))(?=[\s_-]|$)"
)
_OF_THE_SITE = re.compile(r"(?:^|\s)(?:site-?(?:header|footer)|(?:page-)?footer|masthead)(?=\s|$)")
_SKIPS = re.compile(
    r"(?:skip|jump|back) (?:to|navigation|past)\b|(?:(?:go|return) to )?(?:the )?top\b",
    re.IGNORECASE,
)
_NOTES = re.compile(r"(?:^|[\s_-])(?:fn|ftn|edn|foot-?notes?|end-?notes?|notes?|references?)\d*\b")
_BACK_TO_NOTE = re.compile(r"#(?:_?(?:ftn|edn)ref|(?:fn|cite|note|footnote)[-_]?(?:ref|back)|ref)")
_BACK_SIGNS = re.compile(r"[\s↩↑^⏎\ufe0e\ufe0f\d.]*|back|return", re.IGNORECASE)
_HASH_SIGNS = re.compile(r"[#¶§🔗\s]*")
_MOSTLY = 0.7


def site_furniture(page: Element, unseen: set[Element]) -> set[Element]:
    """Navigation, the site's head and foot, notices of cookies, buttons, ways back from notes;
    with all that is inside them. `unseen`: elements that do not count."""
    found: set[Element] = set()
    headings = [e for e in elements(page) if e.name in HEADINGS and e not in unseen]
    for element in elements(page):
        if element.parent in found or _is_furniture(element, headings):
            found.add(element)
    return found


def _is_furniture(element: Element, headings: list[Element]) -> bool:
    match element.name:
        case "" | "html" | "body" | "main" | "article":
            return False
        case "button":
            return not any(e.name in HEADINGS or e.name == "summary" for e in ancestors(element))
        case "a":
            return _leads_nowhere(element)
        case "header" | "footer":
            return _is_of_the_page(element, headings)
    return _is_navigation(element, headings)


def _is_navigation(element: Element, headings: list[Element]) -> bool:
    named = names(element)
    if _OF_THE_SITE.search(named):
        return _is_of_the_page(element, headings)
    notice = _is_notice(f"{named} {element.attributes.get('role', '')}")
    if element.name in ("nav", "search") or roles(element) & _NAVIGATION or notice:
        return not _holds_the_title(element, headings)
    beside = element.name == "aside" or _LISTS_LINKS.search(named) is not None
    listed = beside and _is_mostly_links(element)
    return listed or _WAYS.search(named) is not None


def _is_notice(named: str) -> bool:
    return _COOKIES.search(named) is not None and _OF_A_NOTICE.search(named) is not None


def _is_of_the_page(element: Element, headings: list[Element]) -> bool:
    """Not of an article in it, nor the head that bears the document's own title."""
    around = list(ancestors(element))[1:]
    if any(e.name in SECTIONS for e in around) or _holds_the_title(element, headings):
        return False
    return not any(_NOTES.search(names(inside)) for inside in elements(element))


def _holds_the_title(element: Element, headings: list[Element]) -> bool:
    """Are the page's headings of the first level all inside?"""
    top = min((heading.name for heading in headings), default="")
    first = [heading for heading in headings if heading.name == top]
    return bool(first) and all(any(e is element for e in ancestors(h)) for h in first)


def _leads_nowhere(link: Element) -> bool:
    """A link to skip to the text, back from a note, or to the heading that it stands at."""
    target = link.attributes.get("href", "")
    if not target.startswith("#"):
        return False
    words = text_of(link)
    if _SKIPS.match(words) or (words and _HASH_SIGNS.fullmatch(words)):
        return True
    back = _BACK_TO_NOTE.match(target.lower()) or "backref" in names(link)
    return bool(back) and _BACK_SIGNS.fullmatch(words) is not None


def _is_mostly_links(element: Element) -> bool:
    linked = letters = 0
    for words in words_of(element):
        count = len("".join(words.text.split()))
        letters += count
        linked += count if _is_linked(words, element) else 0
    return linked >= _MOSTLY * letters


def _is_linked(words: Words, inside: Element) -> bool:
    for element in ancestors(words.parent):
        if element.name in ("a", "button"):
            return True
        if element is inside:
            break
    return False
