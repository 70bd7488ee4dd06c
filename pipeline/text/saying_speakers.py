"""Who a source is: the fullest form of its name, its role, or the noun phrase itself."""

from bisect import bisect_left
from collections.abc import Sequence

from ..reading import Name
from ..records import Sentence, Span
from .people import referent
from .saying_words import THIRD_PERSON

_ARTICLES = ("the ", "a ", "an ")


def speaker_of(
    text: str, source: Sequence[Span], names: Sequence[Name], sentences: Sequence[Sentence]
) -> tuple[str | None, str | None]:
    """The speaker in its fullest form and its role; (None, None) where the source names nobody."""
    if not source:
        return None, None
    first = source[0]
    words = first.cut(text)
    low = words.lower().replace("’", "'")
    if low.split("'")[0] in THIRD_PERSON:
        name = referent(names, text, first.start, low.split("'")[0], sentences)
        return (name.full, name.role) if name else (None, None)
    name = _named(names, first, text)
    if name is not None:
        return name.full, name.role
    return _phrase(words), None


def _named(names: Sequence[Name], span: Span, text: str) -> Name | None:
    """The name that is the head of a source: a person in it, else a name that ends or makes up the phrase."""
    at = bisect_left(names, span.start, key=lambda name: name.start)
    inside = []
    for name in names[at:]:
        if name.start >= span.end:
            break
        inside.append(name)
    people = [name for name in inside if name.kind == "person"]
    if people:
        return people[0]
    ends = [name for name in inside if name.end >= span.end - 2 and name.start <= span.start + 4]
    return ends[0] if ends else None


def _phrase(words: str) -> str:
    """A noun phrase as a speaker: without its article and its genitive ending."""
    words = " ".join(words.split())
    for ending in ("’s", "'s"):
        words = words.removesuffix(ending)
    low = words.lower()
    for article in _ARTICLES:
        if low.startswith(article):
            return words[len(article) :]
    return words
