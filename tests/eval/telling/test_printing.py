"""What a terminal tells of a run: the page's cells, without what is too long or too wide for it."""

import html
import io
from dataclasses import replace

from made_runs import answered, record, refused
from rich.console import Console

from eval.measuring.scoring import MEASURES
from eval.telling.comparing import compare_runs
from eval.telling.page import make_page
from eval.telling.printing import print_comparison, print_record, print_section
from eval.telling.report import sections_of
from eval.telling.worst import tell_worst

RUN = record([answered("q1", 0.25), answered("q2", 0.5), refused("r1")])


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def wide() -> Console:
    return Console(file=io.StringIO(), width=400, markup=False, highlight=False)


def test_every_cell_of_the_report_is_on_the_page() -> None:
    page = make_page(RUN)
    cells = {
        cell
        for section in sections_of(RUN)
        for table in section.tables
        for row in (table.heads, *table.rows)
        for cell in row
    }
    assert {cell for cell in cells if f">{html.escape(cell)}<" not in page} == set()


def test_a_terminal_tells_the_same_without_what_is_long_or_wide() -> None:
    console = wide()
    many = replace(RUN, others=tuple(replace(RUN.others[0], name=f"no {n}") for n in range(12)))
    print_record(console, many)
    told = printed(console)
    for section in sections_of(many):
        assert (section.title in told) is not section.for_page
        for table in section.tables:
            is_left_out = section.for_page or table.folded or len(table.heads) > 10
            assert (f"\n{table.caption}\n" in told) is not is_left_out, table.caption


def test_the_worst_questions_are_printed_where_they_are_asked_for() -> None:
    console = wide()
    print_section(console, tell_worst(RUN.rows))
    assert "that <nobody> rang" in printed(console)
    assert "elm, Finding <1>: Nobody <asked> him." in printed(console)


def test_two_runs_are_told_with_the_questions_that_changed() -> None:
    console = wide()
    other = record([answered("q1", 0.75), answered("q2", 0.5), refused("r1")])
    print_comparison(console, compare_runs(RUN, other, MEASURES), RUN, other)
    assert "1 questions were answered otherwise" in printed(console)
    assert "0.25 -> 0.75" in printed(console)
    assert "1/1/0" in printed(console)
