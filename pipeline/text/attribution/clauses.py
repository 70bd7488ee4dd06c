"""Indirect speech: what stands in the clause, infinitive or phrase that a cue verb, noun or adjective governs."""

from collections.abc import Sequence

from .complements import clause_before, clause_end, complement, opens_sentence, phrase_end
from .cues import ADJECTIVES, NOUN_LIKE, PERCEPTION, Takes, Verb, cue_noun, cue_verb, stance_noun
from .frames import Frame, Token, span_of
from .inheritance import clearly_governs, main_subject
from .quotes import Found
from .sources import NOBODY, Subject, group_start, phrase_start, source_spans, subject_before, subject_behind
from .words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    STRONG_PASTS,
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
    behind = 0
    for at, token in enumerate(tokens):
        if token.kind != "word" or at in verbs or at < behind:
            continue
        made = (
            _according(tokens, at)
            or _of_verb(tokens, at)
            or _of_adjective(tokens, at)
            or _of_noun(tokens, at)
            or _of_first(tokens, at)
        )
        if made is not None and token.low == "first":
            behind = at + 3  # "to publish reports" is this cue, and none of its own
            while tokens[behind].low != "that":
                behind += 1
        if made is not None and made.content:
            made.frame = number
            verb = cue_verb(token.low)
            made.according = token.low == "according" or (verb is not None and verb.lemma == "report")
            found.append(made)
    return found


def _made(tokens: Sequence[Token], content: tuple[int, int], subject: Subject, cue: tuple[int, int]) -> Found | None:
    lo, hi = _stripped(tokens, *content)
    if hi <= lo or tokens[lo].low in BE or (hi == lo + 1 and tokens[lo].low in _EMPTY):
        return None
    source = source_spans(tokens, subject)
    return Found([span_of(tokens[lo:hi])], source, [span_of(tokens[cue[0] : cue[1] + 1])])


_EMPTY = frozenset({"nothing", "so", "it", "no", "little", "much", "more", "yes", "that", "this", "anything"})
"""Contents that say nothing: she said nothing, he said so."""


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
    before = clause_before(tokens, at)
    if before[1] - before[0] >= 3:
        return _made(tokens, before, subject, (at, at + 1))
    comma = next((i for i in range(subject.hi, len(tokens)) if tokens[i].text == ","), len(tokens))
    return _made(tokens, (comma, clause_end(tokens, comma + 1)), subject, (at, at + 1))


def _of_verb(tokens: Sequence[Token], at: int) -> Found | None:
    """What a cue verb governs, where its form and place make it the verb of a clause."""
    token = tokens[at]
    verb = cue_verb(token.low)
    if verb is None or (token.capital and at and tokens[at - 1].kind == "word"):
        return None
    passive = _is_passive(tokens, at, verb)
    if not passive and not _is_verb(tokens, at, verb):
        return None
    if passive:
        return _of_passive(tokens, at, verb)
    first = group_start(tokens, at)
    if first and tokens[first - 1].low == "to" and verb.form == "base":
        return None
    behind = _inverted(tokens, at, verb)
    content = None if behind.found else complement(tokens, at, verb)
    if content is None:
        announced = None if behind.found else _as_announced(tokens, at)
        if announced is not None:
            return announced
        subject = behind if behind.found else subject_before(tokens, at)
        if subject.inherited and tokens[group_start(tokens, at) - 1].low in CONJUNCTIONS:
            return None
        return _of_postposed(tokens, at, verb, subject)
    opening = verb.form == "ed" and opens_sentence(tokens, at)
    subject = NOBODY if opening else _subject(tokens, at, verb)
    if subject.found and subject.lo and tokens[subject.lo - 1].low in {"what", "whatever"}:
        return None
    return _made(
        tokens, content, subject, (first, at + (content[0] == at + 2 and tokens[at + 1].low in verb.particles))
    )


