"""What states the fact that is asked for is found behind what scores better."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.evidence.evidence import Evidence
from rag.evidence.facts_stated import stating, stating_first, stating_some
from rag.evidence.looking import look
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.request import Request
from rag.questions.understanding import understand

SENTENCES = (
    "The panel spoke of the panel's own chair at length.",
    "The panel met in the town hall on 4 May 2017 with every agency.",
    "The landlord kept no list of tenants.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("stating")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_z=review(*SENTENCES)), register=NOTHING)
    return library


def _evidence(library: Library, question: str) -> tuple[Request, tuple[Evidence, ...]]:
    request = understand(question, library)
    return request, tuple(look(library, request).evidence)


def test_the_sentence_with_the_date_states_when(library: Library) -> None:
    request, evidence = _evidence(library, "when did the panel of child Z meet")
    assert ["4 May 2017" in e.text for e in stating(library, request, evidence)] == [True]


def test_a_question_without_a_fact_has_none(library: Library) -> None:
    request, evidence = _evidence(library, "what does child Z say about the panel")
    assert stating(library, request, evidence) == []
    assert stating_first(request, evidence, evidence) == list(evidence)


def test_it_leads_where_the_first_speaks_much_less_of_the_topic(library: Library) -> None:
    request, evidence = _evidence(library, "when did the panel of child Z meet")
    dated = next(e for e in evidence if "4 May" in e.text)
    tenants = next(e for e in evidence if "tenants" in e.text)
    assert stating_first(request, [tenants], evidence) == [dated, tenants]
    assert stating_first(request, [dated, tenants], evidence) == [dated, tenants]


def test_of_two_facts_the_one_that_is_stated(library: Library) -> None:
    both = "when did the panel of child Z meet and how much did the town hall cost"
    request, evidence = _evidence(library, both)
    assert stating(library, request, evidence) == []
    assert ["4 May 2017" in e.text for e in stating_some(request, evidence)] == [True]
