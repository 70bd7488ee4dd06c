"""Digits and number words that count nothing: addresses, phone numbers, names, model numbers, ordinals, idioms."""

import re

from ..numerals.spelled import GAP
from ..words import word_set

_NOT_NUMBERS = re.compile(
    r"https?://\S+|www\.\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}"
    r"|(?<![\w.])(?:\+[0-9]{1,3}[-. ]?)?(?:1[-. ])?\(?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])"
    r"|(?<![\w.,-])[0-9]{3}-[0-9]{4}(?![\w-])|(?<![\w.])1-[0-9]{3}-[0-9A-Z][0-9A-Z-]{2,12}"
    r"|(?<![\w.])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])"
    r"|(?<![\w.])[0-9]{1,4}\((?:[a-z]|[0-9]{1,2})\)(?:\([0-9a-zA-Z]{1,3}\))*"
    r"|(?<![\w.,])[0-9]{1,7}(?:,[0-9]{3})*(?:st|nd|rd|th)(?![^\W_])"
    r"|(?<![^\W_])[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?(?![0-9])"
    rf"|(?<![^\W_])[0-9]{{1,5}}{GAP}(?:(?:[NSEW]\.?|North|South|East|West|[A-Z][a-z]+|[0-9]{{1,3}}(?:st|nd|rd|th))"
    rf"{GAP}){{1,3}}(?:Streets?|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|Way|Highway|Place|Parkway|Court)"
    r"|(?<![^\W_])(?:9/11|24/7|911|7/7|20/20|9-1-1|50-50|fifty-fifty)(?![\w/-])"
)
_DESIGNATORS = (
    "route|rte|routes|highway|highways|hwy|interstate|flight|flights|section|sections|article|articles|chapter|chapters"
    "|no.|nos.|no|number|numbers|phase|channel|title|act|room|suite|apartment|apt|boeing|airbus|apollo|formula|psalm"
    "|proposition|prop|prop.|amendment|amendments|episode|volume|vol.|page|pages|figure|fig.|table|appendix|exhibit"
    "|level|tier|grade|grades|category|stage|class|type|area|zone|district|ward|precinct|unit|division|group|pier|gate"
    "|exit|lot|rule|resolution|bill|step|question|item|line|verse|windows|iphone|ios|android|galaxy|playstation|xbox"
    "|model|mark|act|part|book|schedule|form|studio|building|block|box|version|world war|super bowl|psalms|code|size"
    "|opus|sonata|symphony|local|battalion|platoon|squad|engine|ladder|station|district|measure|issue|top|count|day"
    "|week|season|game|round|big|pac|gang of|group of|club|catch|league"
)
_DESIGNATED = re.compile(
    rf"(?ai:(?<![^\W_])(?P<word>{_DESIGNATORS.replace('.', chr(92) + '.').replace(' ', GAP)}){GAP})\Z"
)
_ALWAYS = word_set(
    "no. nos. number numbers page pages chapter chapters psalm psalms section sections vol. fig. prop. "
    "grade grades apt hwy rte route routes step verse level phase type stage category tier room flight "
    "highway interstate article district channel amendment appendix"
)
_PREVIOUS = re.compile(rf"(?P<word>[^\W\d_](?:[^\W_]|['’.&-])*){GAP}\Z")
_SPELLED_TOO = frozenset(("season", "episode", "part", "act", "round", "volume", "book", "league"))
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:;\n\"“”‘(\[—–|•*-])\s*\Z")
_FUNCTION = word_set(
    "a an the in on at by for from to of with about some over under nearly almost only just than least "
    "most and or but if when while after before since until as is are was were be been has have had this "
    "that these those all his her their its our my your no not another other more up every each any both "
    "between around roughly approximately officials police authorities said says least including there "
    "they he she it we you i who which what how where now then still even also so one two three four five "
    "six seven eight nine ten first last next additional further extra estimated exactly total totaling "
    "killed nearly another plus minus times versus vs per killing injuring with"
)
_OWNER = re.compile(r"s?['’]s?\Z")
_NEXT_WORD = re.compile(rf"{GAP}(?P<word>[^\W\d_]+)|(?P<sign>[ ]?[%$€£°])")
_ONE_BEFORE = re.compile(
    r"(?ai:(?<![^\W_])(?:no|this|that|the|every|any|each|which|some|another|everyone|number|loved|little|big|good|bad"
    r"|only|new|old|first|last|young|next|day|square|back|all|force|capital|formula|air|what|not|a|an|whole|right|wrong"
    r"|toughest|best|worst|easy|tough|great|long|real|such)\s{1,3})\Z"
)
_ONE_AFTER = re.compile(
    r"(?ai:\s{1,3}(?:of|day|time|another|thing|he|she|it|they|we|i|you|way|or|and|can|could|who|that|which|is|was|has|had|would|will|to|for|in|with"
    r"|from|by|at|on|as|may|might|must|should|need|needs|does|did|do|under|over|about|after|before|into|like|than|if"
    r"|because|under|against|through|during|since|until|not|never|always|only|(?!series|species|gas|lens)[a-z]*[^sui]s|side|hand|point|night|morning|evening|afternoon|where|when|but|more|such"
    r"|whose|else|s)(?![^\W_])|-(?:on|way|sided|off|liner|handed|stop|size|time|upmanship|ups|upped)(?![^\W_])|['’])"
)
_ONE_RATIO = re.compile(
    rf"(?ai:{GAP}(?:in|out{GAP}of|of{GAP}every){GAP}(?:every{GAP})?(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten|twenty))"
)
_IDIOM_AFTER = re.compile(
    r"(?ai:-(?:way|faced|sided|fold|dimensional|letter|piece|wheel|ply|ball|pronged|tone|sum)(?![^\W_])"
    rf"|{GAP}tolerance(?![^\W_])|{GAP}commandments|-(?:sum|tolerance|emission|carbon)(?![^\W_]))"
)
_GLUED_AFTER = re.compile(r"[^\W\d_]|['’](?:s(?![^\W_])|[\"”0-9])")


