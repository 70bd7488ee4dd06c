"""The page, as text."""

import re
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest

from pipeline import render
from pipeline.records import Conflict, Digest, Failure, Side
from pipeline.render import html, wording

VOID = {"meta", "input"}
CSS = (Path(html.__file__).parent / "page.css").read_text(encoding="utf-8")
PAIRS = [
    *product(["ink", "muted", "accent", "certain", "probable", "possible", "uncommitted", "denied"], ["page", "card"]),
    ("on-lit", "lit"),
    ("on-lit", "pinned"),
]


class _Page(HTMLParser):
    """All elements with their attributes; closing tags must fit."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(digest: Digest, empty: Digest, hostile: Digest, failure: Failure) -> _Page:
    """A page with everything on it."""
    return _Page(render.render([digest, hostile, failure, empty], "html"))


def test_every_element_is_closed(page: _Page) -> None:
    """The page is well formed, whatever the articles say."""
    assert page.open == []


def test_ids_are_unique_and_links_arrive(page: _Page) -> None:
    """No id stands twice, and every link inside the page leads to one."""
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    wanted = {attrs["href"] for _, attrs in page.elements if (attrs.get("href") or "").startswith("#")}
    labels = [attrs.get(key) for _, attrs in page.elements for key in ("aria-labelledby", "aria-describedby")]

    assert len(set(ids)) == len(ids)
    assert wanted <= {f"#{name}" for name in ids}
    assert {label for label in labels if label} <= set(ids)


def test_an_article_cannot_add_code_or_handlers(page: _Page) -> None:
    """One script and one style, both ours; no handler, no style attribute, no link but to the web or the page."""
    tags = [tag for tag, _ in page.elements]
    attributes = {name for _, attrs in page.elements for name in attrs}
    links = [attrs["href"] or "" for _, attrs in page.elements if "href" in attrs]

    assert (tags.count("script"), tags.count("style")) == (1, 1)
    assert not any(name.startswith("on") or name in ("style", "src", "srcset", "action") for name in attributes)
    assert [link for link in links if not link.startswith("#")] == ["https://corvo.example/2024/05/sarn?a=1&b=2"]


def test_the_policy_admits_exactly_the_pages_own_code(digest: Digest) -> None:
    """The hashes in the policy are those of the one style and the one script; nothing else may load or submit."""
    text = render.render([digest], "html")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)

    assert style
    assert script
    assert policy
    expected = html.policy(style[1], script[1])
    assert policy[1].replace("&#39;", "'") == expected
    assert expected.startswith("default-src 'none'; ")
    assert expected.endswith("; base-uri 'none'; form-action 'none'")
    assert "unsafe" not in expected


def test_hidden_characters_are_drawn(hostile: Digest) -> None:
    """Escapes and direction overrides of an article stand in the page as visible signs."""
    text = render.render([hostile], "html")

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "‹U+202E›gnp.exe" in text


def test_the_whole_article_is_on_the_page(digest: Digest) -> None:
    """Nothing of the article is left out, boilerplate neither."""
    text = re.sub(r"<[^>]*>", "", render.render([digest], "html"))

    assert "Share this story | © Corvo News. All rights reserved." in text
    assert "and leaving officials at odds" in text


def test_several_digests_have_contents(digest: Digest, failure: Failure, empty: Digest) -> None:
    """A page of several digests starts with links to each; one alone does not."""
    several = render.render([digest, empty, failure], "html")

    assert re.findall(r'<li><a href="#(\w+)">', several) == ["d1", "d2", "failures"]
    assert 'aria-label="Contents"' not in render.render([digest], "html")


def test_every_finding_is_on_the_page(digest: Digest) -> None:
    """A finding stands at its claim or line; one about anything else, also a line that is not there, at the end."""
    lost = digest.findings[2].model_copy(update={"target": "line 9"})
    text = render.render([digest.model_copy(update={"findings": (*digest.findings, lost)})], "html")

    claim = text[text.index('id="d1-c5"') : text.index('id="d1-c6"')]
    assert "certainty: expected possible (“could have been”); found certain" in claim
    assert "surname, article: expected one form of a name; found TNN alone" in text
    assert "bound, line 9: expected at least 150; found 150" in text
    assert text.count('<p class="finding') == 4


def test_a_side_without_a_source_is_told_by_its_claim(digest: Digest) -> None:
    """In a conflict an unnamed source is not taken for the article itself."""
    unnamed, narrated = digest.claims[11], digest.claims[0]
    sides = tuple(Side(claim=one.id, quantity=one.quantities[0], source=None) for one in (unnamed, narrated))
    conflict = Conflict(what="x", sides=sides)

    names = [wording.side_name(side, digest) for side in conflict.sides]

    assert names == ["an unnamed source", "the article itself"]


def test_an_empty_digest_says_so(empty: Digest) -> None:
    """Where no claim stood its checks the page says that, and keeps the article."""
    text = render.render([empty], "html")

    assert "No claim stood its checks." in text
    assert "Nothing of note happened in Oster on Monday." in text


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/", "https://a.example/"),
        ("HTTP://a.example/", "HTTP://a.example/"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.example", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: str | None) -> None:
    """An address of another kind is shown, never linked."""
    assert html.web_address(url) == expected


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast_is_enough(scheme: str, ink: str, ground: str) -> None:
    """Every text colour has a contrast of at least 4.5 on its grounds (WCAG 2.2, level AA), by day and by night."""
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark.split("}")[0]))

    assert _contrast(colours[ink], colours[ground]) >= 4.5


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
