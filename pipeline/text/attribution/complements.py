"""What a cue verb governs: where its clause, infinitive or phrase starts and where it ends."""

from collections.abc import Sequence

from .cues import APPROXIMATORS, NAMING, NOUN_LIKE, PERCEPTION, Takes, Verb, cue_verb
from .frames import Token
from .words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUN_CONTRACTIONS,
    QUESTION_WORDS,
    RELATIVES,
    SETTINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_NOUNS,
    word_set,
)


def clause_before(tokens: Sequence[Token], end: int) -> tuple[int, int]:
    """The clause that ends at `end`: back to the start of the frame or a semicolon."""
    start = end
    while start > 0 and tokens[start - 1].text not in {";", ":"}:
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
    """Whether what follows a comma is outside the reported clause: according to, adding, he said, but Ruiz denied."""
    low = tokens[at].low
    if low == "according":
        return True
    if low in {"and", "but", "while", "though", "although"} and at + 1 < len(tokens):
        return _next_cue(tokens, at + 1) or _next_speaker(tokens, at + 1)
    verb = cue_verb(low)
    return verb is not None and verb.form == "ing" and Takes.CLAUSE in verb.takes


def _next_speaker(tokens: Sequence[Token], at: int) -> bool:
    """Whether a subject with a cue verb of its own follows: but Ana Ruiz denied."""
    for near in range(at + 1, min(len(tokens), at + 7)):
        token = tokens[near]
        if token.kind != "word":
            return False
        verb = cue_verb(token.low)
        if verb is not None and verb.form in ("past", "ed", "s") and Takes.CLAUSE in verb.takes and not token.capital:
            return verb.form != "s" or verb.lemma not in NOUN_LIKE
    return False


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


_SKIPPED_PREPOSITIONS = word_set("on in at during to after before from with via through over by")


def _after_adjuncts(tokens: Sequence[Token], at: int) -> int:
    """Index behind time, place and setting: Monday, on Monday, in a statement, to reporters in Dale."""
    while at < len(tokens):
        low = tokens[at].low
        if tokens[at].kind == "word" and (low in TIME_NOUNS or _modifies_cue(tokens, at)):
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


def _modifies_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb belongs to the cue before it: said only that; but not to the content: said nearly half."""
    if not tokens[at].adverb or at + 1 >= len(tokens) or tokens[at].low in {"not", "never"}:
        return False
    after = tokens[at + 1]
    return after.kind != "word" or after.low in {"that", "to"} or after.low in PREPOSITIONS or after.low in TIME_NOUNS


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
            while near + 1 < len(tokens) and tokens[near + 1].low in SETTINGS:
                near += 1
            return near + 1
    return at


def complement(tokens: Sequence[Token], at: int, verb: Verb) -> tuple[int, int] | None:
    """What the verb governs to its right, as a token range, by the first word that fits its pattern."""
    start = at + 1
    if start >= len(tokens):
        return None
    if Takes.HEARER in verb.takes:
        told = _behind_hearer(tokens, start, verb)
        if told is not None:
            return told
    start = _after_adjuncts(tokens, start)
    if start + 1 < len(tokens) and tokens[start].text == ",":
        start = _behind_insertion(tokens, start, adjunct=start > at + 1)
    if start >= len(tokens):
        return None
    if verb.form == "ed" and opens_sentence(tokens, at):
        return _until_comma(tokens, start, verb)
    return _marked(tokens, start, verb) or _bare(tokens, at, start, verb)


def _bare(tokens: Sequence[Token], at: int, start: int, verb: Verb) -> tuple[int, int] | None:
    """A complement without a word that marks it: a clause without "that", or a noun phrase."""
    if verb.lemma in PERCEPTION and (tokens[at - 1].low == "who" or tokens[start].low in PREPOSITIONS):
        return None
    if tokens[at + 1].low in _PARTICLES and not _opens_figure(tokens, at + 1):
        return None
    if Takes.CLAUSE in verb.takes and _starts_clause(tokens, start):
        end = clause_end(tokens, start + 1)
        if verb.lemma not in PERCEPTION or _has_finite(tokens, start + 1, end):
            return start, end
    if verb.takes & (Takes.OBJECT | Takes.VERDICT) and _starts_phrase(tokens, start):
        end = phrase_end(tokens, start)
        if Takes.OBJECT in verb.takes or verb.lemma in NAMING or _has_verdict(tokens, start, end):
            return start, end
    return None


def _has_verdict(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a phrase says what its object is taken for: as, to, a quotation, at and a number."""
    for at in range(start + 1, end):
        low = tokens[at].low
        if low in {"as", "to", "like"} or tokens[at].kind == "quote":
            return True
        if low == "at" and at + 1 < end and (tokens[at + 1].text[0].isdigit() or tokens[at + 1].low in APPROXIMATORS):
            return True
    return False


def _behind_insertion(tokens: Sequence[Token], comma: int, *, adjunct: bool) -> int:
    """Where the content starts behind a comma: she replied, through a spokesman, that; she said on Monday, the dam."""
    for at in range(comma, min(len(tokens) - 1, comma + 25)):
        if tokens[at].text == "," and tokens[at + 1].low == "that":
            return at + 1
        if tokens[at].kind == "quote":
            break
    return comma + 1 if adjunct else comma


_PARTICLES = frozenset({"off", "down", "up", "back", "away", "out"})
"""Words that make another verb of the one before them: wrote off, turned down."""


