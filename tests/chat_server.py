"""A server on this machine that speaks OpenAI's chat completions, well or badly, as scripted."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Sent:
    """What the server sends back; `body` as it is where it is bytes, else as the model's words."""

    body: str | bytes | None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    """Before anything is sent."""


@dataclass(frozen=True)
class Asked:
    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def instructions(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def message(self) -> str:
        return str(self.body["messages"][1]["content"])

    @property
    def material(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.message)
        return told


Script = Callable[[Asked], Sent]


class ChatServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.asked: list[Asked] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def spec(self) -> str:
        return f"openai-like:made-up/judge-1@http://{self.host}/v1"


@contextmanager
def serving(script: Script) -> Iterator[ChatServer]:
    server = ChatServer(script)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def in_turn(*sent: Sent) -> Script:
    """One after another; the last for ever."""
    left = list(sent)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


class _Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        body = json.loads(self.rfile.read(length))
        asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
        self.server.asked.append(asked)
        sent = self.server.script(asked)
        time.sleep(sent.seconds)
        content = sent.body if isinstance(sent.body, bytes) else _completion(asked, sent.body)
        try:
            self.send_response(sent.status)
            headers = {"content-type": "application/json", "connection": "close", **sent.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        except OSError:
            pass  # whoever asked did not wait for it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's
        pass


def _completion(asked: Asked, words: str | None) -> bytes:
    message = {"role": "assistant", "content": words}
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": asked.body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
    ).encode()
