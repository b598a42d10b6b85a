"""LlamaIndex's Hugging Face embedding with the right precision; importing it takes seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import numpy as np
import torch
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

_THREADS = torch.get_num_threads()
"""Noted once: asked for during another thread's question, it would be 1 for good."""


@contextmanager
def on_one_core() -> Iterator[None]:
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(_THREADS)


class UnitVectors(HuggingFaceEmbedding):
    """Vectors of length 1 in float32, whatever the precision of the model."""

    def _embed(
        self, inputs: list[str | BytesIO], prompt_name: str | None = None
    ) -> list[list[float]]:
        vectors = np.asarray(super()._embed(inputs, prompt_name), dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: list[list[float]] = (vectors / np.maximum(lengths, 1e-12)).tolist()
        return unit

    def _get_query_embedding(self, query: str) -> list[float]:
        """On one core: threads that wait for each other on a busy machine took 300 to 1,000 ms
        for what one core does in 20 to 40."""
        with on_one_core():
            return super()._get_query_embedding(query)

    def pad_evenly(self) -> None:
        """Rounds lengths up: PyTorch keeps memory for every shape it has met, 1 GB of it after
        5,000 passages of any length, and is slower the more shapes there are."""
        transformer: Any = self._model[0]
        if hasattr(transformer, "processing_kwargs"):
            transformer.processing_kwargs = {"text": {"pad_to_multiple_of": 16}}


def load(model: str, *, local: bool, batch: int) -> UnitVectors:
    """A folder (`local`) or a hub name."""
    arguments: dict[str, Any] = {"local_files_only": local, "model_kwargs": {"dtype": _fastest()}}
    vectors = UnitVectors(model_name=model, embed_batch_size=batch, **arguments)
    vectors.pad_evenly()
    return vectors


def _fastest() -> torch.dtype:
    """bfloat16 is 2 to 3 times faster with AMX and up to 6 times slower without."""
    return torch.bfloat16 if torch.cpu.get_capabilities().get("amx_bf16") else torch.float32
