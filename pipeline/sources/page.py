"""A web page becomes the text of its article and what the page says about it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]
from trafilatura import bare_extraction

from ..errors import ArticleError
from .metadata import Facts, facts_of, names_joined
from .quiet import quiet
from .walls import refuse_walls

_BOXES: Final = (
    *("ad", "ads", "advert", "advertisement", "caption", "newsletter", "pull-quote", "pullquote", "read-more"),
    *("readmore", "related", "related-links", "share", "sharing", "social", "sponsored"),
)
"""Class names of boxes inside a story; whole words only, since "share-enabled" is a story."""

_BOX: Final = (
    "("
    + " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in _BOXES)
    # 600: longer than any such box, shorter than a story that a careless template calls "social". It stands last,
    # because it is slow: most elements have no such class.
    + ") and string-length(normalize-space(.)) < 600"
)
_PRUNED: Final = ("//figcaption | //aside | //nav | //dialog | //template | //*[@hidden]", f"//body//*[{_BOX}]")
"""Parts that no article consists of and that trafilatura keeps in some layouts."""

_SHORT: Final = (40, 250)
"""Letters of a flash: from a sentence to where trafilatura trusts what it found (`min_extracted_size`)."""

_REPEAT: Final = range(12, 240)
"""Letters of a paragraph that may be a pull quote: shorter ones repeat by chance, longer ones nobody pulls."""

_MOST: Final = 500
"""Paragraphs up to which each is looked for in all others; above them, in a book, that would take seconds."""

_BLOCKS: Final = frozenset({"p", "head", "item", "quote", "list", "div", "body", "code", "table", "row", "cell", "ab"})
_SPACE: Final = re.compile(r"[^\S\n]+")
_NOT_WORD: Final = re.compile(r"[\W_]+")

_KNOWN: Final = 0.6
"""Share of the page's own copy of its text that an extraction must hold; the other half of a good one is subheads."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article's text, paragraphs joined by blank lines, and what its page says about it."""

    text: str
    about: Mapping[str, str]


def read_page(markup: str, ref: str) -> Page:
    """The article of a page, without menus, captions, boxes and its own title.

    Raises `ArticleError` where there is none: "cookie_wall", "script_shell", "paywall", "too_little_prose", "bad_page".
    """
    tree = _parsed(markup, ref)
    facts = facts_of(tree)
    document = _extracted(tree, ref)
    about = _completed(facts, document)
    paragraphs = _flash(tree) or (tuple(_paragraphs(document.body)) if document is not None else ())
    if _is_worse(paragraphs, facts.body):
        paragraphs = facts.body
    paragraphs = _without_repeats(_without_title(paragraphs, about.get("title", "")))
    refuse_walls(tree, paragraphs, ref, free=facts.free)
    return Page("\n\n".join(paragraphs), about)


def _parsed(markup: str, ref: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as err:
        raise _broken(ref, "has no markup that can be read") from err


def _extracted(tree: HtmlElement, ref: str) -> Any:
    try:
        with quiet():
            return bare_extraction(
                tree,
                with_metadata=True,
                include_comments=False,
                include_tables=False,
                prune_xpath=list(_PRUNED),
                # Dates are taken where they are marked: a search through the prose finds the wrong ones.
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as err:
        raise _broken(ref, f"broke its reader ({type(err).__name__})") from err


def _flash(tree: HtmlElement) -> tuple[str, ...]:
    """The paragraphs of a report that is too short for trafilatura, which takes all of its page; else none."""
    marked = tree.xpath("//article | //*[@itemprop='articleBody']")
    if len(marked) != 1 or sum(len(p.text_content()) for p in marked[0].iter("p")) > 4 * _SHORT[1]:
        return ()
    inside = f"not(ancestor-or-self::*[{_BOX}] or ancestor-or-self::figure or ancestor-or-self::aside)"
    shown = "".join(
        marked[0].xpath(f".//text()[not(ancestor::script or ancestor::h1 or ancestor::style) and {inside}]")
    )
    paragraphs = tuple(
        line for p in marked[0].xpath(f".//p[{inside}]") if (line := _one_line(p.text_content()).strip())
    )
    size = len(_folded("".join(paragraphs)))
    return paragraphs if _SHORT[0] < size < _SHORT[1] and size > _KNOWN * len(_folded(shown)) else ()


def _completed(facts: Facts, document: Any) -> dict[str, str]:
    """What the page says, and where it says nothing, what trafilatura found."""
    if document is None:
        return dict(facts.about)
    authors = [name.strip() for name in (document.author or "").split(";") if name.strip()]
    found = {
        "title": document.title,
        "byline": names_joined(authors),
        "publisher": document.sitename,
        "published": document.date,
        "url": document.url,
    }
    return {key: value for key, value in found.items() if value} | dict(facts.about)


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    """The paragraphs of trafilatura's tree: each block its own, two line breaks part one."""
    for piece in "".join(_pieces(body)).split("\n\n"):
        lines = (_SPACE.sub(" ", line).strip() for line in piece.split("\n"))
        paragraph = "\n".join(line for line in lines if line)
        if paragraph:
            yield paragraph


def _pieces(element: HtmlElement) -> Iterator[str]:
    block = element.tag in _BLOCKS
    if element.tag == "lb":
        yield "\n"
    elif block:
        yield "\n\n"
    yield _one_line(element.text)
    for child in element:
        yield from _pieces(child)
        yield _one_line(child.tail)
    if block:
        yield "\n\n"


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _is_worse(paragraphs: Sequence[str], body: Sequence[str]) -> bool:
    """Whether the page's own copy of its text is the better one: more is in it, or its paragraphs are apart."""
    own = _trigrams(" ".join(body))
    if not own:
        return False
    if len(own & _trigrams(" ".join(paragraphs))) < _KNOWN * len(own):
        return True
    return len(body) > len(paragraphs) and _folded("".join(body)) == _folded("".join(paragraphs))


def _trigrams(text: str) -> set[tuple[str, ...]]:
    words = _NOT_WORD.sub(" ", text.casefold()).split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _without_title(paragraphs: Sequence[str], title: str) -> tuple[str, ...]:
    """The paragraphs without the one that prints the title above the story."""
    folded = _folded(title)
    for number, paragraph in enumerate(paragraphs[:3]):
        if folded and _folded(paragraph) == folded:
            return (*paragraphs[:number], *paragraphs[number + 1 :])
    return tuple(paragraphs)


def _without_repeats(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs without pull quotes: short ones whose words stand in another one, or stood before."""
    if len(paragraphs) > _MOST:
        return tuple(paragraphs)
    folded = [_folded(paragraph) for paragraph in paragraphs]
    whole = "\0".join(folded)
    return tuple(
        paragraph
        for number, (paragraph, letters) in enumerate(zip(paragraphs, folded, strict=True))
        if len(letters) not in _REPEAT
        or whole.count(letters) == 1
        or (letters not in folded[:number] and whole.count(letters) == folded.count(letters))
    )


def _folded(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _broken(ref: str, reason: str) -> ArticleError:
    advice = "save the article's text and give that"
    return ArticleError(f"page {ref!r} {reason}; {advice}", stage="read", cause="bad_page", advice=advice)
