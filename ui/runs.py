"""The page of the measured runs: how the answers did over time, and from a figure to its
questions."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from rag.run_files import runs_folder
from rag.settings import Settings
from ui import render, run_chart, run_question, session
from ui.run_files import Figure, Question, Run, read_runs
from ui.table import Cell, Column, Table, show_table

_STYLE = Path(__file__).with_name("runs.css")
_NO_RUN = (
    "No run is kept yet. To make one, run `rag eval` in a terminal: it asks a set of questions"
    " whose answers are known, and what it finds is shown here."
)


_Key = tuple[str, str, str, str]


def show() -> None:
    st.html(_STYLE)
    st.title("Runs", anchor=False)
    st.caption(
        "How well questions whose answers are known were answered, each time this was measured."
    )
    runs, broken = read_runs(runs_folder(Settings.load().data))
    if broken:
        names = render.as_label(", ".join(broken))
        st.warning(f"Not shown, as they are no runs of this version: {names}.")
    if not runs:
        st.info(_NO_RUN)
        return
    alike = _choose_set(runs)
    _show_runs(alike)
    opened = next((run for run in alike if run.id == st.query_params.get("run")), alike[0])
    _show_run(opened)


def _choose_set(runs: Sequence[Run]) -> list[Run]:
    """Runs of one set over one corpus: no others can be told side by side."""
    by_set: dict[_Key, list[Run]] = {}
    for run in runs:
        by_set.setdefault(_key(run), []).append(run)
    opened = next((run for run in runs if run.id == st.query_params.get("run")), runs[0])
    names = [*by_set]
    if len(names) == 1:
        return by_set[names[0]]
    now = _key(opened)
    st.session_state["runs-set"] = now
    st.selectbox(
        "Question set",
        names,
        format_func=lambda key: _name_set(by_set[key][0]),
        key="runs-set",
        on_change=lambda: _open(run=by_set[st.session_state["runs-set"]][0].id),
    )
    return by_set[now]


def _name_set(run: Run) -> str:
    part = "" if run.set.part == "all" else f", {run.set.part} part"
    return (
        f"{run.set.name}{part}: {run.set.questions} questions ({run.set.sha256[:8]}) to"
        f" {run.corpus.documents} documents ({run.corpus.sha256[:8]})"
    )


def _count(run: Run) -> str:
    asked, planned = run.set.questions, run.set.planned
    return f"{asked}" if asked == planned else f"{asked} of {planned}"


def _key(run: Run) -> _Key:
    return run.set.name, run.set.part, run.set.sha256, run.corpus.sha256


def _open(**address: str) -> None:
    session.turn_to(address)


def _show_runs(runs: Sequence[Run]) -> None:
    chosen = st.query_params.get("measure", "")
    measure = chosen if chosen in runs[0].figures else runs[0].headline
    told = [run for run in runs if measure in run.figures]
    if len(told) > 1:
        run_chart.show(measure, [(_when(r), r.figures[measure]) for r in reversed(told)])
    opened = st.query_params.get("run") or runs[0].id
    columns = [
        Column("Run"),
        Column(measure, "95 % interval"),
        Column("Questions", number=True),
        Column("Documents", number=True),
        Column("Code"),
    ]
    rows = [
        [
            Cell(_when(run), key=run.id, label=f"Open the run of {_when(run)}"),
            Cell(_tell(run.figures.get(measure))),
            Cell(_count(run)),
            Cell(f"{run.corpus.documents}"),
            Cell(run.code.rag[:8]),
        ]
        for run in runs
    ]
    table = Table("Runs, newest first", columns, rows)
    show_table(table, key="runs-table", chosen=opened, on_choice=lambda key: _open(run=key))


def _show_run(run: Run) -> None:
    chosen = st.query_params.get("measure", "")
    st.html(f'<h2 class="fa-run">Run of {render.escaped(_when(run))}</h2>')
    if run.set.questions < run.set.planned:
        st.warning(
            f"This run was stopped after {_count(run)} questions: its figures are of these alone."
        )
    if run.set.left_out:
        st.caption(render.as_label(f"Left out: {'; '.join(run.set.left_out)}."))
    left, right = st.columns([1, 1], gap="large")
    with left:
        _show_figures(run, chosen)
    with right, st.container(key="fa-run-questions"):
        if chosen in {measure.name for measure in run.measures}:
            _show_questions(run, chosen)
        else:
            st.caption("Choose a measure to see its questions: those that lost most come first.")


def _show_figures(run: Run, chosen: str) -> None:
    columns = [Column("Measure"), Column("Figure", "95 % interval"), Column("n", number=True)]
    rows = [
        [
            Cell(m.name, key=m.name, note=m.family),
            Cell(_tell(run.figures[m.name])),
            Cell(f"{run.figures[m.name].n}"),
        ]
        for m in run.measures
        if m.name in run.figures
    ]
    table = Table("Figures of the run", columns, rows)
    show_table(
        table,
        key="runs-figures",
        chosen=chosen,
        on_choice=lambda key: _open(run=run.id, measure=key),
    )


def _show_questions(run: Run, name: str) -> None:
    measure = next(each for each in run.measures if each.name == name)
    asked = {row.question: row for row in run.rows}
    opened = asked.get(st.query_params.get("question", ""))
    if opened:
        back = {"run": run.id, "measure": name}
        st.button(f"All questions of {render.as_label(name)}", on_click=_open, kwargs=back,
                  type="tertiary", icon=":material/arrow_back:")  # fmt: skip
        run_question.show(opened, [each.name for each in run.measures])
        return
    back = {"run": run.id}
    st.button("Close", on_click=_open, kwargs=back, type="tertiary", icon=":material/close:")
    st.html(f'<h3 class="fa-run">{render.escaped(name)}</h3>')
    values = {row.question: row.values[name] for row in run.rows if name in row.values}
    falls = measure.higher_is_better is False and bool(values)
    if not values:
        st.caption(
            "This figure is of all questions together: here is what each of them adds to"
            f" {render.as_label(run.headline)}."
        )
        values = run.gains
    worst_first = sorted(
        (row for row in run.rows if row.question in values),
        key=lambda row: values[row.question],
        reverse=falls,
    )
    columns = [Column("Question"), Column("Value", number=True), Column("Told")]
    cells = [_row(row, values[row.question]) for row in worst_first]
    show_table(
        Table(f"Questions of {name}, worst first", columns, cells),
        key="runs-questions",
        on_choice=lambda key: _open(run=run.id, measure=name, question=key),
    )


def _row(row: Question, value: float) -> list[Cell]:
    asked = row.turns[-1] if row.turns else row.question
    return [
        Cell(asked, key=row.question, note=row.type.replace("_", " ")),
        Cell(f"{value:.2f}"),
        Cell(row.status),
    ]


def _when(run: Run) -> str:
    return run.made[:16].replace("T", " ")


def _tell(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    places = 3 if abs(figure.value) <= 1 else 1
    value, low, high = (f"{each:.{places}f}" for each in (figure.value, *figure.interval))
    return f"{value} ({low}–{high})"
