"""Feeds followed: what is new becomes articles, and nothing is asked for twice in vain."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.intake import Failure, IntakeOptions
from tellings.intake.watching import Items, watch
from tellings.values import Article
from tests.web.server import PAGE, answer

WORDS = "The council of Orrin met on Monday to speak about the pier. " * 40


def feed(url: str, *items: str) -> bytes:
    listed = "".join(items)
    return answer(
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Orrin Gazette</title><link>{url}</link>{listed}</channel></rss>",
        Content_Type="application/rss+xml",
        Cache_Control="no-cache",
    )


def item(url: str, title: str, more: str = "", day: str = "13") -> str:
    return f"<item><title>{title}</title><link>{url}</link><pubDate>Mon, {day} May 2024 08:00:00 +0200</pubDate>{more}</item>"


def follow(server, make, tmp_path: Path) -> list[Article | Failure]:
    options = IntakeOptions(web=make(delay=0.0))
    return list(watch([f"{server.url}/rss"], Items(tmp_path / "items.jsonl"), options))


def test_what_is_new_is_read_once_with_what_the_feed_says(server, make, tmp_path: Path) -> None:
    """The page of an item, dated and attributed by the feed; the second look gives nothing and fetches no page."""
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/a?utm_source=rss", "Ferry late"))
    server.paths["/a?utm_source=rss"] = answer()
    [article] = follow(server, make, tmp_path)
    assert isinstance(article, Article)
    assert article.published
    assert article.outlet
    assert (article.outlet.value, article.published.day, article.published.how) == (
        "Orrin Gazette",
        "2024-05-13",
        "stated",
    )
    assert "harbour master said" in article.text
    assert Path(article.file).read_bytes() == PAGE.encode()
    assert follow(server, make, tmp_path) == []
    assert server.asked["/a?utm_source=rss"] == 1


def test_words_in_the_feed_spare_a_fetch(server, make, tmp_path: Path) -> None:
    """An item that carries its article is not fetched."""
    more = f"<content:encoded><![CDATA[<p>{WORDS}</p>]]></content:encoded>"
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/a", "Pier", more))
    [article] = follow(server, make, tmp_path)
    assert isinstance(article, Article)
    assert (article.record, article.format, article.url) == (1, "feed", f"{server.url}/a")
    assert server.asked["/a"] == 0


def test_an_item_that_was_changed_is_read_again(server, make, tmp_path: Path) -> None:
    """A new date is a new version."""
    server.paths["/a"] = answer()
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/a", "Ferry late"))
    assert len(follow(server, make, tmp_path)) == 1
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/a", "Ferry late", day="14"))
    assert len(follow(server, make, tmp_path)) == 1


def test_what_fails_for_now_comes_again_and_what_is_gone_does_not(server, make, tmp_path: Path) -> None:
    """A page that is not there is asked for once; a server that stumbles, again in the next round."""
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/gone", "Gone"), item(f"{server.url}/a", "Later"))
    server.paths["/a"] = answer("no", "503 Later", Retry_After="9999")
    assert all(isinstance(found, Failure) for found in follow(server, make, tmp_path))
    server.paths["/a"] = answer()
    [article] = follow(server, make, tmp_path)
    assert isinstance(article, Article)
    assert server.asked["/gone"] == 1


def test_the_command_keeps_articles_that_can_be_read_and_proved(server, tmp_path: Path, monkeypatch, capsys) -> None:
    """``tellings watch`` on an OPML file; ``tellings intake`` reads what it wrote."""
    monkeypatch.chdir(tmp_path)
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/a", "Ferry late"))
    server.paths["/a"] = answer()
    (tmp_path / "feeds.opml").write_text(
        f'<opml version="2.0"><body><outline text="Gazette" xmlUrl="{server.url}/rss"/></body></opml>'
    )
    assert main(["watch", "feeds.opml", "-o", "news", "--allow-private"]) == 0
    assert main(["watch", "feeds.opml", "-o", "news", "--allow-private"]) == 0
    assert capsys.readouterr().err == "tellings: news: 1 article new\ntellings: news: nothing new\n"
    [line] = (tmp_path / "news" / "articles.jsonl").read_text().splitlines()
    assert json.loads(line)["title"]["value"] == "Ferry late"
    assert main(["intake", "news/articles.jsonl", "-o", "again.jsonl"]) == 0


def test_a_page_is_no_feed(server, make, tmp_path: Path) -> None:
    """What is no feed is named."""
    server.paths["/rss"] = answer()
    [failure] = follow(server, make, tmp_path)
    assert "no feed but html" in str(failure)


def test_a_named_address_is_read_and_proved_from_what_was_kept(server, tmp_path: Path, monkeypatch, capsys) -> None:
    """``tellings intake ADDRESS``: the article's source is the file that keeps the page."""
    from tellings.intake import reread

    monkeypatch.chdir(tmp_path)

    def wrong_charset(_: socket.socket, __: str) -> bytes:
        return answer(
            "<html><body><h1>Café</h1><p>The café at the pier is closed, its owner said.</p></body></html>".encode(
                "cp1252"
            )
        )

    server.paths["/a"] = wrong_charset
    assert main(["intake", f"{server.url}/a", "--allow-private"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["url"], row["encoding"]) == (f"{server.url}/a", "cp1252")
    assert "The café at the pier" in row["text"]
    again = reread(row["file"], record=row["record"], format=row["format"], encoding=row["encoding"])
    assert again == (row["text"], row["digest"])


def test_nothing_is_fetched_that_the_user_did_not_name(server, tmp_path: Path, monkeypatch, capsys) -> None:
    """A feed's addresses want ``--follow``; a list of addresses in a text file wants to be called one."""
    monkeypatch.chdir(tmp_path)
    server.paths["/a"] = answer()
    (tmp_path / "feed.xml").write_bytes(feed(server.url, item(f"{server.url}/a", "Ferry")).partition(b"\r\n\r\n")[2])
    (tmp_path / "list.txt").write_text(f"{server.url}/a\n")
    assert main(["intake", "feed.xml", "list.txt", "--allow-private"]) == 2
    err = capsys.readouterr().err
    assert "add --follow" in err
    assert "--as urls" in err
    assert not server.asked
    assert main(["intake", "feed.xml", "--follow", "--allow-private"]) == 0
    assert main(["intake", "list.txt", "--as", "urls", "--allow-private", "--keep", "other"]) == 0
    assert server.asked["/a"] == 2


@pytest.mark.model
def test_an_archive_is_kept_fed(server, tmp_path: Path, monkeypatch, capsys) -> None:
    """``tellings watch --archive``: what is new is in the archive, once, and provable; the second round adds nothing."""
    monkeypatch.chdir(tmp_path)
    server.paths["/rss"] = feed(server.url, item(f"{server.url}/a", "Ferry late"))
    server.paths["/a"] = answer()
    arguments = ["watch", f"{server.url}/rss", "--archive", "news", "--allow-private"]
    assert main(arguments) == 0
    assert "1 new article" in capsys.readouterr().err
    assert main(arguments) == 0
    assert server.asked["/a"] == 1
    from tellings.archive import SqliteArchive

    with SqliteArchive(tmp_path / "news") as archive:
        assert archive.counts().articles == 1
