"""Bytes of text files and web pages in every character set in, the text that people see out."""

import pytest

from rag.documents.decoding import NoTextError, decode

PLAIN = "The nurse didn’t see “any marks” – nobody asked the café.\n" * 3


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "latin1", "ISO8859-1", "us-ascii", "windows-1252", "cp1252", "x-cp1252"]
)
def test_latin_labels_mean_windows(label: str) -> None:
    page = f'<meta charset="{label}"><p>{PLAIN}'
    assert decode(page.encode("cp1252"), page=True).text == page


@pytest.mark.parametrize("label", ["utf-16", "utf-16le", "UTF-16BE", "unicode"])
def test_a_page_that_declares_utf_16_is_utf_8(label: str) -> None:
    page = f'<meta charset="{label}"><p>{PLAIN}'
    decoded = decode(page.encode(), page=True)
    assert (decoded.text, decoded.warnings) == (page, ())


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
        "<META CONTENT='text/html;charset=windows-1250' HTTP-EQUIV=content-type>",
        '<!-- <meta charset="utf-8"> --><meta charset=windows-1250>',
        '<script>"<meta charset=utf-8>"</script><meta charset=windows-1250>',
        '<?xml version="1.0" encoding="windows-1250"?>',
        '<meta charset="klingon"><meta charset="windows-1250">',
    ],
)
def test_where_a_page_declares_its_character_set(head: str) -> None:
    page = f"<html>{head}<p>Łódź" if not head.startswith("<?") else f"{head}<html><p>Łódź"
    assert decode(page.encode("cp1250"), page=True).text == page


def test_what_stands_in_the_body_declares_nothing() -> None:
    page = "<html><body><p>ö<meta charset=windows-1250>"
    assert decode(page.encode(), page=True).text == page


def test_good_utf_8_is_utf_8_whatever_a_page_declares() -> None:
    page = f"<meta charset=iso-8859-1><p>{PLAIN}"
    decoded = decode(page.encode(), page=True)
    assert decoded.text == page
    assert decoded.warnings == ("read as UTF-8, which it is, though the page declares iso-8859-1",)


def test_one_bad_byte_costs_one_byte() -> None:
    decoded = decode(PLAIN.encode() + b"\nThe caf\xe9 closed.\n")
    assert decoded.text == PLAIN + "\nThe café closed.\n"
    assert decoded.warnings == ("1 byte not UTF-8 read as Windows-1252, in line 5",)


def test_many_bad_places_are_counted() -> None:
    decoded = decode(PLAIN.encode() + b"\x93a\x94\n" * 8)
    assert decoded.text == PLAIN + "“a”\n" * 8
    assert decoded.warnings == (
        "16 bytes not UTF-8 read as Windows-1252, in lines 4, 5, 6, 7, 8 and 3 more",
    )


def test_a_last_character_that_was_cut_is_marked() -> None:
    decoded = decode(PLAIN.encode() + "didn’".encode()[:-1])
    assert decoded.text == PLAIN + "didn\ufffd"
    assert decoded.warnings


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
def test_wide_characters_with_and_without_a_mark(encoding: str) -> None:
    decoded = decode(PLAIN.encode(encoding))
    assert (decoded.text, decoded.warnings) == (PLAIN, ())


def test_control_signs_of_windows_are_read_as_browsers_read_their_numbers() -> None:
    assert decode("didn\x92t \x96 \x93x\x94".encode()).text == "didn’t – “x”"
    assert decode("one\x85two".encode()).text == "one\x85two", "alone it ends a line"


@pytest.mark.parametrize("end", [b"\x1a", b"\x00" * 512, b"\x1a\x00\x00"])
def test_end_marks_of_old_systems_are_gone(end: bytes) -> None:
    assert decode(b"Keep notes.\r\n" + end) == decode(b"Keep notes.\n")
    assert decode(b"Keep notes." + end).warnings == ()


