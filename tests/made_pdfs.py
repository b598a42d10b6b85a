"""PDFs drawn by hand for tests: text at a place, in any order, state and font."""

from collections.abc import Sequence

from made_files import pdf_with_objects

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
UNNAMED = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0]"
    b" /CharProcs << /a1 5 0 R /a2 5 0 R /a3 5 0 R >> /Encoding << /Differences [1 /a1 /a2 /a3] >>"
    b" /FirstChar 1 /LastChar 3 /Widths [600 600 600] /Resources << >> >>"
)
"""A font that draws its three letters, and does not say which they are."""
LETTER = b"600 0 0 0 500 700 d1 0 0 500 700 re f"


def at(x: float, y: float, text: str, *, size: float = 11, font: str = "F1") -> bytes:
    """Commands that set the text from this place, in points from the lower left corner."""
    shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (
        font.encode(), size, x, y, shown.encode("cp1252"),
    )  # fmt: skip


def lines(x: float, y: float, texts: Sequence[str], *, step: float = 14) -> bytes:
    """One below the other."""
    return b"".join(at(x, y - step * n, text) for n, text in enumerate(texts))


def drawn(
    *pages: bytes,
    page: bytes = b"",
    resources: bytes = b"",
    catalogue: bytes = b"",
    objects: Sequence[bytes] = (),
) -> bytes:
    """A PDF of these drawing commands. `page`, `resources` and `catalogue` are further entries of
    each page, its resources and the catalogue; `objects` have the numbers from 6 on. The second
    font, /F2, is `UNNAMED`."""
    first = 6 + len(objects)
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    whole = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        HELVETICA,
        UNNAMED,
        stream(LETTER),
        *objects,
    ]
    for number, commands in enumerate(pages):
        whole += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> %s >> %s >>"
            % (first + 2 * number + 1, resources, page),
            stream(commands),
        ]
    return pdf_with_objects(whole)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)
