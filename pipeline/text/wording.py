"""Says a claim as one sentence that loses nothing: its source, its carrier and its denial are in the words."""

from ..records import Claim, Kind
from .words import stem, tokens, word_set

_ENDED = (".", "?", "!", "”", '"', "’", "…")
_EMPTY = word_set("the of and for at in mr mrs ms dr sir his her its their a an")


def sentence(claim: Claim) -> str:
    """The claim's own text as a sentence; the source is added where the text does not name it."""
    text = claim.text.strip()
    about = claim.attribution
    named = about.source is None or _names(text, about.source) or (about.role is not None and _names(text, about.role))
    if about.kind is Kind.NARRATOR or named:
        return text if text.endswith(_ENDED) else text + "."
    via = f", as reported by {about.via}" if about.via else ""
    return f"{text.rstrip('.')}, according to {_determined(about.source or '')}{via}."


def _names(text: str, source: str) -> bool:
    """Whether the text names a source: by one of its proper names, or by the last word of a description."""
    said = {stem(word.text) for word in tokens(text)}
    words = [word.text for word in tokens(source) if word.text.lower() not in _EMPTY]
    proper = {stem(word) for word in words if word[:1].isupper()}
    return bool((proper or {stem(word) for word in words[-1:]}) & said)


def _determined(source: str) -> str:
    """A singular description with "the"; names, plurals and what has a determiner stay as they are."""
    first, last = source.split()[0], source.split()[-1]
    bare = first[:1].isupper() or first[:1].isdigit() or last.endswith(("s", "people", "police"))
    return (
        source if bare or first.lower() in ("the", "a", "an", "his", "her", "its", "their", "one") else f"the {source}"
    )
