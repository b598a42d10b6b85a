"""`openai-like:MODEL@URL` in, a language model that replies out, through LlamaIndex.

Nothing is imported or sent before the first question. What the server or the libraries raise
becomes `NoReply` where the next question may fare better, else `ModelUnavailable`.
"""

import importlib.metadata
import ipaddress
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rag.errors import BadSettings, ModelUnavailable

if TYPE_CHECKING:
    from httpx import Request
    from llama_index.core.llms import LLM
    from openai import APIError

KEY = "RAG_LLM_API_KEY"
SECONDS = 120.0
"""That a reply may take."""
ATTEMPTS = 4
LONGEST_PAUSE = 30.0
"""Seconds, however long the server asks to be left alone."""
_WORDS = 200
"""Tokens of a reply; a verdict has about ten."""
_TOLD = 160
"""Characters of what went wrong."""
_HEADERS = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host",
            "user-agent"}  # fmt: skip
_PACKAGE = "llama-index-llms-openai-like"
_SPEC = re.compile(r"openai-like:(?P<model>\S+?)@(?P<url>https?://\S+)", re.IGNORECASE)
_HOPELESS = (301, 302, 303, 307, 308, 401, 403, 404, 405)
"""Statuses with which every further question would be answered, too."""


class NoReply(Exception):
    """This question got none, after all attempts; its text says why."""


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
        name = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"


def parse_address(spec: str) -> Address:
    """Raises BadSettings."""
    found = _SPEC.fullmatch(spec)
    address = Address(found["model"], found["url"]) if found else None
    if address is None or not _is_plain(address.url):
        raise BadSettings(
            "--judge does not name a language model: expected openai-like:MODEL@URL, such as "
            f"openai-like:some-model@http://localhost:8080/v1; a key goes into {KEY}."
        )
    return address


def _is_plain(url: str) -> bool:
    """Without a name, a password or a query, in which people put keys."""
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0 and not (
            parts.username or parts.password or parts.query or parts.fragment
        )  # fmt: skip
    except ValueError:
        return False


class OpenAILikeModel:
    """A server that speaks OpenAI's chat completions."""

    def __init__(
        self,
        address: Address,
        *,
        seconds: float = SECONDS,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Raises ModelUnavailable where the extra is not installed."""
        try:
            importlib.metadata.version(_PACKAGE)
        except importlib.metadata.PackageNotFoundError as error:
            raise ModelUnavailable(
                f"--judge needs the package {_PACKAGE}, which is not installed: install the "
                "project with its extra, as in pip install 'finding-aid[llm]'."
            ) from error
        self.address = address
        self._seconds = seconds
        self._pause = pause

    def reply(self, instructions: str, message: str) -> str:
        """Empty where the model says nothing. Raises NoReply, ModelUnavailable."""
        import openai

        llm = self._llm
        again = (openai.APIConnectionError, openai.RateLimitError, openai.InternalServerError)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return _chat(llm, instructions, message)
            except again as error:
                if attempt == ATTEMPTS:
                    raise NoReply(f"{ATTEMPTS} attempts failed: {_tell(error)}") from error
                self._pause(_wait(error, attempt))
            except openai.APIStatusError as error:
                raise self._translate(error) from error
            except (openai.APIError, ValueError, TypeError, AttributeError, IndexError) as error:
                # What LlamaIndex stumbles over where the body is no chat completion.
                raise NoReply(f"no chat completion came back ({type(error).__name__})") from error
        raise AssertionError("no attempt was made")

    def _translate(self, error: "APIError") -> Exception:
        status = getattr(error, "status_code", 0)
        if status not in _HOPELESS:
            return NoReply(_tell(error))
        return ModelUnavailable(
            f"The language model {self.address.model} at {self.address.host} refuses to be asked "
            f"(HTTP {status}): correct the address and the model in --judge, or the key in {KEY}."
        )

    @cached_property
    def _llm(self) -> "LLM":
        import httpx
        from llama_index.llms.openai_like import OpenAILike

        # Never empty: the client would look for a key that is meant for somebody else.
        key = os.environ.get(KEY, "").strip() or "none"
        return OpenAILike(
            model=self.address.model,
            api_base=self.address.url,
            api_key=key,
            is_chat_model=True,
            temperature=0.0,
            max_tokens=_WORDS,
            # Counted in `reply`; LlamaIndex and the client would each try again by themselves.
            max_retries=0,
            timeout=self._seconds,
            http_client=httpx.Client(  # type: ignore[call-arg]  # of the class that this one wraps
                timeout=self._seconds,
                follow_redirects=False,  # only the server that was named gets anything
                trust_env=not self.address.is_this_machine,  # or a proxy would get it
                event_hooks={"request": [partial(_send_no_more, key)]},
            ),
        )


def _send_no_more(key: str, request: "Request") -> None:
    """The client adds what it finds in the environment for OpenAI's own servers, and what machine
    this is."""
    for name in [name for name in request.headers if name.lower() not in _HEADERS]:
        del request.headers[name]
    request.headers["authorization"] = f"Bearer {key}"


def _chat(llm: "LLM", instructions: str, message: str) -> str:
    from llama_index.core.llms import ChatMessage, MessageRole

    messages = [
        ChatMessage(role=MessageRole.SYSTEM, content=instructions),
        ChatMessage(role=MessageRole.USER, content=message),
    ]
    return llm.chat(messages).message.content or ""


def _wait(error: "APIError", attempt: int) -> float:
    """Seconds: what the server asks for, else 1, 2, 4."""
    response = getattr(error, "response", None)
    asked = response.headers.get("retry-after", "") if response is not None else ""
    seconds = float(asked) if re.fullmatch(r"\d{1,6}", asked) else 2.0 ** (attempt - 1)
    return min(seconds, LONGEST_PAUSE)


def _tell(error: "APIError") -> str:
    return f"{type(error).__name__}, {error}"[:_TOLD]
