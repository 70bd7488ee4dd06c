"""Who a source is: the fullest form of its name, its role, or the noun phrase itself."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...reading import Name
from ...records import Sentence, Span
from ..names.people import referent
from .words import RELATIVES, SUBJECT_PRONOUNS, THIRD_PERSON, word_set

_ARTICLES = ("the ", "a ", "an ")
_ENDINGS = ("’s", "'s", "’", "'")
_NOBODY = SUBJECT_PRONOUNS | RELATIVES | {"this", "these", "those", "my", "our", "your", "its", "q", "a"}
"""Pronouns that name nobody in the article: the reader, the writer, things; labels of questions and answers."""
_OUTLETS = word_set("agency newspaper paper broadcaster network station channel magazine website site outlet daily")
"""How an outlet that has just been named is called again."""
_APPOSITION = re.compile(r",\s+")
_AFTER_NAME = re.compile(r"\s*(?:[,.;:)]|$)")
_NEAR = 400
"""How many names before a pronoun are looked at, as in the search for its referent: keeps the article linear."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article, to tell who a source is; `bearers` maps a role, or its tail, to its only holder."""

    text: str
    sentences: Sequence[Sentence]
    names: Sequence[Name]
    bearers: Mapping[str, Name | None]

    def speaker(self, source: Sequence[Span], content: Sequence[Span]) -> tuple[str | None, str | None]:
        """The speaker in its fullest form and its role; (None, None) where the source names nobody.

        A noun phrase that is no name stands without its article, unless a name follows it ("her lawyer, Ana Ruiz,")
        or it is the role of exactly one person.
        """
        if not source:
            return None, None
        first = source[0]
        words = first.cut(self.text)
        pronoun = words.lower().replace("’", "'").split("'")[0]
        if pronoun in THIRD_PERSON:
            name = self._behind_pronoun(first.start, pronoun, content)
            return (name.full, name.role) if name else (None, None)
        if pronoun in _NOBODY:
            return None, None
        name = _named(self._inside(first), first)
        if name is None and (apposed := self._in_apposition(first)):
            return apposed.full, apposed.role or _phrase(words) or None
        name = name or self._by_role(words)
        return (name.full, name.role) if name else (_phrase(words) or None, None)

    def carrier(self, via: Sequence[Span]) -> str | None:
        """Who carried the words: the one name in the phrase (an Associated Press report), else the phrase."""
        if not via:
            return None
        inside = {name.full for name in self._inside(via[0])}
        if len(inside) == 1:
            return inside.pop()
        phrase = _phrase(via[0].cut(self.text))
        return (self._outlet_before(via[0].start) if phrase.lower() in _OUTLETS else None) or phrase or None

    def _outlet_before(self, position: int) -> str | None:
        """The organisation last named in the same sentence: told Coastal Wire that ..., the agency reported."""
        sentence = bisect_right(self.sentences, position, key=lambda s: s.start) - 1
        if sentence < 0:
            return None
        here = self._inside(Span(start=self.sentences[sentence].start, end=position + 1))
        outlets = [name.full for name in here if name.kind in ("organisation", "unknown")]
        return outlets[-1] if outlets else None

    def _behind_pronoun(self, position: int, pronoun: str, content: Sequence[Span]) -> Name | None:
        """The person a pronoun stands for; nobody speaks of himself by name in the words before his own "he said"."""
        last = bisect_left(self.names, position, key=lambda name: name.start)
        near = self.names[max(0, last - _NEAR) : last]
        outside = [name for name in near if not any(s.start <= name.start < s.end for s in content)]
        return referent(outside, self.text, position, pronoun, self.sentences)

    def _inside(self, span: Span) -> Sequence[Name]:
        first = bisect_left(self.names, span.start, key=lambda name: name.start)
        last = bisect_left(self.names, span.end, key=lambda name: name.start)
        return self.names[first:last]

    def _in_apposition(self, span: Span) -> Name | None:
        """Who is named between commas right behind the phrase: her lawyer, Ana Ruiz, said; the supplier, Ledgerby,."""
        comma = _APPOSITION.match(self.text, span.end)
        if comma is None:
            return None
        at = bisect_left(self.names, comma.end(), key=lambda name: name.start)
        name = self.names[at] if at < len(self.names) else None
        if name is None or name.start != comma.end() or name.kind == "place":
            return None
        return name if _AFTER_NAME.match(self.text, name.end) else None

    def _by_role(self, words: str) -> Name | None:
        """The only person of the article whose role the phrase repeats: the defense secretary."""
        return self.bearers.get(_phrase(words).lower()) if words.lower().startswith("the ") else None


_OF = frozenset({"of", "for", "at", "in", "on", "from", "to", "with", "and"})


def cast_of(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Cast:
    """The cast of an article, with the roles that belong to one person alone."""
    bearers: dict[str, Name | None] = {}
    for name in names:
        words = name.role.lower().split() if name.role else []
        head = next((at for at, word in enumerate(words) if word in _OF), len(words))
        for at in range(head):  # "the spokeswoman" and "the spokeswoman for the utility" are she, "the utility" is not
            tail = " ".join(words[at:])
            known = bearers.setdefault(tail, name)
            if known is not None and known.full != name.full:
                bearers[tail] = None
    return Cast(text, sentences, names, bearers)


def _named(inside: Sequence[Name], span: Span) -> Name | None:
    """The name that a source consists of: the only person in it where it ends the phrase, else a name of its length."""
    people = [name for name in inside if name.kind == "person" and name.end <= span.end]
    if len(people) == 1 and people[0].end >= span.end - len("’s"):
        return people[0]
    whole = [name for name in inside if name.end >= span.end - len("’s") and name.start <= span.start + len("the ")]
    return whole[0] if whole else None


def _phrase(words: str) -> str:
    """A noun phrase as a speaker: without its article and its genitive ending, white space in order."""
    words = " ".join(words.split())
    words = next((words.removesuffix(ending) for ending in _ENDINGS if words.endswith(ending)), words)
    low = words.lower()
    return next((words[len(article) :] for article in _ARTICLES if low.startswith(article)), words)
