"""Negation: a statement must deny what its evidence denies, and nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...reading import Fault
from ...records import Span
from ..words import STOPWORDS, content, stem, tokens, word_set
from .scope import Ground, error, one_line, warning

_NEGATOR = re.compile(
    r"\b(?P<full>not|never|cannot|no longer|no one|nobody|nothing|none|nowhere|neither|nor|without|no(?!\.)"
    r"|yet to(?= \w)|far from|hardly|barely|scarcely|unable|unlikely|unknown|unclear|undecided|unaware|untrue|false)\b"
    r"|(?P<short>\w+n['’]t)\b"
    r"|\b(?P<verb>den(?:y|ies|ied|ying|ials?)|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)?(?= to\b)"
    r"|rul(?:e|es|ed|ing)(?= out\b)|declin(?:e|es|ed|ing)(?= to\b)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?"
    r"|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|lack(?:s|ed|ing)?|disavow(?:s|ed)?)\b",
    re.IGNORECASE,
)
_BOTH_WAYS = re.compile(r"den|reject|dismiss|disput|refut|disavow|rul|false|untrue|unlikely|unknown|unclear", re.I)
_NOT_ONLY = re.compile(
    r"not (?:only|just|merely|simply|least)\b|no (?:doubt|later|sooner|fewer|less|more) than\b|no\. ?\d", re.I
)
_WEAK = re.compile(
    r"\b(?:prevent|block|bann?|stop|halt|cancel|miss|absent|only|few|little|rare|seldom|doubt|against|oppos|prohibit"
    r"|forbid|forbad|avoid|abandon|revers|overturn|withdr[ae]w|suspend|dropp?|rather|instead|too|until|unless|before"
    r"|un[a-z]{4}|in(?:ability|complete|sufficient|adequate)|dis[a-z]{4}|loss|lost|lose|free of|clear(?:ed)? of|resist"
    r"|withh[eo]ld|exclud|keep from|kept from|away|ceas)\w*",
    re.IGNORECASE,
)
"""Words that can carry a negative meaning without a negator: they make an added "not" doubtful, not false."""

_CLAUSE_END = re.compile(
    r"[,;:.!?()–—“”\"]|\s-\s|\b(?:and|but|while|which|because|although|though|whereas|if|unless)\b"
)
_DENIAL = re.compile(r"den|reject|dismiss|disput|refut|disavow", re.IGNORECASE)
_SAID_OF = frozenset(
    map(stem, word_set("report claim allegation accusation suggestion idea notion charge statement any all"))
)

_ANY = re.compile(r"\b(?:any|all|ever|every|anything|whatsoever)\b", re.IGNORECASE)
"""Words that make a denial wider than one that is printed without them."""

NEAR = 3
"""Words on either side of a word with a negative meaning that it may be about."""

LEAST_DENIED = 0.34
"""Least share of a denial's words that the evidence must deny: below it, the denial is of something else."""

_LIGHT = frozenset(map(stem, word_set("have has had be been do did make made take get yet still already")))


@dataclass(frozen=True, slots=True)
class Negation:
    """One negator at its place, the content stems it governs, and those before it in its clause.

    `thing` is what a denial is of: the governed stems without names, and without "reports" or "claims".
    """

    start: int
    end: int
    word: str
    governs: tuple[str, ...]
    subject: tuple[str, ...]
    double: bool = False
    thing: frozenset[str] = frozenset()

    @property
    def reach(self) -> frozenset[str]:
        """Every stem the negation may be about."""
        return frozenset(self.governs) | frozenset(self.subject)

    def about(self, stems: frozenset[str]) -> bool:
        """Whether the words it negates stand among the stems: the first of them, or half of all."""
        if not self.governs:
            return bool(stems & frozenset(self.subject))
        common = sum(s in stems for s in self.governs)
        return self.governs[0] in stems or 2 * common >= len(self.governs)


def negations(text: str, start: int = 0, end: int | None = None) -> tuple[Negation, ...]:
    """The negations of a stretch of text; two that stand together ("did not deny") are one double negation."""
    stop = len(text) if end is None else end
    found = [m for m in _NEGATOR.finditer(text, start, stop) if not _NOT_ONLY.match(text, m.start(), stop)]
    made: list[Negation] = []
    for place in found:
        if made and _adjoin(text, made[-1], place):
            made[-1] = _negation(text, (made[-1].start, place.end()), (start, stop), double=not made[-1].double)
        else:
            made.append(_negation(text, place.span(), (start, stop)))
    return tuple(made)


def polarity(text: str, ground: Ground, *, denied: bool = False) -> Iterator[Fault]:
    """The faults of a statement's polarity against its evidence; `denied` says that the source denies it."""
    printed = [n for c in ground.clauses for n in negations(ground.text, c.start, c.end)]
    said = list(negations(text))
    wide = [n for s in ground.sentences for n in negations(ground.text, s.start, s.end)]
    said_stems = frozenset(content(text))
    yield from _dropped(text, said, printed, said_stems, ground, denied)
    yield from _added(text, said, wide, ground)
    yield from _widened(text, said, printed, ground)
    if denied and not wide:
        yield error("negation", "an affirmation", "marked as denied", ground.spans)


