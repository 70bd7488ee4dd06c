"""What people are called by: honorifics, offices, ranks and occupations, and how a role reads beside a name."""

from collections.abc import Sequence

from ..words import STOPWORDS, Word, tokens, word_set
from .given import GIVEN

HONORIFICS: dict[str, str | None] = {
    "mr": "he", "messrs": "he", "sir": "he", "lord": "he", "mister": "he", "monsieur": "he",
    "mrs": "she", "ms": "she", "miss": "she", "lady": "she", "dame": "she", "madame": "she", "mme": "she",
    "dr": None, "prof": None, "rev": None, "hon": None, "mx": None,
}  # fmt: skip
"""Forms of address (without their period) and the pronoun they imply; none of them is a role."""

ABBREVIATED = word_set(
    "gen lt col sgt capt maj cmdr adm brig pvt cpl sen sens rep reps gov govs pres supt insp det st ft mt jr sr"
) | frozenset(HONORIFICS)
"""Abbreviations that end in a period inside a name."""

OFFICES = word_set(
    """
    president vice-president presidents premier chancellor minister ministers secretary secretary-general undersecretary
    governor gov govs senator senators sen sens representative rep reps congressman congresswoman councilman
    councilwoman councillor councilor lawmaker mayor deputy ambassador envoy commissioner speaker chief chairman
    chairwoman chairperson chair director director-general manager head leader justice judge magistrate prosecutor
    attorney lawyer solicitor advocate marshal sheriff inspector superintendent constable officer detective agent
    general gen lieutenant lt colonel col captain capt major maj commander cmdr admiral adm brigadier brig sergeant
    sgt corporal cpl private pvt commodore king queen prince princess duke duchess emperor empress emir sultan sheikh
    shah pope cardinal archbishop bishop pastor reverend father imam rabbi ayatollah dean rector principal provost
    professor coach spokesman spokeswoman spokesperson treasurer comptroller controller auditor ombudsman curator
    committeeman committeewoman congresspeople whip strategist adviser advisor aide counsel ceo cfo
    founder nominee candidate delegate
    """
)
"""Words that, capitalised before a name, are an office or rank; lower-cased they are occupations as well."""

OCCUPATIONS = OFFICES | word_set(
    """
    accountant activist actor actress administrator analyst anchor architect artist assistant astronaut athlete author
    banker boss broker builder businessman businesswoman caretaker carpenter co-chair co-founder cofounder co-owner
    columnist comedian commentator composer conductor conservationist consultant contractor coordinator correspondent
    critic customer dentist designer developer diplomat doctor driver economist editor editor-in-chief electrician
    engineer entrepreneur epidemiologist executive expert farmer fellow filmmaker financier firefighter fisherman
    forecaster fundraiser geologist guitarist harbourmaster hero heir historian host hunter immigrant instructor
    investigator investor janitor journalist lawmaker lecturer liaison lobbyist master mechanic mediator member merchant
    meteorologist midfielder minister moderator musician negotiator novelist nurse official operator organiser
    organizer owner partner paramedic parliamentarian philosopher photographer physician physicist pilot planner
    player poet politician pollster poster preacher presenter producer programmer psychologist publisher ranger
    realtor reporter resident researcher researcher retiree scholar scientist secretary seismologist shopkeeper
    singer skipper sociologist soldier specialist stockbroker striker student supervisor surgeon survivor star
    teacher technician theologian tourist trader trainer trustee veteran veterinarian victim virologist volunteer
    warden watchdog witness worker writer chief-of-staff
    billionaire millionaire dictator monarch mogul tycoon
    brother sister mother father son daughter wife husband widow uncle aunt cousin niece nephew friend colleague
    neighbor neighbour girlfriend boyfriend fiancee partner grandmother grandfather grandson granddaughter
    """
)
"""Heads of a phrase that says who somebody is."""

