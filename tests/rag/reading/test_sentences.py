import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.reading.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. She left.", ["It rained.", "She left."]),
        ("Who knew? Nobody! All slept…", ["Who knew?", "Nobody!", "All slept…"]),
        ("Dr. Smith saw e.g. Tom. He ran.", ["Dr. Smith saw e.g. Tom.", "He ran."]),
        ("See para. 4.2 and p. 7. Then stop.", ["See para. 4.2 and p. 7.", "Then stop."]),
        ("He said “no.” They went.", ["He said “no.”", "They went."]),
        ("A heading\n\nThen a text", ["A heading", "Then a text"]),
        ("one line\nwrapped. no capital", ["one line\nwrapped. no capital"]),
        ("The child died. 3 people knew.", ["The child died.", "3 people knew."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in sentence_spans(text)] == sentences


@given(st.text(alphabet="aB. ?!\n\"'’)1"))
def test_only_white_space_lies_between(text: str) -> None:
    spans = sentence_spans(text)
    assert "".join(text[a:b] for a, b in spans).split() != [] or not text.strip()
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(not text[a:b].strip() for a, b in zip(ends, starts, strict=True))
