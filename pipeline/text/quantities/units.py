"""What a number is measured in: unit words and currency signs, and the one name each of them has here."""

import re
from typing import NamedTuple

from ..numerals.spelled import GAP

_WORDS: dict[str, str] = {
    "percentage_points": "percentage points|percentage point|percentage-points|percentage-point|pct points",
    "basis_point": "basis points|basis point|basis-points|basis-point",
    "point": "points|point",
    "percent": "percent|per cent|pct",
    "USD": "us dollars|u.s. dollars|american dollars|dollars|dollar|usd|bucks",
    "AUD": "australian dollars|aud",
    "CAD": "canadian dollars|cad",
    "NZD": "new zealand dollars|nzd",
    "HKD": "hong kong dollars|hkd",
    "SGD": "singapore dollars|sgd",
    "EUR": "euros|euro|eur",
    "GBP": "pounds sterling|british pounds|gbp",
    "cent": "cents|cent",
    "JPY": "japanese yen|yen|jpy",
    "CNY": "chinese yuan|yuan|renminbi|cny",
    "RUB": "russian rubles|rubles|ruble|roubles|rouble|rub",
    "INR": "indian rupees|inr",
    "rupee": "rupees|rupee",
    "peso": "pesos|peso",
    "MXN": "mexican pesos|mxn",
    "CHF": "swiss francs|chf",
    "franc": "francs|franc",
    "krona": "kronor|krona|kroner|krone",
    "lira": "liras|lira",
    "shekel": "shekels|shekel",
    "rand": "rand",
    "baht": "baht",
    "dinar": "dinars|dinar",
    "dirham": "dirhams|dirham",
    "riyal": "riyals|riyal",
    "naira": "naira",
    "shilling": "shillings|shilling",
    "hryvnia": "hryvnias|hryvnia",
    "zloty": "zlotys|zloty",
    "bitcoin": "bitcoins|bitcoin",
    "square_mile": "square miles|square mile|square-mile|sq miles|sq. miles",
    "square_km": "square kilometers|square kilometer|square kilometres|square kilometre|square-kilometer"
    "|square-kilometre|sq km|sq. km|square km",
    "square_meter": "square meters|square meter|square metres|square metre|square-meter|square-metre|sq m",
    "square_foot": "square feet|square foot|square-foot|square-feet|sq ft|sq. ft",
    "cubic_meter": "cubic meters|cubic meter|cubic metres|cubic metre|cubic-meter|cubic-metre",
    "cubic_foot": "cubic feet|cubic foot|cubic-foot",
    "nautical_mile": "nautical miles|nautical mile|nautical-mile",
    "mph": "miles per hour|miles an hour|mile per hour|mile-per-hour|miles-per-hour|mile an hour|mile-an-hour|mph",
    "km_per_hour": "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour"
    "|kilometer-per-hour|kilometre-per-hour|km/h|kmh|kph|km per hour",
    "knot": "knots|knot",
    "mile": "miles|mile",
    "km": "kilometers|kilometer|kilometres|kilometre|kms|km",
    "meter": "meters|meter|metres|metre",
    "cm": "centimeters|centimeter|centimetres|centimetre|cm",
    "mm": "millimeters|millimeter|millimetres|millimetre|mm",
    "foot": "feet|foot|ft",
    "inch": "inches|inch",
    "yard": "yards|yard",
    "acre": "acres|acre",
    "hectare": "hectares|hectare",
    "kg": "kilograms|kilogram|kilogrammes|kilogramme|kilos|kilo|kg",
    "gram": "grams|gram|grammes|gramme",
    "mg": "milligrams|milligram|mg",
    "microgram": "micrograms|microgram|mcg",
    "ounce": "ounces|ounce|oz",
    "pound": "pounds|pound|lbs|lb",
    "tonne": "metric tons|metric ton|metric-ton|metric tonnes|tonnes|tonne",
    "ton": "short tons|tons|ton",
    "liter": "liters|liter|litres|litre",
    "ml": "milliliters|milliliter|millilitres|millilitre|ml",
    "gallon": "gallons|gallon",
    "barrel": "barrels|barrel",
    "celsius": "degrees celsius|degree celsius|degrees centigrade|degrees c|celsius|°c|° c|ºc",
    "fahrenheit": "degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit|°f|° f|ºf",
    "degree": "degrees|degree|°|º",
    "kilowatt": "kilowatts|kilowatt|kw",
    "megawatt": "megawatts|megawatt|mw",
    "gigawatt": "gigawatts|gigawatt|gw",
    "kilowatt_hour": "kilowatt-hours|kilowatt-hour|kilowatt hours|kilowatt hour|kwh",
    "megawatt_hour": "megawatt-hours|megawatt-hour|megawatt hours|mwh",
    "watt": "watts|watt",
    "volt": "volts|volt",
    "decibel": "decibels|decibel",
    "hertz": "hertz|hz",
    "megabyte": "megabytes|megabyte|mb",
    "gigabyte": "gigabytes|gigabyte|gb",
    "terabyte": "terabytes|terabyte|tb",
    "caliber": "caliber|calibre",
    "magnitude": "magnitude",
    "second": "seconds|second|secs|sec",
    "minute": "minutes|minute|mins|min",
    "hour": "hours|hour|hrs|hr",
    "day": "days|day",
    "week": "weeks|week",
    "month": "months|month",
    "year": "years|year|yrs|yr",
    "decade": "decades|decade",
    "century": "centuries|century",
    "times": "times|time|fold|x",
}
_ATTACHED = {"%": "percent", "％": "percent", "¢": "cent", "m": "meter", "€": "EUR", "£": "GBP", "p": "penny"}
_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "USD": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "GBP": "GBP", "¥": "JPY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₽": "RUB", "₩": "KRW", "₪": "shekel",
    "₺": "lira", "₴": "hryvnia", "₦": "naira", "CHF": "CHF",
}  # fmt: skip
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
"""Units of a duration."""

