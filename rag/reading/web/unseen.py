"""A web page in, the elements whose words nobody sees on it, or sees struck through, out."""

import re
from collections.abc import Iterator

from rag.backends.style_sheets import color_of
from rag.backends.web_page import Element, Words, ancestors, elements, text_of
from rag.reading.web.looks import is_block, is_box, names

_NEVER_SHOWN = frozenset(
    (
        "head", "title", "script", "style", "template", "noscript", "iframe", "noembed",
        "noframes", "object", "audio", "video", "canvas", "datalist", "rp", "svg title",
        "svg desc", "svg metadata", "svg defs", "svg style", "svg script", "math annotation",
        "math annotation-xml",
    )
)  # fmt: skip
"""Some of them have words for browsers that cannot show them."""
_STRUCK = frozenset({"del", "s", "strike"})
_FOR_LISTENERS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|element-invisible"
    r"|off-?screen|katex-mathml|mjx_assistive_mathml|mwe-math-mathml-a11y)(?=\s|$)"
)
"""Classes that, by custom, keep words for those who have the page read out."""
_NOTHING = re.compile(r"0(?:\.0*)?(?:%|[a-z]+)?$")
_FAR_OFF = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|%|vw|vh)?$")
_FARTHER_OFF = re.compile(r"-\d{4,}(?:\.\d+)?(?:px|em|rem|pt)$")
"""For margins, as columns are put in their place with one of -100%."""
_RELATIVE = re.compile(r"(?:inherit|unset|smaller|larger|[\d.]+(?:em|ex|ch|%))$")
"""Sizes of type that are nothing where the type around them is."""
_NEXT_TO_NOTHING = re.compile(r"[01](?:\.0*)?(?:px)?$|0(?:\.0*)?(?:%|[a-z]+)?$")
"""One pixel shows no letter."""
_CUT_RECTANGLE = re.compile(r"rect\((?:\s*[01](?:px)?[\s,]*){4}\)")
_CUT_PATH = re.compile(
    r"inset\(\s*(?:50|100)%|(?:circle|ellipse)\(\s*0(?:%|px)?(?:\s|\))"
    r"|polygon\((?:\s*0(?:%|px)?[\s,]*)+\)"
)
_SHRUNK = re.compile(
    r"\bscale(?:x|y|3d)?\(\s*0(?:\.0*)?\s*[,)]|\bscale\([^,)]+,\s*0(?:\.0*)?\s*\)"
    r"|\bmatrix\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*,"
)
_MOVED_FAR_OFF = re.compile(r"\btranslate(?:x|y|3d)?\([^)]*-\d{4,}(?:\.\d+)?px")
_CUTS = frozenset({"hidden", "clip"})
_MAKE_ROOM = ("min-height", "padding", "padding-top", "padding-bottom", "flex", "flex-grow")
"""Where they are more than nothing, a box without height has room for words all the same."""
_CELLS = frozenset({"td", "th"})
"""Grow with their words, whatever their height is set to."""
_WHITE = (1.0, 1.0, 1.0)


def unseen_elements(page: Element) -> set[Element]:
    """Every element whose own words are not seen: not shown, hidden by its style, struck, typed
    in white on white, cut away, moved off the page, or said again for those who listen."""
    gone: set[Element] = set()
    invisible: set[Element] = set()
    sizeless: set[Element] = set()
    whole = _has_its_styles(page)
    for element in elements(page):
        above, visibility = element.parent, element.style.get("visibility")
        if visibility in ("hidden", "collapse") or (above in invisible and not visibility):
            invisible.add(element)
        if _has_no_size(element.style.get("font-size", ""), around=above in sizeless):
            sizeless.add(element)
        if above in gone or _is_gone(element) or (whole and _is_white_on_white(element)):
            gone.add(element)
    shown_again = invisible | sizeless  # what is inside may say otherwise of itself
    unseen = gone | shown_again
    for element in elements(page):
        if element.parent in unseen and element.parent not in shown_again:
            unseen.add(element)
        elif element.name == "select":
            unseen.update(_not_chosen(element))
        elif element.attributes.get("aria-hidden") == "true" and _is_said_beside(element, unseen):
            unseen.add(element)
    return unseen


def _is_gone(element: Element) -> bool:
    style = element.style
    display = style.get("display")
    if element.name in _NEVER_SHOWN or display == "none":
        return True
    if "hidden" in element.attributes and not display:
        return element.attributes["hidden"].strip().lower() != "until-found"
    if element.name == "dialog" and "open" not in element.attributes:
        return True
    return _is_struck(element) or _is_out_of_sight(element)


