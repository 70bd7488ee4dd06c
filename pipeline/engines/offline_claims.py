"""Drafts by rule: a passage, its speaker, its hedges, and its words made to stand alone."""

import re
from collections.abc import Mapping, Sequence

from ..reading import Reading, Saying
from ..records import Certainty, Draft, Polarity, Role, Span
from ..text import modality
from ..text.nearby import names_in, quotation_at, sayings_near, touching
from ..text.salience import salience
from ..text.standalone import stand_alone
from ..text.words import word_set
from .offline_checkable import is_checkable
from .offline_passages import Passage, is_attribution, passages

_PLURAL = re.compile(r"(?i)(?:[^s]s|people|police)\Z|\band\b")
_LOOSE_END = re.compile(r"[\s,;:–—-]+\Z")
_ENDED = (".", "?", "!", "”", "“", '"', "’", "'", "…")
_GO_WITHOUT = word_set("he she it they we i one two three his her its their our my some many most both all no")
_CLOSERS = {"“": "”", '"': '"', "«": "»", "„": "“"}


def drafts(reading: Reading, indices: Sequence[int]) -> tuple[Draft, ...]:
    """One draft for each passage of these sentences that says something checkable, in article order."""
    weights = _weights(salience(reading))
    wanted = [reading.sentences[i] for i in indices if reading.sentences[i].role is Role.BODY]
    found = []
    for passage in passages(reading, wanted):
        if passage.saying is None and not is_checkable(reading, passage.span):
            continue
        if _asks_only(reading, passage):
            continue
        found.append(_draft(reading, passage, max(weights[i] for i in passage.sentences)))
    return tuple(found)


def _asks_only(reading: Reading, passage: Passage) -> bool:
    """Whether the passage is nothing but a question, whoever asks it."""
    words = passage.span.cut(reading.article.text).rstrip("”\"’') ")
    return words.endswith("?") and not any(mark in words[:-1] for mark in ".!")


def _draft(reading: Reading, passage: Passage, weight: int) -> Draft:
    text = reading.article.text
    seen = modality.modality(reading.cues, text, [passage.span])
    certain = seen.certainty is Certainty.CERTAIN
    hedges = [c for c in touching(reading.cues, passage.span) if c.certainty not in (None, Certainty.CERTAIN)]
    return Draft(
        text=_text(reading, passage),
        sentences=passage.sentences,
        quote=passage.span.cut(text),
        source=source_of(reading, passage.saying),
        via=passage.saying.via if passage.saying else None,
        certainty=seen.certainty,
        hedge=None if certain or not hedges else hedges[0].text,
        denied=_denied(reading, passage.saying),
        weight=weight,
    )


def _denied(reading: Reading, saying: Saying | None) -> bool:
    """Whether the source denies what the passage says: by the words that make it a saying, not by a word in it."""
    if saying is None or not saying.cue:
        return False
    return modality.modality(reading.cues, reading.article.text, saying.cue).polarity is Polarity.DENIED


def source_of(reading: Reading, saying: Saying | None) -> str | None:
    """Who says it, in the fullest form that is sure; the printed words where the reading names nobody."""
    if saying is None:
        return None
    if saying.speaker:
        return saying.speaker
    printed = " ".join(" ".join(s.cut(reading.article.text) for s in saying.source).split())
    return _just_named(reading, saying, printed.lower()) or printed


def _just_named(reading: Reading, saying: Saying, pronoun: str) -> str | None:
    """The body behind "it" or "they": the speaker of the saying right before, in this sentence or the last."""
    if pronoun not in ("it", "they"):
        return None
    at = saying.source[0]
    here = touching(reading.sentences, at)
    if not here:
        return None
    before = [s for s in sayings_near(reading, at) if s is not saying and s.source and s.source[0].end <= at.start]
    if not before:
        return None
    last = max(before, key=lambda s: s.source[0].end)
    place = touching(reading.sentences, last.source[0])
    near = place and place[0].paragraph == here[0].paragraph and here[0].index - place[0].index <= 1
    people = any(name.kind == "person" for name in names_in(reading, last.source[0]))
    if not near or people or not last.speaker or not is_attribution(last, reading.article.text):
        return None
    return last.speaker if bool(_PLURAL.search(last.speaker)) == (pronoun == "they") else None


