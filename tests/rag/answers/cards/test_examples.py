from pathlib import Path

from made_libraries import NOTHING, open_faked, review, write

from rag.answers.cards.examples import example_questions
from rag.index.indexing import sync


def test_each_review_is_asked_about_what_it_holds(tmp_path: Path) -> None:
    findings = review("The dog was not seen.", title="Serious Case Review: Child Y")
    both = review("The voice was lost.", title="Serious Case Review: Child Z")
    both += "\n## Recommendations\n\n1. The Board should listen.\n"
    silent = "# Serious Case Review: Child A\n\nSome words.\n"
    corpus = write(tmp_path / "corpus", y=findings, z=both, a=silent)
    with open_faked(tmp_path / "data") as library:
        assert example_questions(library.catalogue, count=4) == ()
        sync(library, corpus, register=NOTHING)
        questions = (
            "What were the findings about Child Y?",
            "What did the Child Z review recommend?",
        )
        assert example_questions(library.catalogue, count=4) == questions
        assert example_questions(library.catalogue, count=1) == questions[:1]
