"""A web page in, its elements and words as a browser has them, with places, out (justhtml)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from justhtml import JustHTML, SelectorError, matches
from justhtml.dom import Node

from rag.backends.page_places import places_of, places_of_value, without_declarations
from rag.backends.style_sheets import Rule, Weight, read_rules, read_settings

_RAW = frozenset(
    "iframe noembed noframes noscript plaintext script style textarea title xmp".split()
)
"""Elements in which a browser takes tags for words (HTML Standard, "Parsing HTML documents")."""
_RESOLVED = frozenset({"textarea", "title"})
"""Those of them in which it resolves references all the same."""
_INSIDE_TEMPLATE = "#document-fragment"
_DEEPEST = 200
"""Elements inside each other; what stands deeper hangs on the last of them, as in browsers, so that
a page costs no more than its length. People's pages have 40."""
_TYPED = frozenset(
    ("", "text", "search", "email", "tel", "url", "number", "date", "month", "week", "time",
     "datetime-local")
)  # fmt: skip
"""Kinds of `input` that show their value as words."""
_INLINE: Weight = (False, 1 << 20, 0, 0)
"""Settings of an element's own `style` stand above all selectors."""


@dataclass(slots=True, eq=False)
class Element:
    name: str
    """Lower case; in drawings and formulas with their language: "svg text", "math mi"."""
    attributes: dict[str, str]
    start: int
    """Where its tag begins in the page; -1 for an element that the parser put in."""
    parent: "Element | None"
    children: "list[Element | Words]" = field(default_factory=list)
    style: dict[str, str] = field(default_factory=dict)
    """What its own `style` and the page's style sheets set, in lower case; nothing inherited."""


@dataclass(slots=True, eq=False)
class Words:
    """A stretch of text that no tag breaks, references such as "&amp;" resolved."""

    text: str
    places: Sequence[int]
    """Where each character begins in the page."""
    end: int
    parent: Element


def read_page(text: str) -> Element:
    """The whole page, whatever is wrong with it, as the HTML Standard has it parsed."""
    page = JustHTML(without_declarations(text), track_node_locations=True, sanitize=False)
    root = Element("", {}, -1, None)
    nodes = [*_copy(page.root, root, text)]
    for element in elements(root):
        _add_value(element, text)
    _set_styles(root, nodes)
    return root


def elements(root: Element) -> Iterator[Element]:
    """All below it, in the order of the page."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


def words_of(root: Element) -> Iterator[Words]:
    """All words below it, in the order of the page."""
    waiting: list[Element | Words] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Words):
            yield node
        else:
            waiting += reversed(node.children)


def ancestors(element: Element | None) -> Iterator[Element]:
    """Itself first."""
    while element is not None:
        yield element
        element = element.parent


def text_of(root: Element) -> str:
    return " ".join(" ".join(words.text for words in words_of(root)).split())


def _copy(page: Node, root: Element, text: str) -> Iterator[tuple[Node, Element]]:
    """Hangs all that is below `page` on `root`; gives each node with its element."""
    waiting = _below(page, root, root, 1)
    while waiting:
        node, parent, holder, depth = waiting.pop()
        if node.name == "#text":
            parent.children += _words(node, parent, text)
        elif node.name == _INSIDE_TEMPLATE or not node.name.startswith(("#", "!")):
            element = _element(node, holder)
            holder.children.append(element)
            yield node, element
            waiting += _below(node, element, element if depth < _DEEPEST else holder, depth + 1)


def _below(
    node: Node, parent: Element, holder: Element, depth: int
) -> list[tuple[Node, Element, Element, int]]:
    """The last child first: each with what its words hang on, what its elements hang on, and how
    deep it stands."""
    return [(child, parent, holder, depth) for child in reversed(_children(node))]


def _children(node: Node) -> list[Node]:
    inside = getattr(node, "template_content", None)
    return [*(node.children or ()), *((inside,) if inside is not None else ())]


def _element(node: Node, parent: Element) -> Element:
    place = node.origin_offset
    language = "" if node.namespace in (None, "html") else f"{node.namespace} "
    attributes = {name.lower(): value or "" for name, value in (node.attrs or {}).items()}
    name = "template" if node.name == _INSIDE_TEMPLATE else node.name.lower()
    return Element(language + name, attributes, -1 if place is None else place, parent)


def _words(node: Node, parent: Element, text: str) -> Iterator[Words]:
    data, start = node.data, node.origin_offset
    if not isinstance(data, str) or start is None:
        return
    raw = parent.name in _RAW
    literal = raw and parent.name not in _RESOLVED
    for piece in places_of(data, text, start, tags_are_words=raw, references_are_words=literal):
        yield Words(piece.text, piece.places, piece.end, parent)


def _add_value(element: Element, text: str) -> None:
    """What is typed in a field stands in an attribute."""
    kind = element.attributes.get("type", "").strip().lower()
    if element.name != "input" or kind not in _TYPED or element.start < 0:
        return
    piece = places_of_value(text, element.start)
    if piece is not None:
        element.children.append(Words(piece.text, piece.places, piece.end, element))


def _set_styles(root: Element, nodes: Sequence[tuple[Node, Element]]) -> None:
    """The cascade of the page's own style sheets, for what can be told without drawing it."""
    sheets = "\n".join(
        "".join(child.text for child in element.children if isinstance(child, Words))
        for element in elements(root)
        if element.name == "style"
    )
    weights: dict[tuple[Element, str], Weight] = {}
    named = _by_name(nodes)
    for rule in read_rules(sheets):
        for element in _chosen(rule, named):
            for setting in rule.settings:
                _set(element, setting.name, setting.value, rule.weight(setting), weights)
    for element in elements(root):
        for setting in read_settings(element.attributes.get("style", "")):
            weight = (setting.important, *_INLINE[1:])
            _set(element, setting.name, setting.value, weight, weights)


def _by_name(nodes: Sequence[tuple[Node, Element]]) -> dict[str, list[tuple[Node, Element]]]:
    """Elements by what the end of a selector may call them: "p", "#id", ".class"."""
    found: dict[str, list[tuple[Node, Element]]] = {}
    for node, element in nodes:
        names = {element.name, "*", f"#{element.attributes.get('id', '')}"}
        names.update(f".{name}" for name in element.attributes.get("class", "").split())
        for name in names:
            found.setdefault(name, []).append((node, element))
    return found


def _chosen(rule: Rule, named: Mapping[str, Sequence[tuple[Node, Element]]]) -> Iterator[Element]:
    for node, element in named.get(rule.key, ()):
        try:
            if matches(node, rule.selector):
                yield element
        except SelectorError:
            return  # as browsers pass over what they do not know


def _set(
    element: Element, name: str, value: str, weight: Weight,
    weights: dict[tuple[Element, str], Weight],
) -> None:  # fmt: skip
    if weights.get((element, name), (False, 0, 0, 0)) <= weight:
        weights[element, name] = weight
        element.style[name] = value