def _is_struck(element: Element) -> bool:
    line = f"{element.style.get('text-decoration', '')} "
    line += element.style.get("text-decoration-line", "")
    if "line-through" in line:
        return True
    return element.name in _STRUCK and "none" not in line


def _has_no_size(size: str, *, around: bool) -> bool:
    """Of its type; `around`: the type that it stands in has none."""
    return _NOTHING.match(size) is not None or (
        around and (not size or _RELATIVE.match(size) is not None)
    )


def _is_out_of_sight(element: Element) -> bool:
    style = element.style
    if _FOR_LISTENERS.search(names(element)) or _NOTHING.match(style.get("opacity", "")):
        return True
    if _CUT_PATH.search(style.get("clip-path", "")) or _is_transformed_away(element):
        return True
    margins = (style.get("margin-left", ""), style.get("margin-top", ""))
    if any(map(_FARTHER_OFF.match, margins)):
        return True
    moved = [style.get("text-indent", "")]
    if _is_lifted_out(element):
        moved += [style.get("left", ""), style.get("top", "")]
        if _CUT_RECTANGLE.search(style.get("clip", "")):
            return True
    return any(_FAR_OFF.match(place) for place in moved) or _has_no_room(element)


def _is_lifted_out(element: Element) -> bool:
    return element.style.get("position") in ("absolute", "fixed")


def _is_transformed_away(element: Element) -> bool:
    transform = element.style.get("transform", "")
    if _SHRUNK.search(transform) or _MOVED_FAR_OFF.search(transform):
        return True
    scale = element.style.get("scale", "").split()
    return any(_NOTHING.match(factor) for factor in scale)


def _has_no_room(element: Element) -> bool:
    """A box as good as without height that cuts off what goes beyond it. One that has a transition
    is a part of the page that opens for a person, and is read."""
    style = element.style
    cuts = {*style.get("overflow", "").split(), style.get("overflow-y", "")} & _CUTS
    if not cuts or "transition" in style or not _is_boxed(element):
        return False
    flat = any(_NEXT_TO_NOTHING.match(style.get(name, "")) for name in ("height", "max-height"))
    return flat and not any(re.search(r"[1-9]", style.get(name, "")) for name in _MAKE_ROOM)


def _is_boxed(element: Element) -> bool:
    """Words in a line have the height of the line."""
    if element.name in _CELLS:
        return False
    floats = element.style.get("float", "none") != "none"
    return is_block(element) or is_box(element) or floats or _is_lifted_out(element)


def _has_its_styles(page: Element) -> bool:
    """Without a style sheet of another file: else nobody knows what is behind its words."""
    linked = (
        "stylesheet" in element.attributes.get("rel", "").lower()
        for element in elements(page)
        if element.name == "link"
    )
    return not any(linked)


def _is_white_on_white(element: Element) -> bool:
    own = element.style.get("color") or (
        element.attributes.get("color", "") if element.name == "font" else ""
    )
    color = color_of(own) if own else None
    if color is None or color[:3] != _WHITE:
        return False
    for around in ancestors(element):
        if around.attributes.get("background"):
            return False
        shades = (around.style.get(name, "") for name in ("background-color", "background"))
        for shade in (*shades, around.attributes.get("bgcolor", "")):
            behind = color_of(shade) if shade else None
            if behind is not None and behind[3] > 0:
                return behind[:3] == _WHITE
            if "url(" in shade or "gradient" in shade:
                return False
    return True


def _not_chosen(select: Element) -> Iterator[Element]:
    """A closed list shows the one that is chosen, or its first."""
    options = [element for element in elements(select) if element.name == "option"]
    if "multiple" in select.attributes or select.attributes.get("size", "1").strip() != "1":
        return
    selected = [option for option in options if "selected" in option.attributes]
    shown = selected[-1:] or options[:1]
    yield from (option for option in options if option not in shown)


def _is_said_beside(element: Element, unseen: set[Element]) -> bool:
    """Does its neighbour say the same to those who listen, and to those who see?"""
    words = _folded(text_of(element))
    if not words or element.parent is None:
        return False
    beside = element.parent.children
    at = next(i for i, child in enumerate(beside) if child is element)
    for step in (-1, 1):
        i = at + step
        while 0 <= i < len(beside) and _is_blank(beside[i]):
            i += step
        if 0 <= i < len(beside) and beside[i] not in unseen and _folded_of(beside[i]) == words:
            return True
    return False


def _is_blank(node: Element | Words) -> bool:
    return isinstance(node, Words) and not node.text.strip()


def _folded_of(node: Element | Words) -> str:
    return _folded(node.text if isinstance(node, Words) else text_of(node))


def _folded(text: str) -> str:
    return " ".join(text.lower().split())
