"""What an article may not do to a terminal or a page: hidden characters become visible ones."""

import re

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls without tab and line feed: escape sequences, backspaces, 8-bit CSI
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\u180e\u200b\u2060-\u2065\ufeff\ufff9-\ufffb"  # zero width; the two joiners stay, scripts and emoji need them
    "\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f"  # separators, lone surrogates, tags
    "]"
)
_PICTURES = 0x2400  # the block that draws the 32 controls: U+241B shows ESC


def visible(text: str) -> str:
    """The text with every hidden or directing character drawn: ESC as `␛`, U+202E as `‹U+202E›`; lines stay."""
    return _HIDDEN.sub(_draw, text.replace("\r\n", "\n"))


def inline(text: str) -> str:
    """The text on one line: white space folded, hidden characters drawn."""
    return visible(" ".join(text.split()))


def shorten(text: str, width: int) -> str:
    """The text in at most `width` characters, cut after a word where that leaves half of it, with an ellipsis."""
    if len(text) <= width:
        return text
    at_word = text[:width].rpartition(" ")[0]
    return (at_word if len(at_word) * 2 > width else text[: width - 1]).rstrip(" ,;:") + "…"


def _draw(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    return f"‹U+{code:04X}›"
