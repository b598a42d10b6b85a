"""`openai-like:MODEL@URL` in, which language model is meant and where it is out."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from rag.errors import BadSettings

KEY = "RAG_LLM_API_KEY"
_HOST = r"(?:\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?"
_SPEC = re.compile(
    rf"openai-like:(?P<model>\S+?)@(?P<url>https?://{_HOST}(?:/[^\s@?#]*)?)", re.IGNORECASE
)
"""The address without a name, a password or a query, in which people put keys."""


@dataclass(frozen=True, slots=True)
class Address:
    model: str
    url: str

    @property
    def host(self) -> str:
        """With the port where one is given."""
        return urlsplit(self.url).netloc

    @property
    def is_this_machine(self) -> bool:
        return urlsplit(self.url).hostname in {"localhost", "127.0.0.1", "::1"}


def parse_address(spec: str) -> Address:
    """Raises BadSettings."""
    found = _SPEC.fullmatch(spec)
    if found is None:
        raise BadSettings(
            "--judge does not name a language model: expected openai-like:MODEL@URL, such as "
            f"openai-like:some-model@http://localhost:8080/v1; a key goes into {KEY}."
        )
    return Address(found["model"], found["url"])
