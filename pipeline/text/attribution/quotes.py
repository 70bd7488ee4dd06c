"""Direct speech: which quotations are spoken, by which words, and by whom, from the place of the cue beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from ...records import Span
from .cues import Takes, Verb, cue_verb
from .frames import Frame, Token, span_of
from .inheritance import main_subject
from .sources import NOBODY, Subject, group_start, source_spans, subject_before, subject_behind
from .words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    word_set,
)

_ASKING = word_set("ask beg inquire enquire urge plead demand order tell text email")
_QUOTE_ONLY = word_set(
    "continue continued continues began begins begin went goes read reads reading ran sang sings chanted chanting "
    "chants joked thundered opened replied laughed smiled sighed cried shot finished concluded"
)
"""Verbs that introduce a quotation and no clause."""


@dataclass(slots=True)
class Found:
    """One attribution while it is being built; sources and cues are spans, content grows by continuation."""

    content: list[Span]
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    via: list[Span] = field(default_factory=list)
    frame: int = 0
    according: bool = False
    """Whether the cue is "according to" or "reported", by which the source may only carry another's words."""
    apart: bool = False
    """Whether a comma, colon or the cue itself sets direct speech apart from the clause around it."""


def spoken(frame: Frame, number: int) -> tuple[list[Found], set[int], set[int]]:
    """The direct speech of one frame: what was found, and the token indices of its quotations and of its cues."""
    tokens = frame.tokens
    found: list[Found] = []
    used: set[int] = set()
    verbs: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind != "quote" or at in used or _is_title(tokens, at):
            continue
        cue = _cue_after(tokens, at)
        lo = at if cue is None else _clause_around(tokens, at)
        cue = cue or _cue_before(tokens, at)
        if cue is None:
            continue
        subject, first, last = cue
        content = [span_of(tokens[lo : at + 1])]
        used.add(at)
        verbs.add(last)
        follow = _continuation(tokens, at, last)
        for more in follow:
            content.append(span_of((tokens[more],)))
            used.add(more)
        source = source_spans(tokens, subject)
        begins = at > 0 and tokens[at - 1].kind == "mark" and _inner(token)[:1].isupper()
        apart = last > at or begins
        found.append(Found(content, source, [span_of(tokens[first : last + 1])], frame=number, apart=apart))
    return found, used, verbs


def introduced(before: Frame, frame: Frame, number: int) -> Found | None:
    """The direct speech of a frame of quotations that the frame before it announces with a colon."""
    tokens = before.tokens
    if tokens[-1].text != ":" or len(tokens) < 2 or tokens[-2].kind != "word":
        return None
    cue = _introduced(tokens, len(tokens) - 2, ":") or (
        main_subject(tokens, len(tokens)),
        len(tokens) - 2,
        len(tokens) - 2,
    )
    subject, first, last = cue
    source = source_spans(tokens, subject)
    content = [span_of((token,)) for token in frame.tokens if token.kind == "quote"]
    return Found(content, source, [span_of(tokens[first : last + 1])], frame=number)


def _clause_around(tokens: Sequence[Token], quote: int) -> int:
    """Where the clause starts that a quotation ends: the plan was a “trap,” she said. The quotation itself if whole."""
    lo = quote
    if quote and tokens[quote - 1].kind == "mark" and _inner(tokens[quote])[:1].isupper():
        return quote
    while lo > 0 and tokens[lo - 1].text not in {":", ";"}:
        lo -= 1
    while lo < quote and (tokens[lo].kind == "mark" or tokens[lo].low in CONJUNCTIONS):
        lo += 1
    return lo


_TITLE_SMALL = word_set("a an the of in on at for to and or with from by is")


def _is_title(tokens: Sequence[Token], quote: int) -> bool:
    """Whether a quotation is the name of a show, book or song: a genitive or naming word before, capitals within."""
    before = tokens[quote - 1] if quote else None
    if before is None or before.kind != "word":
        return False
    named = before.possessive or before.low in _NAMING or before.low in DETERMINERS or before.low in PREPOSITIONS
    return named and _capitalised(tokens[quote])


def _capitalised(quote: Token) -> bool:
    """Whether the words of a quotation are written as in a title: “Harbour Lights Tonight”."""
    words = [word.strip("“”\"',.!?’‘") for word in quote.text.split()]
    words = [word for word in words if word]
    return len(words) <= 8 and all(not w[0].islower() or w in _TITLE_SMALL for w in words)


_NAMING = word_set(
    "called titled entitled dubbed named as show book film movie song hit series album essay column headlined"
)


def _continuation(tokens: Sequence[Token], quote: int, cue: int) -> list[int]:
    """Quotations later in the frame that the cue between them carries as well: "...," she said, "..."."""
    if cue < quote:
        return []
    for at in range(cue + 1, len(tokens)):
        if tokens[at].kind == "quote":
            if tokens[at - 1].text in {",", ".", ":", ";", "—", "–", "-"} or at == cue + 1:
                return [at]
            return []
        verb = cue_verb(tokens[at].low)
        if _speaks(verb) and (verb.form != "ing" or tokens[at - 1].kind == "mark") and _introduces(tokens, at):
            return []
    return []


