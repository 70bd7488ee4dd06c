"""Who a source is: the fullest form of its name, its role, or the noun phrase itself."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ..reading import Name
from ..records import Sentence, Span
from .people import referent
from .saying_words import RELATIVES, SUBJECT_PRONOUNS, THIRD_PERSON

_ARTICLES = ("the ", "a ", "an ")
_ENDINGS = ("’s", "'s", "’", "'")
_NOBODY = SUBJECT_PRONOUNS | RELATIVES | {"this", "these", "those", "my", "our", "your", "its"}
"""Pronouns that name nobody in the article: the reader, the writer, things."""


def role_bearers(names: Sequence[Name]) -> Mapping[str, Name | None]:
    """Each role and each tail of it in lower case -> the only person who has it; None where several do."""
    bearers: dict[str, Name | None] = {}
    for name in names:
        words = name.role.lower().split() if name.role else []
        for at in range(len(words)):
            tail = " ".join(words[at:])
            known = bearers.setdefault(tail, name)
            if known is not None and known.full != name.full:
                bearers[tail] = None
    return bearers


def speaker_of(
    text: str,
    source: Sequence[Span],
    names: Sequence[Name],
    sentences: Sequence[Sentence],
    bearers: Mapping[str, Name | None],
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
    name = _named(_inside(names, first), first) or _by_role(bearers, words)
    return (name.full, name.role) if name else (_phrase(words) or None, None)


def carrier_of(text: str, via: Sequence[Span], names: Sequence[Name]) -> str | None:
    """Who carried the words: the one name in the phrase (an Associated Press report), else the phrase."""
    if not via:
        return None
    inside = {name.full for name in _inside(names, via[0])}
    return inside.pop() if len(inside) == 1 else _phrase(via[0].cut(text)) or None


def _inside(names: Sequence[Name], span: Span) -> list[Name]:
    """The names that start inside a span."""
    first = bisect_left(names, span.start, key=lambda name: name.start)
    last = bisect_left(names, span.end, key=lambda name: name.start)
    return list(names[first:last])


def _named(inside: Sequence[Name], span: Span) -> Name | None:
    """The name that a source consists of: the only person in it where it ends the phrase, else a name of its length."""
    people = [name for name in inside if name.kind == "person" and name.end <= span.end]
    if len(people) == 1 and people[0].end >= span.end - len("’s"):
        return people[0]
    whole = [name for name in inside if name.end >= span.end - len("’s") and name.start <= span.start + len("the ")]
    return whole[0] if whole else None


def _by_role(bearers: Mapping[str, Name | None], words: str) -> Name | None:
    """The only person of the article whose role the phrase repeats: the defense secretary."""
    return bearers.get(_phrase(words).lower()) if words.lower().startswith("the ") else None


def _phrase(words: str) -> str:
    """A noun phrase as a speaker: without its article and its genitive ending, white space in order."""
    words = " ".join(words.split())
    words = next((words.removesuffix(ending) for ending in _ENDINGS if words.endswith(ending)), words)
    low = words.lower()
    return next((words[len(article) :] for article in _ARTICLES if low.startswith(article)), words)
