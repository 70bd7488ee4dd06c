"""Names for pronouns: those a saying has resolved, and the subject of a sentence where the person behind it is sure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..reading import Name, Reading, Saying
from ..records import Span
from .names.people import referent
from .nearby import quotation_at, sayings_near
from .standalone_names import is_sure
from .verbs import first_verb

_PRONOUN = re.compile(r"(?i)(?:he|she|they|it)\Z")
_SUBJECT = re.compile(r"(?:(?:[^,“”\"()]{1,40}),\s)?(?P<pronoun>[Hh]e|[Ss]he|His|Her)\s(?=[a-z])")
"""A pronoun at the beginning of a passage, or behind one short introduction ("On Monday, he ...")."""

_LOOKS_AHEAD = re.compile(
    r"(?i)(?:after|before|when|while|as|although|though|if|since|because|until|unless|by|in|despite|during|asked"
    r"|\w+ing)\b"
)
"""An introduction after which a pronoun may mean somebody named only behind it ("After he lost, Orlov left")."""

_OWNED = re.compile(r"(?:Its|Their)(?=\s)")
_SHORT = 12
"""Words of the sentence before: in a longer one something else than its subject may own what follows."""

_SUBJECT_WORDS = 5
_NOUN_PHRASE = re.compile(r"(?:The |An? )?[\w’'-]+(?: [\w’'-]+)*")
_NAMED_BEHIND = 60
"""Characters behind a possessive at the beginning in which its owner may be named ("His voice low, Orlov said")."""

Edit = tuple[int, int, str]


def for_pronouns(reading: Reading, span: Span, names: Sequence[Name], before: Sequence[Edit]) -> Iterator[Edit]:
    """Edits that put a name for a pronoun; `names` are those in the span, `before` the edits that made them full.

    A pronoun whose person the passage names already stays: "Orlov said he would go" is clear.
    """
    named = {name.full: name.start for name in reversed(names) if not quotation_at(reading, name.start, name.end)}
    done = {start for start, _, _ in before}
    told = list(_spoken(reading, span, named, done))
    subject = _subject(reading, span, names, {start for start, _, _ in told} | done)
    if subject is not None:
        yield subject
        told = [edit for edit in told if edit[2].casefold() != subject[2].casefold()]
    yield from told
    yield from _owner(reading, span)


def _spoken(reading: Reading, span: Span, named: dict[str, int], done: set[int]) -> Iterator[Edit]:
    """Edits for the pronouns that are the source of a statement; the first one of a person is enough."""
    text = reading.article.text
    for saying in sayings_near(reading, span):
        for source in saying.source:
            inside = span.start <= source.start and source.end <= span.end
            if not inside or not saying.speaker or not _PRONOUN.match(source.cut(text)) or source.start in done:
                continue
            if _PRONOUN.match(saying.speaker) or named.get(saying.speaker, source.start) < source.start:
                continue
            done.add(source.start)
            named[saying.speaker] = source.start
            yield source.start, source.end, _named(saying, first=source.start == span.start)


def _subject(reading: Reading, span: Span, names: Sequence[Name], done: set[int]) -> Edit | None:
    """The edit for a pronoun that opens the passage, where the person behind it is sure."""
    text = reading.article.text
    found = _SUBJECT.match(text, span.start, span.end)
    if found is None:
        return None
    start, end = found.span("pronoun")
    if start in done or any(name.kind == "person" and name.end <= start for name in names):
        return None
    if start > span.start and _LOOKS_AHEAD.match(text, span.start):
        return None
    possessive = found["pronoun"] in ("His", "Her")
    if possessive and any(n.kind == "person" and n.start < end + _NAMED_BEHIND for n in names):
        return None
    person = referent(reading.names, text, start, found["pronoun"], reading.sentences)
    if person is not None and is_sure(person, reading) and not any(n.full == person.full for n in names):
        return start, end, person.full + "’s" if possessive else person.full
    return None


def _owner(reading: Reading, span: Span) -> Iterator[Edit]:
    """The owner behind "Its" or "Their" at the beginning: the subject of the short plain sentence right before."""
    text = reading.article.text
    found = _OWNED.match(text, span.start, span.end)
    at = bisect_right(reading.sentences, span.start, key=lambda s: s.start) - 1
    if found is None or at < 1 or reading.sentences[at - 1].paragraph != reading.sentences[at].paragraph:
        return
    words = reading.text_of(at - 1)
    verb = first_verb(words)
    subject = words[:verb].strip() if verb else ""
    plain = len(words.split()) <= _SHORT and 1 <= len(subject.split()) <= _SUBJECT_WORDS
    if plain and _NOUN_PHRASE.fullmatch(subject) and subject.endswith("s") == (found[0] == "Their"):
        yield found.start(), found.end(), subject + ("’" if subject.endswith("s") else "’s")


def _named(saying: Saying, *, first: bool) -> str:
    name = saying.speaker or ""
    proper = name[:1].isupper()
    if proper or name.split()[:1] in (["the"], ["a"], ["an"]):
        return name[:1].upper() + name[1:] if first else name
    return ("The " if first else "the ") + name
