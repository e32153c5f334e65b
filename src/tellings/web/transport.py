"""The wire, guarded: which machine is spoken to, how long an answer may take, how large it may be.

The guard sits below the HTTP cache and at the socket itself: the address that a name resolves to
is looked at and then connected to, so that no name can be one machine for the check and another
for the request. Every redirect comes through here again.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import certifi
import httpcore
import httpx

from tellings.errors import LaterError, WebError
from tellings.web import addresses
from tellings.web.options import Clock, WebOptions
from tellings.web.pace import Pace


class GuardedTransport(httpx.BaseTransport):
    """One request after the other, each within its limits, at the pace of its host."""

    def __init__(self, options: WebOptions, clock: Clock, pace: Pace) -> None:
        self._options, self._pace = options, pace
        self._deadline = _Deadline(clock, options.patience)
        context = ssl.create_default_context(cafile=certifi.where())
        backend = _Backend(options, self._deadline)
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=backend, max_connections=4)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask. Raises ``WebError`` for what may not be asked, and httpcore's errors."""
        self._pace.wait(addresses.host(str(request.url)))
        self._deadline.start()
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        silence = self._options.silence
        asked = httpcore.Request(
            request.method,
            url,
            headers=request.headers.raw,
            extensions={"timeout": {"connect": silence, "read": silence, "write": silence, "pool": silence}},
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Limited(answer, self._options.max_bytes),
            extensions={"asked": True},
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Limited(httpx.SyncByteStream):
    """The bytes of an answer as they come, up to the limit."""

    def __init__(self, answer: httpcore.Response, most: int) -> None:
        self._answer, self._most = answer, most

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for piece in self._answer.iter_stream():
            size += len(piece)
            if size > self._most:
                raise WebError(f"over the limit of {self._most:,} bytes; raise it with --max-bytes")
            yield piece

    def close(self) -> None:
        self._answer.close()


class _Deadline:
    """When the answer that is awaited must be there."""

    def __init__(self, clock: Clock, patience: float) -> None:
        self._clock, self._patience = clock, patience
        self._until = 0.0

    def start(self) -> None:
        self._until = self._clock.monotonic() + self._patience

    def left(self, most: float | None) -> float:
        """Seconds that may pass before the next byte. Raises ``WebError`` where there are none."""
        left = self._until - self._clock.monotonic()
        if left <= 0:
            raise LaterError(
                f"not there after {self._patience:.0f} seconds; the server is slow, or the page without an end"
            )
        return left if most is None else min(left, most)


class _Backend(httpcore.NetworkBackend):
    """Connections to machines that may be spoken to."""

    def __init__(self, options: WebOptions, deadline: _Deadline) -> None:
        self._private, self._deadline = options.allow_private, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of a name that answers."""
        failed: Exception | None = None
        for address in self._resolved(host, port):
            try:
                left = self._deadline.left(timeout)
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
                return _Stream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError("the name has no address")

    def _resolved(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"there is no machine called {host}") from error
        found_addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        private = [address for address in found_addresses if not addresses.is_public(address)]
        if private and not self._private:
            raise WebError(
                f"{host} is on this machine or a private network ({private[0]}); add --allow-private to fetch it"
            )
        return found_addresses

    def sleep(self, seconds: float) -> None:
        """Asked for by httpcore's own retries, which are not used."""
        self._plain.sleep(seconds)


class _Stream(httpcore.NetworkStream):
    """A connection on which nothing may take longer than the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._deadline.left(timeout))
        except httpcore.ReadTimeout:
            self._deadline.left(None)  # what takes too long is not tried again; what is silent may be
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  # as the library has it
        return self._stream.get_extra_info(info)