def _inverted(tokens: Sequence[Token], at: int, verb: Verb) -> Subject:
    """The subject behind a verb that follows a comma: the dam would hold, said Ana Ruiz on Monday."""
    if verb.form not in ("past", "ed", "s") or Takes.CLAUSE not in verb.takes or at < 3 or tokens[at - 1].text != ",":
        return NOBODY
    behind = subject_behind(tokens, at)
    if not behind.found or not (tokens[behind.lo].capital or tokens[behind.lo].low in DETERMINERS):
        return NOBODY
    return behind if _ends_there(tokens, behind.hi) and tokens[behind.hi - 1].low != "that" else NOBODY


def _as_announced(tokens: Sequence[Token], at: int) -> Found | None:
    """As the Courier reported on Monday, the dam would hold: the clause behind the comma."""
    subject = subject_before(tokens, at)
    opener = subject.lo - 1
    if not subject.found or opener < 0 or tokens[opener].low != "as" or subject.hi != group_start(tokens, at):
        return None
    if opener and tokens[opener - 1].kind != "mark":
        return None
    comma = next((i for i in range(at + 1, min(len(tokens), at + 12)) if tokens[i].text == ","), None)
    if comma is None:
        return None
    return _made(tokens, (comma + 1, clause_end(tokens, comma + 1)), subject, (group_start(tokens, at), at))


def _of_postposed(tokens: Sequence[Token], at: int, verb: Verb, subject: Subject) -> Found | None:
    content = _postposed(tokens, at, verb, subject)
    if content is None:
        return None
    if not subject.found:
        subject = subject_behind(tokens, at)
    made = _made(tokens, content, subject, (group_start(tokens, at), at))
    rest = _resumed(tokens, at + 1) if subject.hi <= at else None
    if made is not None and rest is not None:
        made.content.append(span_of(tokens[rest[0] : rest[1]]))
    return made


_NEW_CLAUSE = CONJUNCTIONS | {"who", "which", "while", "as", "though", "although", "when"}


def _resumed(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The rest of a clause into which its cue was inserted: the dam, she said, would hold."""
    if at + 3 >= len(tokens) or tokens[at].text != ",":
        return None
    after = tokens[at + 1]
    verb = cue_verb(after.low)
    if after.kind != "word" or after.low in _NEW_CLAUSE:
        return None
    if (verb is not None and verb.form == "ing") or after.low.endswith("ing"):
        return None
    lo, hi = _stripped(tokens, at + 1, clause_end(tokens, at + 1))
    return (lo, hi) if hi > lo else None


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
        return verb.form == "ing" or verb.lemma == "ask"
    low = before.low
    if verb.lemma == "like" and low not in AUXILIARIES and low not in SUBJECT_PRONOUNS:
        return False  # mostly a preposition
    if verb.form == "s" and verb.lemma in NOUN_LIKE and not clearly_governs(tokens, at):
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
            or (
                low.endswith("s")
                and low not in AUXILIARIES
                and low not in PREPOSITIONS
                and not before.possessive
                and before.kind == "word"
                and low not in POSSESSIVES
            )
        )
    if verb.form == "participle":
        return low in HAVE or is_adverb(low)
    if low in DETERMINERS or before.possessive or low in PREPOSITIONS:
        return verb.form == "ing" and low in PREPOSITIONS and Takes.CLAUSE in verb.takes and low not in {"of", "in"}
    return True


def _names_only(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle gives a thing its name: a show called "Harbour"; nobody says anything."""
    if at + 1 >= len(tokens) or tokens[at - 1].low in SUBJECT_PRONOUNS or tokens[at - 1].adverb:
        return False
    return tokens[at + 1].kind == "quote" and not tokens[at - 1].capital


def _postposed(tokens: Sequence[Token], at: int, verb: Verb, subject: Subject) -> tuple[int, int] | None:
    """The clause before its cue: the dam would hold, the mayor said on Monday; the dam would hold, said the mayor."""
    if Takes.CLAUSE not in verb.takes or verb.lemma in PERCEPTION or verb.form in ("ing", "participle"):
        return None
    if Takes.HEARER not in verb.takes and subject.found and subject.lo < at and not _ends_there(tokens, at + 1):
        return None
    left = subject.first if subject.found and subject.lo < at else group_start(tokens, at)
    if left < 2 or tokens[left - 1].text not in {",", "—", "–"}:
        return None
    lo, hi = clause_before(tokens, left - 1)
    inserted = subject.hi <= at and _resumed(tokens, at + 1) is not None
    long = hi - lo >= _SURELY_A_CLAUSE and tokens[lo].low not in PREPOSITIONS | SUBORDINATORS
    return (lo, hi) if inserted or long or _has_verb(tokens, lo, hi) else None


_AFTER_LONE_VERB = word_set("on in at during to after before when as last this of through")


_SURELY_A_CLAUSE = 8
"""So many words before a comma and a cue are a clause, whether we know its verb or not."""


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb has no object behind it: the sentence ends, or a time, place or adverb follows."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    return (
        token.kind == "mark"
        or token.adverb
        or token.low in TIME_NOUNS
        or token.low
        in {"on", "in", "at", "during", "to", "after", "before", "when", "as", "last", "this", "of", "through"}
    )


