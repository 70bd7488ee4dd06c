"""Names: each one in a statement must stand in its evidence, or be the antecedent that resolves it."""

import re
from collections.abc import Iterable, Iterator

from ...reading import Fault, Name
from ..names.links import initials
from ..words import stem, tokens
from .countries import country
from .scope import Ground, error, one_line, stems, touched, warning
from .statement import Statement

_DEFINITE = re.compile(
    r"\b(?:it|its|they|their|them|we|us|our|the|this|that|these|those|both|here|there|neither|either|each|such)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"\b(?:an?|one of)\s", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:he|she|his|hers?|him|they|their|them|its?)\b", re.IGNORECASE)
SAME_START = 4
"""Shortest common beginning of a country and its people: "Cuba" and "Cuban", never "Mali" and "Malta"."""


_OPEN = re.compile(r"\b(?:he|she|him|his|hers?|they|them|their|it|its|this|both|one|the)\b", re.IGNORECASE)


def people(statement: Statement, ground: Ground, carried: str = "", others: Iterable[str] = ()) -> Iterator[Fault]:
    """The faults of a statement's names; `carried` is more text that may be drawn on, `others` are more full names."""
    allowed = _Allowed(ground, carried, others)
    said = list(_said(statement, ground))
    known = stems(statement.text)
    nations = {c for c in map(country, said) if c}
    for name in said:
        missing = [w for w in _words(name) if not allowed.carries(w)]
        if not missing:
            if mixed := allowed.mixes(name):
                yield error("name", mixed, repr(name), ground.spans)
            continue
        if allowed.has_country(name) or allowed.is_acronym(name):
            continue
        antecedent = _entity(name, ground)
        if antecedent is None:
            printed = "; ".join(dict.fromkeys(n.text for n in ground.names)) or one_line(ground.cut(ground.spans))
            make = warning if _only_adds_a_place(name, statement, ground, known) else error
            yield make("name", f"a name of the evidence ({printed})", f"{name!r}, printed nowhere in the article")
        elif problem := _replaced(antecedent, ground, known, nations):
            added = problem.startswith(("a name of", "'a name' of")) and _leaves_open(ground)
            make = (
                warning if added or _is_pronoun_for(antecedent, ground) or _only_placed(antecedent, ground) else error
            )
            yield make("name", problem, repr(name), (antecedent,))


class _Allowed:
    """The words that names of a statement may consist of."""

    def __init__(self, ground: Ground, carried: str, others: Iterable[str]) -> None:
        evidence = " ".join(s.cut(ground.text) for s in ground.sentences)
        related = [n.full for n in ground.names] + [n.role for n in ground.names if n.role]
        for saying in ground.sayings:
            related += [part for part in (saying.speaker, saying.role, saying.via) if part]
            related += [span.cut(ground.text) for span in saying.source]
        self._ground = ground
        self._full = [*related, *others]
        nations = [
            *(n.text for n in ground.names),
            *self._full,
            *re.findall(r"\bU\.?[SK]\.?\b|\bAmericans?\b", evidence),
        ]
        self._countries = {c for c in map(country, nations) if c}
        self._stems = stems(" ".join([evidence, carried, *self._full]))

    def carries(self, word: str) -> bool:
        """Whether one word of a name stands in the evidence, the country of a people and its people alike."""
        made = stem(word)
        return made in self._stems or _is_demonym_of(made, self._stems)

    def has_country(self, name: str) -> bool:
        """Whether a name is another word for a country of the evidence."""
        return country(name) in self._countries

    def is_acronym(self, name: str) -> bool:
        """Whether a name is the initials of one in the evidence, or the words of its initials."""
        bare = re.sub(r"[^\w]", "", name).upper()
        if name.isupper() or "." in name:
            return any(initials(tuple(_words(full))).upper().startswith(bare) for full in self._full)
        made = initials(tuple(_words(name))).lower()
        return len(made) > 1 and any(re.sub(r"\W", "", w) == made for w in self._stems)

    def mixes(self, name: str) -> str | None:
        """The two names a name was put together from, where it is no name of the article."""
        words = {stem(w) for w in _words(name)}
        if len(words) < 2:
            return None
        for kind in ("person", "organisation"):
            same = {n.full: stems(f"{n.full} {n.text}") for n in self._ground.reading.names if n.kind == kind}
            parts = words & frozenset().union(*same.values()) if same else frozenset()
            if len(parts) > 1 and not any(parts <= full for full in same.values()):
                sources = [full for full, made in same.items() if parts & made]
                if not any(parts <= stems(s.cut(self._ground.text)) for s in self._ground.sentences):
                    return f"one of the names {'; '.join(sources[:4])}"
        return None


