from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.index.indexing import sync
from rag.index.library import Library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Of two reviews."""
    folder: Path = tmp_path_factory.mktemp("forms")
    library = open_faked(folder / "data")
    texts = {
        name: review("The nursery saw him twice.", title=f"Serious Case Review: {title}")
        for name, title in (("child_w", "Child W"), ("baby_v", "Baby V"))
    }
    sync(library, write(folder / "corpus", **texts), register=NOTHING)
    return library
