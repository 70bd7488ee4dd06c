"""Mentions: a capitalised run cut into names, with the kind, role and form of address that stand beside each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..words import Word, word_set
from .casing import Casing, looks_common
from .given import GIVEN
from .kinds import ORG_HEADS, PLACE_HEADS, NameKind, can_be_person, is_acronym, kind_of, looks_like_person
from .places import METONYMS, is_demonym, is_place
from .runs import PARTICLES, Piece
from .titles import (
    ABBREVIATED,
    HONORIFICS,
    PORTFOLIOS,
    QUALIFIERS,
    is_occupation,
    is_office,
    role_after,
    role_before,
    role_framed,
)

_SPEECH = word_set(
    """
    said says told tells added adds asked argued warned announced tweeted wrote replied insisted acknowledged admitted
    explained noted recalled conceded testified vowed declined laughed joked
    """
)
_PERSON_VERBS = word_set(
    """
    has is was will had also went wrote joined served spoke called urged praised criticized criticised responded
    vowed became won lost took came tweets asks thinks believes wants suggested pointed continued later never then
    """
)
_PLACE_PREPOSITIONS = word_set("in near outside across throughout around toward towards inside")
_NAME_SUFFIXES = word_set("jr sr ii iii iv")
_NO_OFFICES = word_set("star hero member partner boss host player fellow master partner")
_PLURALS = word_set("sens reps govs gens presidents ministers secretaries messrs")
_FIELDS = word_set("human national urban services development")
_NOT_ALONE = word_set("executive general defense defence prime foreign vice staff first interior finance financial")


@dataclass(frozen=True, slots=True)
class Mention:
    """One name at its place before its full form is known; `sure` where print shows the kind."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: NameKind
    printed: str
    """The name as printed, white space evened: the candidate for a full form."""
    role: str | None = None
    honorific: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the reader of names sees it."""

    text: str
    words: Sequence[Word]
    parts: Sequence[Piece | None]
    stop: int
    casing: Casing

    def piece(self, at: int) -> Piece:
        """The nameable part of word `at`, which must have one."""
        found = self.parts[at]
        assert found is not None
        return found

    def name(self, run: Sequence[int], kind: NameKind) -> Mention:
        """The run as one mention of a kind."""
        first = self.parts[run[0]]
        start, end = first.start if first else self.words[run[0]].start, self.piece(run[-1]).end
        return Mention(start, end, self.said(run), kind, " ".join(self.text[start:end].split()))

    def said(self, run: Sequence[int]) -> tuple[str, ...]:
        """The words from the run's first to its last piece, connectors included, without clitics."""
        inside = range(run[0], run[-1] + 1)
        return tuple(part.text if (part := self.parts[i]) else self.words[i].text for i in inside)


def mentions(line: Line, run: Sequence[int]) -> list[Mention]:
    """The names of one run, in order; empty where its capitals mark no name."""
    run = _trimmed(line, run)
    if not run:
        return []
    office = _office_at(line, run)
    if office is not None:
        return _with_office(line, run, office)
    honorific = line.piece(run[0]).text.lower()
    if honorific in HONORIFICS and len(run) > 1:
        return _inner_last(line, _behind(line, run, 0), honorific)
    return _plain(line, run)


def _trimmed(line: Line, run: Sequence[int]) -> list[int]:
    """The run without common words that are capitalised only because they open a sentence."""
    found = list(run)
    while found and line.piece(found[0]).initial:
        if not _opens_by_chance(line, found):
            break
        found = found[1:]
        if found and not line.piece(found[0]).initial:
            break
    return found


def _opens_by_chance(line: Line, run: Sequence[int]) -> bool:
    word = line.piece(run[0]).text
    said = line.said(run)
    if is_place(" ".join(said)) or is_place(word) or " ".join(said).lower() in METONYMS or is_demonym(word):
        return False
    if word.lower().rstrip(".") in HONORIFICS:
        return False
    if len(run) > 1:
        return _extra_opening(line, run, word)
    if is_acronym(word) and len(word) > 3 and "." not in word:
        return line.casing.mostly_lower(word) or looks_common(word)
    if is_acronym(word) or word.lower() in GIVEN:
        return word.lower() in ("will", "grant", "grace", "hope", "may", "mark", "bill", "frank", "drew", "pat", "rose")
    if line.casing.mostly_lower(word):
        return True
    if line.casing.seen(word):
        return False
    return looks_common(word) or not _reads_as_name(line, run[0])


def _extra_opening(line: Line, run: Sequence[int], word: str) -> bool:
    """Whether the first word of a longer run only opens the sentence ("Addressing Congress")."""
    second = line.piece(run[1]).text
    if word.lower() in GIVEN and not line.casing.mostly_lower(word):
        return False
    if second.lower() in GIVEN and len(run) > 2 and not is_office(word) and not is_demonym(word):
        return True
    if is_office(word) or is_office(second) or second.lower() in ORG_HEADS | PLACE_HEADS:
        return looks_common(word) and not is_office(word) and not _is_modifier(word) and not is_office(second)
    return line.casing.mostly_lower(word) or looks_common(word)


