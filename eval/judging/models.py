"""A server that speaks OpenAI's chat completions, asked through LlamaIndex.

What the server or the libraries raise becomes `NoReply` where the next question may fare better,
else `ModelUnavailable`.
"""

import os
import re
from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import urlsplit

import httpx
import openai
from llama_index.core.llms import ChatMessage
from llama_index.llms.openai_like import OpenAILike

from eval.judging.judge import NoReply
from rag.errors import BadSettings, ModelUnavailable

KEY = "RAG_LLM_API_KEY"
_HOST = r"(?:\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?"
_SPEC = re.compile(rf"openai-like:(\S+?)@(https?://{_HOST}(?:/[^\s@?#]*)?)", re.IGNORECASE)
"""The address without a name, a password or a query, in which people put keys."""
_HEADERS = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host",
            "user-agent"}  # fmt: skip
_HOPELESS = (301, 302, 303, 307, 308, 401, 403, 404, 405)
"""Statuses with which every further question would be answered, too."""


@dataclass(frozen=True)
class OpenAILikeModel:
    name: str
    url: str
    seconds: float = 120.0
    """That a reply may take."""
    retries: int = 3
    """Where the server is busy, breaks or is not reached, each after the pause that it asks for."""

    @property
    def host(self) -> str:
        """With the port where one is given."""
        return urlsplit(self.url).netloc

    @property
    def is_this_machine(self) -> bool:
        return urlsplit(self.url).hostname in {"localhost", "127.0.0.1", "::1"}

    def reply(self, instructions: str, message: str) -> str:
        """Empty where the model says nothing. Raises NoReply, ModelUnavailable."""
        messages = [ChatMessage(instructions, role="system"), ChatMessage(message, role="user")]
        try:
            return self._llm.chat(messages).message.content or ""
        except openai.APIStatusError as error:
            if error.status_code not in _HOPELESS:
                raise NoReply(f"{type(error).__name__}, {error}"[:160]) from error
            raise ModelUnavailable(
                f"The language model {self.name} at {self.host} refuses to be asked (HTTP "
                f"{error.status_code}): correct the address and the model in --judge, or the key "
                f"in {KEY}."
            ) from error
        except (openai.APIError, ValueError, TypeError, AttributeError, IndexError) as error:
            # What LlamaIndex stumbles over where the body is no chat completion.
            raise NoReply(f"no chat completion came back ({type(error).__name__})") from error

    @cached_property
    def _llm(self) -> OpenAILike:
        # Never empty: the client would look for a key that is meant for somebody else.
        key = os.environ.get(KEY, "").strip() or "none"
        web = httpx.Client(
            timeout=self.seconds,
            follow_redirects=False,  # only the server that was named gets anything
            trust_env=not self.is_this_machine,  # or a proxy would get it
            event_hooks={"request": [partial(_send_no_more, key)]},
        )
        client = openai.OpenAI(
            api_key=key, base_url=self.url, max_retries=self.retries, http_client=web
        )
        return OpenAILike(  # type: ignore[call-arg]  # of the class that this one extends
            model=self.name,
            openai_client=client,
            is_chat_model=True,
            temperature=0.0,
            max_tokens=200,  # a verdict has about ten
            max_retries=0,  # the client tries again by itself
        )


def parse_model(spec: str) -> OpenAILikeModel:
    """Of `openai-like:MODEL@URL`. Raises BadSettings."""
    found = _SPEC.fullmatch(spec)
    if found is None:
        raise BadSettings(
            "--judge does not name a language model: expected openai-like:MODEL@URL, such as "
            f"openai-like:some-model@http://localhost:8080/v1; a key goes into {KEY}."
        )
    return OpenAILikeModel(found[1], found[2])


def _send_no_more(key: str, request: httpx.Request) -> None:
    """The client adds what it finds in the environment for OpenAI's own servers, and what machine
    this is."""
    for name in [name for name in request.headers if name.lower() not in _HEADERS]:
        del request.headers[name]
    request.headers["authorization"] = f"Bearer {key}"
