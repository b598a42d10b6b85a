"""The data of a diagram ("SmartArt") or chart in, the words in it out."""

from collections.abc import Iterator

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_NODES = ("node", "asst")


def diagram_texts(data: bytes) -> Iterator[tuple[int, str]]:
    """Depth (0 is outermost) and text of each shape: by the tree that the diagram draws."""
    model = parse_xml(data)
    points = {point.get("modelId", ""): point for point in model.iter(f"{_D}pt")}
    below = _children_of(model)
    roots = [key for key, point in points.items() if point.get("type") == "doc"]
    inner = {child for children in below.values() for child in children}
    loose = [key for key in points if key not in inner and key not in roots]
    seen = set[str]()
    for root in (*roots, *loose):
        for depth, key in _tree(root, below, seen):
            point = points.get(key)
            text = "" if point is None else _text(point)
            if text:
                yield max(depth - (root in roots), 0), text


def chart_title(data: bytes) -> str:
    charts = (each for each in parse_xml(data).iter() if str(each.tag).endswith("}chart"))
    titles = (each for chart in charts for each in chart if str(each.tag).endswith("}title"))
    return next((" ".join(_text(title).split()) for title in titles), "")


def _children_of(model: BaseOxmlElement) -> dict[str, list[str]]:
    links = [link for link in model.iter(f"{_D}cxn") if link.get("type", "parOf") == "parOf"]
    found: dict[str, list[str]] = {}
    for link in sorted(links, key=lambda link: int(link.get("srcOrd", "0"))):
        found.setdefault(link.get("srcId", ""), []).append(link.get("destId", ""))
    return found


def _tree(
    key: str, below: dict[str, list[str]], seen: set[str], depth: int = 0
) -> Iterator[tuple[int, str]]:
    if key not in seen:
        seen.add(key)
        yield depth, key
        for child in below.get(key, ()):
            yield from _tree(child, below, seen, depth + 1)


def _text(element: BaseOxmlElement) -> str:
    if element.get("type", "node") not in (*_NODES, "doc"):
        return ""
    paragraphs = (
        "".join((t.text or "") if t.tag == f"{_A}t" else "\n" for t in p.iter(f"{_A}t", f"{_A}br"))
        for p in element.iter(f"{_A}p")
    )
    return "\n".join(text.strip() for text in paragraphs if text.strip())
