"""The passages of a text in double quotation marks, curly or straight, over paragraphs too."""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: the inner text and its half-open place."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def quotations(text: str) -> tuple[Quoted, ...]:
    """Every quotation in order; one that goes on in the next paragraph gives a part a paragraph."""
    found: list[Quoted] = []
    for paragraph in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        begin = None
        for mark in re.finditer(r"[“”„\"]", paragraph.group()):
            place = paragraph.start() + mark.start()
            opens = mark.group() in "“„" or (mark.group() == '"' and begin is None)
            if opens:
                begin = place + 1
            elif begin is not None:
                if place > begin:
                    found.append(Quoted(text[begin:place], begin, place))
                begin = None
        if begin is not None and begin < paragraph.end():
            found.append(Quoted(text[begin : paragraph.end()], begin, paragraph.end()))
    return tuple(found)
