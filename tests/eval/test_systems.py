"""Ours, baselines and controls over one made-up library: what each says, ranks and hands on."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from fakes import KeywordEmbedding
from llama_index.core import Settings as LlamaSettings
from llama_index.core import VectorStoreIndex
from llama_index.core.schema import TextNode
from made_libraries import NOTHING, open_faked, review, write

from eval.asking import baselines
from eval.asking import controls as controlled
from eval.asking.all_systems import NAME, Beside, all_systems
from eval.asking.baselines import Chunks, cut_chunks, search_by_cosine
from eval.asking.quoting import cut_to_words, quote, split_by_unit, words_of
from eval.asking.systems import Ranked, System, plain_query
from rag.index.indexing import sync
from rag.index.library import Library
from rag.quotes.check import check_quote

CORPUS = {
    "child_a": review(
        "The father was not seen. Nobody asked him. He had moved away.",
        "The dog was known.",
        title="Child A",
    ),
    "child_b": review("A bruise was seen.", "Father told the police.", title="Child B"),
}
ASKED = ("Was the dog known?",)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_faked(tmp_path / "data") as library:
        sync(library, write(tmp_path / "corpus", **CORPUS), register=NOTHING)
        yield library


def everybody(library: Library) -> tuple[System, ...]:
    return all_systems(library, Beside(), baselines.cut_documents(library, Beside().baselines))


@pytest.fixture
def systems(library: Library) -> dict[str, System]:
    return {system.name: system for system in everybody(library)}


def test_everybody_is_asked_ours_first(systems: dict[str, System]) -> None:
    assert [(system.name, system.kind) for system in systems.values()] == [
        (NAME, "system"),
        (baselines.HYBRID, "baseline"),
        (baselines.LLAMA_DEFAULTS, "baseline"),
        (controlled.EMPTY, "control"),
        (controlled.REFUSING, "control"),
        (controlled.DUMPING, "control"),
        (controlled.TWO_SENTENCES, "control"),
        (controlled.RANDOM_CITATION, "control"),
        (controlled.WRONG_SOURCE, "control"),
    ]


def test_ours_ranks_what_it_answers_from_and_hands_on_what_it_cites(
    systems: dict[str, System], library: Library
) -> None:
    ours = systems[NAME]
    assert ours.rank
    assert ours.evidence
    ranking, evidence = ours.rank(ASKED), ours.evidence(ASKED)
    assert words_of(library, ranking[0]) == "The dog was known."
    assert all(a.score >= b.score for a, b in pairwise(ranking))
    assert evidence[: len(ranking)] == ranking
    cited = [(c.document, c.start, c.end) for c in ours.ask(ASKED).citations]
    assert cited
    assert [(e.document, e.start, e.end) for e in evidence[len(ranking) :]] == cited


def test_controls_that_cost_no_thought(systems: dict[str, System]) -> None:
    asked = ("Was the father seen?",)
    empty, refused = (systems[name].ask(asked) for name in ("empty answer", "always refuse"))
    assert (empty.status, empty.text) == ("answered", "")
    assert (refused.status, refused.reason) == ("refused", "not_stated")
    dumped = systems[controlled.DUMPING].ask(asked).citations
    assert [c.quote for c in dumped] == [
        "The father was not seen. Nobody asked him. He had moved away."
    ]
    shorter = systems[controlled.TWO_SENTENCES].ask(asked).citations
    assert [c.quote for c in shorter] == ["The father was not seen. Nobody asked him."]
    assert shorter[0].end - shorter[0].start == len(shorter[0].quote)


@pytest.mark.parametrize("name", [controlled.RANDOM_CITATION, controlled.WRONG_SOURCE])
def test_borrowed_words_with_other_sources(systems: dict[str, System], name: str) -> None:
    ours, borrowed = systems[NAME].ask(ASKED), systems[name].ask(ASKED)
    assert ours.citations
    assert borrowed.text == ours.text
    assert borrowed == systems[name].ask(ASKED)
    for mine, theirs in zip(ours.citations, borrowed.citations, strict=True):
        assert (theirs.n, theirs.quote) == (mine.n, mine.quote)
        if name == controlled.WRONG_SOURCE:
            assert theirs.document != mine.document
            assert (theirs.unit, theirs.start, theirs.end) == (mine.unit, mine.start, mine.end)
        else:
            assert (theirs.document, theirs.unit) != (mine.document, mine.unit)
        assert theirs.link.startswith(f"?doc={theirs.document}&unit={theirs.unit}&")


def test_a_library_of_one_document_has_no_wrong_source(tmp_path: Path) -> None:
    with open_faked(tmp_path / "data") as library:
        corpus = write(tmp_path / "corpus", child_a=CORPUS["child_a"])
        sync(library, corpus, register=NOTHING)
        names = {system.name for system in everybody(library)}
    assert controlled.WRONG_SOURCE not in names
    assert controlled.RANDOM_CITATION in names


def test_baselines_quote_their_best_and_never_refuse(
    systems: dict[str, System], library: Library
) -> None:
    for system in systems.values():
        if system.kind == "baseline":
            assert system.rank
            assert system.evidence
            given, ranking = system.ask(ASKED), system.rank(ASKED)
            assert given.status == "answered"
            assert given.confidence is not None
            assert 0 <= given.confidence <= 1
            assert "The dog was known." in words_of(library, ranking[0])
            assert "The dog was known." in given.text
            assert all(a.score >= b.score for a, b in pairwise(ranking))
            assert (given, ranking) == (system.ask(ASKED), system.rank(ASKED))
            for c in given.citations:
                assert check_quote(library.document(c.document), c.spans, c.quote)


def test_confidence_is_the_best_cosine_between_0_and_1(
    systems: dict[str, System], library: Library
) -> None:
    """The hybrid's, too: a score that is scaled by question says nothing of whether to answer."""
    for name, chunks in baselines.cut_documents(library, Beside().baselines).items():
        for asked in (ASKED, ("zebra",)):
            [(_, best)] = search_by_cosine(chunks, library.embedding, asked[0], 1)
            assert systems[name].ask(asked).confidence == pytest.approx(min(1, max(0, best)))
        sure = [systems[name].ask(asked).confidence or 0.0 for asked in (("zebra",), ASKED)]
        assert sure[0] < sure[1] < 1