def _text(reading: Reading, passage: Passage) -> str:
    """The passage standing alone; where its source is printed elsewhere, the source is put in front or behind."""
    words = _with_marks(reading, passage.span, stand_alone(reading, passage.span))
    saying, source = passage.saying, source_of(reading, passage.saying)
    if saying is None or source is None:
        return _ended(words)
    shown = _shown(reading, saying, source)
    if passage.subject:
        return _ended(f"{_capital(shown)} {words[:1].lower()}{words[1:]}")
    if any(passage.span.start <= s.start and s.end <= passage.span.end for s in saying.source):
        return _ended(_with_body(reading, saying, source, words))
    if words.startswith(tuple(_CLOSERS)) and _is_quoted(words):
        return f"{_capital(shown)} said: {words}"
    return f"{words.rstrip('.')}, according to {shown}."


def _with_body(reading: Reading, saying: Saying, source: str, words: str) -> str:
    """The passage with the body behind "It" put in its place where the passage begins with it."""
    printed = saying.source[0].cut(reading.article.text) if saying.source else ""
    counted = source.split()[0].lower() in _GO_WITHOUT
    if printed not in ("It", "They") or counted or source == printed or not words.startswith(printed + " "):
        return words
    return _capital(_determined(source)) + words[len(printed) :]


def _ended(words: str) -> str:
    trimmed = _LOOSE_END.sub("", words)
    bare = trimmed.rstrip("”\"’'“")
    return trimmed if trimmed.endswith(_ENDED) and not bare[-1:].isalnum() else trimmed + "."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _shown(reading: Reading, saying: Saying, source: str) -> str:
    """The source as words of a sentence: a name as it is, a description with the article it is printed with."""
    printed = " ".join(span.cut(reading.article.text) for span in saying.source)
    determined = printed[:1].lower() + printed[1:]
    if determined.startswith(("the ", "a ", "an ")) and source in printed:
        return determined
    return _determined(source)


def _determined(source: str) -> str:
    """A description with "the", where it is none that goes without ("police", "he", "two people", "its crews")."""
    first = source.split()[0]
    bare = first[:1].isupper() or first[:1].isdigit() or _PLURAL.search(source) or first.lower() in _GO_WITHOUT
    return source if bare else f"the {source}"


def _is_quoted(words: str) -> bool:
    """Whether the words are one quotation from the first to the last mark, the last one perhaps turned round."""
    inside = words[1:-1]
    return words[-1:] in '”"»“' and not any(mark in inside for mark in (words[0], _CLOSERS[words[0]]))


def _with_marks(reading: Reading, span: Span, words: str) -> str:
    """The words with the mark of a quotation that begins before the passage, or ends behind it."""
    text = reading.article.text
    opened = quotation_at(reading, span.start, span.start)
    if opened is not None and opened.start < span.start and text[opened.start] in _CLOSERS:
        words = text[opened.start] + words
    closed = quotation_at(reading, span.end, span.end)
    if closed is not None and text[closed.start] in _CLOSERS:
        mark = _CLOSERS[text[closed.start]]
        words = words if words.endswith(mark) else words + mark
    return words


def _weights(scores: Mapping[int, float]) -> dict[int, int]:
    """3 for the most salient fifth of the sentences, 2 for the next two fifths, 1 for the rest."""
    ranked = sorted(scores, key=lambda i: -scores[i])
    return {i: 3 if n < len(ranked) / 5 else 2 if n < 3 * len(ranked) / 5 else 1 for n, i in enumerate(ranked)}
