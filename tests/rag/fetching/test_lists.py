"""Lists of addresses as people save them."""

from pathlib import Path

import pytest

from rag.documents.register import KINDS
from rag.errors import UnreadableFile
from rag.fetching.lists import BadRow, Wish, read_list
from rag.types import Told

A = "https://a.example/a.pdf"


def rows(folder: Path, content: str | bytes) -> tuple[Wish | BadRow, ...]:
    path = folder / "reviews.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_list(path).rows


WHOLE = Told("Child Q, a review", "Northmoor SCB", "Northmoor", "2016-09-06", "overview_report")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_columns_in_any_order_case_separator_and_encoding(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    header = ["Published", "PUBLISHER", "Title", "url", "Area", "Document kind"]
    row = ["06/09/2016", "Northmoor SCB", '"Child Q, a review"', A, "Northmoor", "Overview Report"]
    text = "\r\n".join(separator.join(cells) for cells in (header, row)) + "\r\n"
    assert rows(tmp_path, text.encode(encoding)) == (Wish(A, WHOLE),)


def test_letters_of_windows_are_read_as_they_were_typed(tmp_path: Path) -> None:
    (wish,) = rows(tmp_path, f"address,title\n{A},Child Q – “final”\n".encode("cp1252"))
    assert isinstance(wish, Wish)
    assert wish.told.title == "Child Q – “final”"


@pytest.mark.parametrize(
    "content", [f"{A}\n", f'\n"{A}"\n', f"address\n{A}\n", f"Link\n\n{A}\n,,\n"]
)
def test_the_address_alone_is_enough(tmp_path: Path, content: str) -> None:
    assert rows(tmp_path, content) == (Wish(A),)


@pytest.mark.parametrize(
    ("date", "kept"),
    [("2016", "2016"), ("2016-09", "2016-09"), ("2016-09-06", "2016-09-06"),
     ("6/9/2016", "2016-09-06"), ("06.09.2016", "2016-09-06")],
)  # fmt: skip
def test_a_date_is_kept_as_precisely_as_it_is_given(tmp_path: Path, date: str, kept: str) -> None:
    assert rows(tmp_path, f"address,published\n{A},{date}\n") == (Wish(A, Told(published=kept)),)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("no address here,Title,", "no address of the web"),
        (",Title,", "no address stands in it"),
        ("ftp://a.example/a.pdf,Title,", "no address of the web"),
        ("https://me:secret@a.example/a.pdf,,", "name or password"),
        (f"{A},A title, unquoted,2016", "quotation marks"),
        (f'{A},"never closed,2016', "none closes it"),
        (f"{A},Title,31/02/2016", "'31/02/2016'"),
        (f"{A},Title,last spring", "'last spring'"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_spoils_no_other(
    tmp_path: Path, row: str, told: str
) -> None:
    bad, good = rows(tmp_path, f"address,title,published\n{row}\n{A},,\n")
    assert isinstance(bad, BadRow)
    assert (bad.place, good) == ("reviews.csv, line 2", Wish(A))
    assert told in bad.reason
    assert "secret" not in bad.reason


def test_a_kind_that_is_none_is_left_out_and_told_with_its_line(tmp_path: Path) -> None:
    (wish,) = rows(tmp_path, f"address,title,kind\n{A},Child Q,novel\n")
    assert isinstance(wish, Wish)
    assert wish.told == Told(title="Child Q")
    (told,) = wish.left_out
    assert "'novel' in reviews.csv, line 2 was left out" in told
    assert ", ".join(KINDS) in told


def test_the_read_me_names_the_kinds() -> None:
    read_me = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in read_me] == []


def test_columns_that_nothing_is_done_with_are_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"address,Notes,title\n{A},x,y\n", encoding="utf-8")
    assert read_list(path).unused == ("Notes",)


@pytest.mark.parametrize("content", [b"", b"\n , \n", b"title,area\nA,B\n", b"\x81\x00\x81"])
def test_a_list_without_addresses_is_refused_as_a_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"list\.csv"):
        read_list(path)


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_list(tmp_path / "nowhere.csv")
