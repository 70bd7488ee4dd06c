"""What a page says about its article: JSON-LD first, then meta tags, then marked-up times."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from .dates import moment

_META_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"),
    "byline": ("author", "byl", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "article:publisher", "twitter:creator"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "sailthru.date",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
"""Names of meta tags in the order in which they are believed."""

_ADDRESS: Final = re.compile(r"https?://[^\s]+")
_BY: Final = re.compile(r"by\s+", re.IGNORECASE)
_BYLINE: Final = re.compile(r"by\s+([^|•·\d]{2,120}?)\s*(?:[|•·\d].*|, [^,]*\d.*)?", re.IGNORECASE | re.DOTALL)
_LANGUAGE: Final = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{1,500}>")
_BREAK: Final = re.compile(r"\s*(?:\n|<br\s*/?>|</p>)\s*", re.IGNORECASE)
_DEPTH: Final = 6
"""How deep a JSON-LD graph is searched: an article sits at most inside a list inside a graph inside a list."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says: `about` by the names of `Article`, its own copy of the text, and whether it says it is free."""

    about: Mapping[str, str]
    body: tuple[str, ...]
    free: bool


def facts_of(tree: HtmlElement) -> Facts:
    """What JSON-LD, meta tags and markup of a page say about its article; nothing is guessed from its prose."""
    graph = tuple(_graph(tree))
    story = _story(graph)
    names = {str(item["@id"]): item for item in graph if isinstance(item.get("@id"), str)}
    linked, tagged, marked = _from_json(story, names), _from_meta(tree), _from_markup(tree)
    about = {key: value for key, value in (marked | tagged | linked).items() if value}
    publisher = about.get("publisher")
    if publisher and "title" in about:
        about["title"] = _without_site(about["title"], publisher)
    free = str(story.get("isAccessibleForFree", True)).lower() != "false"
    return Facts(about, _paragraphs(story.get("articleBody")), free)


def names_joined(names: Sequence[str]) -> str:
    """Names as a byline has them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _graph(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                value = json.loads(script.text_content().strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue  # a page with broken JSON-LD is read without it
            yield from _objects(value, _DEPTH)


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _objects(value.get(key), depth - 1)


def _story(graph: Sequence[dict[str, Any]]) -> dict[str, Any]:
    for item in graph:
        types = item.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and name.endswith(("Article", "BlogPosting")) for name in names):
            return item
    return {}


def _from_json(story: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    page = story.get("mainEntityOfPage")
    address = story.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    found = {
        "title": _line(story.get("headline")),
        "byline": names_joined(tuple(_people(story.get("author") or story.get("creator"), names))),
        "publisher": next(_people(story.get("publisher"), names), ""),
        "published": _date(story.get("datePublished")),
        "url": _address(address),
        "language": _language(story.get("inLanguage")),
    }
    return {key: value for key, value in found.items() if value}


def _from_meta(tree: HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        content = _line(tag.get("content"))
        if key and content:
            said.setdefault(key.strip().lower(), content)
    read = {"published": _date, "url": _address, "language": _language, "byline": _person, "publisher": _person}
    found = {
        key: next((value for name in names if (value := read.get(key, _line)(said.get(name)))), "")
        for key, names in _META_KEYS.items()
    }
    return {key: value for key, value in found.items() if value}


def _from_markup(tree: HtmlElement) -> dict[str, str]:
    canonical = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    times = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime | (//article//time)[1]/@datetime")
    bylines = (_line(element.text_content()) for element in tree.xpath("//*[contains(@class, 'byline')]"))
    found = {
        "byline": next((match[1].rstrip(" ,") for line in bylines if (match := _BYLINE.fullmatch(line))), ""),
        "url": next((value for href in canonical if (value := _address(href))), ""),
        "published": next((value for time in times if (value := _date(time))), ""),
        "language": _language(tree.get("lang") or tree.get("xml:lang")),
    }
    return {key: value for key, value in found.items() if value}


def _people(value: object, names: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            known = item if item.get("name") else names.get(str(item.get("@id")), item)
            name = known.get("name")
            yield from _people(name, {}) if isinstance(name, list) else filter(None, [_person(name)])
        elif person := _person(item):
            yield person


def _person(value: object) -> str:
    name = _BY.sub("", _line(value), count=1) if _BY.match(_line(value)) else _line(value)
    return "" if _ADDRESS.match(name) or name.startswith("@") else name


def _date(value: object) -> str:
    return value if isinstance(value, str) and moment(value) else ""


def _address(value: object) -> str:
    return value.strip() if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()) else ""


def _language(value: object) -> str:
    match = _LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return match[1].lower() if match else ""


def _line(value: object) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _without_site(title: str, publisher: str) -> str:
    match = re.fullmatch(rf"(.+?)\s+[|–—-]\s+(?:the\s+)?{re.escape(publisher)}", title, re.IGNORECASE)
    return match[1] if match else title


def _paragraphs(value: object) -> tuple[str, ...]:
    if not isinstance(value, str):
        return ()
    text = html.unescape(value)
    return tuple(line for piece in _BREAK.split(text) if (line := " ".join(_TAG.sub("", piece).split())))
