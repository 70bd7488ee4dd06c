"""Hedges and conditions: how sure the evidence is, and under what condition, must survive."""

import re
from collections.abc import Iterable, Iterator

from ...reading import Fault, ModalityCue
from ...records import Certainty
from ..words import content, stem, tokens, word_set
from .scope import BORDER, Ground, error, note, one_line, stems, touched, warning
from .statement import Statement

_BELIEF = frozenset(
    map(
        stem,
        word_set(
            "believe belief think suspect suspicion hope fear expect estimate assume guess suppose predict forecast "
            "speculate doubt wonder anticipate imagine feel opinion view prediction expectation estimation"
        ),
    )
)
"""Cues after which even a plain clause is what somebody holds, not what is."""

_PLAIN_HEDGES = word_set("may might could likely unlikely probably possibly perhaps believe believes expects estimates")
"""Hedges that have no other sense; "whether", "believed" and "presumed" often have one."""

_CONDITION = re.compile(
    r"\b(?:if|unless|until|when|once|without|provided|providing|assuming|subject to|depend\w*|condition\w*|in case"
    r"|in the event|as long as|so long as|should|pending|only|except|otherwise|without)\b",
    re.IGNORECASE,
)
GOVERNED = 4
"""Content words behind a hedge that it is taken to be about: one of the first two is said, or any two."""

