"""Speakers: a saying keeps its source, and nobody gets another one's words."""

import re
from collections.abc import Iterator

from ...reading import Fault, Saying
from ...records import Kind
from .. import align
from ..names.links import initials
from ..words import stem, tokens, word_set
from .certainty import hedges
from .countries import country
from .scope import Ground, error, one_line, shared, stems, touched, warning
from .speech import OPINION, SPEECH, is_speech
from .statement import Statement

_EMPTY = frozenset(
    map(stem, word_set("the a an of and for at in mr mrs ms dr miss sir lady lord his her its their our"))
)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|you|who|him|her|them|us|both|some|others|many|those|one)\b", re.I)
_OPEN = re.compile(r"\b(?:he|she|him|his|hers?|they|them|their|it|its|i|we|my|our|us)\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:said|says|told|warned|claimed|alleged|insisted|argued|accused)\b(?! to)")
_BOTH = re.compile(r"^both ", re.IGNORECASE)
_HOLDS = re.compile(
    r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!been )"
    r"\b(?:believes?|believed|thinks?|thought|fears?|feared|suspects?|suspected)\b"
)
_KNOWING = frozenset(map(stem, word_set("determine decide conclude know see understand learn establish verify")))

MOSTLY = 0.5
"""Share of the evidence that must be somebody's words for the claim to be theirs."""


def speaker(statement: Statement, ground: Ground, source: str | None) -> Iterator[Fault]:
    """The faults of a claim's source: not the one whose words the evidence is, or none where it is somebody's."""
    found = list(_of_source(statement, ground, source))
    yield from found
    if not any(fault.check == "speaker" for fault in found):
        yield from told_speakers(statement, ground)


def _of_source(statement: Statement, ground: Ground, source: str | None) -> Iterator[Fault]:
    covering = _covering(statement, ground)
    if source is None:
        yield from _voice(statement, ground, covering)
    elif (
        covering
        and not any(is_source(source, saying, ground) for saying in ground.sayings)
        and not _says_itself(source, ground)
    ):
        yield from _wrong(source, covering[0], ground)
    elif not covering and not _is_said_by(source, ground) and not _printed_near(source, ground):
        expected = f"no source, or one near {one_line(ground.cut(ground.spans))!r}"
        make = warning if _is_open(ground) and _is_known(source, ground) else error
        yield make("speaker", expected, repr(source), ground.spans)


def _is_open(ground: Ground) -> bool:
    """Whether the evidence leaves open who speaks: "she used to say", "it had at no time", an interview's "we"."""
    return _OPEN.search(ground.cut(ground.sentences)) is not None


def _is_known(source: str, ground: Ground) -> bool:
    """Whether a source is one of the article, wherever it is named."""
    return any(same(source, name.full) for name in ground.reading.names)


def _is_said_by(source: str, ground: Ground) -> bool:
    """Whether some saying of the evidence, however short, is the source's."""
    return any(is_source(source, saying, ground) for saying in ground.sayings)


def _says_itself(source: str, ground: Ground) -> bool:
    """Whether the evidence itself opens with the source and its verb: "officials have not determined whether"."""
    words = stems(source) - _EMPTY
    for clause in ground.clauses:
        opening = [stem(w.text) for w in tokens(ground.text, clause.start, clause.end)][: 2 * len(words) + 6]
        last = max((i for i, made in enumerate(opening) if made in words), default=None)
        subject = last is not None and words <= set(opening[: last + 1]) and last < len(words) + 3
        if subject and last is not None and set(opening[last + 1 :]) & (SPEECH | OPINION | _KNOWING):
            return True
    return False


def is_source(source: str, saying: Saying, ground: Ground) -> bool:
    """Whether a source is who says it: the same name in any form, the role, or the name behind a description."""
    printed = [span.cut(ground.text) for span in saying.source]
    full = " ".join(part for part in (saying.speaker, saying.role) if part)
    if any(same(source, form) for form in (full, saying.speaker or "", *printed, *_apposed(saying, ground)) if form):
        return True
    if not _proper(source) and _beside(source, saying, ground):
        return True
    described = not any(_proper(form) for form in (saying.speaker or "", *printed))
    return described and _named_before(source, saying, ground)


