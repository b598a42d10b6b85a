"""What stands between the words of a paragraph: tabs, signs, equations, fields."""

import pytest
from made_word import paragraph, row, run, table, word_of

from rag.backends.word import Extracted, extract_text
from rag.reading.repair import repair
from rag.types import Source


def extract(body: str) -> Extracted:
    return extract_text(word_of(body), "a.docx")


def read(*runs: str) -> str:
    return extract(paragraph(*runs)).text


def in_run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def test_a_tab_to_the_right_margin_parts_words() -> None:
    tab = in_run('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>')
    assert read("Health trust", tab, "March 2022").split() == ["Health", "trust", "March", "2022"]


def test_a_table_in_a_run_stands_between_its_words() -> None:
    body = paragraph("Before.", in_run(table(row("Police", "June 2022"))), "After.")
    assert extract(body).text == "Before.\n\nPolice\tJune 2022\n\nAfter."


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", "\u00ad"),
        ("<w:t>\u2028</w:t>", "\n"),
        ("<w:t>\u2029</w:t>", "\n"),
        ('<w:t xml:space="preserve">\n</w:t>', " "),
    ],
)
def test_breaks_and_hyphens(inner: str, shown: str) -> None:
    assert read("one", in_run(inner), "two") == f"one{shown}two"


@pytest.mark.parametrize(
    ("font", "place", "shown"),
    [
        ("Wingdings", "F0FC", "✔"),
        ("Wingdings", "F0FB", "✘"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00E0", "→"),
        ("Wingdings 2", "F050", "✔"),
        ("Webdings", "F061", "✔"),
        ("Symbol", "F0B0", "°"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F06D", "μ"),
        ("Times New Roman", "2265", "≥"),
    ],
)
def test_signs(font: str, place: str, shown: str) -> None:
    sign = in_run(f'<w:sym w:font="{font}" w:char="{place}"/>')
    assert read("a ", sign, " b") == f"a {shown} b"


def test_letters_in_a_font_of_signs() -> None:
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    assert read("Met ", run("ü", font)) == "Met ✔"


def test_a_sign_without_a_name_leaves_a_mark_and_a_warning() -> None:
    sign = in_run('<w:sym w:font="Dingbats One" w:char="F041"/>')
    extracted = extract(paragraph("Met ", sign))
    assert extracted.text == "Met \ufffd"
    assert extracted.warnings == ("a sign is not read: of the font Dingbats One",)


def test_the_way_that_can_be_read_is_taken() -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F600"/>'
        "</mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read("well ", both) == "well ☺"


def test_ruby_gives_its_base() -> None:
    ruby = f"<w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>"
    assert read("a ", in_run(ruby)) == "a base"


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "raised", "properties", "shown"),
    [
        ("in 2019", "1", RAISED, "in 2019¹"),
        ("in 2019", "12", '<w:position w:val="6"/>', "in 2019¹²"),
        ("5 m", "2", RAISED, "5 m²"),
        ("the 1", "st", RAISED, "the 1st"),
        ("CO", "2", '<w:vertAlign w:val="subscript"/>', "CO2"),
    ],
)
def test_raised_figures_stay_apart(before: str, raised: str, properties: str, shown: str) -> None:
    assert read(before, run(raised, properties)) == shown


def equation(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (m("3 of 5 visits"), "3 of 5 visits"),
        (f"<m:f><m:fPr/><m:num>{m('3')}</m:num><m:den>{m('5')}</m:den></m:f>", "3/5"),
        (f"<m:f><m:num>{m('a+b')}</m:num><m:den>{m('c')}</m:den></m:f>", "(a+b)/c"),
        (f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>", "x²"),
        (f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('ab')}</m:sup></m:sSup>", "x^ab"),
        (f"<m:sSub><m:e>{m('x')}</m:e><m:sub>{m('i')}</m:sub></m:sSub>", "x_i"),
        (f"<m:rad><m:radPr/><m:deg/><m:e>{m('2')}</m:e></m:rad>", "√2"),
        (f"<m:d><m:e>{m('1, 2')}</m:e></m:d>", "(1, 2)"),
        (
            f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{m('1')}</m:sub>"
            f"<m:sup>{m('n')}</m:sup><m:e>{m('x')}</m:e></m:nary>",
            "∑ from 1 to n of x",
        ),
        (f"<m:func><m:fName>{m('log')}</m:fName><m:e>{m('x')}</m:e></m:func>", "log x"),
        (f"<m:acc><m:accPr/><m:e>{m('x')}</m:e></m:acc>", "x"),
        (f"<m:eqArr><m:e>{m('a')}</m:e><m:e>{m('b')}</m:e></m:eqArr>", "a; b"),
        (f"<m:m><m:mr><m:e>{m('1')}</m:e><m:e>{m('2')}</m:e></m:mr></m:m>", "1, 2"),
    ],
)
def test_equations(inner: str, shown: str) -> None:
    assert read("It was ", equation(inner), " then.") == f"It was {shown} then."


def mark(kind: str, inner: str = "") -> str:
    return in_run(f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>')


def code(text: str) -> str:
    return in_run(f"<w:instrText>{text}</w:instrText>")


def field(of: str, result: str) -> str:
    return mark("begin") + code(of) + mark("separate") + result + mark("end")


def test_fields_show_their_results() -> None:
    link = f'<w:hyperlink r:id="x">{run("the report")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>'
    shown = field("REF _Ref1", run("Finding 2"))
    assert read("See ", link, ", ", shown, ", page ", simple) == "See the report, Finding 2, page 7"


def test_a_field_inside_a_code_is_not_shown() -> None:
    inner = field("MERGEFIELD Name", run("Jane"))
    outer = mark("begin") + code("IF ") + inner + code("= 1") + mark("separate")
    assert read("Saw ", outer + run("nobody") + mark("end"), ".") == "Saw nobody."


def test_a_field_without_result_shows_nothing() -> None:
    entry = mark("begin") + code('XE "bruises"') + run("hidden") + mark("end")
    assert read("The child", entry, " cried.") == "The child cried."


def test_a_field_of_a_sign() -> None:
    sign = mark("begin") + code('SYMBOL 252 \\f "Wingdings" \\s 10') + mark("end")
    assert read("Met ", sign) == "Met ✔"


def test_a_code_that_lost_its_end_hides_no_more_than_its_paragraph() -> None:
    body = paragraph("One.", mark("begin"), code("REF")) + paragraph("Two.")
    assert extract(body).text == "One.\n\nTwo."


def test_a_contents_field_reaches_over_paragraphs() -> None:
    tab = in_run("<w:tab/>")
    body = (
        paragraph(mark("begin"), code("TOC"), mark("separate"), "Findings", tab, "3")
        + paragraph("Lessons", tab, "5", mark("end"))
        + paragraph("The end.")
    )
    assert extract(body).text == "Findings\t3\n\nLessons\t5\n\nThe end."


def test_marks_of_markup_that_an_author_typed_stay() -> None:
    typed = "5 * 3 &amp;amp; &lt;name redacted&gt; snake_case_word *starred* [x](http://y.z)"
    text = read(typed)
    reading = repair(Source("a.docx", "word", text, (), ""))[0].text
    assert reading == "5 * 3 &amp; <name redacted> snake_case_word *starred* [x](http://y.z)"