def excluded_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of text[start:end] whose digits are no quantity: addresses, phone numbers, ordinals."""
    return [found.span() for found in _NOT_NUMBERS.finditer(text, start, end)]


def is_glued(text: str, position: int) -> bool:
    """Whether the digits at `position` are the tail of a name ("COVID-19", "G7", "F-16")."""
    if position == 0:
        return False
    before = text[position - 1]
    if before.isalnum() or before == "_" or before == "#":
        return True
    if before in "-–/." and position > 1:
        return text[position - 2].isalpha() or text[position - 2] == "_"
    return False


def is_label(text: str, position: int, end: int, floor: int, *, measured: bool) -> bool:
    """Whether the word in front makes the number a name ("Route 66", "Boeing 737", "No. 4", "Level 3").

    `measured` says that a unit follows: then only a word that always numbers things does.
    """
    window = text[max(floor, position - 24) : position]
    previous = _PREVIOUS.search(window)
    if previous is None:
        return False
    word = previous["word"]
    designated = _DESIGNATED.search(window)
    if designated and (designated["word"].lower() in _ALWAYS or designated["word"][0].isupper()):
        return True
    if measured or not word[0].isupper() or word.rstrip(".").lower() in _FUNCTION or _OWNER.search(word):
        return False
    starts = _STARTS_SENTENCE.search(window[: previous.start()]) is not None
    return not starts and not _counts_next(text, end)


def is_numbered(text: str, position: int, floor: int) -> bool:
    """Whether a spelled-out number stands behind a word that numbers things ("phase two", "season four")."""
    designated = _DESIGNATED.search(text[max(floor, position - 24) : position])
    return designated is not None and designated["word"].lower() in _ALWAYS | _SPELLED_TOO


def _counts_next(text: str, position: int) -> bool:
    """Whether a lower-case word or a unit sign follows, so that the number counts something."""
    found = _NEXT_WORD.match(text, position)
    if found is None:
        return text[position : position + 1] in ("-", "%")
    word = found["word"] or ""
    return bool(found["sign"]) or word[-1:] == "s" or (word[0].islower() and word not in _FUNCTION)


def is_no_count(text: str, position: int, end: int) -> bool:
    """Whether the spelled-out number at `position` counts nothing ("no one", "one day", "a two-way street")."""
    word = text[position:end].lower()
    if _IDIOM_AFTER.match(text, end):
        return True
    if word == "one":
        if _ONE_RATIO.match(text, end):
            return False
        return bool(
            _ONE_BEFORE.search(text[max(0, position - 12) : position])
            or _ONE_AFTER.match(text, end)
            or not _has_noun(text, end)
        )
    return False


_NOUN_NEXT = re.compile(rf"(?:{GAP}|-)[^\W\d_]")


def _has_noun(text: str, position: int) -> bool:
    return _NOUN_NEXT.match(text, position) is not None


def is_name_word(text: str, position: int, end: int, floor: int) -> bool:
    """Whether a capitalised number word inside a sentence is part of a name ("Air Force One", "the Big Ten")."""
    if not text[position].isupper():
        return False
    before = text[max(floor, position - 24) : position]
    if _STARTS_SENTENCE.search(before) or not before:
        return False
    previous = _PREVIOUS.search(before)
    following = _NEXT_WORD.match(text, end)
    if previous and previous["word"][0].isupper():
        return not (following and following["word"] and following["word"][0].isupper())
    return True


def is_glued_after(text: str, end: int) -> bool:
    """Whether letters follow the digits without a gap ("5G", "401(k)"), so that they are part of a name."""
    return _GLUED_AFTER.match(text, end) is not None
