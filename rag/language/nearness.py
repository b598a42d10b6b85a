"""A text and lists of example phrases in, how near it is in meaning to each list out."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from rag.backends.embeddings import embed_passages
from rag.index.library import Library
from rag.language.phrases import load_phrases

_Matrices = dict[str, NDArray[np.float32]]
_EMBEDDED: WeakKeyDictionary[Library, dict[str, _Matrices]] = WeakKeyDictionary()


def nearness(text: str, library: Library, name: str) -> Mapping[str, float]:
    """For each list of `anchors` in the file of phrases `name`, the cosine, -1 to 1, of the text
    with the nearest of its phrases. The phrases are embedded when first needed."""
    files = _EMBEDDED.setdefault(library, {})
    if name not in files:
        files[name] = _embed(library, load_phrases(name).content["anchors"])
    vector = np.asarray(library.embedding.get_query_embedding(text), dtype=np.float32)
    return {side: float((matrix @ vector).max()) for side, matrix in files[name].items()}


def _embed(library: Library, anchors: Mapping[str, list[str]]) -> _Matrices:
    phrases = [phrase for side in anchors.values() for phrase in side]
    vectors = np.asarray(embed_passages(library.embedding, phrases), dtype=np.float32)
    borders = np.cumsum([len(side) for side in anchors.values()])[:-1]
    return dict(zip(anchors, np.split(vectors, borders), strict=True))