def _marked(tokens: Sequence[Token], start: int, verb: Verb) -> tuple[int, int] | None:
    """A complement that its first word gives away: that, whether, to, or the verb's own preposition."""
    low = tokens[start].low
    if low == "that" and verb.takes & (Takes.THAT | Takes.CLAUSE):
        return start, clause_end(tokens, start + 1)
    if low in QUESTION_WORDS and verb.takes & (Takes.WHETHER | Takes.CLAUSE | Takes.OBJECT):
        return start, clause_end(tokens, start + 1)
    negated = low in {"not", "never"} and start + 1 < len(tokens) and tokens[start + 1].low == "to"
    if (low == "to" or negated) and Takes.INFINITIVE in verb.takes:
        return start, phrase_end(tokens, start + 1)
    if low in verb.particles and Takes.TOPIC in verb.takes:
        that = start + 1 < len(tokens) and tokens[start + 1].low == "that"
        return start + 1, (clause_end if that else phrase_end)(tokens, start + 1 + that)
    return None


def _until_comma(tokens: Sequence[Token], start: int, verb: Verb) -> tuple[int, int] | None:
    """Asked why he left, ...: the question ends at the comma."""
    low = tokens[start].low
    if low not in QUESTION_WORDS and low not in verb.particles:
        return None
    comma = next((i for i in range(start, len(tokens)) if tokens[i].text == ","), len(tokens))
    return (start + 1 if low in verb.particles else start), comma


def _has_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands in the range: she saw the dam had burst; not: she saw the dam."""
    for at in range(start, end):
        low = tokens[at].low
        verb = cue_verb(low)
        if low in AUXILIARIES or (verb is not None and verb.form in ("s", "past", "ed") and not tokens[at].capital):
            names = at + 1 < len(tokens) and (tokens[at + 1].kind == "quote" or tokens[at + 1].low == "by")
            return tokens[at - 1].low not in RELATIVES and not names
        if low in _ENDS_PHRASE:
            return False
    return False


def opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle without a subject opens the sentence: Asked why, ...; When asked about, ..."""
    return at == 0 or (at == 1 and tokens[0].low in {"when", "if"})


def _behind_hearer(tokens: Sequence[Token], start: int, verb: Verb) -> tuple[int, int] | None:
    """The clause or infinitive behind the person addressed: told reporters on Monday that, urged him to."""
    for at in range(start + 1, min(len(tokens), start + 12)):
        token = tokens[at]
        if token.kind == "mark" and token.text != ",":
            return None
        if token.low == "that" and verb.takes & Takes.CLAUSE:
            return at, clause_end(tokens, at + 1)
        if token.low == "to" and _is_infinitive(tokens, at):
            negated = tokens[at - 1].low in {"not", "never"}
            return at - negated, phrase_end(tokens, at + 1)
        if token.low in QUESTION_WORDS - {"who", "which", "whose"} and verb.takes & (Takes.CLAUSE | Takes.WHETHER):
            return at, clause_end(tokens, at + 1)
    behind = _hearer_end(tokens, start)
    if behind and Takes.CLAUSE in verb.takes and _starts_with_subject(tokens, behind):
        return behind, clause_end(tokens, behind)
    hearer = start + 1
    if (
        tokens[start].kind == "word"
        and hearer < len(tokens)
        and _starts_clause(tokens, hearer)
        and (tokens[start].low in SUBJECT_PRONOUNS | {"him", "her", "them", "me", "us", "reporters", "you"})
    ):
        return hearer, clause_end(tokens, hearer)
    return None


def _is_infinitive(tokens: Sequence[Token], to: int) -> bool:
    """Whether a verb and no place or person follows "to"."""
    if to + 1 >= len(tokens):
        return False
    after = tokens[to + 1]
    return after.kind == "quote" or not (after.capital or after.low in DETERMINERS or after.low.endswith("ing"))


def _hearer_end(tokens: Sequence[Token], start: int) -> int:
    """Index behind the person addressed, a name or a short phrase; 0 where it is not clear."""
    at = start
    while at < len(tokens) and tokens[at].capital:
        at += 1
    if at == start and tokens[start].low in DETERMINERS and at + 1 < len(tokens):
        at += 2
    at = _after_adjuncts(tokens, at) if at > start else 0
    return at if at < len(tokens) else 0


def _starts_with_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins here without doubt: a subject pronoun or an article after the person addressed."""
    low = tokens[at].low
    return (
        low in SUBJECT_PRONOUNS
        or low in PRONOUN_CONTRACTIONS
        or tokens[at].low in {"the", "a", "there", "his", "her", "their"}
    )


_BOUNDS = {"up": {"to"}, "at": {"least", "most"}, "as": {"many", "much", "few", "little"}, "down": {"to"}}
"""First words of a figure's bound, by the word behind: said up to 40, said at least, said as many as."""


def _opens_figure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bound opens the content: "said as many as 14 had left" is no comparison and no phrasal verb."""
    if at + 2 >= len(tokens):
        return False
    return tokens[at + 1].low in _BOUNDS.get(tokens[at].low, ())


def _starts_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if _opens_figure(tokens, at):
        return True
    if token.kind == "quote":
        return at + 1 < len(tokens) and tokens[at + 1].kind == "word"
    if token.kind == "mark":
        return token.text in "$#@("
    return token.low not in PREPOSITIONS - {"about", "under", "after", "despite", "during", "in", "between"} and (
        token.low not in SUBORDINATORS - {"while", "if", "because", "although"}
        and token.low not in CONJUNCTIONS
        and (token.low not in AUXILIARIES or token.low in PRONOUN_CONTRACTIONS)
    )


def _starts_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if _opens_figure(tokens, at):
        return True
    if token.kind == "mark":
        return token.text in "$#@"
    return token.kind == "quote" or not (
        token.low in PREPOSITIONS
        or token.low in SUBORDINATORS - {"that"}
        or token.low in CONJUNCTIONS
        or token.low in AUXILIARIES
        or token.low in TIME_NOUNS
    )
