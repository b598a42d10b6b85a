"""A server that speaks OpenAI's chat completions, asked through LlamaIndex.

What the server or the libraries raise becomes `NoReply` where the next question may fare better,
else `ModelUnavailable`.
"""

import os
from dataclasses import dataclass
from functools import cached_property, partial

import httpx
import openai
from llama_index.core.llms import ChatMessage
from llama_index.llms.openai_like import OpenAILike

from eval.judging.address import KEY, Address
from eval.judging.judge import NoReply
from rag.errors import ModelUnavailable

_HEADERS = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host",
            "user-agent"}  # fmt: skip
_HOPELESS = (301, 302, 303, 307, 308, 401, 403, 404, 405)
"""Statuses with which every further question would be answered, too."""


@dataclass(frozen=True)
class OpenAILikeModel:
    address: Address
    seconds: float = 120.0
    """That a reply may take."""
    retries: int = 3
    """Where the server is busy, breaks or is not reached, each after the pause that it asks for."""

    def reply(self, instructions: str, message: str) -> str:
        """Empty where the model says nothing. Raises NoReply, ModelUnavailable."""
        messages = [ChatMessage(instructions, role="system"), ChatMessage(message, role="user")]
        try:
            return self._llm.chat(messages).message.content or ""
        except openai.APIStatusError as error:
            if error.status_code not in _HOPELESS:
                raise NoReply(f"{type(error).__name__}, {error}"[:160]) from error
            raise ModelUnavailable(
                f"The language model {self.address.model} at {self.address.host} refuses to be "
                f"asked (HTTP {error.status_code}): correct the address and the model in --judge, "
                f"or the key in {KEY}."
            ) from error
        except (openai.APIError, ValueError, TypeError, AttributeError, IndexError) as error:
            # What LlamaIndex stumbles over where the body is no chat completion.
            raise NoReply(f"no chat completion came back ({type(error).__name__})") from error

    @cached_property
    def _llm(self) -> OpenAILike:
        # Never empty: the client would look for a key that is meant for somebody else.
        key = os.environ.get(KEY, "").strip() or "none"
        client = openai.OpenAI(
            api_key=key,
            base_url=self.address.url,
            max_retries=self.retries,
            http_client=httpx.Client(
                timeout=self.seconds,
                follow_redirects=False,  # only the server that was named gets anything
                trust_env=not self.address.is_this_machine,  # or a proxy would get it
                event_hooks={"request": [partial(_send_no_more, key)]},
            ),
        )
        return OpenAILike(  # type: ignore[call-arg]  # of the class that this one extends
            model=self.address.model,
            openai_client=client,
            is_chat_model=True,
            temperature=0.0,
            max_tokens=200,  # a verdict has about ten
            max_retries=0,  # the client tries again by itself
        )


def _send_no_more(key: str, request: httpx.Request) -> None:
    """The client adds what it finds in the environment for OpenAI's own servers, and what machine
    this is."""
    for name in [name for name in request.headers if name.lower() not in _HEADERS]:
        del request.headers[name]
    request.headers["authorization"] = f"Bearer {key}"
