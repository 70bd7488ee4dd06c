"""Number words of English, and the value of a run of them."""

from typing import Final

from .listed import listed

UNITS: Final = {
    word: float(value)
    for value, word in enumerate(
        listed(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """
        )
    )
}
TENS: Final = {
    word: 10.0 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT_SCALES: Final = {"bn": 1e9, "mn": 1e6, "tn": 1e12}
PARTS: Final = {"half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifths": 1 / 5}
"""Fractions news prose spells; "fifth" and beyond are more often ranks, so only their plurals count."""

VAGUE: Final = frozenset(
    [
        "several",
        "many",
        "few",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "handful",
        "numerous",
    ]
)


def spelled(run: list[str]) -> float | None:
    """The value of a run of number words ("two", "hundred", "and", "six"); None where it is no number."""
    total = current = 0.0
    seen = False
    for word in run:
        if word == "and":
            continue
        if word in UNITS:
            current += UNITS[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0.0
        else:
            return None
        seen = True
    return total + current if seen else None
