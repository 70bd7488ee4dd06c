"""Numbers as they are written, in digits or in words: where one stands in a text and what it is worth."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .spelled import GAP, SCALES, SMALL, SPACE, TENS, spelled

MAX_DIGITS = 15
"""Longest number read: a float holds 15 decimal digits exactly, and longer runs of digits are identifiers."""

_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
_PART_WORDS = "half third quarter fourth fifth sixth seventh eighth ninth tenth"
_PARTS = dict(zip(_PART_WORDS.split(), (2, 3, 4, *range(4, 11)), strict=True))
_VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_SCALE_WORDS = "|".join(SCALES)
_BIG = f"hundred|{_SCALE_WORDS}|dozen"
_WORDS = "|".join([*SMALL, *TENS, *SCALES, "hundred", "dozen"])

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
_LINK = rf"(?:{GAP}|-)"
_AND_PART = re.compile(
    rf"(?ai:{_LINK}and{_LINK}(?:a{_LINK}(half|quarter|third)|one[ -](half|quarter|third)|three[ -]quarters()))"
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
        return SCALES[word[1].lower()], word.end()
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
    if found := _fraction(text, position, end):
        return found
    whole = spelled(text, position, end)
    return _and_a_half(text, Numeral(position, whole[1], whole[0], whole[0]), end) if whole else None


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
    above, name = SMALL[found[1].lower()], found[3].lower()
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
    return 12.0 if word.lower() == "dozen" else SCALES[word.lower()]


def _and_a_half(text: str, whole: Numeral, end: int) -> Numeral:
    part = _AND_PART.match(text, whole.end, end)
    if part is None or whole.value is None:
        return whole
    name = (part[1] or part[2] or "").lower()
    share = 1 / _PARTS[name] if name else 0.75
    unit = max((scale for scale in (*SCALES.values(), 100.0) if whole.value >= scale), default=1.0)
    scale, stop = _scale_after(text, part.end(), end, money=False) if unit == 1 else (1.0, part.end())
    coefficient = whole.value + share * unit
    return Numeral(whole.start, stop, coefficient * scale, coefficient, scale)
