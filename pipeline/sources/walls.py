"""Pages without an article: cookie walls, script shells and paywalls, told by markup and the little they print."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from ..errors import ArticleError

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CONSENT: Final = re.compile(
    r"\b(?:we (?:and our (?:\w+ )?partners )?(?:use|store|set|place) (?:\w+ ){0,3}cookies|(?:accept|reject|allow) all\b"
    r"|(?:manage|cookie|privacy|change your) (?:settings|preferences|choices|options)|our (?:\w+ )?partners"
    r"|your (?:consent|privacy)|consent to|withdraw (?:your )?consent|personali[sz]ed ads|legitimate interest"
    r"|cookie (?:policy|notice)|cookies and similar)",
    re.IGNORECASE,
)
_SCRIPT: Final = re.compile(
    r"\b(?:(?:enable|turn on|activate|requires?|without) (?:your browser['’]s )?java ?script"
    r"|java ?script (?:is|must be|to be)"
    r"|checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot"
    r"|just a moment\b)",
    re.IGNORECASE,
)
_PAY: Final = re.compile(
    r"\b(?:subscribe (?:now )?(?:to|for) (?:continue|read|unlock|full|unlimited|keep)"
    r"|(?:to|and) (?:continue|keep) reading"
    r"|already (?:a |have a )?(?:subscriber|subscription|member)|(?:log|sign) ?in to (?:read|continue)"
    r"|(?:for|to|by) (?:our )?(?:subscribers|members) only|(?:subscriber|member)[- ](?:only|exclusive)"
    r"|(?:reserved|exclusive|available) (?:for|to) (?:our )?(?:\w+ )?(?:subscribers|members)"
    r"|create (?:a|your) free account|start your (?:free )?trial|unlock this (?:article|story))",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\b(?:we|our|you|your)\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“][^\"“”]*[\"”]")
_MOUNT: Final = frozenset({"root", "app", "__next", "__nuxt", "svelte", "react-root", "application", "main-app"})
"""Ids of the empty elements into which scripts draw a page."""

_ENOUGH: Final = 100
"""Words of prose beside the wall from which on a page is an article: teasers end below, short agency reports begin."""
_TEASER: Final = 60
"""The same where the wall may be an offer beside a short report, and not in its place."""
_FRAME: Final = "ancestor::noscript or ancestor::header or ancestor::nav or ancestor::footer"
"""XPath of the parts of a page that offer subscriptions beside every story."""
_FEW: Final = 30
"""Words below which a page that draws itself by script, or says nothing of itself, has no article."""
_LEAST: Final = 8
"""Words below which nothing is a sentence of news."""


def refuse_walls(tree: HtmlElement, paragraphs: Sequence[str], ref: str, *, free: bool) -> None:
    """Raise `ArticleError` where a page holds no article; `free` is false where the page says that it must be paid for.

    Causes: "script_shell", "cookie_wall", "paywall", "too_little_prose".
    """
    notices = [piece for piece in paragraphs if _is_notice(piece)]
    prose = _words(" ".join(piece for piece in paragraphs if piece not in notices))
    if prose >= _ENOUGH:
        return
    # A flash of two sentences on a page with a banner is an article; a line beside notices is not.
    bare = prose < _LEAST or (prose < _FEW and bool(notices))
    shown = _shown(tree, "ancestor::noscript")
    if bare and (_SCRIPT.search(shown) or (prose < _LEAST and _needs_scripts(tree, shown))):
        raise _refusal(ref, "script_shell")
    if bare and len({match.lower() for match in _CONSENT.findall(shown)}) >= 2:
        raise _refusal(ref, "cookie_wall")
    if (
        not free
        or any(_PAY.search(piece) for piece in notices)
        or (prose < _TEASER and _PAY.search(_shown(tree, _FRAME)))
    ):
        raise _refusal(ref, "paywall")
    if prose < _LEAST:
        raise _refusal(ref, "too_little_prose")


def _is_notice(paragraph: str) -> bool:
    """Whether a paragraph speaks to the reader about consent, scripts or payment; news about cookies does not."""
    own = _QUOTED.sub("", paragraph)
    return bool(_SCRIPT.search(own) or _PAY.search(own) or (_CONSENT.search(own) and _ADDRESS.search(own)))


def _shown(tree: HtmlElement, but: str) -> str:
    """The text of a page that its reader sees, without the parts that the condition `but` names."""
    texts = tree.xpath(f"//body//text()[not(ancestor::script or ancestor::style or ancestor::template or {but})]")
    return " ".join(" ".join(texts).split())


def _needs_scripts(tree: HtmlElement, shown: str) -> bool:
    """Whether a page that prints next to nothing says that it needs scripts, or has the empty place they draw in."""
    hidden = " ".join(" ".join(element.itertext()) for element in tree.iter("noscript"))
    if _SCRIPT.search(hidden):
        return True
    if _words(shown) >= _FEW or next(tree.iter("script"), None) is None:
        return False
    return any((element.get("id") or "").lower() in _MOUNT for element in tree.iter("div", "main", "section"))


def _words(text: str) -> int:
    return len(_WORD.findall(text))


_REASONS: Final = {
    "script_shell": (
        "draws itself with scripts and holds no article",
        "open it in a browser, save the page and give that file",
    ),
    "cookie_wall": (
        "is a cookie notice and holds no article",
        "accept or reject in a browser, save the page and give that file",
    ),
    "paywall": ("stops at a paywall", "sign in with a browser, save the page and give that file"),
    "too_little_prose": (
        "holds no article",
        "check that it is the article's own page and not a list, a gallery or an error",
    ),
}


def _refusal(ref: str, cause: str) -> ArticleError:
    reason, advice = _REASONS[cause]
    return ArticleError(f"page {ref!r} {reason}; {advice}", stage="read", cause=cause, advice=advice)