def test_all_turns_are_searched_for(systems: dict[str, System]) -> None:
    assert plain_query(["Child B: the bruise?", "And the police?"]) == (
        "Child B: the bruise? And the police?"
    )
    told = systems[baselines.HYBRID].ask(("Who told the police?", "and how did they answer it?"))
    assert "Father told the police." in told.text
    assert told.question == "and how did they answer it?"


def test_the_hybrid_averages_what_each_search_scales() -> None:
    dense, terms = {"a": 0.9, "b": 0.8, "d": 0.7}, {"b": 7.0, "c": 5.0}
    assert baselines.mix(dense, terms) == [
        ("b", pytest.approx(0.5 * (0.8 - 0.7) / (0.9 - 0.7) + 0.5 * 1)),
        ("a", 0.5 * 1),
        ("c", 0.0),
        ("d", 0.0),
    ]


def found_by_llama_index(
    chunks: Chunks, embedding: KeywordEmbedding, question: str
) -> dict[str, float]:
    """Scores of all chunks, by id."""
    nodes = [
        TextNode(id_=passage.id, text=passage.text, embedding=vector.tolist())
        for passage, vector in zip(chunks.passages.values(), chunks.vectors, strict=True)
    ]
    index = VectorStoreIndex(nodes, embed_model=embedding, transformations=[])
    found = index.as_retriever(similarity_top_k=len(nodes)).retrieve(question)
    return {hit.node.node_id: hit.score or 0.0 for hit in found}


def test_chunks_stand_where_they_say_and_leave_global_settings_alone(library: Library) -> None:
    documents = [library.document(record.id) for record in library.catalogue.records()]
    embedding = KeywordEmbedding()
    chunks = cut_chunks(documents, embedding, size=16, common=4)
    assert len(chunks.passages) > len(documents)
    for passage in chunks.passages.values():
        text = library.document(passage.document).reading.text
        assert text[passage.start : passage.end] == passage.text
        assert passage.unit in {u.id for u in library.document(passage.document).units}
    question = "Was the dog known?"
    found = search_by_cosine(chunks, embedding, question, 99)
    assert dict(found) == pytest.approx(found_by_llama_index(chunks, embedding, question))
    assert {id_ for id_, _ in found} == set(chunks.passages)
    vector = embedding.get_query_embedding("Was the dog known?")
    for id_, score in found:
        other = embedding.get_text_embedding(chunks.passages[id_].text)
        assert score == pytest.approx(sum(a * b for a, b in zip(vector, other, strict=True)))
    assert LlamaSettings._embed_model is None
    assert LlamaSettings._llm is None


def test_a_passage_across_units_is_cited_unit_by_unit(library: Library) -> None:
    (document,) = (
        library.document(record.id)
        for record in library.catalogue.records()
        if record.file == "child-a.md"
    )
    text = document.reading.text
    start, end = text.index("He had moved"), text.index("was known")
    parts = split_by_unit(document, (start, end))
    assert [[text[a:b] for a, b in spans] for _, spans in parts] == [
        ["He had moved away."],
        ["The dog"],
    ]
    given = quote(library, "?", [Ranked(document.record.id, parts[0][0].id, start, end, 1.0)])
    assert [(c.unit, c.quote) for c in given.citations] == [
        (parts[0][0].id, "He had moved away."),
        (parts[1][0].id, "The dog"),
    ]


def test_passages_are_cut_where_a_sentence_ends(library: Library) -> None:
    (document,) = (
        library.document(record.id)
        for record in library.catalogue.records()
        if record.file == "child-a.md"
    )
    text = document.reading.text
    told = "The father was not seen. Nobody asked him. He had moved away."
    at, dog = text.index(told), text.index("The dog was known.")
    long = Ranked(document.record.id, "x", at, at + len(told), 1.0)
    short = Ranked(document.record.id, "y", dog, dog + len("The dog was known."), 2.0)

    def cut(most: int) -> list[str]:
        return [
            words_of(library, passage) for passage in cut_to_words(library, [short, long], most)
        ]

    assert cut(4 + 12) == ["The dog was known.", told]
    assert cut(4 + 9) == ["The dog was known.", "The father was not seen. Nobody asked him."]
    assert cut(4 + 4) == ["The dog was known."]
    # The first is cut between words where no sentence of it ends.
    assert cut(2) == ["The dog"]
