"""One request to the web in, its answer out: only at addresses that were chosen for the host, and
within a time.

httpcore looks a host up and connects through its network backend; ours asks the caller which
addresses a host may be reached at and connects to just these, so that a name that changes its
address between the check and the connection changes nothing. Certificates are still checked
against the name.
"""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore

from rag.errors import NotFetched

Choose = Callable[[str, int], Sequence[str]]
"""Host and port in, the numeric addresses out that may be connected to, the best first."""
Clock = Callable[[], float]
"""Seconds, from any moment on."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds are waited, at most."""

    connecting: float = 15.0
    stalled: float = 30.0
    """For the next bytes."""
    whole: float = 300.0
    """From the connection to the last byte."""


PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    """By name in lower case; of several with one name the last."""
    chunks: Iterable[bytes]
    """The body, still packed as "content-encoding" says. Raises NotFetched."""


@contextmanager
def ask(
    url: str,
    headers: Mapping[str, str],
    *,
    choose: Choose,
    patience: Patience = PATIENCE,
    clock: Clock = time.monotonic,
) -> Iterator[Answer]:
    """Sends one GET and follows nothing; no proxy is asked. `url` is in ASCII.

    Raises NotFetched, also while the body is read.
    """
    host = httpcore.URL(url).host.decode("ascii")
    network = _ChosenNetwork(choose, _Deadline(clock() + patience.whole, clock))
    timeouts = {
        "connect": patience.connecting,
        "read": patience.stalled,
        "write": patience.stalled,
        "pool": None,
    }
    pool = httpcore.ConnectionPool(
        ssl_context=_trusted(), max_keepalive_connections=0, network_backend=network
    )
    with pool, _told_plainly(host):
        sent = [*map(_encoded, headers.items()), (b"connection", b"close")]
        with pool.stream("GET", url, headers=sent, extensions={"timeout": timeouts}) as response:
            found = {_text(name).lower(): _text(value) for name, value in response.headers}
            yield Answer(response.status, found, response.iter_stream())


@cache
def _trusted() -> ssl.SSLContext:
    """Whom the machine trusts, an organisation's own certificates among them, and certifi's."""
    return httpcore.default_ssl_context()


def _encoded(header: tuple[str, str]) -> tuple[bytes, bytes]:
    """What a site has said itself, an ETag say, may hold any letter."""
    return header[0].encode("ascii"), header[1].encode("utf-8")


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


@dataclass(frozen=True, slots=True)
class _Deadline:
    at: float
    clock: Clock

    def within(self, seconds: float | None) -> float:
        """As long as that, or as is left. Raises NotFetched where nothing is."""
        left = self.at - self.clock()
        if left <= 0:
            raise NotFetched(
                "it took longer than a document is waited for: try again, or download it in a"
                " browser and add the file."
            )
        return left if seconds is None else min(seconds, left)


class _ChosenNetwork(httpcore.NetworkBackend):
    def __init__(self, choose: Choose, deadline: _Deadline) -> None:
        self._choose = choose
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failed: Exception | None = None
        for address in self._choose(host, port):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.within(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError("no address")


class _TimedStream(httpcore.NetworkStream):
    """No read or write outlasts the deadline: drop by drop counts as well."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.within(timeout)
        return _TimedStream(
            self._inner.start_tls(ssl_context, server_hostname, left), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


@contextmanager
def _told_plainly(host: str) -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise NotFetched(
            f"{host} did not answer in time: try again later, or download the document in a"
            " browser and add the file."
        ) from error
    except httpcore.ConnectError as error:
        raise NotFetched(_unreachable(host, error)) from error
    except httpcore.ProtocolError as error:
        raise NotFetched(
            f"{host} broke off or sent what is no answer ({_short(error)}): nothing of it was kept;"
            " try again."
        ) from error
    except httpcore.NetworkError as error:
        raise NotFetched(
            f"the connection to {host} broke off ({_short(error)}): try again."
        ) from error


def _unreachable(host: str, error: Exception) -> str:
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"{host} cannot prove that it is that host ({cause.verify_message}): expected"
            " a certificate that holds; nothing was fetched; look at the address in a browser."
        )
    return (
        f"{host} cannot be reached ({_short(error)}): check the address, and that you are online."
    )


def _short(error: Exception) -> str:
    """What the other side sent may stand in it."""
    return " ".join(str(error).split())[:150]
