"""Who a source is: the fullest form of its name, its role, or the noun phrase itself."""

from bisect import bisect_left
from collections.abc import Sequence

from ..reading import Name
from ..records import Sentence, Span
from .people import referent
from .saying_words import RELATIVES, SUBJECT_PRONOUNS, THIRD_PERSON

_ARTICLES = ("the ", "a ", "an ")
_ENDINGS = ("’s", "'s", "’", "'")
_NOBODY = SUBJECT_PRONOUNS | RELATIVES | {"this", "these", "those", "my", "our", "your", "its"}
"""Pronouns that name nobody in the article: the reader, the writer, things."""


def speaker_of(
    text: str, source: Sequence[Span], names: Sequence[Name], sentences: Sequence[Sentence]
) -> tuple[str | None, str | None]:
    """The speaker in its fullest form and its role; (None, None) where the source names nobody.

    A noun phrase that is no name stands without its article, unless it is the role of exactly one person.
    """
    if not source:
        return None, None
    first = source[0]
    words = first.cut(text)
    pronoun = words.lower().replace("’", "'").split("'")[0]
    if pronoun in THIRD_PERSON:
        name = referent(names, text, first.start, pronoun, sentences)
        return (name.full, name.role) if name else (None, None)
    if pronoun in _NOBODY:
        return None, None
    name = _named(names, first) or _by_role(names, _phrase(words), words)
    return (name.full, name.role) if name else (_phrase(words) or None, None)


def _named(names: Sequence[Name], span: Span) -> Name | None:
    """The name that a source consists of: its first person where no other person follows, else one that ends it."""
    at = bisect_left(names, span.start, key=lambda name: name.start)
    inside: list[Name] = []
    while at < len(names) and names[at].start < span.end:
        inside.append(names[at])
        at += 1
    people = [name for name in inside if name.kind == "person" and name.end <= span.end]
    if len(people) == 1 and people[0].end >= span.end - 2:
        return people[0]
    whole = [name for name in inside if name.end >= span.end - 2 and name.start <= span.start + len("the ")]
    return whole[0] if whole else None


def _by_role(names: Sequence[Name], phrase: str, words: str) -> Name | None:
    """The only person of the article whose role the phrase repeats: the defense secretary."""
    if not words.lower().startswith("the "):
        return None
    wanted = phrase.lower()
    bearers = {name.full: name for name in names if name.role and name.role.lower().endswith(wanted)}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _phrase(words: str) -> str:
    """A noun phrase as a speaker: without its article and its genitive ending, white space in order."""
    words = " ".join(words.split())
    words = next((words.removesuffix(ending) for ending in _ENDINGS if words.endswith(ending)), words)
    low = words.lower()
    return next((words[len(article) :] for article in _ARTICLES if low.startswith(article)), words)
