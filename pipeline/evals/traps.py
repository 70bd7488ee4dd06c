"""Traps: the tempting mistakes of a fixture, looked for in one clause or one quotation at a time."""

from .fixtures import Trap
from .readers.clauses import clauses
from .readers.quotations import quotations
from .readers.words import has_group


def fires(trap: Trap, text: str, aside: str = "") -> str | None:
    """The clause (or quotation) of the text that says what the trap forbids; None where none does.

    `aside` is what a claim says beside its words (its speaker, that it is denied): only `none` is looked for there.
    """
    places = [q.text for q in quotations(text)]
    if not trap.in_quotes_only:
        places += [clause.text for clause in clauses(text)]
    for place in places:
        spared = any(has_group(place, group) or has_group(aside, group) for group in trap.none)
        if not spared and all(has_group(place, group) for group in trap.all):
            return place
    return None
