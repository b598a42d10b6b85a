"""What an answer would be chosen from, seen without the answer."""

from pathlib import Path

from made_libraries import NOTHING, open_faked, review, write

from rag.answers.search.trying import look_as_asked
from rag.index.indexing import sync


def test_the_last_turn_is_looked_up_in_the_light_of_those_before(tmp_path: Path) -> None:
    corpus = write(
        tmp_path / "corpus",
        child_a=review("The father was not seen.", title="Serious Case Review: Child A"),
        child_b=review("The father told the police.", title="Serious Case Review: Child B"),
    )
    with open_faked(tmp_path / "data") as library:
        sync(library, corpus, register=NOTHING)
        (child_b,) = (r.id for r in library.catalogue.records() if r.file == "child-b.md")
        alone = look_as_asked(library, ["What about the father?"])
        both = look_as_asked(library, ["What is Child B about?", "what about the father?"])
    assert len({e.focus.document for e in alone.evidence}) == 2
    assert {e.focus.document for e in both.evidence} == {child_b}
