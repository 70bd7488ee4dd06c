"""Finds the entity a string means: by name, alias, last name or role, as a reader of the article would."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from .fixtures import Entity, Fixture
from .readers.words import STOP, words

NARRATOR: Final = "narrator"
"""The article's own voice, where a speaker's id is asked for."""


@dataclass(frozen=True)
class Form:
    """One way to call an entity: its words, and whether it is a name (a role is weaker)."""

    entity: str
    words: tuple[str, ...]
    named: bool


@dataclass(frozen=True, eq=False)
class Book:
    """The entities of a fixture by everything they are called; equal only to itself."""

    entities: Mapping[str, Entity]

    @classmethod
    def of(cls, fixture: Fixture) -> "Book":
        """The book of a fixture."""
        return cls(fixture.entities)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form of every entity; a last name that two persons share belongs to neither."""
        found: list[Form] = []
        lasts: dict[str, list[str]] = {}
        for id_, entity in self.entities.items():
            found += [Form(id_, _plain(name), named=True) for name in (entity.name, *entity.aliases)]
            found += [Form(id_, _plain(role), named=False) for role in entity.role]
            if entity.type == "person" and len(name_words := _plain(entity.name)) > 1:
                lasts.setdefault(name_words[-1], []).append(id_)
        found += [Form(ids[0], (last,), named=True) for last, ids in lasts.items() if len(ids) == 1]
        return tuple(form for form in found if form.words)

    def name(self, id_: str | None) -> str:
        """The name to print for an entity's id."""
        entity = self.entities.get(id_ or "")
        return entity.name if entity is not None else (id_ or "nobody")

    def find(self, source: str | None) -> str | None:
        """The entity a source string means, by its longest form; None where it is unknown or two fit equally well."""
        if source is None:
            return NARRATOR
        said = _plain(source)
        best: dict[str, tuple[bool, int]] = {}
        for form in self.forms:
            if _holds(said, form.words) or (form.named and len(said) > 0 and _holds(form.words, said)):
                rank = (form.named, min(len(form.words), len(said)))
                best[form.entity] = max(best.get(form.entity, (False, 0)), rank)
        if not best:
            return None
        top = max(best.values())
        winners = [id_ for id_, rank in best.items() if rank == top]
        return winners[0] if len(winners) == 1 else self._whole(said, winners)

    def mentioned(self, text: str, id_: str) -> bool:
        """Whether a text names the entity, or someone of it, by any form."""
        said = _plain(text)
        wanted = {id_, *(other for other, entity in self.entities.items() if entity.of == id_)}
        house = self.entities[id_].of if id_ in self.entities else None
        return any(_holds(said, form.words) for form in self.forms if form.entity in wanted or form.entity == house)

    def named(self, text: str, id_: str) -> bool:
        """Whether a text has the entity's own name or alias."""
        said = _plain(text)
        return any(_holds(said, form.words) for form in self.forms if form.entity == id_ and form.named)

    def called(self, text: str, id_: str) -> bool:
        """Whether a text has the entity itself, by name, alias or role."""
        said = _plain(text)
        return any(_holds(said, form.words) for form in self.forms if form.entity == id_)

    def akin(self, one: str | None, other: str | None) -> bool:
        """Whether two ids are the same, or one speaks for the other."""
        if one == other:
            return True
        first, second = self.entities.get(one or ""), self.entities.get(other or "")
        return (first is not None and first.of == other) or (second is not None and second.of == one)

    def _whole(self, said: tuple[str, ...], winners: list[str]) -> str | None:
        exact = {form.entity for form in self.forms if form.words == said and form.entity in winners}
        if len(exact) == 1:
            return exact.pop()
        first, second = winners[0], winners[1]
        return first if len(winners) == 2 and self.akin(first, second) else None


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(text) if word.lower not in STOP)


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether all words of the shorter stand in the longer, in order and side by side."""
    size = len(shorter)
    return size > 0 and any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
