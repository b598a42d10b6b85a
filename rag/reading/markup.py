"""What Markdown and HTML write around words: patterns of the marks, names of the tags."""

import re

_WORD_TAGS = (
    "a abbr b base big button center cite code del em font form i iframe img input ins label link "
    "mark meta nobr o:p option q s select small span strike strong sub sup svg tt u var wbr"
)
_BLOCK_TAGS = (
    "article aside blockquote body br caption col colgroup dd div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section "
    "table tbody td tfoot th thead title tr ul"
)
BLOCK_TAGS = frozenset(_BLOCK_TAGS.split()) | frozenset(
    "address center details dialog dir form hgroup legend listing menu noframes optgroup plaintext "
    "search summary xmp".split()
)
"""Tags that end a line of text."""
BOX_TAGS = frozenset("button input meter option output progress select textarea".split())
"""Tags around words that stand apart from those beside them in the line."""
_NAMES = "|".join(f"{_WORD_TAGS} {_BLOCK_TAGS}".split())
_VALUE = r"""\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+)"""
_URL_LIKE = r"(?=[^()\n]*(?:[#/:@]|\.[a-z]{2,5}\b)|\s*\))"
_ADDRESS = rf'{_URL_LIKE}(?:https?://[^()\n]*|[^()\s]*)(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?'
_TARGET = rf"\]\({_ADDRESS}\)"

_HIDDEN = (
    r"(?P<hidden><!--.*?-->"
    r"|<(?P<element>script|style|head|noscript|template)\b[^>]*>.*?</(?P=element)\s*>)"
)
_ENTITY = r"(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});)"

PAGE_MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?:[!?]|/(?![a-z]))[^>]*(?:>|\Z)"
    r"""|</?(?P<name>[a-z][^\s/>]*)(?:[^>=]|=\s*(?:"[^"]*"|'[^']*')|=)*+(?:>|\Z)""",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, declaration or tag of a web page: where a browser takes it to begin and end (HTML
Standard, "Tokenization"), whatever stands in it."""
# In Markdown "<name redacted>" is words of the report: a tag has a known name and no bare words.
MARKDOWN = (
    rf"{_HIDDEN}"
    r"|(?P<auto><(?:(?:https?://|mailto:|www\.)[^<>\s]+|[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+)>)"
    rf"|(?P<tag></?(?:{_NAMES})(?:\s+[\w:.-]+{_VALUE})*\s*/?>|<!doctype[^<>]*>)"
    rf"|{_ENTITY}"
    rf"|(?P<image>!\[[^\]\n]*\]\({_ADDRESS}\))"
    rf"|(?P<open>\[(?=[^\[\]\n]+{_TARGET}))"
    rf"|(?P<target>(?<=[^\[\]\n]){_TARGET})"
    r"|(?P<url>(?:https?://|www\.)[^\s<>|*()\[\]&\u00ad]+)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<hardbreak>\\(?=\n))"
    r"|(?P<emphasis>(?<!\*)\*{2,3}(?!\*)|(?<=[^\s*])\*{4,6}(?=[^\s*])"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)__?(?=[^\s_])|(?<=[^\s_])__?(?!\w))"
)
