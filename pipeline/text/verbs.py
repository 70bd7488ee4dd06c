"""Whether a stretch of English surely holds a finite verb, without a parser."""

import re

from .words import word_set

FINITE = word_set(
    """
    is are was were has have had will would can could may might must do does did isn’t aren’t wasn’t weren’t hasn’t
    haven’t hadn’t won’t can’t don’t doesn’t didn’t said says say told tells wants expects costs holds remains stands
    believes thinks fears needs plans hopes lost won rose fell made took came went saw found held left kept put set cut
    hit got gave began became ran sent led met paid sold bought built broke shut grew stood spoke wrote drew threw knew
    flew ate drove chose fought caught taught thought brought
    """
)
"""Auxiliaries and common verb forms that are seldom anything else in news."""

_WORD = re.compile(r"[a-z’]+")


def has_verb(words: str) -> bool:
    """Whether a stretch holds an auxiliary, a common finite form, or a word in -ed."""
    return first_verb(words) is not None


def first_verb(words: str) -> int | None:
    """Where the first surely finite verb of a stretch begins, or None."""
    for found in _WORD.finditer(words.replace("'", "’")):
        word = found[0]
        if word in FINITE or (word.endswith("ed") and len(word) > 4):
            return found.start()
    return None
