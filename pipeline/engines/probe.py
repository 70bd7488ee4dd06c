"""The question that shows whether an endpoint holds to a schema: nothing but the schema names the answer."""

from typing import Literal

from ..errors import ReplyError
from ..records import Record
from .reply_text import understand
from .requests import schema
from .wire_body import Question
from .wire_reply import read_raw, text_of


class Word(Record):
    """The only reply that the probe's schema admits."""

    word: Literal["kwartsiet-41"]


PROBE = Question(
    system="Answer with one JSON object, and with nothing else.",
    user='Name any colour, as {"word": "..."}.',
    name="Word",
    schema=schema(Word),
)


def fits(raw: str) -> bool:
    """Whether a raw reply to the probe is the one that the schema admits."""
    try:
        understood = understand(text_of(read_raw(raw)), Word, asked=True)
    except ReplyError:
        return False
    return understood.reply is not None and not understood.ignored
