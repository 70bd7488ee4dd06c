"""Who is the subject: the noun phrase to which a cue verb belongs, before or behind the verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...records import Span
from .cues import PERCEPTION, Takes, cue_verb
from .frames import Token, span_of
from .words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    GOVERNORS,
    NOMINAL_PREPOSITIONS,
    PREPOSITIONS,
    PRONOUN_CONTRACTIONS,
    RELATIVES,
    STRONG_PASTS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
)

_LONGEST = 24
"""Most tokens a source spans, appositives left out; longer ones are parsing accidents."""

_LONGEST_INSERTION = 40
"""Most tokens between the two commas around an insertion."""

_NEVER_LAST = frozenset({"the", "a", "an", "his", "its", "my", "your", "meanwhile", "however", "up", "out", "and/or"})
_INSERTING = frozenset({",", "—", "–", "-"})
_REGIONS = frozenset({"calif.", "mass.", "pa.", "ill.", "fla.", "mich.", "ohio", "texas", "kansas", "iowa"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Token range of a source; `inherited` says that the verb has the subject of its main clause."""

    lo: int = 0
    hi: int = 0
    inherited: bool = False
    relative: int = -1
    """Index of the relative pronoun through which the verb belongs to the phrase, or -1."""
    first: int = 0
    """Index of the first token that belongs to the verb group or the subject with its appositives."""

    @property
    def found(self) -> bool:
        """Whether there is a noun phrase."""
        return self.hi > self.lo


NOBODY = Subject()


def source_spans(tokens: Sequence[Token], subject: Subject) -> list[Span]:
    """The spans of a source: its phrase, and the relative pronoun that stands for it."""
    if not subject.found:
        return []
    spans = [span_of(tokens[subject.lo : subject.hi])]
    if subject.relative >= subject.hi:
        spans.append(span_of((tokens[subject.relative],)))
    return spans


def group_start(tokens: Sequence[Token], verb: int, floor: int = 0) -> int:
    """Index of the first word of the verb group: auxiliaries, adverbs and "to" chains before a verb."""
    at = verb
    while at > floor:
        word = tokens[at - 1].low
        if tokens[at - 1].kind != "word":
            break
        if word in PRONOUN_CONTRACTIONS:
            break
        if word in AUXILIARIES or tokens[at - 1].adverb:
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
    at = _before_time(tokens, at, floor)
    token = tokens[at]
    if token.low in PRONOUN_CONTRACTIONS or token.low in SUBJECT_PRONOUNS:
        return Subject(at, at + 1, first=at)
    if token.low in CONJUNCTIONS:
        return Subject(inherited=True, first=group)
    if token.low in RELATIVES:
        return _antecedent(tokens, at, floor)
    if token.kind == "mark" and token.text in {*_INSERTING, ")"}:
        return _before_apposition(tokens, at, floor, group)
    if token.kind != "word":
        return Subject(inherited=True, first=group)
    start = phrase_start(tokens, at, floor)
    if start > at:
        return Subject(inherited=True, first=group)
    outer = _around_relative(tokens, start, floor)
    return outer if outer.found else Subject(start, at + 1, first=start)


