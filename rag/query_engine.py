"""The library as parts of anybody's LlamaIndex program: a retriever and a query engine."""

from collections.abc import Mapping
from typing import Any

from llama_index.core.base.response.schema import Response
from llama_index.core.query_engine import CustomQueryEngine
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import (
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)
from pydantic import ConfigDict

from rag.assistant import ask
from rag.index.library import Library
from rag.index.retrieval import search
from rag.types import Citation, Hit, Span


class FindingAidRetriever(BaseRetriever):
    """Passages of the library, best first; a node's text is verbatim from the review.

    Metadata: document, unit, context (review and headings), and the scores that the fused one
    is made of. Offsets count in the document's reading text.
    """

    def __init__(
        self, library: Library, *, k: int = 20, documents: frozenset[str] | None = None
    ) -> None:
        super().__init__()
        self._library = library
        self._k = k
        self._documents = documents

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = search(self._library, query_bundle.query_str, k=self._k, documents=self._documents)
        return [_hit_node(hit) for hit in found]


class FindingAidQueryEngine(CustomQueryEngine):
    """Answers in the reviews' own words; a source node is a checked citation.

    The response's metadata says `status` and `reason`: a refusal is a response too.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library

    def custom_query(self, query_str: str) -> Response:
        answer = ask(self.library, [query_str])
        return Response(
            response=answer.text,
            source_nodes=[_citation_node(citation) for citation in answer.citations],
            metadata={"status": answer.status, "reason": answer.reason},
        )


def _hit_node(hit: Hit) -> NodeWithScore:
    passage = hit.passage
    about = {
        "unit": passage.unit,
        "context": passage.context,
        "dense": hit.dense,
        "lexical": hit.lexical,
    }
    node = _node(passage.id, passage.document, passage.text, (passage.start, passage.end), about)
    return NodeWithScore(node=node, score=hit.score)


def _citation_node(citation: Citation) -> NodeWithScore:
    about = {
        "n": citation.n,
        "title": citation.title,
        "unit": citation.unit,
        "label": citation.label,
        "page": citation.page,
        "match": citation.match,
        "link": citation.link,
    }
    id_ = f"{citation.document}#{citation.unit}@{citation.start}-{citation.end}"
    node = _node(id_, citation.document, citation.quote, (citation.start, citation.end), about)
    return NodeWithScore(node=node)


def _node(id_: str, document: str, text: str, span: Span, about: Mapping[str, Any]) -> TextNode:
    return TextNode(
        id_=id_,
        text=text,
        start_char_idx=span[0],
        end_char_idx=span[1],
        metadata={"document": document, **about},
        # A model that reads the node should see the review's words, not our book-keeping.
        excluded_embed_metadata_keys=["document", *about],
        excluded_llm_metadata_keys=["document", *(key for key in about if key != "label")],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=document)},
    )
