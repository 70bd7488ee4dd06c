"""Full forms: which fuller name of the same article a short one stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .given import FAMILY_FIRST, pronoun_of
from .kinds import NameKind, can_be_person, is_acronym, looks_like_person
from .mentions import Mention
from .places import METONYMS, is_demonym, is_place
from .titles import GENDERED, HONORIFICS

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass
class Entity:
    """One named person, organisation or place of the article, and what was printed of it so far."""

    words: tuple[str, ...]
    kind: NameKind
    full: str
    """The fullest form printed."""
    role: str | None = None
    pronoun: str | None = None
    seen: int = 0


@dataclass
class Index:
    """The article's entities by their last and first words, persons apart from the rest."""

    by_last: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_words: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    acronyms: dict[str, Entity] = field(default_factory=dict)
    short: dict[str, Entity] = field(default_factory=dict)
    """Whom a surname alone was last linked to."""


def link(found: Sequence[Mention], defined: Mapping[str, Mention]) -> list[tuple[Mention, Entity]]:
    """Each mention with its entity; `defined` maps acronyms that the article explains to their names."""
    index = _index(found, defined)
    linked = [(mention, _resolve(mention, index)) for mention in found]
    for mention, entity in linked:
        if mention.kind == "person" and mention.sure and entity.kind == "unknown":
            entity.kind = "person"
        if entity.role is None and mention.role is not None:
            entity.role = mention.role
    return linked


def initials(words: Iterable[str]) -> str:
    """The capitals that open the words of a name: its acronym where it has one."""
    return "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())


def _index(found: Sequence[Mention], defined: Mapping[str, Mention]) -> Index:
    index = Index()
    for mention in found:
        if len(mention.words) > 1:
            _add(index, mention)
    for mention in found:
        if len(mention.words) == 1 and is_acronym(mention.words[0]):
            plain = mention.words[0].replace(".", "")
            if name := defined.get(plain):
                index.acronyms[plain] = _add(index, replace(name, kind="organisation"))
    for entity in index.by_words.values():
        if entity.kind != "person":
            index.acronyms.setdefault(initials(entity.words), entity)
    return index


def _add(index: Index, mention: Mention) -> Entity:
    words = _key(mention.words)
    if entity := index.by_words.get(words):
        if entity.kind == "unknown" and mention.kind != "unknown":
            entity.kind = mention.kind
        entity.pronoun = entity.pronoun or _pronoun(mention)
        return entity
    entity = _same_person(index, mention)
    if entity is None:
        entity = Entity(mention.words, mention.kind, mention.printed, pronoun=_pronoun(mention))
        for key in _lasts(mention.words):
            index.by_last[key].append(entity)
        index.by_first[words[0]].append(entity)
    elif len(mention.words) > len(entity.words) and _is_fuller(mention.words, entity.words):
        entity.words, entity.full = mention.words, mention.printed
    index.by_words[words] = entity
    return entity


