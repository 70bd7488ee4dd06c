"""Sentences: where one ends inside a paragraph of news."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...records import Span
from . import abbreviations as short
from .quotations import DOUBLE, Mark

_END = re.compile(r"[.…](?:[ \u00a0]?[.…])*[!?]*|[!?‽][!?‽.…]*|[。！？]+")
_CLOSERS = frozenset("'’›)]}*_`")
_NOTE = re.compile(r"\[\d{1,3}\]")
_OPENING = frozenset("“\"„«»‹‘'([{<*_`¿¡>❝＂")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LABEL = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\Z")
_GLUED = re.compile(r"(?<!\S)[“\"‘(]?[a-z]{3,}[.!?][A-Z][a-z]*(?:[’'][a-z]{1,2})?,?(?!\S)")
"""A small word and a capital word around one full stop; addresses and names of sites have other shapes."""
_REPORTING = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|of|the|de|la|van|von|der|al|bin|and)[\s]+){1,7}?"
    r"(?:,[^,.!?]{1,60},\s+)?(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|shouted|yelled|cried|replied|"
    r"responded|answered|wondered|tweeted|posted|joked|quipped|recalled|exclaimed|demanded|declared|continued|remarked|"
    r"called|chanted|screamed|inquired|mused|read|reads)\b"
)
_BORDER = re.compile(r"[\s(\[{“\"‘„«/—–]")
_ZONE = re.compile(r"[ECMPAG]\.?[SDM]?\.?T\b")
_LOOK_BACK = 24
"""Longest token looked at before a full stop; no abbreviation is as long."""
_LOOK_AHEAD = 120
"""How far a reporting clause after a quotation is looked for."""


class _Stop(NamedTuple):
    """A possible end: final punctuation at `at..mark_end`, closing marks up to `end`, the rest goes on at `next`."""

    at: int
    mark_end: int
    end: int
    next: int


class _Place(NamedTuple):
    text: str
    paragraph: Span
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    opening: frozenset[int]
    closing: frozenset[int]


def sentences(text: str, paragraph: Span, found: Sequence[Mark]) -> tuple[Span, ...]:
    """The sentences of a paragraph, in order, without white space around them; `found` are its quotation marks.

    A sentence keeps its final punctuation and the marks that close after it; every character of the paragraph that is
    not white space is in exactly one sentence.
    """
    opens = tuple(mark.at for mark in found if mark.opens)
    closes = tuple(mark.at for mark in found if not mark.opens)
    place = _Place(text, paragraph, opens, closes, frozenset(opens), frozenset(closes))
    pieces: list[Span] = []
    has_word = True
    for start, end in _pieces(place):
        # marks without a word belong to the sentence before them, or to the first one
        if pieces and not (has_word and _has_word(text, start, end)):
            pieces[-1] = Span(start=pieces[-1].start, end=end)
            has_word = has_word or _has_word(text, start, end)
        else:
            pieces.append(Span(start=start, end=end))
            has_word = _has_word(text, start, end)
    return tuple(pieces)


def _has_word(text: str, start: int, end: int) -> bool:
    return any(text[at].isalnum() for at in range(start, end))


def _pieces(place: _Place) -> Iterator[tuple[int, int]]:
    start = place.paragraph.start
    for stop in _stops(place):
        if stop.next < place.paragraph.end and stop.end > start and _is_end(place, start, stop):
            yield start, stop.end
            start = stop.next
    yield start, place.paragraph.end


def _stops(place: _Place) -> Iterator[_Stop]:
    text, limit = place.text, place.paragraph.end
    for match in _END.finditer(text, place.paragraph.start, limit):
        end = _after_closers(place, match.end())
        after = end
        while after < limit and text[after].isspace():
            after += 1
        yield _Stop(match.start(), match.end(), end, after)


def _after_closers(place: _Place, at: int) -> int:
    text, limit = place.text, place.paragraph.end
    while at < limit:
        char = text[at]
        if char in DOUBLE:
            if at not in place.closing:
                break
        elif char in "'’" and at + 1 < limit and text[at + 1].isalnum():
            break
        elif char == "[":
            note = _NOTE.match(text, at, limit)
            if not note:
                break
            at = note.end()
            continue
        elif char not in _CLOSERS:
            # a closing mark set off by one space, as in French or in careless copy
            if char.isspace() and at + 1 in place.closing:
                at += 2
                continue
            break
        at += 1
    return at


def _is_end(place: _Place, start: int, stop: _Stop) -> bool:
    text = place.text
    if text[stop.at] in "。！？":
        return True
    if stop.next == stop.end:
        return _is_glued_end(place, stop)
    ahead = _skip_opening(text, stop.next, place.paragraph.end)
    nxt = text[ahead]
    if _goes_on(text, ahead, nxt):
        return False
    if nxt in "—–-":
        return _ends_before_dash(place, stop)
    mark = text[stop.at : stop.mark_end]
    if _is_label(place, start, stop):
        return False
    if _closes_quotation(text, stop) and _is_reported(place, start, stop, mark):
        return False
    if "!" in mark or "?" in mark or "‽" in mark:
        return True
    if "…" in mark or mark.count(".") > 2:
        return _ends_after_ellipsis(place, stop, ahead, mark)
    return _ends_after_full_stop(place, stop, ahead)


def _skip_opening(text: str, at: int, limit: int) -> int:
    last = min(at + 6, limit - 1)
    while at < last and (text[at] in _OPENING or text[at] in "’" or text[at].isspace()):
        at += 1
    return at


def _goes_on(text: str, ahead: int, nxt: str) -> bool:
    if nxt.islower():
        # "iPhone", "eBay": a small letter before a capital is a name
        return not text[ahead + 1 : ahead + 2].isupper()
    return nxt in ",;:)]}/&%=.!?…"


def _is_glued_end(place: _Place, stop: _Stop) -> bool:
    """Whether a sentence ends where no space follows, as careless copy has it: `broke.”The`, `broke.The`."""
    text, at = place.text, stop.end
    quoted = stop.end > stop.mark_end and text[stop.end - 1] in DOUBLE
    if quoted or at in place.opening:
        ahead = at + 1 if at in place.opening else at
        return text[ahead : ahead + 1].isupper() and text[stop.at - 1 : stop.at].islower()
    begin = max(stop.at - _LOOK_BACK, place.paragraph.start)
    return bool(_GLUED.search(text, begin, min(stop.end + _LOOK_BACK, place.paragraph.end))) and text[at].isupper()


def _ends_before_dash(place: _Place, stop: _Stop) -> bool:
    """A dash after a closed quotation leads to its source; after a plain full stop it opens something new."""
    if _closes_quotation(place.text, stop) or stop.mark_end - stop.at != 1:
        return False
    return not _abbreviation(place, stop.at)


def _closes_quotation(text: str, stop: _Stop) -> bool:
    return any(char in DOUBLE or char in "'’" for char in text[stop.mark_end : stop.end])


def _is_label(place: _Place, start: int, stop: _Stop) -> bool:
    """Whether all that stands before the full stop is a list label: "1.", "b."."""
    if start != place.paragraph.start or stop.at - start > 8 or stop.mark_end - stop.at != 1:
        return False
    return bool(_LABEL.match(place.text, start, stop.at))


def _is_reported(place: _Place, start: int, stop: _Stop, mark: str) -> bool:
    """Whether a quotation that ends in "?", "!" or "..." is followed by who said it."""
    if mark == ".":
        return False
    if place.text[start] not in _OPENING and not _inside(place, start):
        return False
    if bisect_left(place.closes, stop.at) > bisect_left(place.closes, start):
        return False  # another quotation closed before: the clause between them has named the source
    return bool(_REPORTING.match(place.text, stop.next, min(stop.next + _LOOK_AHEAD, place.paragraph.end)))


def _inside(place: _Place, at: int) -> bool:
    """Whether the last quotation mark before `at` opens."""
    opened, closed = bisect_left(place.opens, at), bisect_left(place.closes, at)
    return opened > 0 and (closed == 0 or place.opens[opened - 1] > place.closes[closed - 1])


def _ends_after_ellipsis(place: _Place, stop: _Stop, ahead: int, mark: str) -> bool:
    dots = mark.count(".") + 3 * mark.count("…")
    if dots > 3 or _closes_quotation(place.text, stop):
        return True
    if place.text[stop.at - 1 : stop.at].isspace():
        # set off on both sides: words are left out, and a new sentence shows only by its first word
        return _opener(place, ahead) not in ("", "I")
    return True


def _opener(place: _Place, ahead: int) -> str:
    """The word at `ahead` where it is one that opens sentences, else ""."""
    word = _WORD.match(place.text, ahead, min(ahead + 20, place.paragraph.end))
    return word[0] if word and word[0] in short.OPENERS else ""


def _abbreviation(place: _Place, at: int) -> str:
    """The token before the full stop at `at` where its full stop may belong to it, else ""."""
    begin = max(at - _LOOK_BACK, place.paragraph.start)
    token = _BORDER.split(place.text[begin:at])[-1].rstrip("’'")
    last = token.rsplit("-", 1)[-1] if token.rsplit("-", 1)[-1] in short.STATES else token
    known = (short.TITLES, short.NUMBERED, short.STATES, short.NEVER, short.OTHERS, short.CLOCK)
    if any(last in words for words in known) or last.lower() in short.NEVER:
        return last
    if short.is_acronym(last) or short.is_initial(last):
        return last
    return ""


def _ends_after_full_stop(place: _Place, stop: _Stop, ahead: int) -> bool:
    token = _abbreviation(place, stop.at)
    if not token:
        return True
    opener = _opener(place, ahead)
    nxt = place.text[ahead]
    closed = stop.end > stop.mark_end
    if closed:
        return _closes_quotation(place.text, stop) or bool(opener)
    if token in short.NUMBERED and token not in short.MONTHS:
        return not nxt.isdigit()
    if token in short.TITLES or token.lower() in short.NEVER:
        return token in ("Sr", "M", "Dr", "Mt", "Ft") and bool(opener)
    if nxt.isdigit() or nxt in "$£€#" or place.text[stop.next] in "([":
        return False
    if token in short.CLOCK:
        word = _WORD.match(place.text, ahead, min(ahead + 20, place.paragraph.end))
        return not (word and word[0] in short.AFTER_CLOCK) and not _ZONE.match(place.text, ahead)
    if token in short.STATES and place.text[max(stop.at - len(token) - 2, 0) : stop.at - len(token)] == ", ":
        return True
    return bool(opener)
