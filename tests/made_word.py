"""Word files made for tests from the XML of their parts, as Word and other programs write them."""

import io
import zipfile
from collections.abc import Mapping

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{_WML}.document.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)


def word_of(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    kinds: Mapping[str, str] | None = None,
    main: str = MAIN,
    strict: bool = False,
) -> bytes:
    """The document of the paragraphs and tables in `body`.

    `parts` are further ones by their path below word/; the document reaches each by a link whose
    id is the path without its suffix, its slashes as hyphens ("charts-chart1"). `kinds` gives
    their content type by suffix or path, where it is not XML."""
    inner = {"styles.xml": f"<w:styles {NAMESPACES}>{_STYLES}{styles}</w:styles>"}
    if numbering:
        inner["numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    inner |= parts or {}
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(main, inner, kinds or {}),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links({_id(path): (_role(path), path) for path in inner}),
        **{f"word/{path}": part for path, part in inner.items()},
    }
    return packed(_strictly(whole) if strict else whole)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for path, part in parts.items():
            package.writestr(path, part)
    return buffer.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """Each run is XML, or words of a plain one."""
    inner = "".join(text if text.startswith("<") else run(text) for text in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def heading(text: str) -> str:
    return paragraph(text, properties='<w:pStyle w:val="Heading1"/>')


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(cell, cells))}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """`content` is XML, or words of one paragraph; a whole cell stays as it is."""
    if content.startswith("<w:tc>"):
        return content
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def notes(kind: str, *texts: str) -> str:
    """The part of the footnotes or endnotes ("footnote", "endnote"); their ids count from 2."""
    each = (
        f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'
        for number, text in enumerate(texts, start=2)
    )
    return f"<w:{kind}s {NAMESPACES}>{''.join(each)}</w:{kind}s>"


def drawing(graphic: str, *, centimetres: tuple[float, float] = (12, 8), said: str = "") -> str:
    """A run with a drawing; `said` is its description for those who cannot see it."""
    width, height = (int(side * 360_000) for side in centimetres)
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="Drawing" descr="{said}"/><a:graphic><a:graphicData>{graphic}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _id(path: str) -> str:
    return path.rsplit(".", 1)[0].replace("/", "-")


def _role(path: str) -> str:
    return {"styles.xml": "styles", "numbering.xml": "numbering"}.get(path, "part")


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    entries = (
        f'<Relationship Id="{key}" Type="{_OFFICE}/{role}" Target="{target}"/>'
        for key, (role, target) in links.items()
    )
    return f'<Relationships xmlns="{_LINKS}">{"".join(entries)}</Relationships>'


def _types(main: str, parts: Mapping[str, str | bytes], kinds: Mapping[str, str]) -> str:
    by_path = {
        "styles.xml": f"{_WML}.styles+xml",
        "numbering.xml": f"{_WML}.numbering+xml",
        "document.xml": main,
        **{path: kind for path, kind in kinds.items() if path in parts},
    }
    overrides = (
        f'<Override PartName="/word/{path}" ContentType="{kind}"/>'
        for path, kind in by_path.items()
    )
    defaults = {
        "xml": "application/xml",
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        **{suffix: kind for suffix, kind in kinds.items() if suffix not in parts},
    }
    by_suffix = (
        f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in defaults.items()
    )
    return f'<Types xmlns="{_TYPES}">{"".join(by_suffix)}{"".join(overrides)}</Types>'


def _strictly(parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    names = ("wordprocessingml", "officeDocument", "drawingml")
    found = dict(parts)
    for path, part in found.items():
        for name in names if isinstance(part, str) else ():
            old = f"http://schemas.openxmlformats.org/{name}/2006/"
            found[path] = str(found[path]).replace(old, f"http://purl.oclc.org/ooxml/{name}/")
    return found
