"""A site on this machine that gives out what a test puts there, well or badly; and the time and the
manner in which the tests fetch from it."""

import ssl
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from made_files import pdf_of

from rag.fetching.fetch import LIMITS, Fetcher, Limits
from rag.fetching.pace import Clock

HERE = "127.0.0.1"
BEGAN = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
PDF = pdf_of(["Serious Case Review: Child Pea", "The landlord reported the window in March."])
OTHER_PDF = pdf_of(["Serious Case Review: Child Oat", "The dog was not seen by anyone in May."])


@dataclass(frozen=True)
class Sent:
    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    announced: int | None = None
    """Instead of the body's own length; -1: none at all."""


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HERE, 0), _Handler)
        self.pages: dict[str, Sent | list[Sent]] = {}
        """By path; of a list one after another, the last for ever."""
        self.asked: list[str] = []
        """Paths, in order."""
        self.headers: list[Mapping[str, str]] = []
        self.done = threading.Event()
        """Set at the end: what a page waits for."""

    def at(self, path: str, *, scheme: str = "http") -> str:
        return f"{scheme}://{HERE}:{self.server_port}{path}"

    def documents(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        site = self.server
        site.asked.append(self.path)
        site.headers.append({name.lower(): value for name, value in self.headers.items()})
        sent = site.pages.get(self.path, Sent(status=404))
        if isinstance(sent, list):
            sent = sent.pop(0) if len(sent) > 1 else sent[0]
        with suppress(OSError):  # whoever asked did not wait for it
            self._send(sent)

    def _send(self, sent: Sent) -> None:
        chunks = [sent.body] if isinstance(sent.body, bytes) else sent.body
        self.send_response(sent.status)
        for name, value in sent.headers.items():
            self.send_header(name, value)
        length = len(sent.body) if isinstance(sent.body, bytes) else -1
        length = length if sent.announced is None else sent.announced
        if length >= 0:
            self.send_header("content-length", str(length))
        self.end_headers()
        for chunk in chunks:
            self.wfile.write(chunk)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's
        pass


@contextmanager
def serving(certificate: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site()
    if certificate:
        site.socket = certificate.wrap_socket(site.socket, server_side=True)
    thread = threading.Thread(target=site.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        site.done.set()
        site.shutdown()
        thread.join()
        site.server_close()


@dataclass
class MadeTime:
    """Passes only in pauses, and by `step` at each look."""

    step: float = 0.0
    passed: float = 0.0
    pauses: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        return Clock(self._seconds, lambda: BEGAN + timedelta(seconds=self.passed), self._pause)

    def _seconds(self) -> float:
        self.passed += self.step
        return self.passed

    def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.passed += seconds


def fetcher_of(time: MadeTime | None = None, limits: Limits = LIMITS) -> Fetcher:
    """That may fetch from this machine, and waits no real time."""
    return Fetcher(allowed={HERE}, limits=limits, clock=(time or MadeTime()).clock)
