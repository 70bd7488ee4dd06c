"""Who speaks in a text, by the fixture's names and a list of verbs: "X said", "according to X", ", said X"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from .entities import Book
from .seeds import fold

SAYING: Final = (
    "say|said|says|saying|tell|told|tells|warn|warned|warns|deny|denied|denies|denying|add|added|adds|argue|argued|argues"
    "|claim|claimed|claims|allege|alleged|alleges|announced|wrote|writes|state|stated|states|insist|insisted|insists"
    "|acknowledged|admit|admitted|admits|accuse|accused|accuses|reject|rejected|rejects|predict|predicted|predicts|recalled"
    "|testified|explained|noted|declared|confirmed|maintain|maintains|maintained|report|reported|reports"
    "|reply|replies|replied|answer|answers|answered|speak|speaks|spoke|advise|advises|advised|ask|asks|asked|promise|promised"
    "|threatened|vowed|stress|stresses|stressed|notes|pointed out|points out|describe|describes|described|agreed|agrees|disclose|disclosed|discloses|reveal|revealed|reveals|quoted|urged|suggest|suggests|suggested|concede|conceded|disputed|disputes|dispute"
)
"""Verbs of saying."""

JUDGING: Final = (
    "call|called|calls|put|puts|estimated|estimates|counted|counts|believe|believes|believed|think|thinks|thought|expect"
    "|expects|expected|concluded|found|doubt|doubts|doubted|blame|blames|blamed|fear|fears|feared|hope|hopes|hoped|see|sees"
    "|saw|judged|judges|considers|considered|holds|held"
    "|give|gives|gave|praised|praises|criticised|criticized|attributed|attributes"
)
"""Verbs that show whose judgement it is, where no verb of saying does."""

_JUDGEMENT: Final = "reckoning|estimates?|count|account|view|forecasts?|projections?|tally|words|telling|opinion|judgement|advice|warning|answer"

ASIDE: Final = 40
"""Characters before a role in which another's name makes the role an apposition: "Ana Ruiz, an insurer, put"."""

_ARTICLE: Final = re.compile(r"^(?:the|a|an|some|her|his|its|their)\s+", re.IGNORECASE)
_BETWEEN: Final = r"(?:,[^,.;\"]{1,80},|,)?\s+(?:(?:\w+ly|later|also|has|had|have|then|now|still|already|again|himself|herself|did not|do not|does not|would not|will not|on \w+|,)\s+)*"


@lru_cache(maxsize=20_000)
def speakers(text: str, book: Book, carrier: str | None = None) -> tuple[str, ...]:
    """The ids of the entities to which the text ascribes words, in order, each once, without the carrier.

    "Its deputy chief, Ana Ruiz, said" is Ana Ruiz: a role gives way to the name that stands in or behind it.
    """
    plain = fold(text).text
    named = tuple(_names(book))
    for cues in (SAYING, JUDGING):
        if spoken := [id_ for id_ in _found(plain, _patterns(named, cues)) if id_ != carrier]:
            return tuple(spoken)
    return ()


def _found(plain: str, patterns: "Sequence[Patterns]") -> tuple[str, ...]:
    """Of several that end at one verb ("Ana Ruiz, of the Mutual, said") the first speaks; a house does not for its man."""
    hits: list[tuple[int, int, str]] = []
    for entity, by_name, by_role, others in patterns:
        for m in (m for pattern in by_name for m in pattern.finditer(plain)):
            if not m.groupdict().get("of") or not others.search(plain, m.start("of"), m.end()):
                hits.append((m.start(), m.end(), entity))
        for m in (m for pattern in by_role for m in pattern.finditer(plain)):
            named = others.search(plain, max(0, m.start() - ASIDE), m.end()) or others.match(
                plain[m.end() :].lstrip(", ")
            )
            if not named:
                hits.append((m.start(), m.end(), entity))
    first: dict[int, tuple[int, str]] = {}
    for start, end, entity in sorted(hits):
        first.setdefault(end, (start, entity))
    return tuple(dict.fromkeys(entity for _, entity in sorted(first.values())))


Named = tuple[str, tuple[str, ...], tuple[str, ...]]
"""An entity, its names, its roles."""

Patterns = tuple[str, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...], re.Pattern[str]]
"""An entity, the patterns of its names, those of its roles, and every name of the others."""


def _names(book: Book) -> list[Named]:
    lasts = {form.entity for form in book.forms if len(form.words) == 1 and form.named}
    out = []
    for id_, entity in book.entities.items():
        last = (entity.name.split()[-1],) if id_ in lasts and entity.type == "person" else ()
        out.append((id_, (entity.name, *entity.aliases, *last), entity.role))
    return out


@lru_cache(maxsize=64)
def _patterns(named: tuple[Named, ...], cues: str) -> tuple[Patterns, ...]:
    out = []
    for entity, names, roles in named:
        others = [name for other, theirs, _ in named if other != entity for name in theirs]
        out.append((entity, _spoken(names, cues), _spoken(roles, cues), re.compile(rf"(?:{_any(others)})\b")))
    return tuple(out)


def _any(forms: Sequence[str]) -> str:
    plain = {_ARTICLE.sub("", fold(form).text) for form in forms}
    longest_first = sorted(plain, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in longest_first) or r"\Z\A"


def _spoken(forms: Sequence[str], cues: str) -> tuple[re.Pattern[str], ...]:
    if not forms:
        return ()
    name = _any(forms)
    return (
        re.compile(rf"\b(?:{name})(?P<of>'s \w+)?{_BETWEEN}(?:{cues})\b", re.IGNORECASE),
        re.compile(
            rf"(?:\baccording to|\bciting|[,\"]\s*(?:{cues})|\bin the words of|\bas reported by|\btold by)\s+"
            rf"(?:[\w'-]+,?\s+){{0,5}}?(?:{name})\b(?!'s)",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{name})'s\s+(?:[\w-]+\s+){{0,3}}?(?:{_JUDGEMENT})\b", re.IGNORECASE),
    )
