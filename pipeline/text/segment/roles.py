"""Roles: what each paragraph is in the layout of its article."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from ...records import Role, Span
from .boilerplate import is_boilerplate
from .credits import is_credit, is_signature
from .datelines import is_dateline

_HEADING = re.compile(r"#{1,6}\s")
_UNDERLINE = re.compile(r"(?:=\s?){3,80}\Z|(?:-\s?){3,80}\Z")
_ITEM = re.compile(r"[•‣▪◦●·*+>-]\s|[-–—]\s|(?:\d{1,3}|[A-Za-z])[.)]\s|\|")
_QUESTION = re.compile(r"(?:What|Why|How|Who|When|Where|Which|Is|Are|Was|Did|Do|Does|Can|Could|Will|Should)\b")
_OPEN_QUOTE = "“\"„«‘'"

_HEADLINE_WORDS = 24
"""Longest headline without a title to compare with: agency headlines stay below 20 words, tabloid ones just above."""
_SUBHEAD_WORDS = 12
"""Longest subhead; a longer line without a full stop is careless body text more often than not."""
_LONGEST_UNDERLINE = 160
_TOP = 6
"""Paragraphs from the top in which a headline, deck, byline or date may still come."""


def roles(text: str, paragraphs: Sequence[Span], title: str | None = None) -> tuple[Role, ...]:
    """The role of each paragraph; `title` is the headline where the source knew it."""
    lines = [_head(text, paragraph) for paragraph in paragraphs]
    known = {line: _own_role(line) for line in set(lines)}
    found = [known[line] for line in lines]
    first, last = _body(lines, found)
    for at, role in enumerate(found):
        if role is Role.BODY:
            is_underlined = at + 1 < len(lines) and _is_underline(text, paragraphs[at], paragraphs[at + 1])
            short = len(lines[at].split()) <= _HEADLINE_WORDS
            found[at] = Role.HEADLINE if is_underlined and short else _by_place(lines, found, at, (first, last))
    _mark_title(lines, found, title)
    return tuple(found)


def _is_underline(text: str, above: Span, line: Span) -> bool:
    """Whether a line of dashes or equals signs stands right below a line, as Markdown underlines a heading."""
    if line.end - line.start > _LONGEST_UNDERLINE or not _UNDERLINE.match(line.cut(text)):
        return False
    gap = text[above.end : line.start]
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") == 1


def _head(text: str, paragraph: Span) -> str:
    """The paragraph, cut where no layout line is as long."""
    return text[paragraph.start : min(paragraph.end, paragraph.start + 1000)]


def _own_role(line: str) -> Role:
    """What the form of a line alone says."""
    if _HEADING.match(line):
        return Role.HEADLINE
    if not any(char.isalnum() for char in line):
        return Role.BOILERPLATE
    if is_dateline(line):
        return Role.DATELINE
    if is_credit(line):
        return Role.CREDIT
    if is_boilerplate(line):
        return Role.BOILERPLATE
    return Role.BODY


def _body(lines: Sequence[str], found: Sequence[Role]) -> tuple[int, int]:
    """First and last paragraph of running prose."""
    prose = [at for at, role in enumerate(found) if role is Role.BODY and _is_prose(lines[at])]
    return (prose[0], prose[-1]) if prose else (0, len(lines) - 1)


def _is_prose(line: str) -> bool:
    return len(line.split()) >= 6 and _is_punctuated(line) and not line.endswith(";")


def _is_punctuated(line: str) -> bool:
    return line.rstrip("\"'”’»“)]}*_ \u00a0")[-1:] in (".", "!", "?", "…", ":", ";", ",", "。")


def _by_place(lines: Sequence[str], found: Sequence[Role], at: int, body: tuple[int, int]) -> Role:
    """What a line that could be body is by its length, its end and its neighbours."""
    line, words = lines[at], len(lines[at].split())
    first, last = body
    if at > last:
        return _after_body(line, words, found[last + 1 : at])
    if at >= first and at >= len(lines) - 4 and at > 1 and is_signature(line):
        return Role.CREDIT
    if at == 0 < first and words <= _HEADLINE_WORDS and line.endswith((";", "?", "!")):
        return Role.HEADLINE
    if _is_punctuated(line):
        is_question = line.endswith("?") and words <= 8 and _QUESTION.match(line) and first < at < last
        return Role.HEADLINE if is_question and len(lines[at + 1].split()) >= 12 else Role.BODY
    if at < first and at < _TOP and words <= _HEADLINE_WORDS:
        return Role.HEADLINE
    return Role.HEADLINE if words <= _SUBHEAD_WORDS and _is_subhead(lines, found, at) else Role.BODY


def _after_body(line: str, words: int, between: Sequence[Role]) -> Role:
    """Behind the last prose stand links, tags and buttons; a list or a quoted line goes on with the article."""
    after_furniture = any(role in (Role.BOILERPLATE, Role.CREDIT) for role in between)
    if is_signature(line):
        return Role.CREDIT
    if after_furniture:
        return Role.BOILERPLATE
    if _ITEM.match(line) or line[:1] in _OPEN_QUOTE or _is_punctuated(line):
        return Role.BODY
    return Role.BOILERPLATE if words <= _SUBHEAD_WORDS else Role.BODY


def _is_subhead(lines: Sequence[str], found: Sequence[Role], at: int) -> bool:
    """A short line without a full stop that stands alone before running prose."""
    line = lines[at]
    if _ITEM.match(line) or not (line[0].isupper() or line[0].isdigit() or line[0] in _OPEN_QUOTE + "*_"):
        return False
    if at + 1 >= len(lines) or found[at + 1] is not Role.BODY:
        return False
    return _is_prose(lines[at + 1])


def _mark_title(lines: Sequence[str], found: list[Role], title: str | None) -> None:
    wanted = _bare(title or "")
    if not wanted:
        return
    for at in range(min(len(lines), _TOP)):
        line = _bare(lines[at])
        if line and found[at] is not Role.DATELINE and _same(line, wanted):
            found[at] = Role.HEADLINE
            return


def _same(line: str, title: str) -> bool:
    """Whether two bare lines are one headline: equal, cut short, with a site's name behind, or nearly equal."""
    if line == title or (len(line.split()) >= 4 and (title.startswith(line + " ") or line.startswith(title + " "))):
        return len(line) <= 2 * len(title) + 40
    if abs(len(line) - len(title)) > max(len(line), len(title)) // 4:
        return False
    # 0.9: a corrected letter or a changed dash; two headlines of one story differ more
    return SequenceMatcher(None, line[:300], title[:300], autojunk=False).ratio() >= 0.9


def _bare(line: str) -> str:
    """The line's words, without case and punctuation."""
    return " ".join(re.findall(r"\w+", line.casefold()))
