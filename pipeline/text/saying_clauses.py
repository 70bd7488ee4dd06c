"""Indirect speech: what stands in the clause, infinitive or phrase that a cue verb, noun or adjective governs."""

from collections.abc import Sequence

from ..records import Span
from .saying_cues import ADJECTIVES, NOUN_LIKE, Takes, Verb, cue_noun, cue_verb, stance_noun
from .saying_frames import Frame, Token, span_of
from .saying_inheritance import main_subject
from .saying_quotes import Found
from .saying_sources import Subject, group_start, phrase_start, source_spans, subject_before, subject_behind
from .saying_words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SETTINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
    word_set,
)

_FINAL = frozenset(".!?;")


def reported(frame: Frame, number: int, used: set[int], verbs: set[int]) -> list[Found]:
    """The indirect and mixed attributions of one frame, without the verbs that already carry a quotation."""
    tokens = frame.tokens
    found: list[Found] = []
    for at, token in enumerate(tokens):
        if token.kind != "word" or at in verbs:
            continue
        made = _according(tokens, at) or _of_verb(tokens, at) or _of_adjective(tokens, at) or _of_noun(tokens, at)
        if made is not None and made.content:
            made.frame = number
            found.append(made)
    return found


def cut_at_cues(found: Sequence[Found]) -> None:
    """End a content where the cue of what surrounds it begins: he said it was a “trap,” the report said."""
    for outer in found:
        if not outer.cue or outer.cue[0].start < outer.content[0].end:
            continue
        end = outer.content[0].end
        for inner in found:
            for number, span in enumerate(inner.content):
                if inner is not outer and span.start < end < span.end and outer.cue[0].start < span.end:
                    inner.content[number] = Span(start=span.start, end=end)


def _made(tokens: Sequence[Token], content: tuple[int, int], subject: Subject, cue: tuple[int, int]) -> Found | None:
    lo, hi = _stripped(tokens, *content)
    if hi <= lo:
        return None
    source = source_spans(tokens, subject)
    return Found([span_of(tokens[lo:hi])], source, [span_of(tokens[cue[0] : cue[1] + 1])])


def _stripped(tokens: Sequence[Token], lo: int, hi: int) -> tuple[int, int]:
    while lo < hi and tokens[lo].kind == "mark" and tokens[lo].text not in "$#@([":
        lo += 1
    while lo < hi and tokens[hi - 1].kind == "mark" and tokens[hi - 1].text not in "%)]":
        hi -= 1
    return lo, hi


def _according(tokens: Sequence[Token], at: int) -> Found | None:
    """According to X, ... / ..., according to X."""
    if tokens[at].low != "according" or at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    subject = subject_behind(tokens, at + 1)
    if not subject.found:
        return None
    before = _clause_before(tokens, at)
    if before[1] - before[0] >= 3:
        return _made(tokens, before, subject, (at, at + 1))
    comma = next((i for i in range(subject.hi, len(tokens)) if tokens[i].text == ","), len(tokens))
    return _made(tokens, (comma, clause_end(tokens, comma + 1)), subject, (at, at + 1))


def _clause_before(tokens: Sequence[Token], end: int) -> tuple[int, int]:
    """The clause that ends at `end`: back to the start of the frame or a semicolon."""
    start = end
    while start > 0 and tokens[start - 1].text != ";":
        start -= 1
    if start < end and tokens[start].low in CONJUNCTIONS:
        start += 1
    return start, end


def clause_end(tokens: Sequence[Token], start: int) -> int:
    """Index behind the last token of a reported clause that starts at `start`."""
    depth = 0
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        if depth > 0:
            continue
        if token.text == ";" or (token.low == "according" and at > start):
            return at
        if token.kind == "mark" and at + 1 < len(tokens) and token.text in {",", "—", "–"} and _leaves(tokens, at + 1):
            return at
        if token.low in {"and", "but"} and at > start and _next_cue(tokens, at + 1):
            return at
    return len(tokens)