def _inner(quote: Token) -> str:
    """The words of a quotation without its marks."""
    return quote.text.strip("“”\"'‘’«» ")


def _ends_clause(token: Token) -> bool:
    """Whether a quotation ends the way spoken words end before their cue: comma, question, exclamation, dash."""
    inner = token.text.rstrip("\"”'’» ")
    return inner.endswith((",", "?", "!", "—", "–", "-", "…", "...", "."))


def _cue_after(tokens: Sequence[Token], quote: int) -> tuple[Subject, int, int] | None:
    """The cue behind a quotation: "...," she said; "...," said Ruiz; "..." according to Ruiz."""
    at = quote + 1
    comma = _ends_clause(tokens[quote]) or (quote == 0 and not _capitalised(tokens[quote]))
    while at < len(tokens) and tokens[at].kind == "mark" and tokens[at].text in {",", "—", "–", "-", ".", "’", "'"}:
        comma = True
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word" or not comma:
        return None
    if tokens[at].low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
        return subject_behind(tokens, at + 1), at, at + 1
    if _is_speech_verb(tokens, at) or _inverted(tokens, at):
        behind = subject_behind(tokens, at)
        if behind.found or at + 1 == len(tokens):
            return behind, at, at
    return _subject_then_verb(tokens, at)


def _inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether an unknown past tense stands before a name right behind a quotation: “Yes!” beamed Ana Ruiz."""
    return tokens[at].low.endswith("ed") and at + 1 < len(tokens) and tokens[at + 1].capital


def _subject_then_verb(tokens: Sequence[Token], start: int) -> tuple[Subject, int, int] | None:
    limit = min(len(tokens), start + 40)
    for at in range(start + 1, limit):
        token = tokens[at]
        if token.text in {";", ":"}:
            break
        if not _is_speech_verb(tokens, at) or tokens[at - 1].low in RELATIVES or _has_object(tokens, at):
            continue
        subject = subject_before(tokens, at, start)
        group = group_start(tokens, at, start)
        if subject.found and subject.lo <= start + 1:
            return subject, group, at
        if _is_phrase(tokens[start:group]):
            return Subject(start, group, first=start), group, at
    return _unknown_verb(tokens, start)


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb behind a quotation has an object of its own, so that the quotation is not what it says."""
    if at + 1 >= len(tokens):
        return False
    after, verb = tokens[at + 1], cue_verb(tokens[at].low)
    if verb is not None and (Takes.HEARER in verb.takes or verb.lemma in _ASKING):
        return False
    return after.low in DETERMINERS - {"this", "that"} or after.low in SUBJECT_PRONOUNS or after.low == "that"


def _is_phrase(words: Sequence[Token]) -> bool:
    """Whether some words before a verb can only be its subject: the senator and former candidate said."""
    return (
        0 < len(words) <= _LONGEST_PHRASE
        and (words[0].capital or words[0].low in DETERMINERS)
        and all(w.kind == "word" and w.low not in _NO_PHRASE for w in words)
    )


_LONGEST_PHRASE = 14
_NO_PHRASE = (SUBORDINATORS | AUXILIARIES | SUBJECT_PRONOUNS | RELATIVES) - {"that"}


def _unknown_verb(tokens: Sequence[Token], start: int) -> tuple[Subject, int, int] | None:
    """A verb we do not know right behind a short subject is a cue beside a quotation: Ruiz thundered."""
    for at in range(start + 1, min(len(tokens), start + 8)):
        if tokens[at].kind != "word":
            return None
        if _may_speak(tokens, at) and tokens[at - 1].low not in AUXILIARIES:
            subject = subject_before(tokens, at, start)
            if subject.found and subject.lo <= start + tokens[start].adverb and subject.relative < 0:
                return subject, at, at
    return None


def _may_speak(tokens: Sequence[Token], at: int) -> bool:
    """Whether an unlisted word looks like a verb of speech: a past tense, or a present that ends its clause."""
    word = tokens[at].low
    if word.endswith("ed") or word in _QUOTE_ONLY:
        return True
    last = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    return last and word.endswith("s") and not tokens[at].capital


def _speaks(verb: Verb | None) -> TypeGuard[Verb]:
    """Whether a verb can introduce spoken words as they were said."""
    return verb is not None and (Takes.CLAUSE in verb.takes or verb.lemma in _ASKING)


