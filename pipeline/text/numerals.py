"""Numbers as they are written, in digits or in words: where one stands in a text and what it is worth."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_DIGITS = 15
"""Longest number read: a float holds 15 decimal digits exactly, and longer runs of digits are identifiers."""

SPACE = r"(?:[ \t\u00a0\u2009\u202f]|\r?\n(?![ \t]*\r?\n))"
"""White space inside an expression: never a blank line, which ends a paragraph."""

GAP = SPACE + "{1,3}"

_MAX_WORDS = 12
"""Longest spelled-out number read, in words: "nine hundred ninety-nine million nine hundred thousand" has 7."""

_SMALL = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
_PARTS = dict(
    zip(
        ["half", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        (2, 3, 4, *range(4, 11)),
        strict=True,
    )
)
_VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_SCALE_WORDS = "|".join(_SCALES)
_BIG = f"hundred|{_SCALE_WORDS}|dozen"
_WORDS = "|".join([*_SMALL, *_TENS, *_SCALES, "hundred", "dozen"])

_ANCHOR = re.compile(
    rf"[0-9]|(?<![\w.])\.(?=[0-9])|[{''.join(_VULGAR)}]"
    rf"|(?<![^\W_])(?ai:{_WORDS}|an?(?={SPACE})|half|several|many(?={SPACE})|tens|dozens|scores"
    rf"|hundreds|thousands|millions|billions|trillions)(?![^\W_])"
)
_VAGUE = re.compile(
    rf"(?ai:tens{GAP}of{GAP}(?:thousands|millions|billions)"
    rf"|(?:dozens|hundreds|thousands|millions|billions|trillions)"
    rf"(?:{GAP}of{GAP}(?:hundreds|thousands|millions|billions|trillions))?"
    rf"|scores(?={GAP}of\b)"
    rf"|(?:several|a{GAP}few|many|a{GAP}couple(?:{GAP}of)?)[ -](?:{_BIG})(?:{GAP}(?:{_SCALE_WORDS}))?"
    rf"|several|a{GAP}(?:few|handful))(?![^\W_])"
)
_RUN = re.compile(r"\.?[0-9]++(?:[,.:/][0-9]++|[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*+")
_WELL_FORMED = re.compile(r"(?:[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_MIXED = re.compile(rf"[ -]([0-9])/([0-9]{{1,2}})(?![\w/])|[ ]?([{''.join(_VULGAR)}])")
_SCALE = re.compile(rf"(?ai:(?:{GAP}|-|)({_SCALE_WORDS})(?![^\W_]))")
_HUNDREDS = re.compile(rf"(?ai:{GAP}(hundred|dozen)(?![^\W_]))")
_SHORT_SCALE = re.compile(r"[ \u00a0]?(k|K|mn|mln|m|M|MM|bn|Bn|BN|b|B|tn|trn)(?![^\W_])")
_COUNTED_BY_MILLIONS = re.compile(
    rf"{SPACE}(?:people|users|customers|viewers|voters|households|homes|jobs|tonnes|tons|barrels|votes|copies|workers"
    r"|members|patients|children|visitors|passengers|followers|subscribers)\b"
)
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(rf"-|{GAP}(?:and{GAP})?", re.ASCII)
_AND_PART = re.compile(
    rf"(?ai:{GAP}and{GAP}(?:a{GAP}(half|quarter|third)|one[ -](half|quarter|third)|three[ -]quarters()))"
)
_FRACTION = re.compile(
    rf"(?ai:(one|two|three|four|five|six|seven|eight|nine)(-|{GAP})(half|halves|thirds?|quarters?|(?:fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth)s?)(?![^\W_]))"
)
_A_PART = re.compile(
    rf"(?ai:an?{GAP}(third|quarter|fifth|sixth|eighth|tenth)"
    rf"(?:(?={GAP}(?:of|the|as|more|less|fewer)\b)|(?=-(?:mile|million|billion|hour|acre|century))))"
)
_HALF = re.compile(
    rf"(?ai:(?:a[ -]|an{GAP}|one[ -])?half(?:[ -](dozen|{_SCALE_WORDS})(?![^\W_])"
    rf"|{GAP}an?{GAP}(dozen|{_SCALE_WORDS})(?![^\W_])"
    rf"|(?={GAP}(?:of|the|a|an|its|their|his|her|our|my|all|that|as)\b)|(?=-(?:mile|hour|century|point|acre|inch)\b)))"
)
_PART_OF_MILLION = re.compile(rf"(?ai:{GAP}(?:of{GAP})?an?{GAP}({_SCALE_WORDS})(?![^\W_]))")
_PAIR = re.compile(rf"(?ai:a{GAP}(?:couple|pair){GAP}of(?![^\W_]))")


class Numeral(NamedTuple):
    """A number at its place: `value` is null for a vague one ("dozens").

    `coefficient` is the value without its scale word ("4.2" of "4.2 million"), `scale` what the word multiplies by;
    `digits` says that it is printed in digits, `part` that it is a fraction of something ("a third of").
    """

    start: int
    end: int
    value: float | None
    coefficient: float = 0.0
    scale: float = 1.0
    digits: bool = False
    part: bool = False
    about: bool = False


class Unreadable(NamedTuple):
    """A run of digits that is no number: a date, a clock time, an identifier, "1,5"."""

    start: int
    end: int


def numerals(text: str, start: int, end: int) -> Iterator[Numeral | Unreadable]:
    """Every number and every unreadable run of digits in text[start:end], in order, not overlapping."""
    position = start
    while anchor := _ANCHOR.search(text, position, end):
        found = numeral_at(text, anchor.start(), end)
        if found is None:
            position = anchor.end()
            continue
        yield found
        position = found.end


def numeral_at(text: str, position: int, end: int, *, money: bool = False) -> Numeral | Unreadable | None:
    """The longest number that starts at `position`; `money` says that a currency sign stands in front ("$3m")."""
    if text[position].isascii() and text[position].isalpha():
        return _in_words(text, position, end)
    return _in_digits(text, position, end, money)


def _in_digits(text: str, position: int, end: int, money: bool) -> Numeral | Unreadable | None:
    run = _RUN.match(text, position, end)
    if run is None:
        value = _VULGAR.get(text[position])
        return Numeral(position, position + 1, value, value, digits=True, part=True) if value else None
    printed, stop = run[0], run.end()
    if slashed := _SLASHED.fullmatch(printed):
        return _slashed(slashed, run.start(), stop)
    if not _WELL_FORMED.fullmatch(printed) or sum(map(str.isdigit, printed)) > MAX_DIGITS:
        return Unreadable(position, stop)
    coefficient = float(re.sub(r"[^0-9.]", "", printed))
    if mixed := _MIXED.match(text, stop, end):
        below = int(mixed[2] or 1)
        coefficient += _VULGAR[mixed[3]] if mixed[3] else int(mixed[1]) / below if below else 0
        stop = mixed.end()
    scale, stop = _scale_after(text, stop, end, money)
    return Numeral(position, stop, coefficient * scale, coefficient, scale, digits=True)


def _slashed(found: re.Match[str], start: int, end: int) -> Numeral | Unreadable:
    above, below = int(found[1]), int(found[2])
    if not 0 < above < below <= 10:  # 9/11, 24/7, 10/23 and 20/20 are not fractions
        return Unreadable(start, end)
    return Numeral(start, end, above / below, above / below, digits=True, part=True)


def _scale_after(text: str, position: int, end: int, money: bool) -> tuple[float, int]:
    if word := _SCALE.match(text, position, end):
        return _SCALES[word[1].lower()], word.end()
    if word := _HUNDREDS.match(text, position, end):
        return (100.0 if word[1].lower() == "hundred" else 12.0), word.end()
    short = _SHORT_SCALE.match(text, position, end)
    if short is None:
        return 1.0, position
    letter = short[1].lower()
    sure = money or (len(letter) > 1 and letter != "mm") or (letter == "k" and short.start(1) == position)
    if letter == "m" and not sure:  # "3m people" against "a 3m wall"
        sure = _COUNTED_BY_MILLIONS.match(text, short.end(), end) is not None
    if not sure or (letter in "kb" and short.start(1) != position):
        return 1.0, position
    return _SHORT_SCALES.get(letter, 1e6), short.end()


def _in_words(text: str, position: int, end: int) -> Numeral | None:
    if vague := _VAGUE.match(text, position, end):
        return Numeral(position, vague.end(), None)
    if pair := _PAIR.match(text, position, end):
        return Numeral(position, pair.end(), 2.0, 2.0, about="couple" in pair[0].lower())
    return _fraction(text, position, end) or _spelled(text, position, end)


def _fraction(text: str, position: int, end: int) -> Numeral | None:
    if half := _HALF.match(text, position, end):
        scale = _scale_of(half[1] or half[2])
        return Numeral(position, half.end(), 0.5 * scale, 0.5, scale, part=scale == 1)
    if part := _A_PART.match(text, position, end):
        value = 1 / _PARTS[part[1].lower()]
        if of := _PART_OF_MILLION.match(text, part.end(), end):
            return Numeral(position, of.end(), value * _scale_of(of[1]), value, _scale_of(of[1]))
        return Numeral(position, part.end(), value, value, part=True)
    found = _FRACTION.match(text, position, end)
    if found is None:
        return None
    above, name = _SMALL[found[1].lower()], found[3].lower()
    if (above > 1) is not name.endswith("s") or (found[2] != "-" and not _is_share(text, found.end(), end, name)):
        return None
    value = above / _PARTS["half" if name == "halves" else name.removesuffix("s")]
    return Numeral(position, found.end(), value, value, part=True)


_SHARE = re.compile(rf"(?ai:{GAP}(?:of|the|a|an|majority|as|more|less|its|their)(?![^\W_]))")


def _is_share(text: str, position: int, end: int, name: str) -> bool:
    """Whether "three quarters" or "one third" is a share and not three quarters of a year or the third of a row."""
    return name == "thirds" or _SHARE.match(text, position, end) is not None


def _scale_of(word: str | None) -> float:
    if word is None:
        return 1.0
    return 12.0 if word.lower() == "dozen" else _SCALES[word.lower()]


class _Sum:
    """A spelled-out number while it is read: what is complete, what the next scale word will multiply."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.scale = float("inf")

    def take(self, word: str) -> bool:
        """Whether the number can go on with `word`; "twenty twenty" and "five six" cannot."""
        if word in _SMALL or word in _TENS:
            return self._add(float(_SMALL.get(word, _TENS.get(word, 0))))
        if word == "hundred" and self.current is not None and 1 <= self.current < 100:
            self.current *= 100
        elif word == "dozen" and self.current is not None and self.current < 100 and not self.total:
            self.total, self.current, self.scale = self.current * 12, None, 0
        elif word in _SCALES and self.current is not None and _SCALES[word] < self.scale:
            self.total += self.current * _SCALES[word]
            self.current, self.scale = None, _SCALES[word]
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


