"""What a capitalised run names: heads and openings of organisations and places, and the kind they give."""

from collections.abc import Sequence
from typing import Literal

from ..words import word_set
from .given import FAMILY_FIRST, GIVEN
from .places import DIRECTIONS, METONYMS, is_demonym, is_place

NameKind = Literal["person", "organisation", "place", "unknown"]

ORG_HEADS = word_set(
    """
    academy administration agency airlines airways alliance army assembly associates association authority bank board
    brigade broadcasting brotherhood bureau cabinet caucus center centre centers centers chamber chronicle church
    clinic club coalition college commission committee communications company conference congress consortium
    consulting convention cooperative co corp corporation council court daily department directorate dispatch embassy
    energy enterprises examiner exchange express federation fellowship firm force forces foundation front fund gazette
    globe government group guard guardian herald holdings hospital inc industries initiative inquirer institute
    institution insurance international journal laboratories laboratory league legislature library limited llc llp ltd
    magazine media ministry mission movement museum network networks news newspaper observer office orchestra
    organisation organization parliament partners partnership party patrol plc police post press project radio reserve
    school schools secretariat senate service services society solutions squad star studio studios subcommittee
    syndicate systems taskforce team technologies telegraph television theater theatre times today treasury tribunal
    tribune trust union university ventures watch zoo motors pharmaceuticals pictures records airline bancorp
    healthcare partnership tv fc united city-council
    """
)
"""Last words of an organisation's name."""

OF_HEADS = word_set(
    """
    academy administration agency alliance army arms articles
    assembly association associations bank bar bishops board bureau
    cabinet center centers centre chamber church citizens city coalition college commission committee community
    confederation conference congress convention council court
    daughters declaration democrats department directorate doctors
    embassy faculty federation foundation freedom friends front fund gulf house house-committee institute institutes
    institution islands isle kingdom knights league leader library mayors medal ministers ministry missionaries
    movement museum national office officers organisation organization parliament party people peoples port republic
    republicans road school secretariat senate society sons state states strait teachers treaty tribunal union
    university veterans war women workers department’s duchy district bay cape archdiocese diocese subcommittee
    """
)
"""Words after which `of` or `for` goes on with the same name ("Ministry of Works")."""

AND_HEADS = word_set("department ministry centers committee bureau office institute institutes agency subcommittee")
"""Bodies whose field may have two parts ("Ministry of Roads and Ports")."""

PLACE_HEADS = word_set(
    """
    airport avenue bay beach boulevard bridge canal canyon cape cathedral coast county creek desert district falls
    forest garden gardens harbor harbour heights highway hill hills island islands isle isles lake lakes lane mountain
    mountains ocean park parish peak peninsula plain plains plateau plaza port prairie province range region reservoir
    ridge river road sea shore springs square station strait straits street summit town township tunnel valley village
    volcano woods city oblast prefecture stadium tower towers airfield reef
    """
)
"""Last words of a place's name."""

PLACE_OPENINGS = word_set("lake mount mt fort ft port cape san santa saint st los las el puerto gulf isle bay rio camp")
"""First words of a place's name, unless a person's name is printed with them."""

COMMON_ACRONYMS = word_set(
    "TV CEO CFO COO CTO OK AM PM DVD GPS DNA RNA HIV AIDS IQ ID PR IT AI USB SUV ATM VIP MP MPS MD PHD JR SR II III"
)
"""Acronyms of things and offices: they name no body."""

_NOT_PERSONS = word_set(
    """
    war act bill accord agreement treaty day night award awards prize cup games bowl series amendment crisis
    revolution street championship championships league festival summit fund plan deal pact affair scandal strip
    state states scale room building house hall center constitution bible koran quran christmas easter thanksgiving
    god internet twitter olympics olympic age era one two law code rule rules line program programme virus flu
    """
)
"""Last words that no person's name has."""


def kind_of(words: Sequence[str]) -> NameKind:
    """The kind that the words of a name alone give; "unknown" where they do not say."""
    full = " ".join(words)
    low = [word.lower().rstrip(".") for word in words]
    if is_demonym(full):
        return "unknown"
    if full.lower() in METONYMS or low[-1] in METONYMS:
        return "organisation"
    if is_place(full):
        return "place"
    if is_acronym(full):
        return "organisation"
    if len(words) == 1:
        return "unknown"
    return _kind_of_many(words, low)


def is_acronym(word: str) -> bool:
    """Whether a word is a run of two to six capitals, with or without dots ("NWB", "N.W.B."), that names a body."""
    plain = word.replace(".", "")
    return (
        plain not in COMMON_ACRONYMS
        and 2 <= len(plain) <= 6
        and plain.isalpha()
        and plain.isupper()
        and " " not in word
    )


def _kind_of_many(words: Sequence[str], low: Sequence[str]) -> NameKind:
    person = looks_like_person(words)
    if low[-1] in ORG_HEADS and not (
        person and low[-1] in ("church", "bank", "star", "post", "press", "court", "guard")
    ):
        return "organisation"
    if low[-1] in _NOT_PERSONS:
        return "unknown"
    if any(word in ("of", "for") and low[i - 1] in OF_HEADS for i, word in enumerate(low) if i):
        return "place" if low[0] in ("gulf", "strait", "bay", "republic", "isle", "cape", "port") else "organisation"
    if low[-1] in PLACE_HEADS and not (person and len(words) == 2):
        return "place"
    if person:
        return "person"
    if low[0] in PLACE_OPENINGS or (low[0] in DIRECTIONS and is_place(" ".join(words[1:]))):
        return "place"
    if is_acronym(words[0]) and not is_place(words[0]):
        return "organisation"
    return "unknown"


def looks_like_person(words: Sequence[str]) -> bool:
    """Whether a name of several words opens with a given name, has an initial inside, or puts the family first."""
    low = [word.lower().rstrip(".") for word in words]
    if len(words) < 2 or low[-1] in _NOT_PERSONS:
        return False
    if low[0] in GIVEN or low[0].partition("-")[0] in GIVEN:
        return True
    if len(words) > 2 and len(low[1]) == 1 and low[1].isalpha():
        return True
    if low[0] in FAMILY_FIRST and (len(words) == 3 or "-" in low[1]) and words[1][:1].isupper():
        return True
    initials = words[0].replace(".", "")
    return len(initials) <= 2 and initials.isupper() and "." in words[0] and not is_place(words[0])


def can_be_person(words: Sequence[str]) -> bool:
    """Whether a name that nothing else places could be a person's."""
    low = [word.lower().rstrip(".") for word in words]
    return (
        low[-1] not in _NOT_PERSONS
        and low[-1] not in ORG_HEADS
        and not any(word in ("of", "for", "and", "the", "&") for word in low)
        and not any(is_acronym(word) for word in words)
    )
