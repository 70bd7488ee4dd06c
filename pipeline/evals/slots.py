"""Slot checks: what of a matched claim or clause is wrong, with what was expected and what was found.

A claim carries fields and must state its fact's figures and dates; prose has no fields and may leave figures out, but
must name the speaker and keep the hedge. What is there must be right in both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .entities import NARRATOR, Book
from .fixtures import Fact, Fixture, Slot
from .output import Said
from .readers.clauses import clauses
from .readers.hedges import hedge_words, hedges, negated, negations
from .readers.listed import listed
from .readers.words import has_group, missing_groups, stem, words
from .speech import speakers
from .values import Article, date_faults, figure_faults, quote_faults

_RELATIVE: Final = re.compile(r",\s+(?:which|who|whose|where)\b[^,;]*")

LADDER: Final = ("certain", "probable", "possible", "uncommitted")
NEIGHBOURS: Final = {
    "certain": frozenset[str](),
    "probable": frozenset({"probable", "possible"}),
    "possible": frozenset({"possible", "probable", "uncommitted"}),
    "uncommitted": frozenset({"uncommitted", "possible"}),
}
"""Hedges a class away say nearly the same: no editor calls "probably" for "expected to" a fault."""


DESCRIBED: Final = frozenset(
    stem(word)
    for word in listed(
        """
        company spokeswoman spokesman spokesperson office ministry council union newspaper paper court judge lawyer
        counsel official agency institute board firm club police party government study report estimate statement
        adviser expert
        """
    )
)
"""Nouns that describe a source well enough where the article itself uses no name."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One slot that is wrong; `over` marks a hedge that the source does not have."""

    slot: Slot
    expected: str
    found: str
    over: bool = False

    @property
    def omitted(self) -> bool:
        """Whether something is only left out: what is said is right, and the fact is not whole."""
        return self.found == "none" and self.slot in ("figure", "date", "unit")

    def line(self) -> str:
        """The fault in words."""
        return f"{self.slot}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What the scorer looks things up in: the fixture, its entities, its article; equal only to itself."""

    fixture: Fixture
    book: Book
    article: Article

    @classmethod
    def of(cls, fixture: Fixture, text: str) -> "Desk":
        """The desk of a fixture and the text its output refers to."""
        return cls(fixture, Book.of(fixture), Article.of(text, fixture))


def claim_faults(said: Said, fact: Fact, desk: Desk) -> tuple[Broken, ...]:
    """Every slot of a matched claim that is wrong, in its words or in its fields."""
    found = [*_speaker_field(said, fact, desk), *_via(said, fact, desk), *_certainty(said, fact)]
    spoken = _speaker_words(said.text, fact, desk, " ".join(piece.quote for piece in said.evidence))
    found += [b for b in spoken if not any(f.slot == "speaker" for f in found)]
    found += _words(said.text, fact, desk, claim=said)
    return tuple(found)


def prose_faults(text: str, sentence: str, fact: Fact, desk: Desk, *, beside: Sequence[str] = ()) -> tuple[Broken, ...]:
    """Every slot of a clause of prose that is wrong; the speaker may stand anywhere in its sentence.

    `beside` is the evidence of all that the sentence cites: numbers from there are explained.
    """
    attributed = text if speakers(text, desk.book) else sentence
    found = _speaker_words(attributed, fact, desk, " ".join(beside))
    allowed = _speakers(fact)
    if not found and NARRATOR not in allowed and not any(desk.book.mentioned(sentence, id_) for id_ in allowed):
        found.append(Broken("speaker", desk.book.name(fact.speaker), "nobody"))
    found += _words(text, fact, desk, claim=None, beside=beside, sentence=sentence)
    return tuple(found)


def value_faults(text: str, fact: Fact, desk: Desk) -> tuple[Broken, ...]:
    """The figures and dates of a fact that a clause of prose gets wrong, where the clause speaks of more than it."""
    faults = list(figure_faults(text, fact, desk.fixture, desk.article, in_claim=False))
    return tuple(Broken(*fault) for fault in faults if fault[0] in ("bound", "unit"))