_IF = re.compile(r"\bif\b", re.IGNORECASE)
_HELD_AS = re.compile(r"\b(?:sees?|saw|regard\w*|views?|viewed|consider\w*)\b[^.;]*\bas\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r";|[“”\"]|\b(?:and|but|while|whereas|although|though)\b")


def certainty(statement: Statement, ground: Ground, given: Certainty, *, sourced: bool = False) -> Iterator[Fault]:
    """The faults of a claim whose text and `given` certainty are surer than its evidence; over-hedging is a note.

    Where the claim is `sourced`, a belief ("analysts think") told as what they say is only a warning.
    """
    printed = hedges(ground, statement.text)
    says = is_hedged(statement, printed)
    belief = _belief(ground)
    if printed and not says and given is Certainty.CERTAIN:
        expected = f"{printed[0].text!r} as in {one_line(ground.cut(ground.clauses))!r}"
        make = warning if sourced and all(is_belief(c) for c in printed) else error
        yield make("certainty", expected, f"{one_line(statement.text)!r}, certain", printed)
    elif printed and given is Certainty.CERTAIN and _keeps(printed, statement):
        yield note("certainty", f"less than certain, by {printed[0].text!r}", "marked certain", printed)
    elif len(printed) > len(_hedges_of(statement)) > 0 and (lost := _lost(printed, statement, ground)):
        expected = f"{lost.text!r} as in {one_line(ground.cut(ground.clauses))!r}"
        yield warning("certainty", expected, one_line(statement.text), (lost,))
    elif belief and not says and given is Certainty.CERTAIN:
        yield warning("certainty", f"{belief!r}, a belief", f"{one_line(statement.text)!r}, certain", ground.spans)
    elif not belief and says and not _is_weak(ground):
        yield note("certainty", f"no hedge in {one_line(ground.cut(ground.clauses))!r}", one_line(statement.text))


def _keeps(printed: Iterable[ModalityCue], statement: Statement) -> bool:
    """Whether a statement has a printed hedge in its own words, outside its quotations."""
    words = re.sub(r"[“\"].*?[”\"]", " ", statement.text)
    return any(
        cue.text.lower() in _PLAIN_HEDGES and re.search(rf"\b{cue.text}\b(?! no\w*\b)", words) for cue in printed
    )


def condition(statement: Statement, ground: Ground) -> Iterator[Fault]:
    """The fault of a statement that leaves out the condition its evidence stands under."""
    cue = conditional(ground)
    if cue is None or _CONDITION.search(statement.text) or any(c.conditional for c in statement.cues):
        return
    sentence = one_line(ground.cut(touched(ground.sentences, (cue,))))
    yield error("condition", f"the condition {cue.text!r} of {sentence!r}", one_line(statement.text), (cue,))


def hedges(ground: Ground, said: str | None = None) -> tuple[ModalityCue, ...]:
    """The words in the clauses of the evidence that make it less than certain, or only those about what is said."""
    cues = touched(ground.reading.cues, ground.clauses)
    weak = (c for c in cues if c.certainty not in (None, Certainty.CERTAIN) and not _is_hypothetical(c))
    return tuple(c for c in weak if said is None or _is_about(c, ground, said))


def _is_weak(ground: Ground) -> bool:
    """Whether any word in the sentences of the evidence makes something less than certain, whatever it is about."""
    if any(c.certainty not in (None, Certainty.CERTAIN) for c in touched(ground.reading.cues, ground.sentences)):
        return True
    printed = ground.cut(ground.sentences)
    return bool(stems(printed) & _BELIEF or _HELD_AS.search(printed))


def _is_about(cue: ModalityCue, ground: Ground, said: str) -> bool:
    """Whether the words a hedge governs, the nearest behind it in its clause or else before it, are said."""
    sentence = touched(ground.sentences, (cue,))[0]
    border = BORDER.search(ground.text, cue.end, sentence.end)
    behind = _verbal(ground.text[cue.end : border.start() if border else sentence.end])[:GOVERNED]
    before = _verbal(ground.text[sentence.start : cue.start])[-GOVERNED:]
    words = frozenset(content(said))
    common = [word in words for word in behind or before[::-1]]
    return any(common[:2]) or sum(common) >= 2


def _verbal(text: str) -> tuple[str, ...]:
    """The content stems of a stretch without its names: sharing a name is not sharing a proposition."""
    return content(" ".join(w.text for w in tokens(text) if not w.text[0].isupper()))


def conditional(ground: Ground) -> ModalityCue | None:
    """The condition in the evidence's sentences that governs it: none behind another clause's conjunction."""
    for cue in touched(ground.reading.cues, ground.sentences):
        if not cue.conditional or _is_hypothetical(cue):
            continue
        for clause in ground.clauses:
            low, high = min(cue.end, clause.end), max(cue.start, clause.start)
            between = ground.text[low:high] if low < high else ""
            same = bool(touched(ground.sentences, (cue,))) and len(between) < 200
            if same and not _OTHER_CLAUSE.search(between):
                return cue
    return None


def _hedges_of(statement: Statement) -> list[ModalityCue]:
    return [c for c in statement.cues if c.certainty not in (None, Certainty.CERTAIN)]


def _lost(printed: Iterable[ModalityCue], statement: Statement, ground: Ground) -> ModalityCue | None:
    """The first printed hedge whose next content word is said, but behind none of the statement's own hedges."""
    hedged = {w for c in _hedges_of(statement) for w in content(statement.text[c.end :])[:GOVERNED]}
    for cue in printed:
        governed = content(ground.text[cue.end : cue.end + 60])[:1]
        if governed and governed[0] in content(statement.text) and governed[0] not in hedged:
            return cue
    return None


def _is_hypothetical(cue: ModalityCue) -> bool:
    """A "would" beside an "if": the condition is checked, and it alone makes the "would"."""
    return cue.conditional and cue.text.lower().startswith("would")


def is_hedged(statement: Statement, printed: Iterable[ModalityCue] = ()) -> bool:
    """Whether a statement is less than certain: by a cue, a belief, or the "if" it has for a printed "whether"."""
    if any(c.certainty not in (None, Certainty.CERTAIN) for c in statement.cues):
        return True
    open_question = any(c.text.lower() == "whether" for c in printed) and _IF.search(statement.text)
    return bool(open_question or stems(statement.text) & _BELIEF or _HELD_AS.search(statement.text))


def is_belief(cue: ModalityCue) -> bool:
    """Whether a hedge is a verb of belief: it says whose view a clause is, and only so that it is not certain."""
    return bool(stems(cue.text) & _BELIEF)


def _belief(ground: Ground) -> str | None:
    for saying in ground.sayings:
        words = " ".join(span.cut(ground.text) for span in saying.cue)
        if stems(words) & _BELIEF:
            return words
    return None