def test_a_stray_control_sign_is_left_out_and_told() -> None:
    decoded = decode(b"One.\nKe\x02ep \x00notes.\n" + b"More words. " * 10)
    assert decoded.text.startswith("One.\nKeep notes.\n")
    assert decoded.warnings == ("2 control characters left out, in line 2",)


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)), b"\x81\x8d\x8f", b"PK\x03\x04\x00\x00", b"\x89PNG\x00\x01\x02" * 40],
)
def test_what_is_binary_is_no_text(content: bytes) -> None:
    with pytest.raises(NoTextError):
        decode(content)


def test_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\n\rd").text == "a\nb\nc\n\nd"


def test_a_form_feed_inside_a_word_is_no_page_end() -> None:
    assert decode(b"Ke\fep notes.").text == "Keep notes."
    assert decode(b"The end.\fThe next").text == "The end.\fThe next"
    long = b"word " * 200
    assert decode(long + b"the\fmother " + long).text.count("\f") == 1


TRADITIONAL = "兒童保護檢討報告指出，社工沒有單獨會見孩子。學校曾三次通報，但沒有人跟進。"
SIMPLIFIED = "儿童保护审查报告指出，社工没有单独会见孩子。学校曾三次通报，但没有人跟进。"
JAPANESE = "児童保護の検証報告書によると、学校は三度通報したが、誰も子どもに会わなかった。"
KOREAN = "아동 보호 보고서에 따르면 학교는 세 번 신고했지만 아무도 아이를 만나지 않았다."
RUSSIAN = (
    "В отчёте о защите детей говорится, что социальный работник не встречался с ребёнком"
    " наедине. Школа сообщала трижды."
)
POLISH = "Sprawa została zgłoszona. Córka spała, więc szkoła zadzwoniła. Później wyszła żona."


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize(
    ("name", "codec", "words"),
    [
        ("Big5", "big5", TRADITIONAL),
        ("GB18030", "gb2312", SIMPLIFIED),
        ("Shift_JIS", "shift_jis", JAPANESE),
        ("EUC-JP", "euc_jp", JAPANESE),
        ("EUC-KR", "euc_kr", KOREAN),
        ("Windows-1251", "cp1251", RUSSIAN),
        ("KOI8-R", "koi8_r", RUSSIAN),
    ],
)
def test_letters_tell_the_character_set(name: str, codec: str, words: str, *, page: bool) -> None:
    text = f"<html><style>a{{}}</style><a href='/en'>English</a><p>{words}</p>" if page else words
    decoded = decode(text.encode(codec), page=page)
    assert decoded.text == text
    assert decoded.warnings == (f"read as {name}, as its letters tell, because it is not utf-8",)


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("cp1253", "Η έκθεση αναφέρει ότι κανείς δεν είδε το παιδί μόνο του."),
        ("big5", TRADITIONAL[:10]),
        ("cp1251", RUSSIAN[:20]),
        ("cp1250", POLISH),
    ],
)
def test_where_letters_do_not_tell_they_may_be_wrong(codec: str, words: str) -> None:
    (warning,) = decode(words.encode(codec)).warnings
    assert warning.startswith("read as Windows-1252")
    assert "letters may be wrong" in warning


@pytest.mark.parametrize(
    "words",
    [
        "Le père n’a jamais été consulté ; l’école a signalé trois fois. Élève âgé de 8 ans.",
        "Die Größe der Familie überraschte: häufig böse Wörter, müde Mütter, schöne Grüße.",
        "Contents ············ 3\nFindings ············ 7\n“What next?” – £5 ½",
    ],
)
def test_western_letters_are_those_of_windows(words: str) -> None:
    decoded = decode(words.encode("cp1252"))
    assert decoded.text == words
    assert decoded.warnings == ("read as Windows-1252, because it is not utf-8",)


def test_bad_bytes_in_a_text_of_another_alphabet_cost_no_more_than_themselves() -> None:
    decoded = decode(f"{TRADITIONAL}\n".encode() + b"caf\xe9\n")
    assert decoded.text == f"{TRADITIONAL}\ncafé\n"
