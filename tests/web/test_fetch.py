"""Fetching from a server that misbehaves on purpose: every misdeed is one clear line, and in time."""

from __future__ import annotations

import gzip
import json
import socket
import time
from pathlib import Path

import pytest

from tellings.errors import LaterError, WebError
from tests.web import server as misdeeds
from tests.web.server import PAGE, answer


def rows(tmp_path: Path) -> list[dict]:
    """The record of the fetches that were asked for, without what hosts say of themselves."""
    lines = (tmp_path / "kept" / "fetches.jsonl").read_text().splitlines()
    return [row for line in lines if "speaks_of" not in (row := json.loads(line))]


def test_a_page_is_fetched_kept_and_recorded(server, make, tmp_path: Path) -> None:
    """Bytes, final address and file; a line in the record with digest and what robots.txt said."""
    server.paths["/a"] = answer(ETag='"1"')
    fetched = make().fetch(f"{server.url}/a#comments")
    assert (fetched.data, fetched.url, fetched.charset) == (PAGE.encode(), f"{server.url}/a", "utf-8")
    assert Path(fetched.file).read_bytes() == PAGE.encode()
    [row] = rows(tmp_path)
    assert (row["status"], row["bytes"], row["file"], row["robots"]) == (
        200,
        len(PAGE.encode()),
        fetched.file,
        "there is no robots.txt",
    )
    assert row["headers"]["etag"] == '"1"'


def test_one_identity_names_the_project(server, make) -> None:
    """Every request, that for robots.txt too, has the same User-Agent."""
    server.paths["/a"] = answer()
    make(contact="desk@gazette.example").fetch(f"{server.url}/a")
    agents = {
        line for head in server.heads.values() for line in head.splitlines() if line.lower().startswith("user-agent")
    }
    [agent] = agents
    assert "tellings/" in agent
    assert "desk@gazette.example" in agent


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("dripping", "not there after"),
        ("dripping_head", "not there after"),
        ("silent", "does not answer"),
        ("endless", "over the limit"),
    ],
)
def test_what_has_no_end_is_stopped(server, make, name: str, problem: str) -> None:
    """Slow, silent and endless answers end within the patience of the reader."""
    server.paths["/a"] = getattr(misdeeds, name)
    started = time.monotonic()
    with pytest.raises(WebError, match=problem):
        make(retries=0, max_bytes=2_000_000).fetch(f"{server.url}/a")
    assert time.monotonic() - started < 9


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (misdeeds.bomb(50), "unpacks to more than the limit"),
        (answer(gzip.compress(b"") * 50_000, Content_Encoding="gzip"), "packed in more than 200 pieces"),
        (answer(gzip.compress(gzip.compress(b"0" * 50_000_000)), Content_Encoding="gzip, gzip"), "unpacks to more"),
        (answer(b"x", Content_Encoding="gzip, gzip, gzip, gzip"), "packed 4 times"),
        (answer(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip"), "damaged"),
        (answer(b"x", Content_Encoding="rot13"), "not known"),
        (answer(PAGE, Content_Length="99999"), "breaks off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nxxxxx", "breaks off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n", "breaks off"),
        (b"\x00\x01\x02 no http at all\r\n\r\n", "breaks off"),
        (b"", "breaks off"),
        (answer(b""), "an empty answer"),
        (answer(b"\x89PNG", Content_Type="image/png"), "no text but image/png"),
        (answer("no", "403 Forbidden"), "status 403"),
        (answer("no", "410 Gone"), "the page is gone"),
        (answer("", "302 Found", Location="ftp://elsewhere.example/"), "no address of the web"),
        (answer("", "302 Found", Location="http://[::bad/"), "cannot be fetched"),
        (answer("", "302 Found", Location="http://a b.example\x01/"), "cannot be fetched|no address|cannot be reached"),
        (answer("", "302 Found", Location="http://user:word@elsewhere.example/"), "name or password"),
    ],
)
def test_what_is_no_page_is_one_line(server, make, tmp_path: Path, data: bytes, problem: str) -> None:
    """Bombs, wrong lengths, broken answers: what is wrong, on one line, and in the record."""
    server.paths["/a"] = data
    with pytest.raises(WebError, match=problem) as caught:
        make(max_bytes=5_000_000).fetch(f"{server.url}/a")
    assert "\n" not in str(caught.value)
    assert rows(tmp_path)[-1]["error"] == str(caught.value)