def _has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether some words hold a finite verb, as far as its form shows."""
    for at in range(start, end):
        token = tokens[at]
        verb = cue_verb(token.low)
        if token.low in AUXILIARIES or token.low in STRONG_PASTS or (token.low.endswith("ed") and at > start):
            return True
        if verb is not None and verb.form in ("past", "ed", "s") and not token.capital:
            return True
    return False


def _of_passive(tokens: Sequence[Token], at: int, verb: Verb) -> Found | None:
    """Was praised by the governor; is expected to rise, is said to be: by nobody named."""
    first = group_start(tokens, at)
    about = subject_before(tokens, at)
    if not about.found:
        return None
    by = next((i for i in range(at + 1, min(len(tokens), at + 4)) if tokens[i].low == "by"), None)
    if by is not None:
        source = subject_behind(tokens, by)
        return _made(tokens, (about.lo, about.hi), source, (first, by)) if source.found else None
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if after == "to" and Takes.CLAUSE in verb.takes and Takes.HEARER not in verb.takes:
        made = _made(tokens, (at + 1, phrase_end(tokens, at + 2)), NOBODY, (first, at))
        if made is not None:
            made.content.insert(0, span_of(tokens[about.lo : about.hi]))
        return made
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


def _of_first(tokens: Sequence[Token], at: int) -> Found | None:
    """Was the first to say that, was first to publish reports that: who was first is the source."""
    if tokens[at].low != "first" or at < 2 or at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    be = at - 2 if tokens[at - 1].low in DETERMINERS else at - 1
    that = next((i for i in range(at + 3, min(len(tokens), at + 7)) if tokens[i].low == "that"), None)
    if tokens[be].low not in BE or that is None:
        return None
    says = cue_verb(tokens[that - 1].low) is not None or cue_noun(tokens[that - 1].low)
    subject = subject_before(tokens, be)
    if not says or not subject.found:
        return None
    return _made(tokens, (that, clause_end(tokens, that + 1)), subject, (be, that - 1))


def _of_noun(tokens: Sequence[Token], at: int) -> Found | None:
    """X's claim that ..., her criticism of ..., a warning from X that ..."""
    token = tokens[at]
    if at == 0 or at + 2 >= len(tokens):
        return None
    low = tokens[at + 1].low
    if low in {"from", "by"} and cue_noun(token.low):
        return _of_noun_from(tokens, at)
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


def _of_noun_from(tokens: Sequence[Token], at: int) -> Found | None:
    """A warning from the mayor that ...: the phrase behind "from" or "by" is the source."""
    source = subject_behind(tokens, at + 1)
    if not source.found or source.hi + 1 >= len(tokens) or tokens[source.hi].low != "that":
        return None
    return _made(tokens, (source.hi, clause_end(tokens, source.hi + 1)), source, (at, at + 1))


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