CURRENCIES = frozenset({*_SIGNS.values(), "rupee", "peso", "MXN", "franc", "krona", "rand", "baht", "CNY", "cent"})
"""Units of money."""

_BY_WORD = {form: unit for unit, forms in _WORDS.items() for form in forms.split("|")}
_FORMS = "|".join(re.escape(form).replace(r"\ ", GAP) for form in sorted(_BY_WORD, key=lambda form: (-len(form), form)))
_UNIT = re.compile(
    rf"(?ai:(?P<gap>-|{GAP}|)(?P<unit>{_FORMS})(?![^\W_]|(?<=°)[0-9])"
    rf"(?P<more>-olds?(?![^\W_])|-(?:long|wide|high|tall|deep|thick|plus)(?![^\W_])|{GAP}(?:old|of{GAP}age)(?![^\W_]))?)"
)
_SIGN_AFTER = re.compile(r"[ \u00a0]?([%％¢])|([€£])|([mp])(?![^\W_])")
_SIGN_FORMS = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_SIGN_BEFORE = re.compile(rf"(?:(?<![^\W_])(?:{_SIGN_FORMS})|[$€£¥₹₽₩₪₺₴₦])[ \u00a0]?\Z")
_SPELLED_SHORT = {"x", "p", "fold"}


class UnitAt(NamedTuple):
    """A unit behind a number: its name, where it ends, and whether a hyphen makes it an adjective ("600-mile")."""

    unit: str
    end: int
    adjective: bool


def unit_after(text: str, position: int, end: int, *, digits: bool) -> UnitAt | None:
    """The unit that stands behind a number that ends at `position`; "x" and "m" need a number in digits."""
    if digits and (sign := _SIGN_AFTER.match(text, position, end)):
        return UnitAt(_ATTACHED[sign[1] or sign[2] or sign[3]], sign.end(), adjective=False)
    found = _UNIT.match(text, position, end)
    if found is None:
        return None
    word = re.sub(r"\s+", " ", found["unit"]).lower()
    if not found["gap"] and not digits:
        return None
    if word in _SPELLED_SHORT and (found["gap"] not in ("", "-") or not (digits or word == "fold")):
        return None
    if word in ("time", "times") and word == "time" and found["gap"] != "-":
        return None
    return UnitAt(_BY_WORD[word], found.end(), adjective=found["gap"] == "-")


def sign_before(text: str, position: int, floor: int) -> tuple[str, int] | None:
    """The currency whose sign stands right in front of `position`, and where the sign starts."""
    window = max(floor, position - 6)
    found = _SIGN_BEFORE.search(text[window:position])
    return (_SIGNS[found[0].rstrip(" \u00a0")], window + found.start()) if found else None