GENDERED: dict[str, str] = {
    "spokesman": "he", "spokeswoman": "she", "chairman": "he", "chairwoman": "she", "congressman": "he",
    "congresswoman": "she", "councilman": "he", "councilwoman": "she", "businessman": "he", "businesswoman": "she",
    "king": "he", "queen": "she", "prince": "he", "princess": "she", "duke": "he", "duchess": "she", "emperor": "he",
    "empress": "she", "pope": "he", "cardinal": "he", "brother": "he", "sister": "she", "mother": "she",
    "father": "he", "son": "he", "daughter": "she", "wife": "she", "husband": "he", "widow": "she", "uncle": "he",
    "aunt": "she", "niece": "she", "nephew": "he", "actress": "she", "actor": "he", "girlfriend": "she",
    "boyfriend": "he", "fisherman": "he", "grandmother": "she", "grandfather": "he", "imam": "he", "rabbi": "he",
    "ayatollah": "he", "sheikh": "he", "sultan": "he", "emir": "he", "fiancee": "she",
}  # fmt: skip
"""Roles that say whether their holder is "he" or "she"."""

QUALIFIERS = word_set(
    """
    former then-president acting interim outgoing incoming deputy vice senior junior assistant associate chief
    retired late longtime top lead leading first second prime foreign special state national federal local regional
    co-founder current new ex-president one-time onetime ousted exiled elected disgraced veteran fellow
    """
)
"""Lower-case words that belong to a capitalised office after them ("former Defence Minister")."""

PORTFOLIOS = word_set(
    """
    state defense defence staff commerce labor labour education energy treasury interior agriculture health foreign
    affairs justice finance homeland security intelligence war transportation transport veterans house senate army navy
    trade economy environment culture information planning police operations communications parliament representatives
    """
)
"""What an office can be of: "Secretary of State John Kerry" is an office of one word and a name."""

_REPORTING = word_set(
    """
    said says say saying told tells added adds asked asks called calls named met meets urged quoted saw killed hired
    fired sent joined succeeded replaced nominated appointed backed praised blamed accused including include made make
    see hear when where while did does has have had was were is are be been
    """
)
"""Words that never belong to a role; the walk from a name to the left stops at them."""

_PARTICIPLE_ROLES = word_set("retired disgraced convicted suspected alleged accused ousted exiled united appointed")
_NUMBERS = word_set("one two three four five six seven eight nine ten dozens several")
_DETERMINERS = word_set("the a an his her its their our my your this that another one longtime")
_LINKS = word_set("of for at in from to with on by as and the a an its his her their or")
_RIGHT_STOPS = word_set(
    """
    who whom whose which where when while as but said says told that after before because since stated wrote tweeted
    argued added explained warned asked has is was will had
    """
)
MAX_ROLE_WORDS = 9
"""Longest role in front of a name; longer runs are a clause, not a role."""
MAX_APPOSITION = 200
"""Longest apposition behind a name, in characters: the longest read in news prose is some 150."""


def is_office(word: str) -> bool:
    """Whether a capitalised word is an office or rank, hyphened compounds and plurals included."""
    low = word.lower().rstrip(".")
    return low in OFFICES or any(low.endswith("-" + last) for last in ("elect", "general", "designate", "minister"))


_AGENTS = (
    "ian",
    "ologist",
    "rist",
    "nist",
    "keeper",
    "master",
    "smith",
    "wright",
    "woman",
    "monger",
    "person",
    "foreman",
)
"""Endings of lower-case words that say what somebody does, listed or not: librarian, cartoonist, beekeeper."""

_NO_AGENTS = word_set("in-person person woman equestrian authoritarian totalitarian utilitarian")


def is_occupation(word: str) -> bool:
    """Whether a word can head a phrase that says who somebody is."""
    low = word.lower()
    if low in OCCUPATIONS or low.rpartition("-")[2] in OCCUPATIONS or is_office(low):
        return True
    return word == low and low.endswith(_AGENTS) and low not in _NO_AGENTS


