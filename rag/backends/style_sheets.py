"""Style sheets and style attributes of a web page in, what they set out (tinycss2)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.color3 import parse_color

_SCREEN = re.compile(r"\s*(?:(?:only\s+)?(?:screen|all))?\s*", re.IGNORECASE)
"""Conditions of a `@media` rule that always hold for a person at a screen."""
_ID, _CLASS = re.compile(r"#[\w-]+"), re.compile(r"\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+")
_NAME = re.compile(r"(?:^|[\s>+~])[a-zA-Z][\w-]*")

_LAST = re.compile(r"[^\s>+~]+$")
_KEYS = (_ID, re.compile(r"\.[\w-]+"), re.compile(r"^[a-zA-Z][\w-]*"))
_HARMLESS = re.compile(r"::|:(?:hover|focus|active|visited|before|after|target|checked)\b")
"""What depends on the reader's hand, or adds words that are not the page's."""
_KNOWN = frozenset(
    "display visibility opacity font-size font-weight text-decoration text-decoration-line "
    "vertical-align white-space list-style list-style-type color background background-color "
    "position left top margin-left margin-top text-indent clip clip-path float height max-height "
    "min-height padding padding-top padding-bottom flex flex-grow overflow overflow-y transform "
    "scale transition".split()
)
"""Properties that tell whether and how words are seen."""

Weight = tuple[bool, int, int, int]
"""Of a declaration: important; ids, classes and names in its selector."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One declaration: a property's name in lower case, and its value as written."""

    name: str
    value: str
    important: bool


@dataclass(frozen=True, slots=True)
class Rule:
    selector: str
    """One selector without commas."""
    settings: tuple[Setting, ...]

    @property
    def key(self) -> str:
        """The id, class or name that an element of the rule has at least; "*" for none."""
        last = _LAST.search(re.sub(r"\[[^\]]*\]|\([^)]*\)", "", self.selector))
        found = (key.search(last[0]) for key in _KEYS) if last else ()
        return next((part[0] for part in found if part), "*")

    def weight(self, setting: Setting) -> Weight:
        """What stands above what (CSS Cascading, "Specificity"); equal ones by their order."""
        found = (len(part.findall(self.selector)) for part in (_ID, _CLASS, _NAME))
        return (setting.important, *found)  # type: ignore[return-value]


def read_rules(sheet: str) -> tuple[Rule, ...]:
    """Rules that hold on a screen of any size, in order; what is not CSS is passed over."""
    return tuple(_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def read_settings(declarations: str) -> tuple[Setting, ...]:
    return tuple(_settings(tinycss2.parse_blocks_contents(declarations)))


def color_of(value: str) -> tuple[float, float, float, float] | None:
    """Red, green, blue and opacity, 0 to 1; None for what is no color of its own."""
    for token in tinycss2.parse_component_value_list(value):
        found = parse_color(token)
        if isinstance(found, tuple):
            return (found[0], found[1], found[2], found[3])
    return None


def _rules(nodes: Sequence[tinycss2.ast.Node]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            settings = tuple(_settings(tinycss2.parse_blocks_contents(node.content)))
            selectors = tinycss2.serialize(node.prelude).split(",")
            yield from (
                Rule(selector.strip(), settings)
                for selector in selectors
                if settings and not _HARMLESS.search(selector)
            )
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer"):
            holds = node.lower_at_keyword != "media" or _SCREEN.fullmatch(
                tinycss2.serialize(node.prelude)
            )
            if holds and node.content is not None:
                yield from _rules(
                    tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                )


def _settings(nodes: Sequence[tinycss2.ast.Node]) -> Iterator[Setting]:
    for node in nodes:
        if node.type == "declaration" and node.lower_name in _KNOWN:
            value = tinycss2.serialize(node.value).strip().lower()
            yield Setting(node.lower_name, value, bool(node.important))
