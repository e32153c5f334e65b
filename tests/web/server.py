"""A web server on this machine that misbehaves on purpose: each path is one way to do so."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAGE = (
    "<!doctype html><html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1>"
    "<p>The morning ferry to Orrin left an hour late on Monday, the harbour master said.</p>"
    "<p>“The fog would not lift,” said Ada Quill, who has run the harbour for nine years.</p></article></body></html>"
)


def answer(body: bytes | str = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """The bytes of a proper answer."""
    data = body.encode() if isinstance(body, str) else body
    head = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data)), "Connection": "close"}
    head |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value != "")
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + data


class Server:
    """Answers each connection with what ``paths`` has for it; ``asked`` counts, ``heads`` keeps what was asked."""

    def __init__(self) -> None:
        self.paths: dict[str, Callable[[socket.socket, str], bytes | None] | bytes] = {}
        self.asked: Counter[str] = Counter()
        self.heads: dict[str, str] = {}
        self.times: list[tuple[str, float]] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def run(self) -> None:
        while self._open:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def close(self) -> None:
        self._open = False
        with socket.socket() as knock:  # wakes the thread that waits in accept
            knock.connect(self._socket.getsockname())
        self._socket.close()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                self._answer(connection)
            except OSError:
                return  # the client has gone, as it should

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(4096)
            if not piece:
                return
            head += piece
        path = head.split(b" ")[1].decode()
        self.asked[path] += 1
        self.heads[path] = head.decode()
        self.times.append((path, time.monotonic()))
        kept = self.paths.get(path, answer("nothing", "404 Not Found"))
        data = kept(connection, head.decode()) if callable(kept) else kept
        if data is not None:
            connection.sendall(data)


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join(5)


def dripping(connection: socket.socket, _: str) -> None:
    """A byte now and then, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def dripping_head(connection: socket.socket, _: str) -> None:
    """A header that never ends, byte by byte."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def endless(connection: socket.socket, _: str) -> None:
    """As much as the line carries, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>and on and on</p>" * 3000)


def silent(connection: socket.socket, _: str) -> None:
    """Takes the request and says nothing."""
    time.sleep(30)


def bomb(megabytes: int = 200) -> bytes:
    """A small answer that is a large one when it is unpacked."""
    return answer(gzip.compress(b"0" * (megabytes * 1_000_000)), Content_Encoding="gzip")
