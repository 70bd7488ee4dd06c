"""Lint, second half: every `say` means its fact and breaks nothing, every `near` breaks exactly its slots."""

from collections.abc import Iterator

from .fixtures import Fact
from .loading import Case
from .match import Gold, fit, golds
from .output import Passage, Said
from .problems import Problem
from .readers.words import stems
from .slots import Desk, claim_faults, prose_faults
from .traps import fires


def sayings(case: Case) -> tuple[Problem, ...]:
    """Every fault of a paraphrase; call it on fixtures whose structure is sound."""
    desk = Desk.of(case.fixture, case.text)
    facts = golds(case.fixture, case.text)
    found: list[Problem] = []
    for gold in facts:
        entry = f"must_have {gold.id}"
        found += [Problem(str(case.path), entry, message) for message in _fact(gold, facts, desk, case)]
    return tuple(found)


def stated(text: str, gold: Gold, desk: Desk, slots: tuple[str, ...] = ()) -> Said:
    """A claim with these words and the fact's own fields and evidence; a slot that the words break has no field."""
    fact, book = gold.fact, desk.book
    return Said(
        id=gold.id,
        text=text,
        evidence=tuple(Passage(start, end, desk.article.text[start:end]) for start, end in gold.places),
        source=book.name(fact.speaker) if fact.speaker in book.entities else None,
        via=book.name(fact.via) if fact.via and "via" not in slots else None,
        certainty=fact.certainty,
        conditional=fact.conditional,
        denied=fact.denied and "polarity" not in slots,
    )


def _fact(gold: Gold, facts: tuple[Gold, ...], desk: Desk, case: Case) -> Iterator[str]:
    fact = gold.fact
    for key, text in (("fact", fact.fact), *(("say", text) for text in fact.say)):
        yield from _matches(key, text, gold, facts, desk)
        broken = claim_faults(stated(text, gold, desk), fact, desk)
        for fault in broken:
            yield f"{key} {text!r} breaks {fault.line()}; reword it, or correct the entry it disagrees with"
        for id_, trap in case.fixture.must_not_say.items():
            if fires(trap, text, _aside(fact, desk)):
                yield f"{key} {text!r} trips the trap {id_}; narrow the trap"
    for fault in prose_faults(fact.fact, fact.fact, fact, desk):
        yield f"fact {fact.fact!r} would be wrong in a summary: {fault.line()}; name the speaker, keep hedge and limit"
    for near in fact.near:
        yield from _matches("near", near.text, gold, facts, desk)
        broken = claim_faults(stated(near.text, gold, desk, near.slots), fact, desk)
        slots = {fault.slot for fault in broken}
        if slots != set(near.slots):
            seen = "; ".join(fault.line() for fault in broken) or "nothing"
            yield f"near {near.text!r} should break {'+'.join(near.slots)} and breaks {seen}; change only that in it"


def _without(gold: Gold, text: str) -> Gold:
    """The fact without this very wording, which would match itself."""
    others = [wording for wording in (gold.fact.fact, *gold.fact.say) if wording != text]
    return Gold(gold.id, gold.fact, gold.places, tuple(tuple(stems(wording)) for wording in others or [text]))


def _aside(fact: Fact, desk: Desk) -> str:
    return f"{desk.book.name(fact.speaker)} {'denied' if fact.denied else 'said'}"


def _matches(key: str, text: str, gold: Gold, facts: tuple[Gold, ...], desk: Desk) -> Iterator[str]:
    own = fit(text, gold.places, _without(gold, text))
    if not own.matches:
        yield f"{key} {text!r} does not match its fact: {own.why()}; add alternatives to keys, or reword it"
        return
    best = max(facts, key=lambda other: (fit(text, gold.places, other).s, other.id == gold.id))
    if best.id != gold.id and fit(text, gold.places, best).s > own.s:
        yield f"{key} {text!r} fits {best.id} better ({fit(text, gold.places, best).why()}); tell their keys apart"
