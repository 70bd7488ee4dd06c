"""Datelines: where and when a story was filed, in front of its first words or on a line of its own."""

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:,?\s(?:19|20)\d\d)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?)"
_CAPS = r"(?:[A-Z][A-Z.’']*[A-Z.](?:[\s-][A-Z][A-Z.’']*|\s(?:de|del|la|el|of|and|on)\b){0,3})"
_TITLE = r"(?:[A-Z][\w.’']+(?:[\s-](?:[A-Z][\w.’']*|de|del|la|of|and|on|upon|sur)){0,4})"
_AGENCY = r"\((?:[A-Z][\w.&’'-]*|the)(?:\s(?:[A-Z][\w.&’'/-]*|of|and|/)){0,5}\)"
_DASH = r"(?:\s*(?:—|–|―|--+)|\s+-\s)\s*"
"""A plain hyphen needs white space on both sides; else it is inside a word."""
_FRONT = r"[\s>*_]*"

_INLINE = re.compile(
    _FRONT + r"(?:"
    # a place in capitals, with what may follow it, then a dash
    rf"(?P<caps>{_CAPS})(?:[,/]\s?(?:{_CAPS}|{_TITLE})){{0,3}}(?:,\s{_DAY})?(?:\s{_AGENCY})?[\s*_]*{_DASH}"
    # any place, with a date or an agency, then a dash
    rf"|{_TITLE}(?:,\s{_TITLE}){{0,2}}(?:,\s{_DAY}(?:\s{_AGENCY})?|\s{_AGENCY})[\s*_]*{_DASH}"
    # an agency alone
    rf"|{_AGENCY}{_DASH}"
    rf"|\([A-Z]{{2,8}}\)\s?(?=[A-Z“\"])"
    r")"
)
_KICKERS = re.compile(
    r"(?:UPDATED?|BREAKING|WATCH|EXCLUSIVE|ANALYSIS|OPINION|NEW|LIVE|VIDEO|PHOTOS?|ALERT|CORRECTION|NOTE|NATO|FIFA|"
    r"NASA|"
    r"FBI|CIA|NBA|NFL|UN|EU|UK|US|USA|TV|AI|GOP|WHO|OPEC|UNESCO|REVIEW|INTERVIEW|PODCAST|POLL|FACT CHECK|"
    r"COMMENTARY|EDITORIAL|"
    r"SPONSORED|ADVERTISEMENT|READ MORE|Q&A|NOTEBOOK)\b"
)
_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_DAY}|{_MONTH}\s(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|"
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)?\d\d)"
)
_TIME = (
    r"(?:\s*(?:at|,|T|\||·|-)?\s*\d{1,2}(?:[:.]\d\d)?(?::\d\d)?\s*(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s*\(?[A-Z]{1,5}\)?)?)?"
)
_LABEL = (
    r"(?:(?i:published|posted|updated|last (?:updated|modified)|first published|date|issued|filed)\s*(?i:on|"
    r"at)?\s*:?\s*)?"
)
_OWN_LINE = re.compile(
    rf"[\s>*_—–|•-]*{_LABEL}(?:(?:[\w.&’'-]+\s){{0,7}}[\w.&’'-]+\s*[—–|"
    rf",·•-]+\s*)?{_LABEL}(?:\d{{1,2}}:\d\d\s*(?:[AaPp]\.?[Mm]\.?)?"
    rf"(?:\s[A-Z]{{2,4}})?,?\s*)?{_DATE}{_TIME}(?:\s*[—–|·•-]\s*[\w.&’' -]{{2,40}})?[\s*_|—–-]*\Z"
)
_LONGEST_LINE = 120
_LONGEST_FRONT = 120


def dateline_end(text: str, start: int, end: int, *, early: bool = True) -> int:
    """Where the dateline in front of a paragraph's first words ends (its dash included); `start` where there is none.

    A place in capitals alone is a dateline only early in an article: later it is as likely a name that is explained.
    """
    match = _INLINE.match(text, start, min(end, start + _LONGEST_FRONT))
    if not match or match.end() >= end:
        return start
    if match["caps"] and _KICKERS.match(match["caps"]) and "(" not in match[0]:
        return start
    if not early and "(" not in match[0] and not any(char.isdigit() for char in match[0]):
        return start
    follows = text[match.end() : match.end() + 2].lstrip("“\"‘'[(")
    if not follows[:1].isupper() and not follows[:1].isdigit():
        return start
    return match.end()


def is_dateline(line: str) -> bool:
    """Whether a whole line is nothing but a date, with the publisher or a label beside it."""
    return len(line) <= _LONGEST_LINE and bool(_OWN_LINE.match(" ".join(line.split())))
