"""What Markdown and HTML write around words: patterns of the marks, names of the tags."""

_WORD_TAGS = (
    "a abbr b base big button center cite code del em font form i iframe img input ins label link "
    "mark meta nobr o:p q s small span strike strong sub sup svg tt u var wbr"
)
_BLOCK_TAGS = (
    "article aside blockquote body br caption col colgroup dd div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section select "
    "table tbody td tfoot th thead title tr ul"
)
BLOCK_TAGS = frozenset(_BLOCK_TAGS.split())
"""Tags that end a line of text."""
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

HTML = rf"{_HIDDEN}|(?P<tag></?[a-z][^<>]{{0,2000}}>|<![a-z][^<>]*>|<\?[^<>]*>)|{_ENTITY}"
# Elsewhere "<name redacted>" is words of the report: a tag has a known name and no bare words.
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
    r"|(?P<emphasis>(?<!\*)\*{2,3}(?!\*)|(?<=[^\s*])\*{4,6}(?=[^\s*])"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)__?(?=[^\s_])|(?<=[^\s_])__?(?!\w))"
)
