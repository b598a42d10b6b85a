"""Small files made for tests: PDF and Word."""

import io
import zlib
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document


def pdf_of(
    pages: Sequence[str], *, labels: str = "", info: str = "", compressed: bool = False
) -> bytes:
    """A PDF with one line of text on each page, written by the rules of ISO 32000-1, 7.5.

    `labels` is the number tree of the page labels; `info` the entries of the info dictionary.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    label_tree = f"/PageLabels << /Nums [{labels}] >>" if labels else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {label_tree} >>".encode(),
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(pages):
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        stream = f"BT /F1 12 Tf 72 720 Td ({shown}) Tj ET".encode("cp1252") if text else b""
        stream_filter = b""
        if compressed:
            stream, stream_filter = zlib.compress(stream), b" /Filter /FlateDecode"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        objects.append(
            b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(stream), stream_filter, stream)
        )
    objects.append(f"<< {info} >>".encode())
    return pdf_with_objects(objects, info=len(objects))


def pdf_with_objects(objects: Sequence[bytes], *, info: int = 0) -> bytes:
    """Numbered from 1, the catalogue first; `info` is the number of the info dictionary."""
    told = b" /Info %d 0 R" % info if info else b""
    content = b"%PDF-1.4\n"
    offsets = []
    for number, entry in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, entry)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, told, len(content))
    )


def write_docx(document: Document, path: Path) -> Path:
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def new_docx() -> Document:
    return docx.Document()
