"""Traps: the tempting mistakes of a fixture, looked for in one clause or one quotation at a time."""

from .fixtures import Trap
from .readers.clauses import clauses
from .readers.quotations import quotations
from .readers.words import has_group


def fires(trap: Trap, text: str) -> str | None:
    """The clause (or quotation) of the text that says what the trap forbids; None where none does."""
    places = [q.text for q in quotations(text)]
    if not trap.in_quotes_only:
        places += [clause.text for clause in clauses(text)]
    for place in places:
        if all(has_group(place, group) for group in trap.all) and not any(
            has_group(place, group) for group in trap.none
        ):
            return place
    return None