def _words(
    text: str, fact: Fact, desk: Desk, *, claim: Said | None, beside: Sequence[str] = (), sentence: str = ""
) -> list[Broken]:
    in_claim = claim is not None
    amounts = figure_faults(text, fact, desk.fixture, desk.article, in_claim=in_claim, beside=beside)
    found = [Broken(*fault) for fault in amounts]
    found += [Broken(*fault) for fault in date_faults(text, fact, desk.fixture, desk.article, in_claim=in_claim)]
    found += [Broken(*fault) for fault in quote_faults(text, desk.article)]
    evidence = " ".join(piece.quote for piece in claim.evidence) if claim else " ".join(beside)
    found += _hedge(text, fact, evidence)
    found += _polarity(text, sentence or text, fact, evidence, denied=claim is not None and claim.denied)
    if missing := missing_groups(sentence or text, fact.scope):
        found.append(Broken("scope", " and ".join(missing), "no such limit"))
    return found


def _speakers(fact: Fact) -> tuple[str, ...]:
    return (fact.speaker or NARRATOR, *fact.speakers_ok)


def _speaker_field(said: Said, fact: Fact, desk: Desk) -> list[Broken]:
    book, allowed = desk.book, _speakers(fact)
    id_ = book.find(said.source)
    if id_ is None and said.role:
        id_ = book.find(f"{said.role} {said.source}")
    if id_ is not None and any(book.akin(id_, other) for other in allowed):
        return []
    if id_ is None and fact.speaker in book.entities and _is_described(said.source or "", fact):
        return []
    return [Broken("speaker", book.name(allowed[0]), said.source or NARRATOR)]


def _is_described(source: str, fact: Fact) -> bool:
    """Whether the source is a description ("the company") that the fact's own evidence prints for its speaker."""
    last = words(source)[-1:]
    return bool(last) and last[0].stem in DESCRIBED and any(has_group(piece, source) for piece in fact.evidence)


def _speaker_words(text: str, fact: Fact, desk: Desk, evidence: str = "") -> list[Broken]:
    book, allowed = desk.book, _speakers(fact)
    spoken = speakers(text, book, None if fact.via in allowed else fact.via)
    if (stranger := _stranger(text, spoken, fact, desk, evidence)) is not None:
        return [Broken("speaker", book.name(allowed[0]), book.name(stranger))]
    if not spoken or any(book.akin(id_, other) for id_ in spoken for other in allowed):
        return []
    if fact.speaker is None and any(book.mentioned(wording, spoken[0]) for wording in (fact.fact, *fact.say)):
        return []
    return [Broken("speaker", book.name(allowed[0]), book.name(spoken[0]))]


def _stranger(text: str, spoken: Sequence[str], fact: Fact, desk: Desk, evidence: str) -> str | None:
    """Someone in the text whom no wording of the fact and no evidence names: a name was swapped for another.

    A person counts wherever he stands, a house where it speaks or where the fact's own speaker is not named.
    """
    book = desk.book
    if fact.speaker not in book.entities:
        return None
    wordings = " ".join((fact.fact, *fact.say, *fact.evidence, evidence))
    speechless = not any(book.mentioned(text, id_) for id_ in _speakers(fact))
    for id_, entity in book.entities.items():
        if any(book.akin(id_, other) for other in _speakers(fact)):
            continue
        counts = entity.type == "person" or id_ in spoken or speechless
        if counts and book.named(text, id_) and not book.called(wordings, id_):
            return id_
    return None


def _via(said: Said, fact: Fact, desk: Desk) -> list[Broken]:
    book = desk.book
    found = book.find(said.via) if said.via else None
    if fact.via is None:
        wrong = found is not None and not any(book.akin(found, other) for other in _speakers(fact))
        return [Broken("via", "nobody between", said.via or "")] if wrong else []
    if (found is not None and book.akin(found, fact.via)) or book.mentioned(said.text, fact.via):
        return []
    return [Broken("via", book.name(fact.via), said.via or "nobody between")]