def role_before(text: str, words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Offsets of a lower-cased role right before word `at` ("council spokeswoman"), or None.

    `words` are those of one sentence; the role starts after the last article, verb or punctuation.
    """
    if at == 0 or not is_occupation(words[at - 1].text) or not text[words[at - 1].end : words[at].start].isspace():
        return None
    first = at - 1
    while first > 0 and at - first < MAX_ROLE_WORDS and _joins(text, words, first):
        first -= 1
    if first == at - 1 and words[first].text.lower() in ("general", "private", "major", "chief", "head", "member"):
        return None
    start = words[first].start
    if first and text[words[first - 1].end : start] == "-":
        start = words[first - 1].start
    return start, words[at - 1].end


def role_after(text: str, end: int, stop: int) -> tuple[int, int] | None:
    """Offsets of the apposition behind a name that ends at `end` ("a spokesman for the harbour authority"), or None.

    The article is left out; the phrase ends at the next punctuation, relative pronoun or reporting verb.
    """
    words = _apposition(text, end, min(stop, end + MAX_APPOSITION))
    if words and words[0].text.lower() in _DETERMINERS:
        words = words[1:]
    head = next((i for i, word in enumerate(words) if word.text.lower() in _LINKS), len(words))
    if not 0 < head <= MAX_ROLE_WORDS or not is_occupation(words[head - 1].text):
        return None
    capital = words[head - 1].text[0].isupper()
    if capital and head > 1 and words[head - 2].text.lower() in GIVEN:
        return None
    if capital and head < len(words) and words[head].text.lower() in ("and", "or", "to", "on"):
        return None
    while words[-1].text.lower() in _LINKS:
        words = words[:-1]
    tail = text[words[-1].end : words[-1].end + 1]
    return (words[0].start, words[-1].end) if tail in ("", ",", ".", ";", "—", "–", ")", ":", " ") else None


def role_framed(text: str, words: Sequence[Word], at: int, end: int) -> tuple[int, int] | None:
    """Offsets of the role in "the harbour master, Ana Ruiz, said", or None.

    Word `at` opens the name, which ends at `end`; punctuation must stand on both sides of it.
    """
    if (
        at < 2
        or text[end : end + 1] not in ("", ",", ".", ";")
        or text[words[at - 1].end : words[at].start].strip() != ","
    ):
        return None
    first = at - 1
    while first > 0 and at - first < MAX_ROLE_WORDS + 3 and text[words[first - 1].end : words[first].start].isspace():
        first -= 1
    for i in range(first, at - 1):
        if words[i].text.lower() not in ("the", "a", "an", "his", "her", "its", "their"):
            continue
        head = next((j for j in range(i + 1, at) if words[j].text.lower() in _LINKS), at)
        if head > i + 1 and is_occupation(words[head - 1].text) and not _has_verb(words[i + 1 : at]):
            return words[i + 1].start, words[at - 1].end
    return None


def _joins(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word before `at` still belongs to the role that starts at `at`."""
    word = words[at - 1].text
    low = word.lower()
    if not text[words[at - 1].end : words[at].start].isspace() or low in STOPWORDS or low in _REPORTING:
        return False
    if low.endswith(("’s", "'s")):
        return word[0].isupper()
    if low in _NUMBERS or low.endswith("ly"):
        return False
    return low in _PARTICIPLE_ROLES or "-" in low or not low.endswith(("ed", "ing"))


def _apposition(text: str, end: int, stop: int) -> list[Word]:
    """The words between the comma behind a name (and an age) and the end of the phrase."""
    gap = 0
    while end + gap < stop and text[end + gap] in ", \xa0":
        gap += 1
    if "," not in text[end : end + gap]:
        return []
    found: list[Word] = []
    last = end + gap
    for word in tokens(text, end + gap, stop):
        between = text[last : word.start]
        if not found and word.text.isdigit() and len(word.text) <= 3:
            last = word.end + (text[word.end : word.end + 1] == ",")
            continue
        if between.strip() not in ("", "’", "'", "&") and found:
            break
        low = word.text.lower()
        if low in _RIGHT_STOPS:
            break
        found.append(word)
        last = word.end
    return found


def _has_verb(words: Sequence[Word]) -> bool:
    return any(word.text.lower() in _REPORTING for word in words)