def _beside(description: str, saying: Saying, ground: Ground) -> bool:
    """Whether a description stands beside the printed source: "a former foreman, Joao Reis, told"."""
    words = stems(description) - _EMPTY
    for span in saying.source:
        for sentence in touched(ground.reading.sentences, (span,)):
            near = ground.text[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 60)]
            if words <= stems(near):
                return True
    return False


def _apposed(saying: Saying, ground: Ground) -> Iterator[str]:
    """The names right behind or before the printed source: "the foreign minister, Yusuf Hallam, said"."""
    for span in saying.source:
        for name in ground.reading.names:
            after = 0 <= name.start - span.end <= 2
            before = 0 <= span.start - name.end <= 2
            if after or before:
                yield f"{name.full} {name.role or ''} {span.cut(ground.text)}"


def same(one: str, other: str) -> bool:
    """Whether two forms may name one source: by most words of the shorter, by initials, or by country."""
    if (nations := _countries(one)) and nations == _countries(other):
        return True
    a, b = stems(one) - _EMPTY, stems(other) - _EMPTY
    if not a or not b or ("jr" in a) is not ("jr" in b):
        return False
    common = len(a & b)
    if common == min(len(a), len(b)) or 2 * common > min(len(a), len(b)):
        return True
    return _is_initials(one, other) or _is_initials(other, one)


def _countries(form: str) -> frozenset[str | None]:
    """The countries that a source consists of: "Moscow and Kyiv"; none where part of it is no country."""
    made = frozenset(country(part) for part in re.split(r", and |, | and ", _BOTH.sub("", form)))
    return made if None not in made else frozenset()


def _is_initials(short: str, full: str) -> bool:
    letters = re.sub(r"\W", "", re.sub(r"^the ", "", short, flags=re.I))
    return len(letters) > 1 and letters.isupper() and initials(w.text for w in tokens(full)) == letters


def _covering(statement: Statement, ground: Ground) -> list[Saying]:
    """The sayings whose content is most of the evidence, or a quotation in it that the statement draws on.

    Evidence that prints a short quotation with a long attribution ("..., said its owner, who ...") is half attribution.
    """
    whole = sum(s.end - s.start for s in ground.spans)
    spoken = [s for s in ground.sayings if is_speech(s, ground.text)]
    mostly = [s for s in spoken if shared(s.content, ground.spans) > MOSTLY * whole]
    return mostly or [s for s in spoken if s.kind is Kind.DIRECT and _draws_on(statement, s, ground)]


def _draws_on(statement: Statement, saying: Saying, ground: Ground) -> bool:
    """Whether most of what a statement says stands in a saying that lies within the evidence."""
    length = sum(s.end - s.start for s in saying.content)
    said = stems(statement.text) - _EMPTY
    inside = shared(saying.content, ground.spans) >= length - len(saying.content)
    return inside and bool(said) and 2 * len(said & stems(ground.cut(saying.content))) >= len(said)


def _voice(statement: Statement, ground: Ground, covering: list[Saying]) -> Iterator[Fault]:
    if not covering and (belief := _held(ground)) and not stems(statement.text) & stems(belief):
        yield error("attribution", f"whose view it is ({belief!r})", "no source", ground.spans)
    elif not covering and (cue := _reported(ground)) and not stems(statement.text) & stems(cue):
        make = error if hedges(ground) else warning
        yield make("attribution", f"who says so ({cue!r})", "no source", ground.spans)
    for saying in covering[:1]:
        nobody = not saying.source and saying.kind is Kind.INDIRECT  # "are thought to": the hedge is checked apart
        if nobody or _names(statement, saying, ground):
            continue
        cue = " ".join(span.cut(ground.text) for span in saying.cue)
        view = saying.kind is not Kind.INDIRECT or bool(stems(cue) & OPINION) or bool(hedges(ground))
        make = error if view else warning
        who = saying.speaker or ground.cut(saying.source) or "somebody"
        yield make("attribution", f"{who!r} as the source ({cue or 'quoted'})", "no source", ground.spans)


def _held(ground: Ground) -> str | None:
    """The verb of belief that governs the evidence where the reading has no saying for it."""
    for clause in ground.clauses:
        if verb := _HOLDS.search(ground.text, clause.start, clause.end):
            return verb.group()
    return None