def _before_time(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Index of the last word before a time that stands between subject and verb: Ruiz on Monday, Ruiz last week."""
    end = at
    while end > floor and tokens[end].low in TIME_NOUNS:
        end -= 1
    if end < at and end > floor and tokens[end].low in _TIME_OPENERS:
        end -= 1
    return end if end > floor or (end == floor and end < at and tokens[end].kind == "word") else at


_TIME_OPENERS = frozenset({"on", "last", "this", "late", "early", "next"})


def _around_relative(tokens: Sequence[Token], start: int, floor: int) -> Subject:
    """The antecedent where a phrase is the object inside its relative clause: officials who saw the map said."""
    for at in range(start - 1, max(floor, start - 10) - 1, -1):
        token = tokens[at]
        if token.kind != "word" or token.low in CONJUNCTIONS:
            return NOBODY
        if token.low == "who":
            return _antecedent(tokens, at, floor)
        verb = cue_verb(token.low)
        clause = verb is not None and Takes.CLAUSE in verb.takes and Takes.OBJECT not in verb.takes
        if verb is not None and clause and verb.lemma not in PERCEPTION:
            return NOBODY
    return NOBODY


def _antecedent(tokens: Sequence[Token], relative: int, floor: int) -> Subject:
    """The phrase that a relative pronoun stands for: Ana Ruiz, who said."""
    at = relative - 1
    if at >= floor and tokens[at].text in _INSERTING:
        at -= 1
    if at >= floor and tokens[at].text == ")":
        at = _before_bracket(tokens, at, floor)
    if at < floor or tokens[at].kind != "word":
        return Subject(relative, relative + 1, first=relative)
    start = phrase_start(tokens, at, floor)
    if start > at:
        return Subject(relative, relative + 1, first=relative)
    return Subject(start, at + 1, relative=relative, first=start)


def _before_bracket(tokens: Sequence[Token], closing: int, floor: int) -> int:
    """Index of the token before the bracket that `closing` closes; `floor` - 1 where none opens."""
    at = closing
    while at >= floor and tokens[at].text != "(":
        at -= 1
    return at - 1


def _before_apposition(tokens: Sequence[Token], closing: int, floor: int, group: int) -> Subject:
    """The phrase before an insertion that ends right before the verb: Ana Ruiz, 47, of Dale, who is ill, said."""
    if tokens[closing].text == ")":
        head = _phrase_before_mark(tokens, _before_bracket(tokens, closing, floor) + 1, floor)
        return head if head.found else Subject(inherited=True, first=group)
    if closing > floor and tokens[closing - 1].text == ")":
        return _before_apposition(tokens, closing - 1, floor, group)
    best = NOBODY
    at = closing - 1
    while at >= floor and closing - at <= _LONGEST_INSERTION:
        token = tokens[at]
        if token.kind == "mark" and token.text in ";:":
            break
        if token.text == tokens[closing].text:
            head = _phrase_before_mark(tokens, at, floor)
            if head.found and tokens[at + 1].low in {"who", "whose", "which"}:
                return head
            if head.found:
                best = head
                if head.lo == floor or tokens[head.lo - 1].text != "," or tokens[head.lo].capital:
                    return _head_of_apposition(tokens, head, floor)
        at -= 1
    if best.found:
        return best
    inside = _phrase_before_mark(tokens, closing, floor)
    return inside if inside.found else Subject(inherited=True, first=group)


def _head_of_apposition(tokens: Sequence[Token], phrase: Subject, floor: int) -> Subject:
    """The name before a phrase that only describes it: Ana Ruiz, the mayor of Dale, ... said."""
    if phrase.lo - 1 < floor or tokens[phrase.lo - 1].text != ",":
        return phrase
    if tokens[phrase.lo].capital and tokens[phrase.hi - 1].low not in _REGIONS and phrase.hi - phrase.lo > 1:
        return phrase
    head = _phrase_before_mark(tokens, phrase.lo - 1, floor)
    return head if head.found and tokens[head.hi - 1].capital else phrase


def _phrase_before_mark(tokens: Sequence[Token], mark: int, floor: int) -> Subject:
    """The noun phrase that ends at a mark; none where it is an age, a place or belongs to a preposition."""
    at = mark - 1
    if at >= floor and tokens[at].text == ")":
        at = _before_bracket(tokens, at, floor)
    if at < floor or tokens[at].kind != "word" or tokens[at].text[0].isdigit() or tokens[at].adverb:
        return NOBODY
    start = phrase_start(tokens, at, floor)
    if start > at:
        return NOBODY
    opener = tokens[start - 1] if start > floor else None
    if opener is not None and opener.low in PREPOSITIONS:
        return NOBODY
    verb = cue_verb(tokens[start].low)
    if tokens[start].low.endswith("ing") and start == floor and (verb is None or verb.form == "ing"):
        return NOBODY
    return Subject(start, at + 1, first=start)


def phrase_start(tokens: Sequence[Token], end: int, floor: int = 0) -> int:
    """Index of the first word of the noun phrase that ends at token `end`; `end` + 1 where there is none."""
    at = end
    low = tokens[end].low
    if low in PREPOSITIONS or low in SUBORDINATORS or low in CONJUNCTIONS or low in _NEVER_LAST or is_adverb(low):
        return end + 1
    while at >= floor and end - at < _LONGEST:
        token = tokens[at]
        if token.kind == "mark" and token.text not in {"&", "/", "$", "%", "#", "@", "’", "'"}:
            break
        if token.kind == "word" and at < end and _closes_phrase(tokens, at, end):
            break
        if token.kind == "quote" and (at == end or token.text.rstrip("\"”'’")[-1:] in {",", ".", "?", "!"}):
            break
        at -= 1
    return _trimmed(tokens, at + 1, end)


def _closes_phrase(tokens: Sequence[Token], at: int, end: int) -> bool:
    low = tokens[at].low
    if low in SUBJECT_PRONOUNS or low in SUBORDINATORS or low in AUXILIARIES or low in RELATIVES or low == "according":
        return True
    if low in CONJUNCTIONS:
        return not (low == "and" and _joins_names(tokens, at))
    if low in PREPOSITIONS:
        return low not in NOMINAL_PREPOSITIONS
    verb = cue_verb(low)
    if low in STRONG_PASTS:
        return True
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


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb opens the clause: Later the mayor, Recently she; but not Kelly Ruiz."""
    token = tokens[at]
    if token.low in DETERMINERS:
        return False
    if token.low in ADVERBS or token.low in {"meanwhile", "however"} or token.adverb:
        return True
    return is_adverb(token.low) and not tokens[at + 1].capital


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave out what opens the clause and is not the phrase: on Monday, in a statement, meanwhile."""
    while start < end and _opens_clause(tokens, start):
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
    while start < len(tokens) and tokens[start].adverb:
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
        or (tokens[at].adverb and tokens[at - 1].low not in DETERMINERS)
    )
