"""Claims that no fact takes: a duplicate, a part of a matched fact, a clean extra, or not carried by the article."""

from collections.abc import Sequence
from typing import Final

from .entities import NARRATOR
from .match import Gold, Matching
from .output import Output, Said
from .readers.dates import dates
from .readers.figures import figures
from .readers.hedges import negated
from .readers.names import names
from .readers.quotations import quotations
from .readers.words import stem, stems, token_f1, words
from .seeds import find_all
from .slots import Broken, Desk
from .values import is_invented, is_strange, quote_faults

SAME_WORDS: Final = 0.7
"""Token F1 from which two claims on one fact are a duplicate; below, they split it (swept 0.6 to 0.8 on own pairs)."""

CARRIED: Final = 0.5
"""Share of a claim's telling words that its evidence's paragraph has to have; a free paraphrase keeps over half."""


def stray(
    index: int, matching: Matching, facts: Sequence[Gold], output: Output, desk: Desk
) -> tuple[str, str, tuple[Broken, ...]]:
    """The verdict on a left-over claim, why, and what is wrong with it."""
    said = output.claims[index]
    best = matching.best(index)
    owner = None
    if best is not None:
        owner = next((i for i, j in matching.pairs.items() if j == best[0]), None)
    if owner is not None and best is not None:
        other = output.claims[owner]
        same = token_f1(stems(said.text), stems(other.text))
        fact = facts[best[0]].id
        if same >= SAME_WORDS:
            return "duplicate", f"says {fact} again, like {other.text!r}", ()
    if broken := unsupported(said, output, desk):
        return "unsupported", "; ".join(fault.line() for fault in broken), broken
    if owner is not None and best is not None:
        return "split", f"a part of {facts[best[0]].id}, which {output.claims[owner].text!r} says; {best[1].why()}", ()
    near = f"; nearest is {facts[best[0]].id}, {best[1].why()}" if best is not None else ""
    return "extra", f"no fact of the fixture, and nothing in it that the article lacks{near}", ()


def unsupported(said: Said, output: Output, desk: Desk) -> tuple[Broken, ...]:
    """What a claim says that its article does not."""
    found: list[Broken] = []
    found += [
        Broken("figure", "a figure of the article", repr(f.text))
        for f in figures(said.text)
        if is_invented(f, desk.article)
    ]
    found += [
        Broken("date", "a date of the article", repr(d.text)) for d in dates(said.text) if is_strange(d, desk.article)
    ]
    found += [Broken(*fault) for fault in quote_faults(said.text, desk.article)]
    found += _owner(said, desk)
    known = {word.stem for word in words(output.text)} | {
        stem(w.lower()) for e in desk.book.entities.values() for w in e.name.split()
    }
    for name in names(said.text):
        if strange := [w.lower for w in words(name) if w.stem not in known]:
            found.append(Broken("scope", "a name of the article", repr(" ".join(strange))))
    place = _paragraphs(said, output.text)
    if negated(said.text) and not negated(place):
        found.append(Broken("polarity", "an affirmation, as in the evidence", "a negation"))
    if not found and (share := _share(said.text, place, desk)) < CARRIED:
        found.append(Broken("scope", "words its evidence carries", f"{share:.0%} of them"))
    return tuple(found)


def _owner(said: Said, desk: Desk) -> list[Broken]:
    """A quotation or figure of the fixture in the mouth of another than its speaker."""
    book = desk.book
    id_ = book.find(said.source)
    for quote in desk.fixture.quotes.values():
        if quote.speaker is None or id_ is None or book.akin(id_, quote.speaker):
            continue
        if any(len(q.text.split()) >= 3 and find_all(quote.text, q.text.rstrip(".,")) for q in quotations(said.text)):
            return [Broken("speaker", book.name(quote.speaker), said.source or NARRATOR)]
    return []


def _paragraphs(said: Said, text: str) -> str:
    """The paragraphs that a claim's evidence stands in."""
    pieces = []
    for start, end in said.places:
        first = text.rfind("\n\n", 0, start)
        last = text.find("\n\n", end)
        pieces.append(text[first + 2 if first >= 0 else 0 : last if last >= 0 else len(text)])
    return "\n".join(pieces)


def _share(text: str, place: str, desk: Desk) -> float:
    names_ = {w.stem for entity in desk.book.entities.values() for n in (entity.name, *entity.role) for w in words(n)}
    told = [s for s in stems(text) if s not in names_]
    held = {word.stem for word in words(place)}
    return sum(s in held for s in told) / len(told) if told else 1.0
