"""Who speaks in a text, by the fixture's names and a list of verbs: "X said", "according to X", ", said X"."""

import re
from functools import lru_cache
from typing import Final

from .entities import Book
from .seeds import fold

CUES: Final = (
    "said|says|saying|told|tells|warned|warns|denied|denies|denying|added|adds|argued|argues|claimed|claims|alleged|alleges"
    "|called|calls|put|puts|estimated|estimates|counted|counts|believes|believed|thinks|thought|expects|expected|reported"
    "|reports|announced|wrote|writes|stated|states|insisted|insists|acknowledged|admitted|accused|accuses|rejected|rejects"
    "|predicted|predicts|recalled|testified|explained|noted|declared|confirmed|maintains|maintained|concluded|found"
)
_BETWEEN: Final = r"(?:,[^,.;\"]{1,80},)?\s+(?:(?:\w+ly|later|also|has|had|have|then|did not|would not|on \w+|,)\s+)*"


def speakers(text: str, book: Book) -> tuple[str, ...]:
    """The ids of the entities to which the text ascribes words, in order, each once."""
    plain = fold(text).text
    found: dict[str, int] = {}
    for entity, before, after in _patterns(tuple(_names(book))):
        places = [m.start() for p in (before, after) for m in p.finditer(plain)]
        if places:
            found[entity] = min(*places, found.get(entity, len(plain)))
    return tuple(sorted(found, key=lambda id_: found[id_]))


def _names(book: Book) -> list[tuple[str, tuple[str, ...]]]:
    lasts = {form.entity for form in book.forms if len(form.words) == 1 and form.named}
    out = []
    for id_, entity in book.entities.items():
        last = (entity.name.split()[-1],) if id_ in lasts else ()
        out.append((id_, (entity.name, *entity.aliases, *entity.role, *last)))
    return out


@lru_cache(maxsize=64)
def _patterns(
    named: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    out = []
    for entity, forms in named:
        longest_first = sorted({fold(form).text for form in forms}, key=lambda form: (-len(form), form))
        name = "|".join(re.escape(form) for form in longest_first)
        before = re.compile(rf"\b(?:{name})(?:'s \w+)?{_BETWEEN}(?:{CUES})\b", re.IGNORECASE)
        after = re.compile(
            rf"(?:\baccording to|[,\"]\s*(?:{CUES})|\bin the words of|\bas reported by|\btold by)\s+"
            rf"(?:[\w'-]+,?\s+){{0,5}}?(?:{name})\b",
            re.IGNORECASE,
        )
        out.append((entity, before, after))
    return tuple(out)
