"""One row: an article as a JSON object with `text` or `html`, and what is known about it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ..errors import ArticleError
from .dates import moment
from .decode import decode
from .raw import ABOUT
from .rows import ADVICE, reason

_CONTENT: Final[tuple[tuple[str, Literal["plain", "html"]], ...]] = (("text", "plain"), ("html", "html"))
"""Keys that hold an article, in the order in which they are tried, and how it is written there."""

_TYPES: Final[Mapping[type, str]] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "an array",
    dict: "an object",
    str: "a string",
}


@dataclass(frozen=True, slots=True)
class Row:
    """The content of one row: an article's text or page, and what the row says about it."""

    content: str
    form: Literal["plain", "html"]
    about: Mapping[str, str]


def read_row(data: bytes, ref: str) -> Row:
    """What a row holds; raises `ArticleError` that says what is wrong with which row.

    Null counts as absent, `text` goes before `html`, an integer is a good `id`, and unknown keys are ignored.
    """
    try:
        value = json.loads(decode(data, ref))
    except (ValueError, RecursionError) as err:
        raise _refusal(ref, f"it is not JSON ({reason(err)})") from err
    if not isinstance(value, dict):
        raise _refusal(ref, f"it is {_type_of(value)}, not an object")
    given = {key: item for key, item in value.items() if item is not None}
    about = {key: _word(given[key], key, ref) for key in sorted(ABOUT & given.keys())}
    for key, form in _CONTENT:
        if key in given:
            content = given[key]
            if not isinstance(content, str):
                raise _refusal(ref, f'its "{key}" is {_type_of(content)}, not a string')
            if content.strip() or key == "html" or "html" not in given:
                return Row(content, form, about)
    raise _refusal(ref, 'it has neither "text" nor "html"')


def _word(value: object, key: str, ref: str) -> str:
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise _refusal(ref, f'its "{key}" is {_type_of(value)}, not a string')
    if key == "published" and moment(value) is None:
        raise _refusal(ref, f'its "published" is {value[:60]!r}, not a date such as 2031-05-04T09:30:00Z')
    return value


def _type_of(value: object) -> str:
    return _TYPES.get(type(value), "null")


def _refusal(ref: str, wrong: str) -> ArticleError:
    message = f"row {ref!r} cannot be read: {wrong}; {ADVICE}"
    return ArticleError(message, stage="read", cause="bad_row", advice=ADVICE)
