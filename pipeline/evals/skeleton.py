"""Drafts a fixture: what the evals' own readers see in an article, every entry marked `unreviewed`."""

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import Any, Final

import yaml

from .readers.clauses import sentences
from .readers.dates import dates
from .readers.figures import figures
from .readers.hedges import hedge_words, hedges, negated
from .readers.names import names
from .readers.quotations import quotations
from .readers.words import STOP, words
from .seeds import find_whole, seed_text
from .speech import JUDGING, SAYING

MOST_FACTS: Final = 40
_CERTAINTY: Final = (("uncommitted", "uncommitted"), ("possible", "possible"), ("probable", "probable"))


def skeleton(seed: Path, root: Path) -> str:
    """The YAML of a draft; lint refuses it until a person has gone through every entry."""
    text = seed_text(seed)
    hashed = hashlib.sha256(seed.read_bytes()).hexdigest()
    where = seed.resolve()
    path = where.relative_to(root.resolve()) if where.is_relative_to(root.resolve()) else where
    people = _entities(text)
    content: dict[str, Any] = {
        "article": {"seed": path.as_posix(), "sha256": hashed, "exhaustive": "false"},
        "entities": people,
        "figures": _figures(text),
        "dates": _dates(text),
        "quotes": _quotes(text),
        "must_have": _facts(text, people),
        "must_not_say": {},
        "boilerplate": [],
        "summary": {"words": "15-140", "must_cover": [], "lead_any": []},
    }
    head = (
        "# A draft by rules: correct or delete every entry, then remove its 'unreviewed'.\n"
        "# Write `fact` in your own words, put only the topic into `keys`, add `say` and `near`: see evals/README.md.\n"
    )
    body: str = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)
    return head + body


def _entities(text: str) -> dict[str, dict[str, Any]]:
    counted: Counter[str] = Counter()
    for name in names(text):
        if len(name.split()) > 1:
            counted[name] = len(find_whole(text, name.split()[-1]))
    found: dict[str, dict[str, Any]] = {}
    for name in counted:
        spoken = re.search(rf"{re.escape(name.split()[-1])}[^.]{{0,40}}\b(?:{SAYING}|{JUDGING})\b", text)
        if spoken or counted[name] > 1:
            id_ = _id(name.split()[-1], found)
            found[id_] = {"name": name, "unreviewed": "true"}
    return found


def _figures(text: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for figure in figures(text):
        if figure.weak or figure.value is None:
            continue
        entry: dict[str, Any] = {"words": _unique(text, figure.start, figure.end), "value": f"{figure.value:.10g}"}
        if figure.bound not in ("exact", "nearly"):
            entry["bound"] = figure.bound
        if figure.unit and figure.unit not in STOP:
            entry["unit"] = figure.unit
        found[_id(f"n{figure.value:.10g}".replace(".", "_"), found)] = {**entry, "unreviewed": "true"}
    return found


def _dates(text: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    known: set[str] = set()
    for day in dates(text):
        if day.text in known:
            continue
        known.add(day.text)
        entry = {"words": day.text, "day": "1900-01-01", "unreviewed": "true", "note": "resolve the day"}
        found[_id(day.text, found)] = entry
    return found


def _quotes(text: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for quote in quotations(text):
        first = " ".join(word.lower for word in words(quote.text)[:2]) or "quote"
        found[_id(first, found)] = {"text": quote.text, "unreviewed": "true"}
    return found


def _facts(text: str, people: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """A draft fact for every sentence that has a figure, a quotation, a date or a verb of saying."""
    found: dict[str, dict[str, Any]] = {}
    for sentence in sentences(text):
        telling = (
            figures(sentence) or quotations(sentence) or dates(sentence) or re.search(rf"\b(?:{SAYING})\b", sentence)
        )
        if not telling or len(find_whole(text, sentence)) != 1 or len(found) >= MOST_FACTS:
            continue
        topics = [w for w in words(sentence) if w.lower not in STOP and w.lower.isalpha() and len(w.lower) > 4]
        keys = sorted({w.lower for w in sorted(topics, key=lambda w: -len(w.lower))[:2]})
        entry: dict[str, Any] = {"fact": sentence, "evidence": sentence, "keys": keys or ["topic"]}
        speaker = next((id_ for id_, e in people.items() if e["name"].split()[-1] in sentence), None)
        if speaker and re.search(rf"\b(?:{SAYING})\b|according to", sentence):
            entry["speaker"] = speaker
        certainty = next((name for kind, name in _CERTAINTY if kind in hedges(sentence)), None)
        if certainty:
            entry |= {"certainty": certainty, "hedges": list(hedge_words(sentence))}
        if negated(sentence):
            entry["note"] = "negated or denied: set 'denied' where the source denies"
        entry["say"], entry["near"] = [], []
        found[_id(" ".join(keys), found)] = {**entry, "unreviewed": "true"}
    return found


def _unique(text: str, start: int, end: int) -> str:
    """The words around a number, widened to the right until they stand once in the article."""
    while len(find_whole(text, text[start:end])) > 1 and end < len(text) and text[end] != "\n":
        following = re.match(r"\W*\w+", text[end:])
        if following is None:
            break
        end += following.end()
    return text[start:end]


def _id(name: str, taken: dict[str, Any]) -> str:
    base = "_".join(re.findall(r"[^\W_]+", name.lower())) or "entry"
    id_, n = base, 1
    while id_ in taken:
        n += 1
        id_ = f"{base}_{n}"
    return id_
