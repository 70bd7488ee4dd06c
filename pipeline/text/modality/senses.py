"""Which sense a word has where it stands: month or modal, claim of fact or of insurance, appearance in court or not."""

from collections.abc import Callable, Sequence

from ..words import Word, word_set
from .hedges import (
    CONDITION,
    FALSEHOODS,
    HYPOTHETICAL,
    NEGATION,
    NOTHING,
    PROBABLE,
    REPORTS,
    UNCOMMITTED,
    WITHHELD,
    Sense,
)

_ASKING = word_set(
    """
    know knows knew known see sees seeing saw ask
    asks asked asking wonder wonders wondered wondering determine determines
    determined determining say clear check checked sure unsure tell decide decides decided deciding find learn
    question questioned confirm confirmed understand unclear assess assessing examine examining
    """
)
_DETERMINERS = word_set("the a an his her its their our my your this that these those of and")
_BE = word_set("is are was were be been being 's it's he's she's they're we're i'm isn't aren't wasn't weren't")
_PRONOUNS = word_set("i we you he she they it who")
_ABILITY_VERBS = word_set("hear see feel smell tell find count afford remember recall understand manage")
_MIGHT_OWNERS = word_set("military economic financial industrial political naval full")
_INSURED = word_set(
    "insurance jobless unemployment benefit benefits asylum compensation legal tax initial continuing damage small"
)
_WON = word_set("nomination title victory win seat gold medal prize crown lives life credit ownership asylum")
_ACQUAINTED = word_set("much anyone anybody anything him her them me us each")
_MONTH_PREPOSITIONS = word_set("in on of by since until till from last next this mid early late before after during")
_EXPECTED_STATES = word_set("ready complete completed finished available over enough known back clear")
MONTH_AHEAD = 6
"""How many words after `were` a `to` may stand in an inverted condition ("Were the dam to fail")."""


SENTENCE = 40
"""How many words on either side belong to a word's sentence at most; keeps the reading of any text linear."""


class Place:
    """One word of a sentence with its neighbours, lower-cased; beyond the sentence stands an empty word."""

    def __init__(self, text: str, words: Sequence[Word], low: Sequence[str], at: int) -> None:
        self.text, self.words, self.low, self.at = text, words, low, at

    def near(self, offset: int) -> str:
        """The word `offset` places on, in lower case; empty outside the sentence."""
        i = self.at + offset
        return self.low[i] if 0 <= i < len(self.low) else ""

    def shown(self, offset: int = 0) -> str:
        """The word `offset` places on as printed; empty outside the sentence."""
        i = self.at + offset
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def ahead(self, count: int) -> Sequence[str]:
        """The next `count` words, in lower case."""
        return self.low[self.at + 1 : self.at + 1 + count]

    def sentence(self) -> Sequence[str]:
        """The words around it up to a full stop, at most `SENTENCE` on either side."""
        first, last = self.at, self.at + 1
        while first > max(0, self.at - SENTENCE) and not _stops(self.text, self.words, first - 1):
            first -= 1
        while last < min(len(self.words), self.at + SENTENCE) and not _stops(self.text, self.words, last - 1):
            last += 1
        return self.low[first:last]

    def asks(self) -> bool:
        """Whether the sentence from here on ends as a question."""
        start = self.words[self.at].start
        ending = next((c for c in self.text[start : start + 400] if c in ".?!\n"), "")
        return ending == "?"

    def opens(self) -> bool:
        """Whether the word opens its sentence or clause."""
        if self.at == 0:
            return True
        gap = self.text[self.words[self.at - 1].end : self.words[self.at].start]
        return not gap.isspace()

    def attached(self, offset: int) -> bool:
        """Whether only white space stands between the word and the one `offset` (-1 or 1) beside it."""
        i, j = sorted((self.at, self.at + offset))
        return i >= 0 and j < len(self.words) and self.text[self.words[i].end : self.words[j].start].isspace()