def _reported(ground: Ground) -> str | None:
    """The verb of saying in front of the evidence in its clause, or in it, where the reading has no saying for it."""
    for clause in ground.clauses:
        if verb := _REPORTS.search(ground.text, clause.start, clause.end):
            return verb.group()
    return None


def _names(statement: Statement, saying: Saying, ground: Ground) -> bool:
    """Whether a statement names the speaker: by name, printed words or role."""
    said = stems(statement.text) - _EMPTY
    forms = [
        saying.speaker or "",
        *(s.cut(ground.text) for s in saying.source if not _PRONOUN.match(s.cut(ground.text))),
    ]
    return any((made := stems(f) - _EMPTY) and (made <= said or _last(f) in said) for f in forms if f)


def _wrong(source: str, saying: Saying, ground: Ground) -> Iterator[Fault]:
    printed = ground.cut(saying.source)
    who = saying.speaker or printed
    unresolved = saying.speaker is None and (not printed or bool(_PRONOUN.match(printed)))
    make = warning if unresolved else error
    yield make("speaker", repr(who) if who else "an unnamed source", repr(source), saying.source or ground.spans)


def told_speakers(statement: Statement, ground: Ground) -> Iterator[Fault]:
    """The sayings that the statement's own words tell: their speakers, too, must be the article's."""
    near = touched_sayings(ground)
    for told in statement.tellers:
        if not near or not _is_named(told.speaker, statement, ground):
            continue
        if align.find(ground.text, told.printed, ground.sentences):
            continue  # the evidence prints the speaker with the cue: whatever was read, it is no fault
        if not any(is_source(told.speaker, saying, ground) for saying in near):
            who = "; ".join(dict.fromkeys(repr(s.speaker or ground.cut(s.source)) for s in near))
            open_ones = all(s.speaker is None and _PRONOUN.match(ground.cut(s.source)) for s in near)
            make = warning if open_ones else error  # whom a pronoun means that the reading left open, nobody can say
            yield make("speaker", who, f"{told.speaker!r}, as in {one_line(statement.text)!r}", ground.spans)


def _is_named(speaker: str, statement: Statement, ground: Ground) -> bool:
    """Whether a speaker is a person's name or one that the article has, not a description with a name in it."""
    for name in statement.names:
        if speaker.endswith(name.full) and name.full:
            return name.kind == "person" or any(same(name.full, n.full) for n in ground.reading.names)
    return False


def touched_sayings(ground: Ground) -> list[Saying]:
    """The sayings with content, source or cue in the sentences of the evidence."""
    return [s for s in ground.reading.sayings if touched(ground.sentences, (*s.content, *s.source, *s.cue))]


def _printed_near(source: str, ground: Ground) -> bool:
    near = " ".join(s.cut(ground.text) for s in (*ground.before[-2:], *ground.sentences))
    related = " ".join(f"{n.full} {n.role or ''}" for n in ground.names)
    words = stems(source) - _EMPTY
    return 2 * len(words & stems(f"{near} {related}")) >= len(words)


def _named_before(source: str, saying: Saying, ground: Ground) -> bool:
    """Whether a description ("the company", "she") may stand for a name that was printed before it."""
    start = saying.source[0].start if saying.source else saying.content[0].start
    words = stems(source) - _EMPTY
    printed = " ".join(span.cut(ground.text) for span in saying.source)
    people = [n for n in ground.reading.names if n.kind == "person" and n.start < start]
    if people and printed.lower().startswith("the ") and words <= stems(people[-1].full):
        return True  # "the official" is whom the article named last
    for name in ground.reading.names:
        if not words & stems(name.full):
            continue
        role = stems(name.role or "") - _EMPTY
        if role and (role <= stems(printed) or stems(printed) - _EMPTY <= role):
            return True
        pronoun = bool(_PRONOUN.match(printed)) or not printed
        if name.start < start and (pronoun if name.kind == "person" else not pronoun):
            return True
    return False


def _proper(form: str) -> bool:
    words = [w.text for w in tokens(form)]
    return any(w[0].isupper() for w in words[-1:]) and not _PRONOUN.match(form)


def _last(form: str) -> str:
    words = tokens(form)
    return stem(words[-1].text) if words else ""