def _certainty(said: Said, fact: Fact) -> list[Broken]:
    """A class away is no fault, except where a hedged fact becomes certain; a claim may hedge more than this fact.

    A fact that is certain to its source and must keep a hedging word ("alleged") may be entered either way.
    """
    if fact.conditional:
        sure = not said.conditional and said.certainty == "certain"
        return [Broken("certainty", "conditional", said.certainty)] if sure else []
    if said.conditional or (fact.hedges and fact.certainty == "certain"):
        return []
    if fact.certainty == "certain" and _hedges_more(said, fact) & NEIGHBOURS[said.certainty]:
        return []
    steps = abs(LADDER.index(fact.certainty) - LADDER.index(said.certainty))
    hardened = fact.certainty != "certain" and said.certainty == "certain"
    if steps >= 2 or hardened:
        return [Broken("certainty", fact.certainty, said.certainty, over=fact.certainty == "certain")]
    return []


def _hedges_more(said: Said, fact: Fact) -> frozenset[str]:
    """The classes of hedges that a claim takes from its evidence and this fact does not have: it says more than it."""
    own = {word.lower() for wording in (fact.fact, *fact.say, *fact.evidence) for word in hedge_words(wording)}
    evidence = " ".join(piece.quote for piece in said.evidence)
    more = [w for w in hedge_words(said.text) if w.lower() not in own and has_group(evidence, w)]
    return frozenset[str]().union(*(hedges(word) for word in more))


def _hedge(text: str, fact: Fact, evidence: str) -> list[Broken]:
    if fact.hedges:
        wanted = NEIGHBOURS[fact.certainty] | ({"condition"} if fact.conditional else frozenset())
        if any(has_group(text, word) for word in fact.hedges) or hedges(text) & wanted:
            return []
        return [Broken("hedge", "one of " + ", ".join(fact.hedges[:4]), "none")]
    plain = (fact.fact, *fact.evidence, evidence)
    own = {word.lower() for wording in (*plain, *fact.say) for word in hedge_words(wording)}
    said = hedge_words(text)
    strange = [word for word in said if word.lower() not in own]
    known = frozenset[str]().union(*(hedges(wording) for wording in plain))
    more = frozenset[str]().union(*(hedges(word) for word in strange)) - known
    if strange and (more or len(said) > max(len(hedge_words(wording)) for wording in plain)):
        return [Broken("hedge", "no hedge", ", ".join(strange), over=True)]
    return []


def _polarity(text: str, sentence: str, fact: Fact, evidence: str, *, denied: bool) -> list[Broken]:
    """A negation that the evidence has as well is the article's own; an expected one may stand anywhere in it."""
    allowed = {negated(wording) for wording in (fact.fact, *fact.say)}
    if fact.denied:
        return [] if negated(sentence) else [Broken("polarity", "a denial", "an affirmation")]
    if True not in allowed and denied and not negated(text):
        return [Broken("polarity", "an affirmation", "a denial")]
    if False not in allowed and not negated(sentence):
        return [Broken("polarity", "a negation", "none")]
    if True not in allowed:
        known = negations(evidence)
        strange = [negation for negation in negations(_core(text, fact)) if negation not in known]
        return [Broken("polarity", "no negation", repr(strange[0]))] if strange else []
    return []


def _core(text: str, fact: Fact) -> str:
    """What of the text speaks of the fact: a negation in another clause, or in a relative one, is none of its own."""
    parts = [clause.text for clause in clauses(text) if _on_topic(clause.text, fact)]
    plain = " ".join(parts) or text
    return _RELATIVE.sub(lambda aside: aside.group() if _on_topic(aside.group(), fact) else " ", plain)


def _on_topic(text: str, fact: Fact) -> bool:
    return any(has_group(text, group) for group in fact.keys)
