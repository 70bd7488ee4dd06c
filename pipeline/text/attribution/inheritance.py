"""Whose words a participle or a second verb belongs to: the subject that a verb borrows from its sentence."""

from collections.abc import Sequence

from .cues import NOUN_LIKE, Takes, cue_noun, cue_verb
from .frames import Token
from .sources import NOBODY, Subject, subject_before, subject_behind
from .words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STRONG_PASTS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_NOUNS,
)

_SUBORDINATING = frozenset({"after", "before", "since", "until", "because"})
_NOT_BEFORE_VERB = DETERMINERS | PREPOSITIONS | TIME_NOUNS


def main_subject(tokens: Sequence[Token], before: int) -> Subject:
    """The subject that a participle or coordinated verb at `before` shares; the last finite verb of speech rules.

    She said the dam held, adding ...: hers. A subordinate clause at the start of the sentence does not count.
    """
    floor = _behind_opening_clause(tokens, before)
    owner = _owner_from(tokens, before)
    if owner.found:
        return owner
    nearest = NOBODY
    for at in range(before - 1, floor - 1, -1):
        kind = _finite(tokens, at)
        if kind is None or (nearest.found and kind is not Takes.CLAUSE):
            continue
        subject = _subject_of(tokens, at, floor)
        if not subject.found:
            continue
        if kind is Takes.CLAUSE:
            return subject
        if subject.lo > floor and tokens[subject.lo - 1].low in _SUBORDINATING:
            continue
        nearest = subject
    return nearest if nearest.found else _opening(tokens, floor, before)


def _owner_from(tokens: Sequence[Token], before: int) -> Subject:
    """The person behind "from" where a participle goes on with their words: remarks from Ruiz, the mayor, calling."""
    for at in range(before - 1, max(0, before - 20), -1):
        if tokens[at].low == "from" and cue_noun(tokens[at - 1].low):
            source = subject_behind(tokens, at)
            return source if source.found and tokens[source.lo].capital else NOBODY
        if tokens[at].kind == "quote" or _finite(tokens, at) is not None:
            break
    return NOBODY


def _behind_opening_clause(tokens: Sequence[Token], before: int) -> int:
    """Where the main clause starts: behind the first comma if the sentence opens with "when", "after", "because"."""
    if not tokens or tokens[0].low not in SUBORDINATORS - {"that"}:
        return 0
    return next((at + 1 for at in range(before) if tokens[at].text == ","), 0)


def _finite(tokens: Sequence[Token], at: int) -> Takes | None:
    """CLAUSE for a finite verb of speech, OBJECT for any other finite verb, None for what is no finite verb."""
    token = tokens[at]
    if token.kind != "word" or at == 0:
        return None
    if token.low in AUXILIARIES:
        return Takes.OBJECT
    if token.capital or tokens[at - 1].low in _NOT_BEFORE_VERB or tokens[at - 1].possessive:
        return None
    verb = cue_verb(token.low)
    if verb is None:
        return Takes.OBJECT if token.low.endswith("ed") or token.low in STRONG_PASTS else None
    if verb.form not in ("s", "past", "ed") or (
        verb.form == "s" and verb.lemma in NOUN_LIKE and not clearly_governs(tokens, at)
    ):
        return None
    return Takes.CLAUSE if Takes.CLAUSE in verb.takes and tokens[at - 1].low not in AUXILIARIES else Takes.OBJECT


def _subject_of(tokens: Sequence[Token], at: int, floor: int) -> Subject:
    before = tokens[at - 1]
    if cue_verb(tokens[at].low) is None:
        return subject_before(tokens, at, floor)
    if before.kind == "quote" or (before.kind == "mark" and before.text in {",", "—", "–"} and at + 1 < len(tokens)):
        behind = subject_behind(tokens, at)
        if behind.found and (tokens[behind.lo].capital or tokens[behind.lo].low in DETERMINERS):
            return behind
    return subject_before(tokens, at, floor)


_NO_OPENING = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | RELATIVES


def _opening(tokens: Sequence[Token], start: int, before: int) -> Subject:
    """The name or pronoun that opens a sentence without a verb we know."""
    end = start
    if start < before and (tokens[start].low in _NO_OPENING or tokens[start].adverb):
        start += 1
        end += 1
    while end < before and tokens[end].kind == "word" and (tokens[end].capital or tokens[end].low in SUBJECT_PRONOUNS):
        end += 1
    return Subject(start, end, first=start) if end > start and tokens[start].low not in _NO_OPENING else NOBODY


def clearly_governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word such as "reports" is a verb: a pronoun, name or adverb before it, an object or clause behind."""
    before = tokens[at - 1]
    other = cue_verb(before.low)
    if (other is not None and other.form != "s" and not before.capital) or _plural(before):
        return False
    if before.low in SUBJECT_PRONOUNS or before.low in {"who", "which"} or before.adverb:
        return True
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return (
        after.kind == "quote"
        or after.low in DETERMINERS
        or after.low in SUBJECT_PRONOUNS
        or after.low == "that"
        or (after.low == "to" and before.capital)
    )


def _plural(token: Token) -> bool:
    """Whether a common noun looks like a plural."""
    return token.low.endswith("s") and not token.capital and not token.low.endswith("ss") and not token.possessive