def _leaves(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a comma is outside the reported clause: according to, adding, he said."""
    low = tokens[at].low
    if low == "according":
        return True
    if low in {"and", "but"} and at + 1 < len(tokens):
        return _next_cue(tokens, at + 1)
    verb = cue_verb(low)
    return verb is not None and verb.form == "ing" and bool(verb.takes & Takes.CLAUSE)


def _next_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether a coordinated cue verb in the past or third person follows: and warned, but later denied."""
    while at < len(tokens) and tokens[at].adverb:
        at += 1
    if at >= len(tokens):
        return False
    verb = cue_verb(tokens[at].low)
    return verb is not None and verb.form in ("past", "ed", "s") and bool(verb.takes & (Takes.CLAUSE | Takes.HEARER))


_ENDS_PHRASE = word_set("according when while because after before but although though unless until whereas where")


def phrase_end(tokens: Sequence[Token], start: int) -> int:
    """Index behind the last token of a noun phrase or infinitive with what belongs to it."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.kind == "mark" and token.text in {",", ";", "—", "–", ":", "-"}:
            return at
        if at > start and token.low in _ENDS_PHRASE:
            return at
        if token.low == "and" and at > start and _finite_follows(tokens, at + 1):
            return at
    return len(tokens)


def _finite_follows(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and tokens[at].adverb:
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    verb = cue_verb(tokens[at].low)
    low = tokens[at].low
    return low in AUXILIARIES or (verb is not None and verb.form in ("past", "ed", "s")) or low in SUBJECT_PRONOUNS


def _of_verb(tokens: Sequence[Token], at: int) -> Found | None:
    """What a cue verb governs, where its form and place make it the verb of a clause."""
    token = tokens[at]
    verb = cue_verb(token.low)
    if verb is None or (token.capital and at and tokens[at - 1].kind == "word"):
        return None
    passive = _is_passive(tokens, at, verb)
    if not passive and not _is_verb(tokens, at, verb):
        return None
    content = _complement(tokens, at, verb, passive)
    if passive:
        return _of_passive(tokens, at, verb, content)
    subject = _subject(tokens, at, verb)
    first = group_start(tokens, at)
    if first and tokens[first - 1].low == "to" and verb.form == "base":
        return None
    if content is None:
        content = _postposed(tokens, at, verb, subject)
        if content is None:
            return None
        if not subject.found or subject.lo >= at:
            subject = subject_behind(tokens, at)
    cue_end = at
    return _made(tokens, content, subject, (first, cue_end))


def _subject(tokens: Sequence[Token], at: int, verb: Verb) -> Subject:
    subject = subject_before(tokens, at)
    if verb.form == "ing" and not _progressive(tokens, at) and tokens[at - 1].kind == "mark":
        return main_subject(tokens, at)
    return subject if subject.found else main_subject(tokens, at)


def _progressive(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[i].low in BE for i in range(group_start(tokens, at), at)) or (
        at > 0 and "'" in tokens[at - 1].low
    )


def _is_passive(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    if verb.form not in ("ed", "participle"):
        return False
    start = group_start(tokens, at)
    group = [tokens[i].low for i in range(start, at)]
    if start:
        group.append(tokens[start - 1].low)
    return any(word in BE for word in group) and not (group and group[-1] in HAVE)


def _is_verb(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a form that can be a noun or an adjective is a verb here, by the word before it."""
    before = tokens[at - 1] if at else None
    if before is None:
        return verb.form == "ing"
    low = before.low
    if token_is_like(tokens, at) and low not in AUXILIARIES and low not in SUBJECT_PRONOUNS:
        return False
    if verb.form == "s" and verb.lemma in NOUN_LIKE and not _clearly_governs(tokens, at):
        return False
    if verb.form in ("ed", "participle") and Takes.VERDICT in verb.takes and _names_only(tokens, at):
        return False
    if verb.form == "base":
        return (
            low in SUBJECT_PRONOUNS
            or low in MODALS
            or low == "to"
            or low == "who"
            or (is_adverb(low) and at > 1 and tokens[at - 2].low not in DETERMINERS)
            or (low.endswith("s") and not before.possessive and before.kind == "word" and low not in POSSESSIVES)
        )
    if verb.form == "participle":
        return low in HAVE or is_adverb(low)
    if low in DETERMINERS or before.possessive or low in PREPOSITIONS:
        return verb.form == "ing" and low in PREPOSITIONS and low not in {"of", "in"}
    return True


def token_is_like(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is "like", mostly a preposition."""
    return tokens[at].low == "like"


def _clearly_governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word such as "reports" is a verb: a pronoun, name or adverb before it, an object or clause behind."""
    before = tokens[at - 1]
    if before.low in SUBJECT_PRONOUNS or before.low in {"who", "which"} or before.adverb:
        return True
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return (
        after.kind == "quote"
        or after.low in DETERMINERS
        or after.low in SUBJECT_PRONOUNS
        or after.low in {"that", "to"}
    )


def _names_only(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle gives a thing its name: a show called "Harbour"; nobody says anything."""
    if at + 1 >= len(tokens) or tokens[at - 1].low in SUBJECT_PRONOUNS or tokens[at - 1].adverb:
        return False
    return tokens[at + 1].kind == "quote" and not tokens[at - 1].capital


_SKIPPED_PREPOSITIONS = word_set("on in at during to after before from with via through over by")


def _after_adjuncts(tokens: Sequence[Token], at: int) -> int:
    """Index behind time, place and setting: Monday, on Monday, in a statement, to reporters in Dale."""
    while at < len(tokens):
        low = tokens[at].low
        if tokens[at].kind == "word" and (low in TIME_NOUNS or (is_adverb(low) and low not in {"not", "never"})):
            at += 1
            continue
        if (
            low in {"last", "this", "next", "earlier", "late", "early"}
            and at + 1 < len(tokens)
            and (tokens[at + 1].low in TIME_NOUNS)
        ):
            at += 2
            continue
        if low in _SKIPPED_PREPOSITIONS:
            end = _adjunct_end(tokens, at)
            if end > at:
                at = end
                continue
        break
    return at


def _adjunct_end(tokens: Sequence[Token], at: int) -> int:
    """End of an adjunct that starts with a preposition; `at` itself where it is none."""
    stop = at + 1
    while stop < len(tokens) and stop - at < 14:
        token = tokens[stop]
        if token.kind == "mark" or token.low == "that" or token.kind == "quote":
            break
        stop += 1
    that = stop < len(tokens) and tokens[stop].low == "that"
    if that:
        return stop
    for near in range(at + 1, min(len(tokens), at + 6)):
        if tokens[near].kind != "word":
            break
        if tokens[near].low in TIME_NOUNS or tokens[near].low in SETTINGS:
            return near + 1
    return at


def _complement(tokens: Sequence[Token], at: int, verb: Verb, passive: bool) -> tuple[int, int] | None:
    """What the verb governs to its right, as a token range, by the first word that fits its pattern."""
    start = at + 1
    if start >= len(tokens):
        return None
    if verb.takes & Takes.HEARER and not passive:
        told = _behind_hearer(tokens, start, verb)
        if told is not None:
            return told
    start = _after_adjuncts(tokens, start)
    if start < len(tokens) and tokens[start].text == "," and start > at + 1:
        start += 1
    if start >= len(tokens):
        return None
    low = tokens[start].low
    if low == "that" and verb.takes & (Takes.THAT | Takes.CLAUSE):
        return start, clause_end(tokens, start + 1)
    if low in QUESTION_WORDS and verb.takes & (Takes.WHETHER | Takes.CLAUSE | Takes.OBJECT):
        return start, clause_end(tokens, start + 1)
    if low == "to" and verb.takes & Takes.INFINITIVE:
        return start, phrase_end(tokens, start + 1)
    if low in verb.particles and verb.takes & Takes.TOPIC:
        return start + 1, phrase_end(tokens, start + 1)
    if verb.takes & Takes.CLAUSE and not passive and _starts_clause(tokens, start):
        return start, clause_end(tokens, start + 1)
    if verb.takes & (Takes.OBJECT | Takes.VERDICT) and not passive and _starts_phrase(tokens, start):
        return start, phrase_end(tokens, start)
    return None


def _behind_hearer(tokens: Sequence[Token], start: int, verb: Verb) -> tuple[int, int] | None:
    """The clause or infinitive behind the person addressed: told reporters on Monday that, urged him to."""
    for at in range(start + 1, min(len(tokens), start + 12)):
        token = tokens[at]
        if token.kind == "mark" and token.text != ",":
            return None
        if token.low == "that" and verb.takes & Takes.CLAUSE:
            return at, clause_end(tokens, at + 1)
        if token.low == "to" and not verb.takes & Takes.CLAUSE:
            return at, phrase_end(tokens, at + 1)
        if token.low in QUESTION_WORDS - {"who", "which", "whose"} and verb.takes & (Takes.CLAUSE | Takes.WHETHER):
            return at, clause_end(tokens, at + 1)
    hearer = start + 1
    if (
        tokens[start].kind == "word"
        and hearer < len(tokens)
        and _starts_clause(tokens, hearer)
        and (tokens[start].low in SUBJECT_PRONOUNS | {"him", "her", "them", "me", "us", "reporters", "you"})
    ):
        return hearer, clause_end(tokens, hearer)
    return None


def _starts_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "quote":
        return at + 1 < len(tokens) and tokens[at + 1].kind == "word"
    if token.kind == "mark":
        return token.text in "$#@("
    return token.low not in PREPOSITIONS - {"about", "under", "after", "despite", "during", "in", "between"} and (
        token.low not in SUBORDINATORS - {"while", "if", "because", "although"}
        and token.low not in CONJUNCTIONS
        and token.low not in AUXILIARIES
    )


def _starts_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "mark":
        return token.text in "$#@"
    return token.kind == "quote" or not (
        token.low in PREPOSITIONS
        or token.low in SUBORDINATORS - {"this"}
        or token.low in CONJUNCTIONS
        or token.low in AUXILIARIES
        or token.low in TIME_NOUNS
    )


def _postposed(tokens: Sequence[Token], at: int, verb: Verb, subject: Subject) -> tuple[int, int] | None:
    """The clause before its cue: the dam would hold, the mayor said on Monday; the dam would hold, said the mayor."""
    if not verb.takes & Takes.CLAUSE:
        return None
    left = subject.first if subject.found and subject.lo < at else group_start(tokens, at)
    if left < 3 or tokens[left - 1].text not in {",", "—", "–"}:
        return None
    return _clause_before(tokens, left - 1)


def _of_passive(tokens: Sequence[Token], at: int, verb: Verb, content: tuple[int, int] | None) -> Found | None:
    """Is expected to rise, was accused of fraud, was praised by the governor."""
    first = group_start(tokens, at)
    by = next((i for i in range(at + 1, min(len(tokens), at + 4)) if tokens[i].low == "by"), None)
    if by is not None:
        source = subject_behind(tokens, by)
        about = subject_before(tokens, at)
        if not about.found or not source.found:
            return None
        return _made(tokens, (about.lo, about.hi), source, (first, by))
    return None


def _of_adjective(tokens: Sequence[Token], at: int) -> Found | None:
    """Is confident that, was worried about, are willing to."""
    token = tokens[at]
    if token.low not in ADJECTIVES or at == 0 or at + 1 >= len(tokens):
        return None
    first = group_start(tokens, at)
    group = {tokens[i].low for i in range(max(0, first - 1), at)}
    if not group & BE:
        return None
    low = tokens[at + 1].low
    subject = subject_before(tokens, at)
    if not subject.found:
        return None
    if low == "that":
        return _made(tokens, (at + 1, clause_end(tokens, at + 2)), subject, (first, at))
    if low in {"to", "about", "of", "by", "with", "in"}:
        return _made(tokens, (at + 2, phrase_end(tokens, at + 2)), subject, (first, at + 1))
    return None


def _of_noun(tokens: Sequence[Token], at: int) -> Found | None:
    """X's claim that ..., her criticism of ..., a warning from X that ..."""
    token = tokens[at]
    if at == 0 or at + 2 >= len(tokens):
        return None
    low = tokens[at + 1].low
    if low == "that" and cue_noun(token.low) and not _relative(tokens, at + 2):
        content = (at + 1, clause_end(tokens, at + 2))
    elif stance_noun(token.low, low):
        content = (at + 2, phrase_end(tokens, at + 2))
    else:
        return None
    owner = _owner(tokens, at)
    if not owner.found:
        return None
    return _made(tokens, content, owner, (at, at + 1 if low != "that" else at))


def _relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "that" before this token opens a relative clause: a message that said."""
    verb = cue_verb(tokens[at].low)
    return tokens[at].low in AUXILIARIES or (verb is not None and verb.form in ("s", "past", "ed"))


def _owner(tokens: Sequence[Token], noun: int) -> Subject:
    """Whose claim it is: the genitive or possessive pronoun before the noun."""
    at = noun - 1
    while at >= 0 and noun - at <= 3 and tokens[at].kind == "word":
        if tokens[at].low in POSSESSIVES:
            return Subject(at, at + 1, first=at)
        if tokens[at].possessive:
            start = phrase_start(tokens, at)
            return Subject(start, at + 1, first=start) if start <= at else Subject()
        if tokens[at].low in PREPOSITIONS | SUBORDINATORS | DETERMINERS:
            break
        at -= 1
    return Subject()


def spans_cover(spans: Sequence[Span], position: int) -> bool:
    """Whether one of the spans covers a position."""
    return any(span.start <= position < span.end for span in spans)
