"""What is drawn on a page of Word: its words are read, or a warning says what is not."""

import io
import random

import pytest
from made_word import (
    NAMESPACES,
    WITH_MACROS,
    drawing,
    heading,
    packed,
    paragraph,
    row,
    run,
    table,
    word_of,
)
from PIL import Image, ImageDraw, ImageFilter

from rag.backends.word import Extracted, extract_text


def extract(body: str, **parts: str | bytes) -> Extracted:
    """Parts by their path, "__" for a slash and "_" for the stop before the suffix."""
    paths = {_path(name): part for name, part in parts.items()}
    kinds = {"png": "image/png", "docx": "application/x-docx", "bin": "application/x-bin",
             "html": "text/html", "mht": "message/rfc822", "txt": "text/plain",
             "rtf": "application/rtf"}  # fmt: skip
    return extract_text(word_of(body, parts=paths, kinds=kinds), "a.docx")


def _path(name: str) -> str:
    return ".".join(name.replace("__", "/").rsplit("_", 1))


def box(*runs: str) -> str:
    return (
        f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(*runs)}</w:txbxContent></wps:txbx></wps:wsp>"
    )


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    content = f"<w:txbxContent>{paragraph('Boxed.')}</w:txbxContent>"
    old = f"<w:pict><v:textbox>{content}</v:textbox></w:pict>"
    new = drawing(box("Boxed.")).removeprefix("<w:r>").removesuffix("</w:r>")
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert extract(paragraph("Text", both) + paragraph("After")).text == "Text\n\nBoxed.\n\nAfter"
    assert extract(paragraph("Text", f"<w:r>{old}</w:r>")).text == "Text\n\nBoxed."


def test_hidden_drawings_are_not_read() -> None:
    hidden = drawing(box("Boxed.")).replace('name="Drawing"', 'name="Drawing" hidden="1"')
    deleted = f'<w:del w:id="1">{drawing(box("Boxed."))}</w:del>'
    assert extract(paragraph("Text", hidden, deleted)).text == "Text"


def test_letters_drawn_as_art() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Child A"/></v:shape></w:pict></w:r>'
    assert extract(paragraph(art)).text == "Child A"


def point(key: str, text: str, kind: str = "node") -> str:
    words = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" if text else ""
    return f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t>{words}</dgm:t></dgm:pt>'