def _spelled(text: str, position: int, end: int) -> Numeral | None:
    first = _WORD.match(text, position, end)
    if first is None:
        return None
    word, reading, stop = first[0].lower(), _Sum(), first.end()
    if word in ("a", "an"):
        reading.current, stop = 1.0, -1
    elif word in _SCALES or word in ("hundred", "dozen"):  # "the hundred or so", "billion-dollar"
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
    return _and_a_half(text, Numeral(position, stop, reading.value, reading.value), end)


def _continues(reading: _Sum, joint: str, word: str) -> bool:
    """Take the next word; "and" joins only what follows a hundred or a scale ("two hundred and five", not "two and five")."""
    joins = joint.strip().lower() == "and"
    if joins and (word not in _SMALL and word not in _TENS):
        return False
    whole = reading.current is None or reading.current >= 100
    return (whole or not joins) and reading.take(word)


def _and_a_half(text: str, whole: Numeral, end: int) -> Numeral:
    part = _AND_PART.match(text, whole.end, end)
    if part is None or whole.value is None:
        return whole
    name = (part[1] or part[2] or "").lower()
    share = 1 / _PARTS[name] if name else 0.75
    unit = max((scale for scale in (*_SCALES.values(), 100.0) if whole.value >= scale), default=1.0)
    scale, stop = _scale_after(text, part.end(), end, money=False) if unit == 1 else (1.0, part.end())
    coefficient = whole.value + share * unit
    return Numeral(whole.start, stop, coefficient * scale, coefficient, scale)