def _dropped(
    text: str,
    said: Sequence[Negation],
    printed: Sequence[Negation],
    stems: frozenset[str],
    ground: Ground,
    denied: bool,
) -> Iterator[Fault]:
    for negation in printed:
        if denied or any(_match(negation, other) for other in said) or not negation.about(stems):
            continue
        if not negation.governs and len(ground.sentences) > 1:
            continue  # "The mayor did not." denies the sentence before it, not the other evidence
        if not said and (_weak(text) - _weak(ground.cut(ground.sentences))):
            continue
        place = (Span(start=negation.start, end=negation.end),)
        clause = one_line(ground.cut(ground.clauses))
        make = warning if negation.double else error
        yield make("negation", f"{negation.word!r} as in {clause!r}", one_line(text), place)
        return


def _added(text: str, said: Sequence[Negation], printed: Sequence[Negation], ground: Ground) -> Iterator[Fault]:
    words = ground.cut(ground.sentences)
    stems = frozenset(content(words))
    for negation in said:
        if any(_match(negation, other) for other in printed):
            continue
        about = negation.about(stems)
        if printed and not about:
            continue
        doubtful = not _is_printed_without(negation, text, words) and (_is_implied(negation, words) or not about)
        make = warning if doubtful else error
        yield make("negation", f"no {negation.word!r} in {one_line(words)!r}", one_line(text), ground.spans)
        return


def _is_printed_without(negation: Negation, text: str, words: str) -> bool:
    """Whether the evidence prints what stands around a negator without it: "will do so" for "will not do so"."""
    before, after = text[: negation.start].split()[-1:], text[negation.end :].split()[:1]
    if not before or not after:
        return False
    pair = rf"\b{re.escape(before[0])}\s+{re.escape(after[0].rstrip('.,;:'))}\b"
    return re.search(pair, words, re.IGNORECASE) is not None


def _widened(text: str, said: Sequence[Negation], printed: Sequence[Negation], ground: Ground) -> Iterator[Fault]:
    """A denial of something else: what it is about shares next to no word with what the evidence denies."""
    denials = [n for n in printed if _DENIAL.match(n.word) and n.thing]
    for negation in said:
        if not denials or not _DENIAL.match(negation.word) or not negation.thing:
            continue
        share = max(len(negation.thing & n.thing) for n in denials) / len(negation.thing)
        wider = _ANY.search(text) is not None and _ANY.search(ground.cut(ground.sentences)) is None
        if share < LEAST_DENIED or wider:
            make = error if wider or not share else warning
            clause = one_line(ground.cut(ground.clauses))
            yield make("negation", f"a denial of no more than {clause!r}", one_line(text), ground.spans)
            return


def _is_implied(negation: Negation, words: str) -> bool:
    """Whether the evidence may mean a negation by another word near what it negates: "banned", "only", "missed"."""
    governed = frozenset(negation.governs) | frozenset(negation.subject[-2:])
    for weak in _WEAK.finditer(words):
        near = content(" ".join(words[: weak.start()].split()[-NEAR:] + words[weak.end() :].split()[:NEAR]))
        if governed & frozenset(near):
            return True
    return False


def _weak(text: str) -> frozenset[str]:
    return frozenset(stem(m.group()) for m in _WEAK.finditer(text) if not m.group().lower().startswith(("un", "dis")))


def _match(one: Negation, other: Negation) -> bool:
    if one.double != other.double:
        return False
    forward, back = frozenset(one.governs), frozenset(other.governs)
    if not forward or not back:
        return bool(one.reach & other.reach) or not (one.reach and other.reach)
    return bool(forward & other.reach or back & one.reach)


def _adjoin(text: str, last: Negation, place: re.Match[str]) -> bool:
    between = text[last.end : place.start()].split()
    single = last.word.lower() in {"not", "never", "cannot"} or last.word.lower().endswith(("n't", "n’t"))
    return place.lastgroup == "verb" and single and len(between) <= 1


def _negation(text: str, place: tuple[int, int], limits: tuple[int, int], *, double: bool = False) -> Negation:
    start, end = place
    borders = list(_CLAUSE_END.finditer(text, *limits))
    right = min((b.start() for b in borders if b.start() >= end), default=limits[1])
    left = max((b.end() for b in borders if b.end() <= start), default=limits[0])
    governs = _content(text, end, right)
    subject = _content(text, left, start)
    word = text[start:end]
    if _BOTH_WAYS.match(word) and not governs:
        governs = subject
    plain = " ".join(w.text for w in tokens(text, end, right) if not w.text[0].isupper())
    thing = frozenset(_content(plain, 0, len(plain))) - _SAID_OF
    return Negation(start, end, word, governs, subject, double, thing)


def _content(text: str, start: int, end: int) -> tuple[str, ...]:
    words = [w.text.lower().replace("’", "'") for w in tokens(text, start, end)]
    stems = (stem(w) for w in words if w not in STOPWORDS)
    return tuple(s for s in stems if s not in _LIGHT)
