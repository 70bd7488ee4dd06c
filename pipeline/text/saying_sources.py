"""Who is the subject: the noun phrase to which a cue verb belongs, before or behind the verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from .saying_cues import cue_verb
from .saying_frames import Token
from .saying_words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    GOVERNORS,
    NOMINAL_PREPOSITIONS,
    PREPOSITIONS,
    PRONOUN_CONTRACTIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
)

_LONGEST = 24
"""Most tokens a source spans, appositives left out; longer ones are parsing accidents."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Token range of a source; `inherited` says that the verb has the subject of its main clause."""

    lo: int = 0
    hi: int = 0
    inherited: bool = False
    first: int = 0
    """Index of the first token that belongs to the verb group or the subject with its appositives."""

    @property
    def found(self) -> bool:
        """Whether there is a noun phrase."""
        return self.hi > self.lo


NOBODY = Subject()


def group_start(tokens: Sequence[Token], verb: int, floor: int = 0) -> int:
    """Index of the first word of the verb group: auxiliaries, adverbs and "to" chains before a verb."""
    at = verb
    while at > floor:
        word = tokens[at - 1].low
        if tokens[at - 1].kind != "word":
            break
        if word in PRONOUN_CONTRACTIONS:
            break
        if word in AUXILIARIES or is_adverb(word):
            at -= 1
            continue
        if word == "to" and at - 2 >= floor and _governs(tokens[at - 2].low):
            at -= 2
            continue
        break
    return at


def _governs(word: str) -> bool:
    verb = cue_verb(word)
    return word in GOVERNORS or word in AUXILIARIES or (verb is not None)


def subject_before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Subject:
    """The subject of a finite verb, looked for to its left as far as `floor`."""
    group = group_start(tokens, verb, floor)
    at = group - 1
    if at < floor:
        return Subject(inherited=True, first=group)
    token = tokens[at]
    if token.low in PRONOUN_CONTRACTIONS or token.low in SUBJECT_PRONOUNS:
        return Subject(at, at + 1, first=at)
    if token.low in CONJUNCTIONS:
        return Subject(inherited=True, first=group)
    if token.low in RELATIVES:
        return _antecedent(tokens, at, floor)
    if token.kind == "mark" and token.text in ",—–-)":
        return _before_apposition(tokens, at, floor, group)
    if token.kind != "word":
        return Subject(inherited=True, first=group)
    start = phrase_start(tokens, at, floor)
    if start > at:
        return Subject(inherited=True, first=group)
    return Subject(start, at + 1, first=start)


def _antecedent(tokens: Sequence[Token], relative: int, floor: int) -> Subject:
    at = relative - 1
    if at >= floor and tokens[at].text in {",", "—", "–"}:
        at -= 1
    if at < floor or tokens[at].kind != "word":
        return Subject(relative, relative + 1, first=relative)
    start = phrase_start(tokens, at, floor)
    if start > at:
        return Subject(relative, relative + 1, first=relative)
    return Subject(start, at + 1, first=start)


def _before_apposition(tokens: Sequence[Token], comma: int, floor: int, group: int) -> Subject:
    """The phrase before a pair of commas, dashes or brackets that stands between subject and verb."""
    opening = "(" if tokens[comma].text == ")" else tokens[comma].text
    at = comma - 1
    best = Subject(inherited=True, first=group)
    while at >= floor and comma - at <= 40:
        token = tokens[at]
        if token.text == opening:
            best_here = _phrase_before_mark(tokens, at, floor)
            if best_here.found:
                best = best_here
                if _is_apposition(tokens, at + 1):
                    if at - 1 >= floor and opening == "," and _short_place(tokens, at + 1, comma):
                        at -= 1
                        continue
                    return best
        if token.text in ";:" and token.kind == "mark":
            break
        at -= 1
    if best.found and not _is_clause_opener(tokens[floor if tokens[floor].kind == "word" else min(floor + 1, comma)]):
        return best
    # "In Dale, said" never happens: a comma right before the verb closes an insertion, the phrase is the subject
    inside = _phrase_before_mark(tokens, comma, floor)
    return inside if inside.found else best


def _short_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    return False


def _is_clause_opener(token: Token) -> bool:
    return token.low in PREPOSITIONS or token.low in SUBORDINATORS


