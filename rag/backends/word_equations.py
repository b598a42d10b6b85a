"""An equation of Word in, the same on one line of text out, as people type it: (a+b)/c, x², √2."""

import re
from collections.abc import Callable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
EQUATION = f"{_M}oMath"
_PLAIN = re.compile(r"[\w.,%£€$ ]*")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")


def equation_text(element: BaseOxmlElement) -> str:
    """Of any part of an equation; what has no sign of its own gives the text inside it."""
    name = str(element.tag).removeprefix(_M)
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    return _SHAPES.get(name, _inside)(element)


def _inside(element: BaseOxmlElement) -> str:
    return "".join(map(equation_text, element.iterchildren()))


def _part(element: BaseOxmlElement, name: str) -> str:
    part = element.find(_M + name)
    return "" if part is None else equation_text(part)


def _parts(element: BaseOxmlElement, name: str) -> Iterator[str]:
    return (equation_text(part) for part in element.iterchildren(_M + name))


def _bracketed(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and " " not in text.strip() else f"({text})"


def _fraction(element: BaseOxmlElement) -> str:
    return f"{_bracketed(_part(element, 'num'))}/{_bracketed(_part(element, 'den'))}"


def _raised(text: str) -> str:
    raised = text.translate(_RAISED)
    return raised if not set(text) & set(raised) else f"^{_bracketed(text)}"


def _power(element: BaseOxmlElement) -> str:
    below = _part(element, "sub")
    return (
        _part(element, "e") + (f"_{_bracketed(below)}" if below else "")
        + _raised(_part(element, "sup"))
    )  # fmt: skip


def _index(element: BaseOxmlElement) -> str:
    return f"{_part(element, 'e')}_{_bracketed(_part(element, 'sub'))}"


def _root(element: BaseOxmlElement) -> str:
    degree = _part(element, "deg")
    return f"{_raised(degree) if degree else ''}√{_bracketed(_part(element, 'e'))}"


def _setting(element: BaseOxmlElement, name: str, default: str) -> str:
    found = element.find(f"{element.tag}Pr/{_M}{name}")
    return default if found is None else found.get(f"{_M}val", "")


def _delimited(element: BaseOxmlElement) -> str:
    inner = _setting(element, "sepChr", "|").join(_parts(element, "e"))
    return f"{_setting(element, 'begChr', '(')}{inner}{_setting(element, 'endChr', ')')}"


def _sum(element: BaseOxmlElement) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    limits = f" from {below}" * bool(below) + f" to {above}" * bool(above)
    of = " of " if limits else ""
    return f"{_setting(element, 'chr', '∫')}{limits}{of}{_part(element, 'e')}"


def _function(element: BaseOxmlElement) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _limit(element: BaseOxmlElement) -> str:
    return f"{_part(element, 'e')} ({_part(element, 'lim')})"


def _matrix(element: BaseOxmlElement) -> str:
    return "; ".join(", ".join(_parts(row, "e")) for row in element.iterchildren(f"{_M}mr"))


def _array(element: BaseOxmlElement) -> str:
    return "; ".join(_parts(element, "e"))


_SHAPES: dict[str, Callable[[BaseOxmlElement], str]] = {
    "f": _fraction, "sSup": _power, "sSubSup": _power, "sSub": _index, "rad": _root,
    "d": _delimited, "nary": _sum, "func": _function, "limLow": _limit, "limUpp": _limit,
    "m": _matrix, "eqArr": _array,
}  # fmt: skip