def test_a_body_longer_than_it_says_is_cut_where_it_says(server, make) -> None:
    """What follows the length that was announced is not the page's."""
    server.paths["/a"] = answer(PAGE, Content_Length=str(len(PAGE.encode()))) + b"<p>more"
    assert make().fetch(f"{server.url}/a").data == PAGE.encode()


def test_redirects_are_followed_and_recorded_and_circles_end(server, make, tmp_path: Path) -> None:
    """Each step stands in the record; a circle is an error after a few."""
    server.paths["/a"] = answer("", "301 Moved", Location="/b")
    server.paths["/b"] = answer()
    server.paths["/c"] = answer("", "302 Found", Location="/c")
    fetcher = make()
    assert fetcher.fetch(f"{server.url}/a").url == f"{server.url}/b"
    assert rows(tmp_path)[-1]["redirects"] == [f"{server.url}/b"]
    with pytest.raises(WebError, match="leads in a circle"):
        fetcher.fetch(f"{server.url}/c")


def test_a_server_that_stumbles_is_asked_again_later(server, make, clock) -> None:
    """429 with Retry-After: the wait that was asked for, then the page."""

    def stumbling(_: socket.socket, __: str) -> bytes:
        return answer() if server.asked["/a"] > 2 else answer("slow", "429 Too Many Requests", Retry_After="7")

    server.paths["/a"] = stumbling
    assert make().fetch(f"{server.url}/a").data == PAGE.encode()
    assert [round(wait) for wait in clock.slept].count(7) == 2


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(server, make) -> None:
    """An hour is more than a command waits; it is an error that may pass."""
    server.paths["/a"] = answer("slow", "503 Service Unavailable", Retry_After="3600")
    with pytest.raises(LaterError, match="come back in 3,600 seconds"):
        make().fetch(f"{server.url}/a")
    assert server.asked["/a"] == 1


def test_a_server_that_is_broken_is_asked_three_times_with_longer_waits(server, make, clock) -> None:
    """Back-off, and then the truth."""
    server.paths["/a"] = answer("no", "502 Bad Gateway")
    with pytest.raises(LaterError, match="status 502"):
        make(delay=0.0).fetch(f"{server.url}/a")
    assert server.asked["/a"] == 3
    assert [round(wait) for wait in clock.slept] == [1, 2]


def test_a_host_is_not_asked_faster_than_its_delay(server, make, clock) -> None:
    """One second between requests, or what robots.txt asks for."""
    server.paths["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 4\n", Content_Type="text/plain")
    server.paths["/a"], server.paths["/b"] = answer(), answer()
    fetcher = make()
    fetcher.fetch(f"{server.url}/a")
    fetcher.fetch(f"{server.url}/b")
    assert max(clock.slept) > 3.5


@pytest.mark.parametrize(
    ("robots", "problem"),
    [
        (answer("User-agent: *\nDisallow: /a\n", Content_Type="text/plain"), "robots.txt asks not to"),
        (
            answer("User-agent: tellings\nDisallow: /\n\nUser-agent: *\nAllow: /\n", Content_Type="text/plain"),
            "robots.txt asks",
        ),
        (answer("no", "500 Oops"), "cannot be reached, which forbids everything"),
    ],
)
def test_what_robots_txt_forbids_is_not_asked_for(server, make, robots: bytes, problem: str) -> None:
    """By name, by all names, and where it cannot be read (RFC 9309, 2.3.1.4)."""
    server.paths["/robots.txt"], server.paths["/a"] = robots, answer()
    with pytest.raises(WebError, match=problem):
        make().fetch(f"{server.url}/a")
    assert server.asked["/a"] == 0


def test_robots_txt_speaks_at_every_redirect(server, make) -> None:
    """A way around it is no way."""
    server.paths["/robots.txt"] = answer("User-agent: *\nDisallow: /b\n", Content_Type="text/plain")
    server.paths["/a"], server.paths["/b"] = answer("", "301 Moved", Location="/b"), answer()
    with pytest.raises(WebError, match=r"robots.txt asks not to"):
        make().fetch(f"{server.url}/a")
    assert server.asked["/b"] == 0


