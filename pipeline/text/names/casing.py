"""Casing: what the capitals of an article say, and where a capital says nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..words import STOPWORDS, Word, word_set
from .given import GIVEN
from .places import PLACES
from .titles import ABBREVIATED

_STARTERS = word_set(
    """
    according accordingly actually additionally afterward again ahead alas alternatively anyone anything apart
    approximately asked authorities because besides both briefly certainly citing clearly click combined compared
    considering consider copyright critics currently customers dear democrats' despite details doctors don't earlier
    eventually everybody everyone everything exactly experts eventually fact far few finally first five following for
    former fortunately four further furthermore generally given good great half hence here hi hello historically hours
    how hundreds images initially interestingly ironically keep know last lastly late later law lawmakers lawyers
    leaders least legal less let listen local long look looks love many maybe meantime medical members men might
    millions minutes moments months moreover morning much must nearly neighbors neighbours neither new news next
    nine nobody none nor normally note nothing notably now nowadays obviously occasionally officers officials often
    oh ok okay old once one opponents ordinary organizers originally others otherwise over overall parents part
    people perhaps photo please police prior probably prosecutors protesters publicly put quite rather read real
    recent recently regardless regarding relatives reporter reporters republicans' researchers residents respondents
    right rising roughly school scientists second seven several shares she short shortly similarly simply since
    six small some somebody somehow someone something sometimes soon sources spokesman spokeswoman start state still
    stocks stop students subscribe such sure surprisingly take teachers ten thank thanks that then there thereafter
    thousands three time times today together tomorrow tonight top tough traders true truth try two typically
    ultimately under unemployment unfortunately unlike until upon use usually victims video visit voters want war
    watch week weeks well welcome what when where whereas whether while who why with witnesses women workers
    worse year years yes yesterday yet you young zero analysts investors investigators activists absent add
    added all almost also although amid among another any approaching around aside away back barring before behind
    below best better between beyond business businesses but campaign can children city come companies conservatives
    correction could crowds data day days dealers death deaths democracy diplomats disclaimer do does each early
    economic economists editor either election else emergency employees engineers enough even every evidence
    except explosions families fans fear federal figures fire firefighters food foreign friends from full fuel get
    go gone government growing guests had has have health high home hopes hot hospitals housing human ideally if
    immigration in including inside instead investment is it its jobs judges just kids labor land large leading
    left life like little low major make management markets media meanwhile military minority money more most mr
    my national natural no not of off oil on only opposition or our out outside own party passengers past pay
    peace plans political poll polls poor power president previously prices private public race rebels records
    religious rescue rescuers riot safety sales same science search security sellers senior separately services
    set share side sign social soldiers spending staff story strong supporters survivors tax taxes technology
    terrorists their these they things think this those though tourists trade traffic tried troops turnout
    turns unions very villagers violence wages water weather white winds work world would writing
    """
)
"""Words that often open a sentence and are then no name."""

_QUOTED_OPENING = re.compile(r"[“”\"‘([:…•.?!—–;/|*]|--")
_UPPER_SHARE = 0.7
"""A line with more than this share of capitals is set in capitals; agency bodies stay below 0.3."""
_TITLE_SHARE = 0.1
"""A line with no larger share of its words of content in lower case is set as a title: body text has verbs."""


@dataclass
class Casing:
    """How often each word stands capitalised inside sentences, and lower-cased anywhere."""

    capital: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)

    def mostly_lower(self, word: str) -> bool:
        """Whether the article itself shows the word as a common one."""
        return self.lower[word.lower()] > 0 and self.capital[word] <= self.lower[word.lower()]

    def seen(self, word: str) -> bool:
        """Whether the article capitalises the word where no sentence opens."""
        return self.capital[word] > 0


def casing(text: str, sentences: Iterable[Sequence[Word]]) -> Casing:
    """Count capitals inside sentences whose capitals mean something."""
    found = Casing()
    for words in sentences:
        for i, word in enumerate(words):
            if word.text[0].islower():
                found.lower[word.text] += 1
            elif word.text[0].isupper() and not opens(text, words, i):
                base = re.split("['’ʼ]", word.text)[0]
                found.capital[base] += 1
    return found


def opens(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether word `at` opens its sentence, a quote, a bracket or a list, so that its capital says nothing."""
    if at == 0:
        return True
    gap = text[words[at - 1].end : words[at].start]
    if gap.strip() == "." and (len(words[at - 1].text) == 1 or words[at - 1].text.lower() in ABBREVIATED):
        return False
    return bool(_QUOTED_OPENING.search(gap))


def case_is_mute(text: str, words: Sequence[Word]) -> bool:
    """Whether a line is set in capitals or as a title, so that a capital marks no name."""
    letters = [c for word in words for c in word.text if c.isalpha()]
    if len(words) > 1 and sum(map(str.isupper, letters)) > _UPPER_SHARE * max(1, len(letters)):
        return len(words) > 3 or not any(word.text[0].islower() for word in words)
    said = [w.text for w in words if w.text[0].isalpha() and w.text.lower() not in STOPWORDS]
    lower = sum(word[0].islower() for word in said)
    return len(words) > 3 and len(said) > 2 and lower <= _TITLE_SHARE * len(said)


def looks_common(word: str) -> bool:
    """Whether a word that opens a sentence reads like a common word."""
    low = word.lower()
    if low in _STARTERS or low.replace("’", "'") in STOPWORDS:
        return True
    endings = ("ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "ers", "ists", "ials", "ors", "ians", "ies")
    return not word.isupper() and low.endswith(endings) and low not in PLACES and low not in GIVEN
