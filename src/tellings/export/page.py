"""A story as one HTML page: no server, no network, readable without scripts.

The template only sets what the views hold. Style and script stand in the page
itself, named by their digests in a policy that allows nothing else: whatever an
article contains, the page fetches nothing and runs nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from tellings.export import overview
from tellings.export.bodies import Uses, paragraphs
from tellings.export.printings import utterances, who_cut_what
from tellings.export.said import speakers
from tellings.export.timeline import timeline
from tellings.export.view import Place, Row, View, clip, count, day, days, published


def render(exported: Row) -> str:
    """The page of an export as HTML."""
    view = View(exported)
    uses = Uses(view)
    style, script = _source("style.css"), _source("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            view=view,
            export=exported,
            story=view.story,
            style=Markup(style),  # noqa: S704  # our own file
            script=Markup(script),  # noqa: S704  # our own file
            policy=_policy(style, script),
            facts=overview.facts(view),
            people=overview.people(view),
            utterances=utterances(view),
            cuts=who_cut_what(view),
            speakers=speakers(view),
            claims=overview.claims(view),
            figures=overview.unclaimed(view),
            comparisons=_comparisons(view),
            timeline=timeline(view),
            events=overview.events(view),
            voices=overview.voices(view),
            bodies={
                article["id"]: paragraphs(article, uses.by_article[article["id"]]) for article in exported["articles"]
            },
        )
    )


def _comparisons(view: View) -> dict[str, list[Row]]:
    """Comparisons by kind, in the order of the export."""
    found: dict[str, list[Row]] = {}
    for row in view.export["comparisons"]:
        found.setdefault(row["kind"], []).append(row)
    return found


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tellings.export"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=day, days=days, published=published, clip=clip, link=_link, has_word=_has_word, by_article=_by_article
    )
    environment.globals.update(count=count)
    return environment


def _source(name: str) -> str:
    loader = PackageLoader("tellings.export")
    source, _, _ = loader.get_source(Environment(autoescape=True), name)
    return source


def _has_word(text: str) -> bool:
    """Whether a text is more than signs: a lone comma needs a frame to be seen."""
    return any(sign.isalnum() for sign in text)


def _by_article(places: Iterable[Place]) -> list[list[Place]]:
    """Places together with the others in their article."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.article, []).append(place)
    return list(found.values())


def _link(url: str | None) -> str | None:
    """An address that may be linked: of the web, nothing that would run."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and its own script, by digest."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