def _said(statement: Statement, ground: Ground) -> Iterator[str]:
    """The names of a statement, and a first word that is a name in the article."""
    found = [n.text for n in statement.names]
    yield from found
    first = tokens(statement.text)[:1]
    if first and not any(n.start <= first[0].start < n.end for n in statement.names):
        word = re.sub(r"['’]s?$", "", first[0].text)
        if any(word in n.text.split() for n in ground.reading.names):
            yield word


def _words(name: str) -> list[str]:
    words = [w.text for w in tokens(name)]
    kept = [w for w in words if w[0].isupper() or w[0].isdigit()]
    return [re.sub(r"['’]s?$", "", w) for w in kept]


def _entity(name: str, ground: Ground) -> Name | None:
    """The name of the article that a name of the statement means: the nearest before the evidence, else any."""
    wanted = {stem(w) for w in _words(name)}
    start = ground.spans[0].start
    fitting = [n for n in ground.reading.names if wanted <= stems(f"{n.full} {n.text} {n.role or ''}")]
    return max(fitting, key=lambda n: (n.start < start, -abs(n.start - start)), default=None)


def _replaced(antecedent: Name, ground: Ground, said: frozenset[str], nations: set[str]) -> str | None:
    """What the evidence says instead, where a name from elsewhere in the article cannot be its antecedent."""
    near = {n.full for n in touched(ground.reading.names, ground.before)}
    evidence = " ".join(s.cut(ground.text) for s in ground.sentences)
    if antecedent.role and stems(antecedent.role) & stems(evidence) - {"the", "of", "a", "and", "for"}:
        return None
    own = touched(ground.names, ground.clauses)  # the speaker's name, outside, may go: the claim has it as its source
    same = [n for n in own if n.kind == antecedent.kind]
    gone = [n for n in same if not (stems(n.full) & said or country(n.text) in nations)]
    if gone and (antecedent.kind == "person" or len(gone) == len(same)):
        return f"{gone[0].text!r}, as in {one_line(evidence)!r}"
    if antecedent.full not in near:
        gone = gone or [n for n in own if n.kind != "place" and not stems(n.full) & said]
        if country(antecedent.full) or _introduced(antecedent, ground, evidence):
            return None
        unknown = antecedent.kind == "person" or bool(gone)
        return f"{gone[0].text if gone else 'a name'!r} of {one_line(evidence)!r}" if unknown else None
    pronoun = _THIRD if antecedent.kind == "person" else _DEFINITE
    if antecedent.kind == "place" or pronoun.search(evidence):
        return None
    return f"a name of {one_line(evidence)!r}"


def _is_pronoun_for(antecedent: Name, ground: Ground) -> bool:
    """Whether a third-person pronoun of the evidence may be the person, named before it."""
    evidence = " ".join(s.cut(ground.text) for s in ground.sentences)
    near = {n.full for n in touched(ground.reading.names, ground.before)}
    return antecedent.kind == "person" and antecedent.full in near and bool(_THIRD.search(evidence))


def _leaves_open(ground: Ground) -> bool:
    """Whether the evidence says "she", "his" or "it", whom the sentences far before may name: a life, a long story."""
    return _OPEN.search(" ".join(s.cut(ground.text) for s in ground.sentences)) is not None


def _only_placed(antecedent: Name, ground: Ground) -> bool:
    """Whether the article's own place or body was added to evidence that names nobody, so that it stands alone."""
    return antecedent.kind in ("place", "unknown") and not ground.names


def _introduced(name: Name, ground: Ground, evidence: str) -> bool:
    """Whether a description ("a former bank clerk") may be of a person whom the next sentences name first."""
    last = ground.sentences[-1].index if ground.sentences else 0
    after = touched(ground.reading.names, ground.reading.sentences[last + 1 : last + 3])
    first = next((n for n in after if n.kind == "person"), None)
    return bool(first and first.full == name.full and _INDEFINITE.search(evidence) and not _THIRD.search(evidence))


def _only_adds_a_place(name: str, statement: Statement, ground: Ground, said: frozenset[str]) -> bool:
    """Whether a place that everyone knows was added ("Britain" to "London") and none of the evidence's left out."""
    place = any(n.text == name and n.kind == "place" for n in statement.names)
    printed = [n for n in ground.names if n.kind == "place"]
    return place and bool(printed) and any(stems(n.full) <= said for n in printed)


def _is_demonym_of(word: str, others: Iterable[str]) -> bool:
    if len(word) < SAME_START:
        return False
    return any(
        len(o) >= SAME_START and (word.startswith(o[:-1]) or o.startswith(word[:-1])) and abs(len(o) - len(word)) <= 4
        for o in others
    )