def _is_speech_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind != "word" or token.capital:
        return False
    if token.low in _QUOTE_ONLY:
        return True
    verb = cue_verb(token.low)
    if not _speaks(verb):
        return False
    if verb.form == "base":
        before = tokens[at - 1] if at else None
        return before is not None and (
            before.low in SUBJECT_PRONOUNS
            or before.low in AUXILIARIES
            or before.low == "to"
            or before.low.endswith("s")
            or before.low in {"two", "three", "four", "both", "many", "others", "people"}
            or before.adverb
        )
    if verb.form in ("ing", "participle"):
        return bool(at) and tokens[at - 1].low in AUXILIARIES
    return not (at and tokens[at - 1].low in BE)


def _cue_before(tokens: Sequence[Token], quote: int) -> tuple[Subject, int, int] | None:
    """The cue before a quotation: she said: "...", Ruiz told the council, "...", called it "..."."""
    at = quote - 1
    if at < 0:
        return None
    mark = tokens[at]
    if mark.kind == "mark" and mark.text in {",", ":", "—", "–", "-"}:
        at -= 1
        introduced = True
    else:
        introduced = False
    if at < 0 or tokens[at].kind != "word":
        return None
    if introduced:
        return _introduced(tokens, at, mark.text)
    verb = cue_verb(tokens[at].low)
    if tokens[at].capital or not (tokens[at].low in _QUOTE_ONLY or _speaks(verb)):
        return None
    if not _whole(tokens, quote):
        return None
    return _with_subject(tokens, at)


def _whole(tokens: Sequence[Token], quote: int) -> bool:
    """Whether a quotation right behind a verb is what was said and not the start of a phrase: said “no” and left."""
    return quote + 1 == len(tokens) or tokens[quote + 1].kind == "mark" or tokens[quote].text[1:2].isupper()


def _in_words(tokens: Sequence[Token], end: int) -> tuple[Subject, int, int] | None:
    """In Ruiz's words, "..."; in the words of the mayor, "..."."""
    if tokens[end].low == "words" and end >= 2 and tokens[end - 2].low == "in":
        return Subject(end - 1, end, first=end - 1), end, end
    for at in range(max(0, end - 8), end):
        if [t.low for t in tokens[at : at + 4]] == ["in", "the", "words", "of"] and at + 4 <= end:
            return Subject(at + 4, end + 1, first=at + 4), at, at + 3
    return None


def _label_behind_dash(tokens: Sequence[Token], end: int) -> Subject:
    """A name between a dash and the colon: The polls were wrong - Ana Ruiz: "..."."""
    at = end
    while at >= 0 and tokens[at].capital:
        at -= 1
    dash = at >= 0 and tokens[at].text in {"-", "—", "–"} and end > at
    return Subject(at + 1, end + 1, first=at + 1) if dash else NOBODY


def _introduced(tokens: Sequence[Token], end: int, mark: str) -> tuple[Subject, int, int] | None:
    """The nearest verb of speech before a comma or colon, else, before a colon, the phrase itself."""
    if mark == ":" and (label := _label_behind_dash(tokens, end)).found:
        return label, end + 1, end + 1
    quoted = _in_words(tokens, end)
    if quoted is not None:
        return quoted
    for at in range(end, max(-1, end - 25), -1):
        token = tokens[at]
        if token.kind == "quote" or token.text in {";", ":"}:
            break
        if token.kind == "word" and _introduces(tokens, at):
            found = _with_subject(tokens, at)
            if found is not None:
                return found
    if mark != ":":
        return None
    if end and tokens[end].low.endswith("ed"):
        subject = subject_before(tokens, end)
        return subject if subject.found else main_subject(tokens, end), end, end
    start = next((at + 1 for at in range(end, -1, -1) if tokens[at].kind == "mark" and tokens[at].text in "—–-"), 0)
    if end - start <= _LONGEST_LABEL:
        return Subject(start, end + 1), end + 1, end + 1
    return main_subject(tokens, end), end + 1, end + 1


_LONGEST_LABEL = 8
"""Most words of a speaker's label before a colon: Ruiz: "...", From the mayor's letter: "..."."""


def _introduces(tokens: Sequence[Token], at: int) -> bool:
    if _is_speech_verb(tokens, at):
        return True
    low = tokens[at].low
    if low in {"put", "puts"} and tokens[at + 1].low == "it":
        return True
    verb = cue_verb(low)
    if verb is not None and verb.lemma in {"ask", "tell"} and verb.form == "ed" and at and tokens[at - 1].low in BE:
        return True
    noun = bool(at) and (tokens[at - 1].low in DETERMINERS or tokens[at - 1].possessive)
    return verb is not None and verb.form == "ing" and _speaks(verb) and not noun


def _with_subject(tokens: Sequence[Token], verb: int) -> tuple[Subject, int, int] | None:
    first = group_start(tokens, verb)
    form = cue_verb(tokens[verb].low)
    if form is not None and form.form == "ing" and tokens[verb - 1].low not in BE:
        return main_subject(tokens, verb), first, verb
    if tokens[verb - 1].low in BE:
        return NOBODY, first, verb
    subject = subject_before(tokens, verb)
    if not subject.found:
        subject = main_subject(tokens, verb)
    return subject, first, verb
