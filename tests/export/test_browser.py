"""The page in a browser: links open at the words, nothing is fetched, no error, every width, dark and light."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import invented
from tellings.export.json import export
from tellings.export.page import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).exists(), reason="Debian's chromium is not installed (apt-get install chromium)"
    ),
    # Playwright's event loop outlives the test that Python's warnings look at
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@dataclass
class Visit:
    """A page that was opened, and all that it complained of or asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium, driven by Playwright."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed (pip install tellings[dev])"
    )
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return export(invented.story(), invented.comparisons())


@pytest.fixture(scope="module")
def story(exported: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the invented story as a file."""
    path: Path = tmp_path_factory.mktemp("page") / "story.html"
    path.write_text(render(exported), encoding="utf-8", newline="")
    return path


def visit(browser: Browser, story: Path, **options: Any) -> Visit:
    """Open a page in a context of its own."""
    page = browser.new_context(**options).new_page()
    found = Visit(page)
    page.on("console", lambda message: found.complaints.append(message.text))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("request", lambda request: found.requests.append(request.url))
    page.goto(story.as_uri())
    return found


def test_a_link_from_an_utterance_opens_at_its_words(browser: Browser, story: Path, exported: dict[str, Any]) -> None:
    """Each printing's link is followed; what it opens at is what was printed, to the character, and in sight."""
    from playwright.sync_api import expect

    opened = visit(browser, story)
    for utterance in exported["utterances"]:
        for telling in utterance["tellings"]:
            anchor = f"{telling['article']}-{telling['span'][0]}-{telling['span'][1]}"
            opened.page.locator(f'#{utterance["id"]} a[href="#{anchor}"]').click()
            target = opened.page.locator(":target")
            assert target.get_attribute("id") == anchor
            assert target.evaluate("element => element.textContent") == telling["text"]
            expect(target).to_be_in_viewport()
    assert opened.complaints == []


def test_the_words_lead_back(browser: Browser, story: Path) -> None:
    """The note beside a paragraph leads to the row that uses it."""
    page = visit(browser, story).page
    page.locator('#a1 .notes a[href="#u1"]').first.click()
    assert page.locator(":target").get_attribute("id") == "u1"


def test_nothing_leaves_the_page(browser: Browser, story: Path) -> None:
    """One file is opened and nothing else is asked for; no complaint in the console."""
    opened = visit(browser, story)
    opened.page.wait_for_load_state("networkidle")
    assert [url for url in opened.requests if not url.startswith("data:")] == [story.as_uri()]
    assert opened.complaints == []


def test_the_page_reads_and_links_without_scripts(browser: Browser, story: Path, exported: dict[str, Any]) -> None:
    """Scripts are comfort: a link into a closed list opens it in any case."""
    page = visit(browser, story, java_script_enabled=False).page
    telling = exported["utterances"][0]["tellings"][1]
    anchor = f"{telling['article']}-{telling['span'][0]}-{telling['span'][1]}"
    page.locator(f'#u1 a[href="#{anchor}"]').click()
    assert page.locator(f"#{anchor}").text_content() == telling["text"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_width_scrolls_sideways(browser: Browser, story: Path, width: int, scheme: Any) -> None:
    """On a phone, a tablet and a desk, with every list open."""
    page = visit(browser, story, viewport={"width": width, "height": 800}, color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


CONTRAST = """
() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [red, green, blue] = parse(color).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    for (let box = element; box; box = box.parentElement) {
      const color = getComputedStyle(box).backgroundColor;
      if (parse(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg, script, .skip")) continue;
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 4.5) weak.push(walker.currentNode.data.trim());
  }
  return weak;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, story: Path, scheme: Any) -> None:
    """WCAG AA: at least 4.5 to 1, also where words are marked or dimmed."""
    page = visit(browser, story, color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
    assert page.evaluate(CONTRAST) == []


def test_the_page_is_told_to_those_who_do_not_see_it(browser: Browser, story: Path) -> None:
    """A language, one main part, named regions and drawings, captions; the first tab skips to what was said."""
    page = visit(browser, story).page
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("main").count() == 1
    assert page.locator("table").count() == page.locator("table > caption").count()
    assert page.locator("svg:not([aria-label])").count() == 0
    assert page.locator("img:not([alt])").count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#said")


def test_print_shows_what_is_folded(browser: Browser, story: Path, tmp_path: Path) -> None:
    """On paper nothing can be opened, so it is open, on white."""
    page = visit(browser, story, color_scheme="dark").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not(.aside):not([open])").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.pdf(path=str(tmp_path / "story.pdf"))