def link(above: str, below: str, order: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn type="{kind}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'


def model(points: str, links: str = "") -> str:
    return (
        f"<dgm:dataModel {NAMESPACES}><dgm:ptLst>{points}</dgm:ptLst>"
        f"<dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    )


DIAGRAM = paragraph("Text", drawing('<dgm:relIds r:dm="diagrams-data1"/>'))


def test_a_diagram_is_read_by_its_tree() -> None:
    data = model(
        point("d", "", "doc") + point("2", "Second") + point("1", "First") + point("3", "Below")
        + point("p", "of the layout", "pres"),
        link("d", "2", 1) + link("d", "1", 0) + link("1", "3", 0) + link("1", "p", 0, "presOf"),
    )  # fmt: skip
    extracted = extract(DIAGRAM, diagrams__data1_xml=data)
    assert extracted.text == "Text\n\nFirst\n\n- Below\n\nSecond"
    assert extracted.warnings == ()


def test_a_diagram_without_a_tree_is_read_in_order() -> None:
    data = model(point("1", "Finding 2: Nobody asked") + point("2", "Finding 3"))
    text = extract(DIAGRAM, diagrams__data1_xml=data).text
    assert text == "Text\n\nFinding 2: Nobody asked\n\nFinding 3"


def test_a_diagram_without_its_data_is_told() -> None:
    extracted = extract(heading("Findings") + DIAGRAM)
    assert extracted.warnings == ("a diagram under “Findings” is not read",)


def test_charts_are_told_by_heading() -> None:
    chart = drawing('<c:chart r:id="charts-chart1"/>')
    data = (
        f"<c:chartSpace {NAMESPACES}><c:chart><c:title><a:p><a:t>Referrals</a:t></a:p></c:title>"
        "<c:plotArea><c:title><a:p><a:t>Years</a:t></a:p></c:title></c:plotArea></c:chart></c:chartSpace>"
    )
    caption = paragraph(run("Figure 1: Referrals", "<w:b/>"))
    body = heading("Findings") + paragraph(chart) + caption + paragraph(chart)
    warnings = extract(paragraph(chart) + body, charts__chart1_xml=data).warnings
    assert warnings == (
        "a chart before the first heading is not read: Referrals",
        "2 charts under “Findings” are not read: Referrals",
    )


def test_a_bold_line_heads_what_follows_but_not_in_a_table() -> None:
    bold = paragraph(run("Findings", "<w:b/>"))
    cells = table(row(paragraph(run("Action", "<w:b/>")), "b"))
    warnings = extract(bold + cells + DIAGRAM).warnings
    assert warnings == ("a diagram under “Findings” is not read",)


def written() -> Image.Image:
    image = Image.new("RGB", (600, 400), "white")
    pen = ImageDraw.Draw(image)
    for line in range(20):
        pen.text(
            (20, 20 * line), "The school told the social worker about the bruise. " * 2, "black"
        )
    return image


def photograph() -> Image.Image:
    """Soft shapes with the grain that cameras leave."""
    dice = random.Random(3)  # noqa: S311 - no secret
    image = Image.new("RGB", (600, 400), "green")
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, size = dice.randrange(600), dice.randrange(400), dice.randrange(20, 150)
        pen.ellipse((x, y, x + size, y + size), tuple(dice.randrange(256) for _ in range(3)))
    noise = Image.effect_noise(image.size, 60).convert("RGB")
    return Image.blend(image.filter(ImageFilter.GaussianBlur(9)), noise, 0.3)


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def picture(size: tuple[float, float], said: str = "") -> str:
    blip = '<pic:pic><pic:blipFill><a:blip r:embed="media-image1"/></pic:blipFill></pic:pic>'
    return heading("Timeline") + paragraph(drawing(blip, centimetres=size, said=said))


def test_a_picture_with_words_is_told_with_its_description() -> None:
    extracted = extract(picture((14, 9), "Events of 2019"), media__image1_png=png(written()))
    assert extracted.text == "# Timeline"
    assert extracted.warnings == (
        "a picture that probably holds words under “Timeline” is not read: Events of 2019",
    )


@pytest.mark.parametrize(
    ("image", "size", "said"),
    [
        (written(), (4, 2), ""),
        (written(), (14, 9), "Council logo"),
        (photograph(), (14, 9), ""),
    ],
)
def test_logos_and_photographs_are_no_warning(
    image: Image.Image, size: tuple[float, float], said: str
) -> None:
    assert extract(picture(size, said), media__image1_png=png(image)).warnings == ()


def test_a_picture_that_cannot_be_opened_is_taken_for_a_drawing_with_words() -> None:
    assert len(extract(picture((14, 9)), media__image1_png=b"\x01\x00EMF").warnings) == 1


def test_an_old_picture_says_its_size_in_its_style() -> None:
    shape = (
        '<w:r><w:pict><v:shape style="width:400pt;height:300pt"><v:imagedata r:id="media-image1"/>'
        "</v:shape></w:pict></w:r>"
    )
    small = shape.replace("400pt", "40pt").replace("300pt", "1in")
    words = png(written())
    assert len(extract(paragraph("x", shape), media__image1_png=words).warnings) == 1
    assert extract(paragraph("x", small), media__image1_png=words).warnings == ()


def embedded(program: str, aspect: str = "Content", part: str = "embeddings-inner") -> str:
    return (
        '<w:r><w:object><v:shape style="width:400pt;height:300pt"><v:imagedata r:id="none"/>'
        f'</v:shape><o:OLEObject ProgID="{program}" DrawAspect="{aspect}" r:id="{part}"/>'
        "</w:object></w:r>"
    )


INNER = word_of(paragraph("Inside.") + table(row("a", "b")), main=WITH_MACROS)


def test_an_embedded_word_document_that_shows_is_read() -> None:
    body = paragraph("Text", embedded("Word.Document.12")) + paragraph("After")
    extracted = extract(body, embeddings__inner_docx=INNER)
    assert extracted.text == "Text\n\nInside.\n\na\tb\n\nAfter"
    assert extracted.warnings == ()


@pytest.mark.parametrize(
    ("program", "aspect", "told"),
    [
        ("Excel.Sheet.12", "Content", "an embedded file is not read: a spreadsheet"),
        ("Word.Document.12", "Icon", "an embedded file is not read: a Word document"),
        ("Package", "Icon", "an embedded file is not read"),
        ("Equation.3", "Content", "an equation is not read"),
    ],
)
def test_other_embedded_files_are_told(program: str, aspect: str, told: str) -> None:
    body = paragraph("Text", embedded(program, aspect))
    assert extract(body, embeddings__inner_docx=INNER).warnings == (told,)


def test_an_embedded_document_that_is_broken_is_told() -> None:
    body = paragraph("Text", embedded("Word.Document.12"))
    warnings = extract(body, embeddings__inner_docx=b"PK\x03\x04").warnings
    assert warnings == ("an embedded file is not read: a Word document",)


def test_form_controls_are_told() -> None:
    control = '<w:r><w:object><w:control w:name="TextBox1" r:id="none"/></w:object></w:r>'
    assert extract(paragraph("x", control)).warnings == ("a form control is not read: TextBox1",)


PAGE = (
    "<html><head><title>no</title></head><body><h2>Findings</h2><p>The <b>nurse</b>\nsaw.</p>"
    "<ol start='4'><li>four</li><li>five<ul><li>deeper</li></ul></li></ol>"
    "<table><tr><th>Who</th><th>When</th></tr><tr><td>Police</td><td>May<br>2022</td></tr></table>"
    "<script>no</script><p><s>never </s>often</p></body></html>"
)
READ = (
    "## Findings\n\nThe nurse saw.\n\n4. four\n5. five\n- deeper\n\nWho\tWhen\n"
    "Police\tMay 2022\n\noften"
)
MESSAGE = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="X"\n\n--X\n'
    f'Content-Type: text/html; charset="utf-8"\n\n{PAGE}\n--X--\n'
)


@pytest.mark.parametrize(
    ("suffix", "content", "shown"),
    [
        ("html", PAGE.encode(), READ),
        ("mht", MESSAGE.encode(), READ),
        ("txt", "one\n\ntwo’s".encode(), "one\n\ntwo’s"),
        ("docx", INNER, "Inside.\n\na\tb"),
    ],
)
def test_chunks_of_other_documents_are_read(suffix: str, content: bytes, shown: str) -> None:
    body = paragraph("Before") + '<w:altChunk r:id="chunk"/>' + paragraph("After")
    extracted = extract(body, **{f"chunk_{suffix}": content})
    assert extracted.text == f"Before\n\n{shown}\n\nAfter"
    assert extracted.warnings == ()


def test_a_chunk_that_no_library_reads_is_told() -> None:
    body = heading("Findings") + '<w:altChunk r:id="chunk"/>'
    warnings = extract(body, chunk_rtf=b"{\\rtf1 x}").warnings
    assert warnings == ("a part kept in another file under “Findings” is not read",)


def test_a_document_inside_itself_ends() -> None:
    inner = INNER
    for _ in range(6):
        body = paragraph("x") + '<w:altChunk r:id="chunk"/>'
        inner = word_of(body, parts={"chunk.docx": inner}, kinds={"docx": "application/x-docx"})
    extracted = extract_text(inner, "a.docx")
    assert extracted.text == "x\n\nx\n\nx\n\nx"
    assert extracted.warnings == ("a part kept in another file is not read",)


def test_an_empty_package_is_no_document() -> None:
    body = paragraph("x") + '<w:altChunk r:id="chunk"/>'
    extracted = extract(body, chunk_docx=packed({}))
    assert extracted.warnings == ("a part kept in another file is not read",)