def _is_modifier(word: str) -> bool:
    low = word.lower()
    return low in PORTFOLIOS or low in QUALIFIERS or low in (
        "national", "federal", "supreme", "high", "white", "human", "police", "fire", "school", "medical", "democratic",
        "security", "public", "business", "world", "red", "general", "green", "labor", "central", "new", "united",
    )  # fmt: skip


def _reads_as_name(line: Line, at: int) -> bool:
    """Whether a lone opening word is followed as a name is: by 's, or by a verb of speech or being."""
    if line.piece(at).possessive:
        return True
    if at + 1 >= len(line.words):
        return False
    if line.piece(at).text.lower().startswith(("d’", "o’", "d'", "o'", "mc")):
        return True
    following = line.words[at + 1].text.lower()
    return _touches(line, at) and (following in _SPEECH or following in _PERSON_VERBS)


def _office_at(line: Line, run: Sequence[int]) -> int | None:
    """The position in the run of the last word of an office that a person's name follows, or None."""
    said = line.said(run)
    low = said[-1].lower().rstrip(".")
    named = any(is_office(one) and other.lower() in GIVEN for one, other in pairwise(said[:-1]))
    if low in ORG_HEADS | PLACE_HEADS and not named:
        return None
    found = None
    for i in range(len(run) - 1):
        word = line.piece(run[i]).text
        named = is_occupation(word) and word.lower() not in _NO_OFFICES and i + 2 < len(run)
        if not is_office(word) and not named:
            continue
        if i and line.piece(run[i - 1]).text.lower() in GIVEN:
            continue
        following = line.piece(run[i + 1]).text.lower()
        if (following in ORG_HEADS and i + 2 < len(run)) or _is_given_gen(line, run, i):
            continue
        found = _past_portfolio(line, run, i)
    if found is None or found + 1 >= len(run):
        return None
    rest = line.piece(run[found + 1]).text.lower().rstrip(".")
    return None if rest in _NAME_SUFFIXES or is_demonym(rest) else found


def _is_given_gen(line: Line, run: Sequence[int], at: int) -> bool:
    """Whether an abbreviated rank without its period, between an office and the last word, is a given name."""
    piece = line.piece(run[at])
    if piece.text.lower() not in ABBREVIATED or line.text[piece.end : piece.end + 1] == ".":
        return False
    before = line.piece(run[at - 1]).text if at else ""
    return at + 2 == len(run) and is_office(before) and before.lower() not in ABBREVIATED


def _past_portfolio(line: Line, run: Sequence[int], at: int) -> int:
    """Move an office's end over what it is an office of: "Secretary of State", "Chief of Staff", "Chief Executive"."""
    end = at
    while end + 1 < len(run):
        between = line.words[run[end] + 1 : run[end + 1]]
        low = line.piece(run[end + 1]).text.lower()
        linked = bool(between) and between[0].text in ("of", "for", "and") and low in PORTFOLIOS | _FIELDS
        goes_on = end > at and low in PORTFOLIOS | _FIELDS and end + 2 < len(run)
        if not (linked or goes_on or low in ("executive", "elect")):
            break
        end += 1
    return end


def _with_office(line: Line, run: Sequence[int], office: int) -> list[Mention]:
    first = run[0]
    while first > 0 and line.words[first - 1].text.lower() in QUALIFIERS and _touches(line, first - 1):
        first -= 1
    last = line.piece(run[office])
    dotted = line.text[last.end : last.end + 1] == "." and last.text.lower() in ABBREVIATED
    role = None if last.text.lower() in _PLURALS else line.text[line.words[first].start : last.end + dotted]
    found = _names_in_role(line, run[: office + 1])
    person = _inner_last(line, _behind(line, run, office), None)
    if person and len(person) == 1 and person[0].kind in ("person", "unknown", "place", "organisation"):
        person = [replace(person[0], kind="person", role=role, sure=True)]
    return found + person


def _names_in_role(line: Line, run: Sequence[int]) -> list[Mention]:
    """The bodies, places and demonyms in front of an office ("Ukrainian President", "NATO Secretary-General")."""
    end = 0
    while end < len(run) and not is_office(line.piece(run[end]).text):
        end += 1
    for length in range(min(end, 4), 0, -1):
        said = line.said(run[:length])
        full = " ".join(said)
        body = said[-1].lower() in ORG_HEADS and length > 1
        if is_place(full) or is_demonym(full) or full.lower() in METONYMS or is_acronym(full) or body:
            return [replace(line.name(run[:length], kind_of(said)), sure=True)]
    if end and all(not _is_modifier(w) and w.lower() not in _NOT_ALONE for w in line.said(run[:end])):
        return [line.name(run[:end], kind_of(line.said(run[:end])))]
    return []


def _behind(line: Line, run: Sequence[int], at: int) -> list[int]:
    """The run behind its piece `at`, from the particles on that open the name ("Mr. van der Meer")."""
    rest = list(run[at + 1 :])
    opening = run[at] + 1
    return [opening, *rest] if opening < rest[0] and line.words[opening].text in PARTICLES else rest