def _is_fuller(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether a longer name is a fuller one, not a person's name behind a stray capital ("Schoolboy Tam Orr")."""
    return not (looks_like_person(shorter) and _key(longer)[-len(shorter) :] == _key(shorter))


def _same_person(index: Index, mention: Mention) -> Entity | None:
    """A person already printed with the same given name and surname ("John F. Kirby" and "John Kirby")."""
    if mention.kind not in ("person", "unknown"):
        return None
    key = _key(mention.words)
    for entity in index.by_last[_last(mention.words)]:
        other = _key(entity.words)
        if entity.kind in ("person", "unknown") and "person" in (entity.kind, mention.kind):
            if key[0] == other[0] and len(key) != len(other) and {key[-1], other[-1]} - _SUFFIXES:
                return entity
            shorter, longer = sorted((key, other), key=len)
            if len(shorter) > 1 and longer[-len(shorter) :] == shorter:
                return entity
    return None


def _resolve(mention: Mention, index: Index) -> Entity:
    entity = _known(mention, index)
    if entity is None:
        words = _key(mention.words)
        entity = index.by_words.setdefault(words, Entity(mention.words, mention.kind, mention.printed))
        if mention.kind != "unknown" and entity.kind == "unknown":
            entity.kind = mention.kind
    entity.seen += 1
    entity.pronoun = entity.pronoun or _pronoun(mention)
    return entity


def _known(mention: Mention, index: Index) -> Entity | None:
    words = _key(mention.words)
    if len(words) > 1:
        return index.by_words.get(words) or _shortened(mention, index)
    word = mention.words[0]
    if is_acronym(word) and (entity := index.acronyms.get(word.replace(".", ""))):
        return entity
    if is_demonym(word) and not mention.sure:
        return None
    person = _person(mention, index)
    if person is not None:
        return person
    return _shortened(mention, index) or _by_given(mention, index)


def _person(mention: Mention, index: Index) -> Entity | None:
    """The person a lone surname stands for: by title, gender, custom in this article, then nearness."""
    low = mention.words[0].lower()
    fits = [e for e in index.by_last.get(low, ()) if _may_be(mention, e)]
    if not fits:
        return None
    if mention.kind in ("place", "organisation") and not any(e.kind == "person" for e in fits):
        return None
    entity = fits[0] if len(fits) == 1 else _choose(mention, fits, index.short.get(low))
    if entity is not None:
        index.short[low] = entity
    return entity


def _may_be(mention: Mention, entity: Entity) -> bool:
    if entity.kind not in ("person", "unknown") or not can_be_person(entity.words):
        return False
    if entity.kind == "unknown" and is_place(mention.words[0]) and not mention.honorific:
        return False
    wanted = _pronoun(mention)
    return wanted is None or entity.pronoun is None or wanted == entity.pronoun


def _choose(mention: Mention, fits: list[Entity], custom: Entity | None) -> Entity | None:
    persons = [e for e in fits if e.kind == "person"] or fits
    if mention.role is not None:
        told = [e for e in persons if e.role is not None and _roles_agree(mention.role, e.role)]
        if len(told) == 1:
            return told[0]
    if custom in persons:
        return custom
    before = [e for e in persons if e.seen]
    if len(before) == 1:
        return before[0]
    ranked = Counter({id(e): e.seen for e in before}).most_common(2)
    if len(ranked) == 2 and ranked[0][1] > ranked[1][1]:
        return next(e for e in before if id(e) == ranked[0][0])
    return None if len(persons) > 1 else persons[0]


def _roles_agree(one: str, other: str) -> bool:
    last = one.lower().rstrip(".").split()[-1]
    return last in other.lower().replace(".", "").split()


def _shortened(mention: Mention, index: Index) -> Entity | None:
    """The one longer name that a body's short form ends or, for one word, begins ("the Authority", "Marwick")."""
    words = _key(mention.words)
    said = " ".join(mention.words)
    if mention.kind == "person" or is_place(said) or is_demonym(said) or said.lower() in METONYMS:
        return None
    ends = [
        e
        for e in index.by_last.get(words[-1], ())
        if e.kind == "organisation" and len(e.words) > len(words) and _key(e.words)[-len(words) :] == words
    ]
    if len(ends) == 1:
        return ends[0]
    if is_acronym(said):
        return ends[0] if len(ends) == 1 else None
    begins = [
        e
        for e in index.by_first.get(words[0], ())
        if e.kind == "organisation" and len(e.words) > len(words) and _key(e.words)[: len(words)] == words
    ]
    return begins[0] if len(begins) == 1 and not index.by_last.get(words[-1]) else None


def _by_given(mention: Mention, index: Index) -> Entity | None:
    if mention.honorific or mention.kind in ("place", "organisation"):
        return None
    fits = [e for e in index.by_first.get(mention.words[0].lower(), ()) if e.kind == "person"]
    return fits[0] if len(fits) == 1 else None


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.lower().rstrip(".") for word in words)


def _last(words: Sequence[str]) -> str:
    return _lasts(words)[0]


def _lasts(words: Sequence[str]) -> list[str]:
    """The words a person may be called by alone: the surname, and a first-standing family name."""
    key = [word for word in _key(words) if word not in _SUFFIXES] or list(_key(words))
    found = [key[-1]]
    if key[0] in FAMILY_FIRST and (len(key) == 3 or "-" in key[1] or pronoun_of(key[1]) is None):
        found.append(key[0])
    return found


def _pronoun(mention: Mention) -> str | None:
    if mention.honorific and (told := HONORIFICS.get(mention.honorific)):
        return told
    for word in (mention.role or "").lower().split()[:6]:
        if word in GENDERED:
            return GENDERED[word]
    return pronoun_of(mention.words[0]) if len(mention.words) > 1 and mention.kind == "person" else None
