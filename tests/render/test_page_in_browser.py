"""The page in a real browser: what lights up, what the keyboard does, what fits, what is loaded (nothing)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline import render
from pipeline.records import Digest, Failure

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LIT = "nodes => nodes.map(node => node.textContent).join('')"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no `chromium` on the PATH"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this module."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def asked() -> list[str]:
    """Every request the page makes and every line it writes to the console."""
    return []


@pytest.fixture
def file(tmp_path: Path, digest: Digest) -> Path:
    """The page of the sample digest."""
    path = tmp_path / "page.html"
    path.write_text(render.render([digest], "html"), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser, file: Path, asked: list[str]) -> Iterator[Page]:
    """The page of the sample digest, open on a desk; nothing but itself may have been loaded in the end."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    _listen(opened, asked)
    opened.goto(file.as_uri())
    yield opened
    context.close()
    assert asked == [f"request {file.as_uri()}"]


def _listen(page: Page, asked: list[str]) -> None:
    page.on("request", lambda request: asked.append(f"request {request.url}"))
    page.on("console", lambda message: asked.append(f"console {message.text}"))
    page.on("pageerror", lambda error: asked.append(f"error {error}"))


def _lit(page: Page, name: str = "lit") -> str:
    found: str = page.eval_on_selector_all(f".article-pane .ev.{name}", LIT)
    return found


def _focused(page: Page) -> str | None:
    found: str | None = page.evaluate("document.activeElement.closest('.claim')?.dataset.claim ?? null")
    return found


def _shown(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".claim:not([hidden])", "nodes => nodes.map(n => n.dataset.claim)")
    return found


@pytest.mark.parametrize("number", [1, 3, 4, 8, 12])
def test_hovering_a_claim_lights_its_evidence(number: int, page: Page, digest: Digest) -> None:
    """The lit characters are those of the claim's evidence, also where claims overlap."""
    page.hover(f"#d1-c{number} .text")

    assert _lit(page) == "".join(piece.quote for piece in digest.claims[number - 1].evidence)


def test_hovering_a_passage_lights_its_claims(page: Page) -> None:
    """A passage that carries two claims lights both."""
    page.hover(".ev[data-claims='3 4']")

    assert page.eval_on_selector_all(".claim.lit", "nodes => nodes.map(n => n.id)") == ["d1-c3", "d1-c4"]


def test_leaving_a_claim_puts_its_evidence_out(page: Page) -> None:
    """Nothing stays lit when the pointer is elsewhere."""
    page.hover("#d1-c5 .text")
    page.hover(".headline")

    assert _lit(page) == ""


def test_the_keyboard_moves_through_the_claims(page: Page, digest: Digest) -> None:
    """`j`, `k` and the arrows go from claim to claim, and the evidence of the focused one is lit."""
    visited = []
    for key in ("j", "j", "ArrowDown", "k", "ArrowUp"):
        page.keyboard.press(key)
        visited.append(_focused(page))

    assert visited == ["1", "2", "3", "2", "1"]
    assert _lit(page) == digest.claims[0].evidence[0].quote


def test_tab_goes_from_claim_to_claim(page: Page) -> None:
    """Every claim is one stop of the tab key, with a visible ring."""
    page.focus("#d1-c1 .text")
    page.keyboard.press("Tab")

    assert _focused(page) == "2"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_enter_pins_the_evidence_and_escape_releases_it(page: Page, digest: Digest) -> None:
    """A pinned claim keeps its evidence marked and says so to assistive technology."""
    page.focus("#d1-c12 .text")
    page.keyboard.press("Enter")
    page.hover(".article-pane .layout >> nth=0")
    pinned = _lit(page, "pinned")
    current = page.get_attribute("#d1-c12 .text", "aria-current")
    seen = page.evaluate("document.querySelector('.ev.pinned').getBoundingClientRect().top")
    page.keyboard.press("Escape")

    assert pinned == digest.claims[11].evidence[0].quote
    assert current == "true"
    assert 0 <= seen <= 900
    assert _lit(page, "pinned") == ""


def test_clicking_a_passage_selects_its_claims(page: Page) -> None:
    """A click in the article pins the claims it carries and takes the focus to the first."""
    page.click(".ev[data-claims='3 4']")

    assert page.eval_on_selector_all(".claim.pinned", "nodes => nodes.map(n => n.id)") == ["d1-c3", "d1-c4"]
    assert _focused(page) == "3"


def test_a_line_leads_to_its_claims(page: Page) -> None:
    """A claim number in the summary takes the focus to that claim."""
    page.click(".lines li:nth-child(3) .cite")

    assert _focused(page) == "9"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("speaker", "Petra Osei", ["8", "9"]),
        ("certainty", "possible", ["5", "12"]),
        ("certainty", "denied", ["6"]),
        ("certainty", "conditional", ["9"]),
    ],
)
def test_claims_are_filtered_by_choice(name: str, value: str, expected: list[str], page: Page) -> None:
    """A speaker or a certainty leaves its claims only, and the count says how many."""
    page.select_option(f".filters [name={name}]", value)

    assert _shown(page) == expected
    assert page.inner_text(".filters output") == f"{len(expected)} of 12"


def test_claims_are_filtered_by_figures_and_words(page: Page) -> None:
    """Words and the box for figures narrow each other; keys typed in the field move nothing."""
    page.check(".filters [name=figures]")
    figures = _shown(page)
    page.locator(".filters [name=words]").press_sequentially("HOMES jk")
    none = _shown(page)
    page.fill(".filters [name=words]", "HOMES")

    assert figures == ["1", "3", "5", "7", "9", "10", "11", "12"]
    assert none == []
    assert _shown(page) == ["3", "5", "7"]


def test_a_claim_that_is_filtered_out_comes_back_when_it_is_asked_for(page: Page) -> None:
    """A click on a passage whose claim is hidden takes the filter away."""
    page.select_option(".filters [name=speaker]", "Tomas Quill")
    page.click(".lines li:nth-child(3) .cite")

    assert _focused(page) == "9"
    assert len(_shown(page)) == 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 820, 1280, 1920])
def test_nothing_is_cut_off(
    width: int, scheme: str, browser: Browser, tmp_path: Path, digest: Digest, hostile: Digest, failure: Failure
) -> None:
    """No width scrolls sideways, no policy is broken, nothing is loaded, even with a hostile article on the page."""
    path = tmp_path / "page.html"
    path.write_text(render.render([digest, hostile, failure], "html"), encoding="utf-8")
    asked: list[str] = []
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    opened = context.new_page()
    _listen(opened, asked)

    opened.goto(path.as_uri())

    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [f"request {path.as_uri()}"]
    assert opened.title() == "wirebrief: 2 digests"
    context.close()


def test_a_phone_shows_quotes_at_their_claims(page: Page) -> None:
    """In one column the evidence stands under its claim; on a desk it stands beside it."""
    beside = page.is_visible("#d1-q1")
    page.set_viewport_size({"width": 390, "height": 844})

    assert not beside
    assert page.is_visible("#d1-q1")


def test_the_page_reads_without_scripts(browser: Browser, file: Path, digest: Digest) -> None:
    """Without scripts no dead control is shown, and a claim's link leads to its evidence."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.click("#d1-c5 .text")

    assert opened.url.endswith("#d1-c5e0")
    assert not opened.is_visible(".filters")
    assert opened.inner_text("#d1-c5e0") == digest.claims[4].evidence[0].quote
    context.close()
