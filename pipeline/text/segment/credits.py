"""Credits: lines that say who wrote, filmed, edited or first published the article."""

import re

from .boilerplate import is_narrated, one_spaced

_LEAD = r"[\s\ufeff\u200b•‣▪◦●·*_>|(\[~—–»+-]*"
# "AND" joins names; were it also a word of a name, lines in capitals could be read in too many ways
_NAME = r"(?-i:(?!AND\b)[A-Z][\w.’'-]*(?:\s(?!AND\b)(?:[A-Z][\w.’'-]*|de|del|di|da|van|von|der|bin|al|el)){0,5})"
_NAMES = rf"(?:the\s+)?{_NAME}(?:(?:,\s*and|,|\s+and|\s*&)\s+(?:the\s+)?{_NAME}){{0,8}}"
_PLACED = rf"{_NAMES}(?:,? (?:in|of|from) {_NAMES},?){{0,4}}"
_STORY = r"(?:report|story|article|piece|post|dispatch|project|column|coverage|analysis)"
_JOB = (
    r"(?:staff|writer|correspondent|reporter|editor|columnist|contributor|news service|associated press|reuters|afp|"
    r"bloomberg|wire service|news agency|bureau(?: chief)?|press|news desk|newsroom)"
)
_PICTURE = (
    r"(?:photo|photograph|photography|image|picture|pic|video|graphic|illustration|file photo|cover photo|featured "
    r"image|"
    r"image credit|photo credit|picture credit|photo illustration|photo courtesy|caption|credit|courtesy)s?"
)
_AGENCY = (
    r"(?:(?-i:AP|AFP|UPI|DPA|PA|ANI|PTI|IANS|CNN|BBC|TASS|EFE|ANSA)|reuters|bloomberg|xinhua|agencies|(?:the "
    r")?associated "
    r"press|agence france-presse|press association|wire (?:reports?|services?)|(?:from )?(?:staff|wire|news|agency)"
    r"(?: and (?:wire|staff|agency))?(?: (?:services?|reports?))+)"
)

_ANYWHERE = (
    # bylines: nothing but names, places of work and jobs after "By"
    rf"by\s*:?\s+{_NAMES}(?:\s*(?:[,|/·•—–-]|for|of|in|with)\s*(?:the\s+|a\s+)?(?:{_NAMES}|[\w.’' "
    rf"]{{0,30}}{_JOB}[\w ]{{0,30}}|"
    r"@\w+|\S+@\S+)){0,4}\W*\Z",
    rf"{_NAMES}\s*[,|/·•—–-]\s*(?:the |a )?(?-i:[\w.’' ]{{0,40}}){_JOB}\W*\Z",
    rf"by\s*:?\s+{_NAMES}[^.!?]{{0,60}}\s[·|•—]\s[^!?]{{1,100}}\Z",
    rf"by\s*:?\s+{_NAMES},[^.!?]{{0,80}}\b(?:19|20)\d\d\W*\Z",
    # the desk
    r"(?:additional |original |further |extra )?(?:reporting|writing|research|editing|graphics?|translation|"
    r"photography|"
    r"production|compiled|edited|written|reported|translated|produced|photographed|filmed|researched)"
    r"(?: and (?:reporting|writing|editing|research|edited|written|reported|translated|filmed|photographed))?"
    rf"(?:\s+(?:contributed|provided|done|assistance))?\s*(?:by|:|from)\s*{_NAMES}(?:[^.]{{0,40}}?;.{{0,200}}|"
    rf"[^.]{{0,60}})?\W*\Z",
    r"(?:with )?(?:additional )?(?:reporting|files|inputs?|agency inputs?|material|contributions?) (?:by|from) "
    rf"{_NAMES}.{{0,60}}\Z",
    rf"{_PLACED}\s+(?:also |all |both |each )?contributed(?:\s+(?:reporting|"
    rf"research|material|photos|"
    rf"data|information|additional reporting|to (?:this|the) {_STORY}))(?:.{{0,60}})?\W*\Z",
    rf"{_PLACED}\s+(?:also |all |both )?contributed(?: from {_NAME})?\W*\Z",
    r"(?:contributing|contributors?|with|writers?|authors?|editors?|producers?)\s*:\s*(?-i:[A-Z]).{1,120}\Z",
    r"h/t\b.{1,80}\Z",
    # where the article comes from
    rf"this {_STORY} (?:is|was|has been|uses|includes|contains|comes)\b.{{0,40}}\b(?:based|compiled|written|produced|"
    r"generated|translated|originally|first|updated|republished|adapted|supplied|provided by|reported by|"
    r"syndicated|edited|"
    r"part of|in part|taken from|distributed|auto|co-published|made possible|supported by|material from|"
    r"information from)\b",
    rf"this {_STORY} (?:originally |first |also )?(?:appeared|ran|published)\b",
    rf"an? (?:\w+ )?version of this {_STORY}\b",
    r"(?:some )?(?:information|material|content|reports?|reporting|data|text)\s+(?:\w+\s+)?from\b.{2,100}\b(?:was|"
    r"were|is|has "
    r"been)\b.{0,20}\b(?:used|included|contributed|incorporated)\b.{0,40}\Z",
    # pictures
    rf"{_PICTURE}\s*(?:by\s+{_NAMES}|[:©/|]|credits?\s*:|courtesy|source|caption|copyright)(?:.{{0,250}})\Z",
    r"image (?:source|caption|copyright|credit)s?\b.{0,250}\Z",
    r"(?:sources?|via|agencies|source\(s\)|wire (?:services?|reports?))\s*[:|]\s*.{1,100}\Z",
    rf"{_AGENCY}\W*\Z",
    r"(?:published|posted|updated|last (?:updated|modified)|first published|modified)\s*(?:on|at|:|"
    r"by)?\s*[^.]{0,30}\d.{0,40}\Z",
)