def _inner_last(line: Line, run: Sequence[int], honorific: str | None) -> list[Mention]:
    """The person's name behind an office or a form of address."""
    run = [*(i for i in run[:-1] if line.words[i].text.lower() not in HONORIFICS), run[-1]]
    role = _role(line, run[0], line.piece(run[-1]).end)
    return [replace(line.name(run, "person"), role=role, honorific=honorific, sure=True)]


def _plain(line: Line, run: Sequence[int]) -> list[Mention]:
    """The names of a run without office: a demonym beside another name stands alone."""
    said = line.said(run)
    if all(is_office(word) or word.lower() in _NOT_ALONE | QUALIFIERS for word in said):
        return []
    if len(run) > 2 and " ".join(said[-2:]).lower() in METONYMS:
        return _plain(line, run[:-2]) + _plain(line, run[-2:])
    for cut in range(min(2, len(run) - 1), 0, -1):
        head, rest = line.said(run[:cut]), line.said(run[cut:])
        if is_demonym(" ".join(head)) and not is_place(" ".join(said)) and _parts_from_demonym(rest):
            return _plain(line, run[:cut]) + _plain(line, run[cut:])
    if len(run) > 1 and is_demonym(said[-1]) and not is_demonym(" ".join(said)) and _lower_follows(line, run[-1]):
        return _plain(line, run[:-1]) + _plain(line, run[-1:])
    office = all(is_office(word) or word.lower() in _NOT_ALONE for word in said[1:])
    if len(said) > 1 and office and (is_demonym(said[0]) or is_place(said[0]) or is_acronym(said[0])):
        return _plain(line, run[:1])
    return [_mention(line, run, said)]


def _parts_from_demonym(rest: tuple[str, ...]) -> bool:
    if looks_like_person(rest):
        return True
    return all(is_office(word) or word.lower() in _NOT_ALONE for word in rest)


def _mention(line: Line, run: Sequence[int], said: tuple[str, ...]) -> Mention:
    last = line.piece(run[-1])
    kind = kind_of(said)
    sure = kind != "unknown"
    role = None
    if kind in ("person", "unknown") or (kind == "place" and len(said) > 1) or len(said) == 1:
        role = _role(line, run[0], last.end)
        placed = kind == "place" and len(said) == 1
        if (
            role is not None
            and kind != "organisation"
            and not placed
            and can_be_person(said)
            and not is_demonym(" ".join(said))
        ):
            kind, sure = "person", True
    if kind == "unknown" and can_be_person(said) and len(said) > 1 and _acts(line, run[-1], last.end):
        kind = "person"
    if kind == "unknown" and not is_demonym(" ".join(said)) and _stands_as_place(line, run):
        kind = "place"
    return replace(line.name(run, kind), role=role if kind == "person" else None, sure=sure)


def _role(line: Line, at: int, end: int) -> str | None:
    """What print says of the person whose name opens at word `at` and ends at `end`, or None."""
    span = (
        role_before(line.text, line.words, at)
        or role_after(line.text, end, line.stop)
        or role_framed(line.text, line.words, at, end)
    )
    return None if span is None else line.text[span[0] : span[1]]


def _acts(line: Line, at: int, end: int) -> bool:
    """Whether what follows a name is what follows a person: an age, "who", or a verb of speech."""
    after = line.text[end : end + 8]
    if after[:2] == ", " and after[2:4].isdigit() and after[4:5] in (",", "."):
        return True
    if at + 1 >= len(line.words) or line.piece(at).possessive:
        return False
    gap = line.text[line.words[at].end : line.words[at + 1].start]
    following = line.words[at + 1].text.lower()
    return (gap.strip(" ,") == "" and following == "who") or (gap.isspace() and following in _SPEECH)


def _stands_as_place(line: Line, run: Sequence[int]) -> bool:
    if len(run) > 2 or line.piece(run[-1]).possessive:
        return False
    following = run[-1] + 1
    if following < len(line.words) and line.text[line.words[run[-1]].end : line.words[following].start] == ", ":
        part = line.parts[following]
        if part is not None and is_place(part.text):
            return True
    before = run[0] - 1
    return before >= 0 and line.words[before].text.lower() in _PLACE_PREPOSITIONS and not _lower_follows(line, run[-1])


def _lower_follows(line: Line, at: int) -> bool:
    """Whether a lower-cased word of content follows directly, so that the name only qualifies it."""
    if at + 1 >= len(line.words):
        return False
    following = line.words[at + 1]
    gap = line.text[line.words[at].end : following.start]
    return gap.isspace() and following.text[0].islower() and following.text not in _AFTER_PLACE


def _touches(line: Line, at: int) -> bool:
    return line.text[line.words[at].end : line.words[at + 1].start].isspace()


_AFTER_PLACE = word_set(
    """
    and or but in on at by for with from to after before during since until when where while as who that which the a an
    now today yesterday tonight later again early late soon almost nearly
    said says was were is are has have had will would could may might over about against through last this next
    """
)