def _phrase_before_mark(tokens: Sequence[Token], mark: int, floor: int) -> Subject:
    at = mark - 1
    if at < floor or tokens[at].kind != "word":
        return NOBODY
    start = phrase_start(tokens, at, floor)
    return Subject(start, at + 1, first=start) if start <= at else NOBODY


def _is_apposition(tokens: Sequence[Token], start: int) -> bool:
    """Whether what follows a comma describes the phrase before it: who ..., a lawyer ..., 47, D-Ohio."""
    token = tokens[start]
    return (
        token.low in {"who", "whose", "which", "a", "an", "the", "one", "himself", "herself", "both", "then", "now"}
        or token.text[0].isdigit()
        or (token.kind == "word" and token.low not in PREPOSITIONS and token.low not in SUBORDINATORS)
        or token.low in {"of", "in", "from", "with", "like", "at"}
    )


def phrase_start(tokens: Sequence[Token], end: int, floor: int = 0) -> int:
    """Index of the first word of the noun phrase that ends at token `end`; `end` + 1 where there is none."""
    at = end
    if tokens[end].low in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS and not tokens[end].capital:
        return end + 1
    while at >= floor and end - at < _LONGEST:
        token = tokens[at]
        if token.kind == "mark" and token.text not in {"&", "/", "$", "%", "#", "@", "’", "'"}:
            break
        if token.kind == "word" and at < end and _closes_phrase(tokens, at, end):
            break
        if token.kind == "quote" and at == end:
            break
        at -= 1
    return _trimmed(tokens, at + 1, end)


def _closes_phrase(tokens: Sequence[Token], at: int, end: int) -> bool:
    low = tokens[at].low
    if low in SUBJECT_PRONOUNS or low in SUBORDINATORS or low in AUXILIARIES or low in RELATIVES:
        return low != "that" or tokens[at + 1].capital or True
    if low in CONJUNCTIONS:
        return not (low == "and" and _joins_names(tokens, at))
    if low in PREPOSITIONS:
        return low not in NOMINAL_PREPOSITIONS
    verb = cue_verb(low)
    if verb is None or tokens[at].capital:
        return False
    if verb.form in ("past", "ed", "s"):
        before = tokens[at - 1] if at else None
        return before is None or not (before.low in DETERMINERS or before.possessive or before.low in PREPOSITIONS)
    return verb.form == "ing" and tokens[at + 1].low in DETERMINERS


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "and" joins two names or two bare nouns rather than two clauses."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return before.kind == "word" and (before.capital == after.capital) and cue_verb(after.low) is None


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave out what opens the clause and is not the phrase: on Monday, in a statement, meanwhile."""
    while start < end and (is_adverb(tokens[start].low) or tokens[start].low in {"meanwhile", "however"}):
        start += 1
    if start <= end and tokens[start].low in PREPOSITIONS and tokens[start].kind == "word":
        at = end
        while at > start and (tokens[at].capital and tokens[at].low not in TIME_NOUNS):
            at -= 1
        if at < end:
            start = at + 1
        else:
            for near in range(end, start, -1):
                if tokens[near].low in DETERMINERS:
                    return near
            start = end + 1 if tokens[end].low in TIME_NOUNS else end
    return start


def subject_behind(tokens: Sequence[Token], verb: int) -> Subject:
    """The subject that stands behind an inverted verb: said Ana Ruiz, who runs the port."""
    start = verb + 1
    while start < len(tokens) and is_adverb(tokens[start].low):
        start += 1
    at = start
    while at < len(tokens) and at - start < _LONGEST:
        token = tokens[at]
        if token.kind != "word" and token.text not in {"&", "/", "#", "@"}:
            break
        if token.kind == "word" and at > start and _ends_phrase(tokens, at):
            break
        if token.low in SUBORDINATORS or token.low in BE or (at == start and token.low in PREPOSITIONS):
            break
        at += 1
    return Subject(start, at, first=start) if at > start else NOBODY


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low in {"of", "for", "from", "with"}:
        return False
    if low in CONJUNCTIONS:
        return not _joins_names(tokens, at)
    return (
        low in PREPOSITIONS
        or low in RELATIVES
        or low in SUBJECT_PRONOUNS
        or low in AUXILIARIES
        or (low in TIME_NOUNS and low != "may")
        or (is_adverb(low) and not tokens[at].capital)
    )
