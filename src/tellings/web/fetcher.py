"""One address fetched: asked for politely, within all limits, and recorded whatever comes of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

import hishel
import hishel.httpx
import httpcore
import httpx

from tellings.errors import LaterError, WebError
from tellings.web import addresses, refusals
from tellings.web.keeping import Keeping
from tellings.web.options import Clock, RealClock, WebOptions
from tellings.web.pace import Pace
from tellings.web.rights import Rights
from tellings.web.robots import Answer, Robots, RobotsFiles
from tellings.web.transport import GuardedTransport
from tellings.web.unpacking import unpacked

_REDIRECTS = {301, 302, 303, 307, 308}
_NO_TEXT = ("image/", "video/", "audio/", "font/")
_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
)
_SHOWN = ("content-type", "date", "etag", "last-modified", "cache-control")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, unpacked, and the file that keeps them.

    ``url`` is where it was found in the end, ``charset`` what the server says of the encoding.
    """

    url: str
    data: bytes
    file: str
    charset: str | None


@dataclass(slots=True)
class _Got:
    """An answer, its bytes unpacked."""

    response: httpx.Response
    data: bytes
    attempts: int


class Fetcher:
    """Fetches, one address after the other. Use it in a ``with`` block, or ``close`` it."""

    def __init__(self, options: WebOptions | None = None, clock: Clock | None = None) -> None:
        self.options = options or WebOptions()
        self._clock = clock or RealClock()
        self._keeping = Keeping(self.options.keep)
        self._pace = Pace(self.options.delay, self._clock)
        self._robots = RobotsFiles(self._ask)
        self._rights = Rights(self._ask)
        self._client_: httpx.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections and the cache."""
        if self._client_ is not None:
            self._client_.close()
            self._client_ = None

    def fetch(self, url: str) -> Fetched:
        """What an address gives. Raises ``WebError`` where it gives nothing; a line in the record tells of both."""
        started = self._clock.time()
        row: dict[str, Any] = {
            "url": url,
            "started": datetime.fromtimestamp(started, UTC).isoformat(timespec="seconds"),
        }
        try:
            return self._fetch(url, row)
        except WebError as error:
            row |= {"error": str(error), "later": isinstance(error, LaterError)}
            raise
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpcore.UnsupportedProtocol,
            sqlite3.Error,
            OSError,
            ValueError,
        ) as error:
            # what is left: addresses that only look like some, a cache that cannot be written
            problem = WebError(f"it cannot be fetched ({' '.join(str(error).split())[:120]}); check the address")
            row |= {"error": str(problem), "later": False}
            raise problem from error
        finally:
            row["seconds"] = round(self._clock.time() - started, 3)
            self._keeping.record(row)

    def _fetch(self, url: str, row: dict[str, Any]) -> Fetched:
        url = addresses.checked(url)
        got, url, robots = self._followed(url, row)
        kind = got.response.headers.get("content-type", "")
        if kind.lower().startswith(_NO_TEXT):
            raise WebError(f"no text but {kind.split(';')[0]}")
        if not got.data.strip():
            raise WebError("an empty answer")
        headers = {name.lower(): value for name, value in got.response.headers.items()}
        file, digest = self._keeping.page(got.data, kind)
        cached = got.response.extensions.get("caching") or {}
        row |= {
            "final": url,
            "status": got.response.status_code,
            "attempts": got.attempts,
            "from_cache": bool(cached.get("from_cache")),
            "revalidated": bool(cached.get("revalidated")),
            "headers": {name: headers[name] for name in _SHOWN if name in headers},
            "bytes": len(got.data),
            "digest": digest,
            "file": file,
            "rights": self._rights.of(url, headers, got.data, robots),
        }
        return Fetched(url, got.data, file, got.response.charset_encoding)

    def _followed(self, url: str, row: dict[str, Any]) -> tuple[_Got, str, Robots]:
        """The answer at the end of all redirects, each of which a robots.txt must allow."""
        row["redirects"] = []
        for _ in range(self.options.redirects + 1):
            robots = self._robots.of(url)
            row["robots"] = robots.reason
            if robots.delay is not None:
                self._pace.slow(addresses.host(url), robots.delay)
            if not robots.allows(url):
                raise refusals.forbidden(robots)
            got = self._tried(url)
            status = got.response.status_code
            row["status"] = status
            target = got.response.headers.get("location")
            if status not in _REDIRECTS or not target:
                if status != 200:
                    raise refusals.refused(status)
                return got, url, robots
            url = addresses.checked(urljoin(url, target))
            row["redirects"].append(url)
        raise WebError(f"more than {self.options.redirects} redirects; it leads in a circle")

    def _tried(self, url: str) -> _Got:
        """An answer, tried again where the server or the wire may only have stumbled."""
        for attempt in range(1, self.options.retries + 2):
            last = attempt > self.options.retries
            try:
                response, data = self._once(url)
            except (
                httpcore.ConnectError,
                httpcore.TimeoutException,
                httpcore.ProtocolError,
                httpcore.NetworkError,
            ) as error:
                if last:
                    raise LaterError(refusals.unreachable(error)) from error
                self._pace.hold(addresses.host(url), 2.0 ** (attempt - 1))
                continue
            if response.status_code not in refusals.LATER or last:
                return _Got(response, data, attempt)
            self._hold(url, response, attempt)
        raise AssertionError("the last attempt returns or raises")

    def _hold(self, url: str, response: httpx.Response, attempt: int) -> None:
        """Keep away from a host for as long as it asks, else for longer each time."""
        asked = refusals.seconds(response.headers.get("retry-after"), self._clock.time())
        wait = 2.0 ** (attempt - 1) if asked is None else asked
        if wait > self.options.longest_wait:
            raise LaterError(f"the server asks to come back in {wait:,.0f} seconds; try again then")
        self._pace.hold(addresses.host(url), wait)

    def _once(self, url: str) -> tuple[httpx.Response, bytes]:
        with self._client.stream("GET", url) as response:
            packed = b"".join(response.iter_raw())
        if response.status_code != 200:
            return response, b""
        return response, unpacked(packed, response.headers.get("content-encoding"), self.options.max_bytes)

    def _ask(self, url: str) -> Answer:
        """A small file that speaks of a host: its status and bytes, also after a redirect."""
        try:
            for _ in range(self.options.redirects + 1):
                response, data = self._once(addresses.checked(url))
                self._keeping.record(
                    {"url": url, "final": url, "status": response.status_code, "speaks_of": "the host"}
                )
                target = response.headers.get("location")
                if response.status_code not in _REDIRECTS or not target:
                    return response.status_code, data
                url = urljoin(url, target)
        except (
            WebError,
            httpcore.ConnectError,
            httpcore.TimeoutException,
            httpcore.ProtocolError,
            httpcore.NetworkError,
        ) as error:
            if isinstance(error, WebError) and "--allow-private" in str(error):
                raise
            return None, b""
        return 404, b""  # a circle of redirects is no file

    @property
    def _client(self) -> httpx.Client:
        """The client, made when it is first needed: the cache is a file."""
        if self._client_ is None:
            self.options.keep.mkdir(parents=True, exist_ok=True)
            guarded = GuardedTransport(self.options, self._clock, self._pace)
            storage = hishel.SqliteStorage(database_path=self._keeping.cache)
            rules = hishel.CacheOptions(shared=False)
            self._client_ = httpx.Client(
                transport=hishel.httpx.CacheTransport(guarded, storage=storage, rfc=rules),
                headers={"User-Agent": self.options.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
                follow_redirects=False,
                trust_env=False,
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                timeout=None,  # noqa: S113  # the guarded transport keeps the time
            )
        return self._client_
