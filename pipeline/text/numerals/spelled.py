"""Numbers spelled out in words, and the white space that may stand inside an expression."""

import re

SPACE = r"(?:[ \t\u00a0\u2009\u202f]|\r?\n(?![ \t]*\r?\n))"
"""White space inside an expression: never a blank line, which ends a paragraph."""

GAP = rf"(?:{SPACE}{{1,3}})"

_MAX_WORDS = 12
"""Longest spelled-out number read, in words: "nine hundred ninety-nine million nine hundred thousand" has 7."""

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: n for n, word in enumerate(_SMALL_WORDS.split())}
TENS = {word: 10 * n for n, word in enumerate(_TENS_WORDS.split(), 2)}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(rf"-|{GAP}(?:and{GAP})?", re.ASCII)


class _Sum:
    """A spelled-out number while it is read: what is complete, what the next scale word will multiply."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.scale = float("inf")

    def take(self, word: str) -> bool:
        """Whether the number can go on with `word`; "twenty twenty" and "five six" cannot."""
        if word in SMALL or word in TENS:
            return self._add(float(SMALL.get(word, TENS.get(word, 0))))
        if word == "hundred" and self.current is not None and 1 <= self.current < 100:
            self.current *= 100
        elif word == "dozen" and self.current is not None and self.current < 100 and not self.total:
            self.total, self.current, self.scale = self.current * 12, None, 0
        elif word in SCALES and self.current is not None and SCALES[word] < self.scale:
            self.total += self.current * SCALES[word]
            self.current, self.scale = None, SCALES[word]
        else:
            return False
        return True

    def _add(self, value: float) -> bool:
        if self.current is None and (not self.total or value) and self.scale > 0:
            self.current = value
            return True
        if self.current is None or not value:
            return False
        room = 10 if self.current % 100 >= 20 and not self.current % 10 else 100 if not self.current % 100 else 0
        if self.current == 0 or value >= room:
            return False
        self.current += value
        return True

    @property
    def value(self) -> float:
        """What has been read so far."""
        return self.total + (self.current or 0.0)


def spelled(text: str, position: int, end: int) -> tuple[float, int] | None:
    """The value and the end of the number in words that starts at `position` ("two hundred and five", "a dozen")."""
    first = _WORD.match(text, position, end)
    if first is None:
        return None
    word, reading, stop = first[0].lower(), _Sum(), first.end()
    if word in ("a", "an"):
        reading.current, stop = 1.0, -1
    elif word in SCALES or word in ("hundred", "dozen"):  # "the hundred or so", "billion-dollar"
        reading.current = 1.0
        reading.take(word)
    elif not reading.take(word):
        return None
    at = first.end()
    for _ in range(_MAX_WORDS):
        joint = _JOINT.match(text, at, end)
        following = _WORD.match(text, joint.end(), end) if joint else None
        if joint is None or following is None or not _continues(reading, joint[0], following[0].lower()):
            break
        at = stop = following.end()
    if stop < 0:
        return None
    return reading.value, stop


def _continues(reading: _Sum, joint: str, word: str) -> bool:
    """Take the next word; "and" joins only to a hundred or a scale ("two hundred and five", not "two and five")."""
    joins = joint.strip().lower() == "and"
    if joins and (word not in SMALL and word not in TENS):
        return False
    whole = reading.current is None or reading.current >= 100
    return (whole or not joins) and reading.take(word)