def test_what_is_reserved_is_read_and_recorded(server, make, tmp_path: Path) -> None:
    """TDMRep in the host's file and the answer's head; RSL in robots.txt, with what it permits."""
    server.paths["/robots.txt"] = answer("License: /licence.xml\nUser-agent: *\nAllow: /\n", Content_Type="text/plain")
    server.paths["/licence.xml"] = answer(
        '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><permits type="usage">search</permits>'
        '<prohibits type="usage">ai-train</prohibits></license></content></rsl>',
        Content_Type="application/rsl+xml",
    )
    server.paths["/.well-known/tdmrep.json"] = answer(
        '[{"location": "/a*", "tdm-reservation": 1}]', Content_Type="application/json"
    )
    server.paths["/a"], server.paths["/b"] = answer(), answer(TDM_Reservation="0")
    fetcher = make()
    fetcher.fetch(f"{server.url}/a")
    fetcher.fetch(f"{server.url}/b")
    first, second = (row["rights"] for row in rows(tmp_path))
    assert (first["tdm"]["reserved"], second["tdm"]["reserved"]) == (True, False)
    assert first["rsl"] == [{"url": f"{server.url}/licence.xml", "permits": ["search"], "prohibits": ["ai-train"]}]
    assert server.asked["/licence.xml"] == server.asked["/.well-known/tdmrep.json"] == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0.0.0.0", "169.254.169.254", "10.0.0.1"]
)
def test_no_machine_of_ones_own_is_asked(server, make, host: str) -> None:
    """Whatever it is called: the address that the name leads to is looked at."""
    port = server.url.rpartition(":")[2]
    with pytest.raises(WebError, match=r"private network|cannot be reached"):
        make(allow_private=False, retries=0).fetch(f"http://{host}:{port}/a")
    assert not server.asked


def test_no_redirect_leads_to_a_machine_of_ones_own(server, make, monkeypatch) -> None:
    """A public name that leads inside is looked at again at each step, after its resolution."""
    port = server.url.rpartition(":")[2]
    resolve = socket.getaddrinfo

    def resolving(host, *more, **options):
        return resolve("127.0.0.1" if host == "news.example" else host, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolving)
    with pytest.raises(WebError, match="private network"):
        make(allow_private=False).fetch(f"http://news.example:{port}/a")
    assert not server.asked


def test_what_is_unchanged_is_not_sent_again(server, make, tmp_path: Path) -> None:
    """A conditional request, and the page from the cache; what is fresh is not even asked for."""

    def changing(_: socket.socket, head: str) -> bytes:
        return (
            answer("", "304 Not Modified", ETag='"1"')
            if '"1"' in head
            else answer(ETag='"1"', Cache_Control="no-cache")
        )

    server.paths["/a"] = changing
    server.paths["/b"] = answer(Cache_Control="max-age=600")
    for _ in range(2):
        fetcher = make()
        assert fetcher.fetch(f"{server.url}/a").data == PAGE.encode()
        assert fetcher.fetch(f"{server.url}/b").data == PAGE.encode()
        fetcher.close()
    assert (server.asked["/a"], server.asked["/b"]) == (2, 1)
    assert [row["revalidated"] or row["from_cache"] for row in rows(tmp_path)] == [False, False, True, True]


def test_no_cookie_is_kept(server, make) -> None:
    """What a server wants remembered is not."""
    server.paths["/a"], server.paths["/b"] = answer(Set_Cookie="id=7; Path=/"), answer()
    fetcher = make()
    fetcher.fetch(f"{server.url}/a")
    fetcher.fetch(f"{server.url}/b")
    assert "cookie" not in server.heads["/b"].lower()


def test_what_may_not_be_stored_is_asked_for_again(server, make) -> None:
    """``no-store`` is obeyed."""
    server.paths["/a"] = answer(Cache_Control="no-store")
    fetcher = make()
    fetcher.fetch(f"{server.url}/a")
    fetcher.fetch(f"{server.url}/a")
    assert server.asked["/a"] == 2
