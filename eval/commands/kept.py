"""The runs that are kept: found by name, told newest first, kept with their page."""

from pathlib import Path
from typing import TYPE_CHECKING

from rag.run_files import ENDING, runs_folder

if TYPE_CHECKING:
    from eval.telling.records import Record
    from rag.settings import Settings


def find_run(settings: "Settings", name: str) -> "Record":
    """By file or id. Raises UnreadableFile."""
    from eval.telling.records import read_record

    path = Path(name)
    kept = runs_folder(settings.data) / f"{name}{ENDING}"
    return read_record(kept if not path.exists() and kept.exists() else path)


def newest_first(settings: "Settings") -> list[str]:
    """Ids."""
    paths = runs_folder(settings.data).glob(f"*{ENDING}")
    return sorted((path.name.removesuffix(ENDING) for path in paths), reverse=True)


def keep(record: "Record", folder: Path) -> str:
    """Says where the run and its page are; the journal of a whole run goes. Raises BadSettings."""
    from eval.running.journal import delete_journal
    from eval.telling.page import make_page
    from eval.telling.records import write_record, write_whole

    kept = write_record(record, folder)
    page = write_whole(folder / f"{record.id}.html", make_page(record).encode())
    if not record.is_partial:
        delete_journal(folder, record.id)
    return f"The run is kept in {kept}; its page is {page}."
