"""Rich text file (.rtf) in, its text out with the structure written as Markdown (striprtf)."""

import re
from dataclasses import dataclass, replace

from striprtf.striprtf import rtf_to_text

from rag.backends.extracted import Extracted, properties_of
from rag.errors import UnreadableFile

_TOKEN = re.compile(
    r"(?P<text>(?:[^\\{}\r\n]|\\'[0-9a-fA-F]{2}|\\[~_-])+)|(?P<brace>[{}])"
    r"|\\(?P<word>[a-zA-Z]+)(?P<value>-?\d+)? ?|\\[^a-zA-Z]|[\r\n]+"
)
_SIGNS = frozenset("u emdash endash lquote rquote ldblquote rdblquote bullet tab line".split())
"""Control words that stand for signs of the text."""
_NOTES = frozenset({"footnote", "annotation"})
_MARKERS = frozenset({"listtext", "pntext"})
"""Groups that hold the number or bullet that a word processor shows; libraries pass over them."""
_HEADING_STYLE = re.compile(
    r"\{\\s(?P<style>\d+)(?:[^{};]|\{[^{}]*\})*?\s(?:heading|Heading) (?P<level>[1-9]);\}"
)
_NO_HEADING = 9
"""The level that stands for the text between headings."""
_INFO = r"\{{\\{name} ([^{{}}]*)\}}"
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_FIGURES = re.compile(r"\s*\d{1,3}\s*")
_ROW = re.compile(r"(?m)^(?P<cells>.*\|)$")
_CODE_PAGE = re.compile(r"\\ansicpg(\d+)")
_PICTURE = re.compile(r"\{\\\*?\\?(?:shppict|pict)\b")


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    unseen: frozenset[str] = frozenset()
    raised: bool = False
    dropped: bool = False
    level: int = 0


def extract_text(content: bytes, file: str) -> Extracted:
    """Paragraphs on lines, rows of tables with tabs between cells; list items with the number or
    bullet that they were saved with. Hidden, struck and deleted words are left out; so are notes
    and pictures, which the warnings tell of.

    `file` is named in errors; raises UnreadableFile for what is no rich text."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFile(
            f"{file} is not a rich text file: expected one that begins with {{\\rtf; open it in"
            " Word, save it as .docx and add that."
        )
    written = content.decode("latin-1")
    seen, notes = _without_unseen(written)
    page = _CODE_PAGE.search(written)
    try:
        encoding = f"cp{page[1]}" if page else "cp1252"
        text = str(rtf_to_text(seen, encoding, "replace"))  # type: ignore[no-untyped-call]
    except (LookupError, ValueError) as error:
        raise UnreadableFile(
            f"{file} is not a complete rich text file ({error}): open it in Word, save it as .docx"
            " and add that."
        ) from error
    warnings = [f"{notes} footnotes and comments are not read"] if notes else []
    if pictures := len(_PICTURE.findall(written)):
        warnings.append(f"{pictures} pictures are not read")
    return Extracted((_ROW.sub(_as_row, text).replace("\f", "\n"),), _properties(written),
                     tuple(warnings))  # fmt: skip


def _without_unseen(written: str) -> tuple[str, int]:
    """The same file less what nobody sees, its markers of lists and headings as plain words; and
    how many notes it has."""
    levels = {int(f["style"]): int(f["level"]) for f in _HEADING_STYLE.finditer(written)}
    stack, state, kept, notes = list[_State](), _State(), list[str](), 0
    for token in _TOKEN.finditer(written):
        word, value = token["word"], token["value"]
        piece = token[0]
        if token["brace"] == "{":
            stack.append(state)
        elif token["brace"] == "}":
            state = stack.pop() if stack else _State()
        elif word in _NOTES:
            notes += not state.dropped
            state = replace(state, dropped=True)
        elif word in _MARKERS:
            piece = ""
        elif word and word not in _SIGNS:
            state = _after(state, word, value, levels)
        elif (word or token["text"]) and _is_left_out(state, piece):
            piece = ""
        elif state.level and (word or (token["text"] and token["text"].strip())):
            piece = f"{'#' * min(state.level, 6)} {piece}"
            state = replace(state, level=0)
        if (state.dropped and not token["brace"]) or (word == "par" and state.unseen):
            piece = ""
        kept.append(piece)
    return "".join(kept), notes


def _after(state: _State, word: str, value: str | None, levels: dict[int, int]) -> _State:
    match word:
        case "v" | "strike" | "striked" | "deleted":
            unseen = state.unseen - {word} if value == "0" else state.unseen | {word}
            state = replace(state, unseen=unseen)
        case "plain":
            state = replace(state, unseen=frozenset(), raised=False)
        case "super" | "up" | "nosupersub" | "sub":
            state = replace(state, raised=word in ("super", "up") and value != "0")
        case "pard":
            state = replace(state, level=0)
        case "outlinelevel" if value is not None and 0 <= int(value) < _NO_HEADING:
            state = replace(state, level=int(value) + 1)
        case "s" if value is not None:
            state = replace(state, level=levels.get(int(value), 0))
    return state


def _is_left_out(state: _State, text: str) -> bool:
    return bool(state.unseen) or (state.raised and _FIGURES.fullmatch(text) is not None)


def _as_row(found: re.Match[str]) -> str:
    cells = found["cells"].removesuffix("|").split("|")
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _properties(written: str) -> tuple[tuple[str, str], ...]:
    title, author = (re.search(_INFO.format(name=name), written) for name in ("title", "author"))
    created = _CREATED.search(written)
    day = "-".join(part.zfill(2) for part in created.groups()) if created else ""
    return properties_of(title[1] if title else "", author[1] if author else "", day)
