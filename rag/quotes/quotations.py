"""A text or a file in, the quotations that somebody has put into it out."""

import re
from collections.abc import Iterator
from pathlib import Path

from rag.documents.sources import read_content, read_source
from rag.errors import UnreadableFile
from rag.reading.repair import repair
from rag.types import Span

SUFFIXES = (".docx", ".docm", ".pptx", ".md", ".txt", ".pdf")
FEWEST = 4
"""Words; a shorter stretch in quotation marks is a term or a title."""
_MARKED = re.compile(
    r"“(?P<curly>[^“”]+(?:“[^“”]*”[^“”]*)*)”"
    r"|“(?P<running_on>[^“”]+)\Z"  # the next paragraph opens with a mark again
    r"|«(?P<angled>[^«»]+)»"
    r"|„(?P<low>[^„“”]+)[“”]"
    r"|(?<![\w\"])\"(?=\S)(?P<straight>[^\"]*[^\"\s])\"(?!\w)"
    r"|(?<![\w’])‘(?=\S)(?P<single>(?:[^‘’]|’(?=\w))+(?:’(?=\s+[a-z])[^‘’]*)??)’"
    r"(?=[.,;:?!)\]]|\s*\Z|\s+[(\[–—-])",
)
_PARAGRAPH = re.compile(r"(?:[^\n\f]|\n(?!\s*(?:\n|$)))+")
_BLOCK_QUOTE = re.compile(r"(?m)(?:^[ ]{0,3}>.*(?:\n|\Z))+")
_QUOTE_MARK = re.compile(r"(?m)^[ ]{0,3}(?:>\s?)+")
_SOURCE_LINE = re.compile(r"(?m)^\s*(?:[-–—]|\().*\Z")
_CALLOUT = re.compile(r"\A\s*\[![A-Za-z]+\]")


def read_quotations(path: Path) -> tuple[str, ...]:
    """Those of a file, in order. Raises UnreadableFile, also for a suffix not in `SUFFIXES`."""
    suffix = path.suffix.lower()
    if not path.is_file():
        raise UnreadableFile(
            f"There is no file {path}: expected one of {', '.join(SUFFIXES)}, or the words of a"
            " quotation; check the path."
        )
    if suffix not in SUFFIXES:
        raise UnreadableFile(
            f"{path.name} is of an unsupported kind: expected one of {', '.join(SUFFIXES)};"
            " save it as one of these, or give the quotation itself."
        )
    if suffix == ".pptx":
        return tuple(quote for text in _slides(path) for quote in find_quotations(text))
    source = read_source(path)
    if suffix == ".pdf":  # lines and pages cut its sentences
        return find_quotations(repair(source)[0].text)
    return find_quotations(source.text, markdown=suffix == ".md")


def find_quotations(text: str, *, markdown: bool = False) -> tuple[str, ...]:
    """Stretches of four words or more between quotation marks, without these, and the block
    quotes of Markdown, in order. Marks do not reach over a paragraph's end."""
    found: list[tuple[Span, str]] = []
    if markdown:
        for block in _BLOCK_QUOTE.finditer(text):
            found += [(block.span(), quote) for quote in _of_block(block[0])]
        text = _BLOCK_QUOTE.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), text)
    for paragraph in _PARAGRAPH.finditer(text):
        for quote in _MARKED.finditer(text, *paragraph.span()):
            found.append((quote.span(), str(quote[str(quote.lastgroup)])))
    ordered = (quote.strip() for _, quote in sorted(found, key=lambda each: each[0]))
    return tuple(quote for quote in ordered if len(re.findall(r"\w+", quote)) >= FEWEST)


def _of_block(block: str) -> Iterator[str]:
    """Each paragraph of a block quote without the line that names its source."""
    bare = _QUOTE_MARK.sub("", block)
    if _CALLOUT.match(bare):
        return
    for paragraph in re.split(r"\n[ \t]*\n", bare):
        words = _SOURCE_LINE.sub("", paragraph.strip()) or paragraph
        marked = _MARKED.fullmatch(words.strip())
        yield str(marked[str(marked.lastgroup)]) if marked else words


def _slides(path: Path) -> tuple[str, ...]:
    # Here, as python-pptx is wanted for slides only.
    from rag.backends.slides import extract_slides

    return extract_slides(read_content(path), path.name)