def _stops(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a full stop stands behind word `at`."""
    gap = text[words[at].end : words[at + 1].start] if at + 1 < len(words) else "."
    return any(mark in gap for mark in ".?!\n")


def _may(place: Place, sense: Sense) -> Sense:
    if not place.shown()[0].isupper():
        return sense
    before, after = place.near(-1), place.near(1)
    if place.shown().isupper() and place.shown(1).isupper():
        return sense if not after.isdigit() and before not in _MONTH_PREPOSITIONS else NOTHING
    if place.at == 0 or after[:1].isdigit() or before in _MONTH_PREPOSITIONS or before in ("theresa", "mrs", "mr"):
        return NOTHING
    around = [place.shown(i) for i in (-2, -1, 1, 2)]
    return sense if sum(word[:1].isupper() for word in around) >= 3 and place.attached(1) else NOTHING


def _might(place: Place, sense: Sense) -> Sense:
    noun = place.near(-1) in _DETERMINERS - {"that", "and"} or place.near(-1) in _MIGHT_OWNERS
    return NOTHING if noun and place.near(1) not in ("be", "have", "not") else sense


def _could(place: Place, sense: Sense) -> Sense:
    if place.near(1) == "not":
        return NOTHING
    if place.near(1) in ("only", "barely", "hardly", "scarcely") or (place.near(1), place.near(2)) == ("do", "nothing"):
        return NOTHING
    if place.near(1) in _ABILITY_VERBS or place.near(-2) in ("all", "everything", "whatever"):
        return NOTHING
    return sense


def _would(place: Place, sense: Sense) -> Sense:
    sentence = place.sentence()
    hypothetical = "if" in sentence or "unless" in sentence or (place.near(1) == "have" and place.near(2) != "to")
    return HYPOTHETICAL if hypothetical else NOTHING


def _should(place: Place, sense: Sense) -> Sense:
    if place.opens() and place.shown()[0].isupper() and not place.asks():
        return CONDITION
    expected = place.near(1) in ("arrive", "reach") or (place.near(1) == "be" and place.near(2) in _EXPECTED_STATES)
    return PROBABLE if expected else NOTHING


def _if(place: Place, sense: Sense) -> Sense:
    if place.near(-1) in _ASKING or (
        place.near(-1) in ("him", "her", "them", "me", "us") and place.near(-2) in _ASKING
    ):
        return UNCOMMITTED
    return sense


def _whether(place: Place, sense: Sense) -> Sense:
    return NOTHING if place.near(-1) == "of" and place.near(-2) in ("regardless", "irrespective") else sense


def _were(place: Place, sense: Sense) -> Sense:
    inverted = place.opens() and place.shown()[0].isupper() and not place.asks() and "to" in place.ahead(MONTH_AHEAD)
    return CONDITION if inverted else NOTHING


def _appear(place: Place, sense: Sense) -> Sense:
    hedging = place.near(1) in ("to", "that", "as", "likely", "unlikely", "poised", "set", "increasingly")
    return sense if hedging or place.near(-1) in ("it", "there") else NOTHING


def _think(place: Place, sense: Sense) -> Sense:
    if place.near(-1) in ("to", "let", "don't", "i", "we", "they", "people", "you"):
        return sense if place.near(1) not in ("of", "about", "twice", "again") else NOTHING
    return sense


def _thought(place: Place, sense: Sense) -> Sense:
    return NOTHING if place.near(-1) in _DETERMINERS else sense


def _expect(place: Place, sense: Sense) -> Sense:
    return NOTHING if place.near(-1) == "to" and place.near(-2) in ("what", "than") else sense


def _indicate(place: Place, sense: Sense) -> Sense:
    return NOTHING if place.near(1) in ("his", "her", "their", "its", "support", "yes") else sense


def _must_have(place: Place, sense: Sense) -> Sense:
    after = place.near(2)
    return sense if after == "been" or after.endswith(("ed", "en", "wn", "lt", "ght")) else NOTHING


def _as_long_as(place: Place, sense: Sense) -> Sense:
    return NOTHING if place.near(3)[:1].isdigit() or place.near(3) in ("a", "two", "three", "possible") else sense


def _not_know(place: Place, sense: Sense) -> Sense:
    known = next((i for i in range(1, 4) if place.near(i) in ("know", "known")), 0)
    return NEGATION if place.near(known + 1) in _ACQUAINTED else sense


def _suggest(place: Place, sense: Sense) -> Sense:
    return (
        NOTHING if place.near(1).endswith("ing") and place.near(1) not in ("something", "nothing", "rising") else sense
    )


def _suspect(place: Place, sense: Sense) -> Sense:
    before = place.near(-1)
    verb = before in _PRONOUNS or before in ("also", "now", "police", "to") or before.endswith("s")
    return sense if verb and before not in _BE and place.near(1) not in ("was", "is", "were", "in", "who") else NOTHING


def _estimate(place: Place, sense: Sense) -> Sense:
    figure = place.near(1)[:1].isdigit() and place.near(-1) in ("an", "the", "")
    return NOTHING if place.near(-1) in ("an", "the", "a") or figure else sense


def _claim(place: Place, sense: Sense) -> Sense:
    before, after = place.near(-1), place.near(1)
    if before in _INSURED or after in ("form", "forms", "adjuster", "adjusters", "lives"):
        return NOTHING
    if any(word in _WON for word in place.ahead(3)):
        return NOTHING
    if (
        place.low[place.at].startswith("claim")
        and before in ("a", "file", "filed", "filing")
        and after in ("for", "with")
    ):
        return NOTHING
    return sense


def _set_to(place: Place, sense: Sense) -> Sense:
    headline = place.shown()[0].isupper() and place.at > 0
    return sense if place.near(-1) in _BE or place.near(-1).endswith("ly") or headline else NOTHING


def _possible(place: Place, sense: Sense) -> Sense:
    before = place.low[max(0, place.at - 5) : place.at]
    manner = "as" in before and any(word in before for word in ("soon", "far", "much", "many", "quickly", "little"))
    return NOTHING if manner or place.near(1) == "to" else sense


def _no(place: Place, sense: Sense) -> Sense:
    word, after = place.shown(), place.near(1)
    if after[:1].isdigit() and word[0].isupper():
        return NOTHING
    return NOTHING if after in ("doubt", "doubts") else sense


def _deny(place: Place, sense: Sense) -> Sense:
    passive = place.near(-1) in _BE | {"been"} and place.near(1) != "by"
    if passive and place.near(1) not in ("", "on", "in"):
        return NOTHING
    if any(word in ("right", "chance", "opportunity", "access") for word in place.ahead(8)) and "the" in place.ahead(8):
        return NOTHING
    ahead = place.ahead(3)
    given = [word for word in ahead[:2] if word not in _DETERMINERS or word == "the"]
    if any(word in REPORTS for word in ahead) or not given or given[0] == "the":
        return NEGATION
    return NOTHING if given[0] in WITHHELD else NEGATION


def _dismiss(place: Place, sense: Sense) -> Sense:
    ahead = list(place.ahead(7))
    stop = next((i for i, word in enumerate(ahead) if word in ("and", "but", "who", "while")), len(ahead))
    if any(word in REPORTS for word in ahead[:stop]):
        return NEGATION
    as_what = "as" in ahead and any(word in FALSEHOODS for word in ahead[ahead.index("as") :])
    passive = place.near(-1) in _BE and any(word in REPORTS for word in place.low[max(0, place.at - 4) : place.at])
    return NEGATION if as_what or passive else NOTHING


def _false(place: Place, sense: Sense) -> Sense:
    before = place.low[max(0, place.at - 8) : place.at]
    called = any(word in ("called", "calls", "calling", "call", "branded", "labeled", "labelled") for word in before)
    reported = any(word in REPORTS - {"that"} for word in before) and any(word in _BE for word in before)
    return NEGATION if called or reported else NOTHING


_JUDGES: tuple[tuple[str, Callable[[Place, Sense], Sense]], ...] = (
    ("may", _may),
    ("might", _might),
    ("could", _could),
    ("would", _would),
    ("should", _should),
    ("if", _if),
    ("whether", _whether),
    ("were", _were),
    ("appear appears appeared appearing", _appear),
    ("think thinks", _think),
    ("thought", _thought),
    ("suggest suggests suggested suggesting", _suggest),
    ("suspect suspects", _suspect),
    ("estimate estimates estimated", _estimate),
    ("claim claims claimed claiming", _claim),
    ("expect", _expect),
    ("indicate indicates indicated", _indicate),
    ("possible", _possible),
    ("no", _no),
    ("deny denies denied denying", _deny),
    ("dismiss dismisses dismissed dismissing reject rejects rejected rejecting dispute disputes disputed", _dismiss),
    (" ".join(sorted(FALSEHOODS)), _false),
)

_PHRASE_JUDGES: tuple[tuple[str, Callable[[Place, Sense], Sense]], ...] = (
    ("set to", _set_to),
    ("must have", _must_have),
    ("as long as, so long as", _as_long_as),
    ("do not know, don't know, does not know, doesn't know, did not know, didn't know", _not_know),
)

JUDGES: dict[str, Callable[[Place, Sense], Sense]] = {
    **{word: judge for words, judge in _JUDGES for word in words.split()},
    **{phrase: judge for phrases, judge in _PHRASE_JUDGES for phrase in phrases.split(", ")},
}
"""For each word or phrase of several senses, the rule that tells them apart by the words around it."""

UNLISTED = (
    word_set("would should were")
    | frozenset(FALSEHOODS)
    | word_set(
        "deny denies denied denying dismiss dismisses dismissed dismissing reject rejects rejected rejecting dispute "
        "disputes disputed"
    )
)
"""Words that are cues only where their rule says so."""
