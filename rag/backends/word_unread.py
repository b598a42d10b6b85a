"""What a document shows and nobody can read here in, sentences that say so by heading out."""

from collections.abc import Iterator

_LONGEST = 80
_NOUNS = {
    "chart": ("a chart", "charts"),
    "diagram": ("a diagram", "diagrams"),
    "picture": ("a picture that probably holds words", "pictures that probably hold words"),
    "object": ("an embedded file", "embedded files"),
    "control": ("a form control", "form controls"),
    "equation": ("an equation", "equations"),
    "sign": ("a sign", "signs"),
    "note": ("a note", "notes"),
    "part": ("a part kept in another file", "parts kept in other files"),
}


class Unread:
    """Knows under which heading the walk is."""

    def __init__(self) -> None:
        self._heading = ""
        self._found: dict[tuple[str, str], list[str]] = {}

    def under(self, heading: str) -> None:
        self._heading = " ".join(heading.split())

    def add(self, kind: str, named: str = "") -> None:
        """`kind` is a key of the nouns; `named` tells it from others of its kind."""
        self._found.setdefault((kind, self._heading), []).append(" ".join(named.split()))

    def sentences(self) -> Iterator[str]:
        """In document order, one for each kind under a heading."""
        for (kind, heading), names in self._found.items():
            one, many = _NOUNS[kind]
            what = one if len(names) == 1 else f"{len(names)} {many}"
            before = " before the first heading" if self._heading else ""
            where = f" under “{_cut(heading)}”" if heading else before
            named = ", ".join(_cut(name) for name in dict.fromkeys(names) if name)
            are = "is" if len(names) == 1 else "are"
            yield f"{what}{where} {are} not read{f': {named}' if named else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