_CAPTIONS = (
    rf".{{0,400}}[(\[]\s*(?:{_PICTURE}\s*(?:by|:|credit|courtesy|©|/)|credit:|(?-i:AP|AFP|EPA|Reuters|REUTERS|"
    rf"Getty)[\w ]*/|"
    r"(?-i:(?:[A-Z][\w.’'-]+\s){1,4}[A-Z][\w.’'-]+/[A-Z])[\w ./’-]{1,60}[)\]]|"
    r"(?-i:[A-Z][\w.’'-]+/(?:[A-Z][\w.’'-]+\s){1,4}[A-Z])[\w ./’-]{1,40}[)\]])[^)\]]{0,120}[)\]]?\W*\Z",
    r".{0,400}(?-i:\b(?:REUTERS|Getty Images|AP Photo|AFP|EPA|Shutterstock|Alamy))\s*/\s*(?-i:[A-Z]).{1,40}\Z",
    r".{0,400}[|/(,]\s*(?-i:Getty Images|AP Photo|Shutterstock|Alamy|iStock|Associated Press|REUTERS|AFP)\W*\Z",
)
"""Ends of a caption; the words before them describe a picture and report nothing."""

_AT_THE_END = (
    rf"{_NAMES}\s+(?:also )?(?:reported|reports|wrote|writes) from {_NAMES}\W*\Z",
    rf"{_NAMES},?\s+(?:an?\s[^.,]{{0,100}},\s)?(?:is|was)\s+.{{0,80}}\b(?:columnist|reporter|correspondent|editor|"
    rf"contributor|writer|journalist|"
    r"author of|fellow|intern|contributing|producer|blogger)\b.{0,200}\Z",
    rf"{_NAMES},?\s+(?:covers|edits|writes about|blogs about)\b.{{0,160}}\Z",
)
"""Sentences that are news in the middle of an article and a signature at its end."""


def _compile(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_LEAD + "(?:" + "|".join(forms) + ")", re.IGNORECASE | re.DOTALL)


_CREDIT = _compile(_ANYWHERE)
_CAPTION = _compile(_CAPTIONS)
_SIGNATURE = _compile(_AT_THE_END)
_LONGEST = 450
"""Longest line that can be a credit, in characters: captions with their credit stay below."""


def is_credit(line: str) -> bool:
    """Whether a whole line or sentence credits writers, photographers or agencies."""
    if len(line) > _LONGEST:
        return False
    bare = one_spaced(line)
    return bool(_CREDIT.match(bare)) or (bool(_CAPTION.match(bare)) and not is_narrated(bare))


def is_signature(line: str) -> bool:
    """Whether a line at the end of an article tells about its writers."""
    return len(line) <= _LONGEST and bool(_SIGNATURE.match(one_spaced(line)))
