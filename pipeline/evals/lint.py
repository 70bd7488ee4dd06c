"""Lint, first half: the strings of a fixture stand in its article, its ids exist, its rules of writing are kept."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from .entities import NARRATOR, Book
from .fixtures import Fact, Fixture
from .loading import Case
from .problems import Problem
from .readers.dates import dates
from .readers.figures import figures
from .readers.hedges import is_hedge
from .readers.numerals import TENS, UNITS
from .readers.quotations import quotations
from .readers.words import alternatives, has_group, words
from .seeds import find_all, find_whole, line_of
from .traps import fires

MIN_FACTS = 12
"""An exhaustive fixture of a news story has at least a dozen facts; with fewer a digest is scored on luck."""


def structure(case: Case) -> tuple[Problem, ...]:
    """Every fault that needs no scoring; empty for a sound fixture."""
    found: list[Problem] = []
    for check in (
        _source,
        _unreviewed,
        _ids,
        _strings,
        _facts,
        _speakers,
        _traps,
        _boilerplate,
        _quotes_complete,
        _exhaustive,
    ):
        found.extend(Problem(str(case.path), entry, message) for entry, message in check(case))
    return tuple(found)


_NUMBERS = ({*UNITS, *TENS}) - {"zero", "one"}
"""Number words that no key may hold; "one" is more often a pronoun."""

Faults = Iterator[tuple[str, str]]


def _source(case: Case) -> Faults:
    hashed = hashlib.sha256(case.seed.read_bytes()).hexdigest()
    if case.fixture.article.sha256 != hashed:
        yield (
            "article",
            f"sha256 does not fit {case.fixture.article.seed}; check every entry, then write sha256: {hashed}",
        )


def _unreviewed(case: Case) -> Faults:
    for entry, item in _entries(case.fixture):
        if getattr(item, "unreviewed", False):
            yield entry, "unreviewed; correct it or delete it, then remove 'unreviewed'"


def _entries(fixture: Fixture) -> Iterator[tuple[str, object]]:
    yield "article", fixture.article
    yield "summary", fixture.summary
    blocks = ("entities", "figures", "dates", "quotes", "must_have", "attributions", "conflicts", "must_not_say")
    for block in blocks:
        for id_, item in getattr(fixture, block).items():
            yield f"{block} {id_}", item
    for i, footer in enumerate(fixture.boilerplate, start=1):
        yield f"boilerplate {i}", footer


def _ids(case: Case) -> Faults:
    f = case.fixture
    speakers = {*f.entities, NARRATOR}
    for id_, entity in f.entities.items():
        yield from _known(f"entities {id_}", "of", [entity.of], f.entities)
    for id_, fact in f.must_have.items():
        where = f"must_have {id_}"
        yield from _known(where, "speaker", [fact.speaker, *fact.speakers_ok], speakers)
        yield from _known(where, "via", [fact.via], f.entities)
        yield from _known(where, "figures", fact.figures, f.figures)
        yield from _known(where, "dates", fact.dates, f.dates)
        yield from _known(where, "quotes", fact.quotes, f.quotes)
    for id_, figure in f.figures.items():
        yield from _known(f"figures {id_}", "speaker", [figure.speaker], speakers)
        yield from _known(f"figures {id_}", "confusable", figure.confusable, f.figures)
    for id_, quote in f.quotes.items():
        yield from _known(f"quotes {id_}", "speaker", [quote.speaker], speakers)
        yield from _known(f"quotes {id_}", "via", [quote.via], f.entities)
    for id_, said in f.attributions.items():
        where = f"attributions {id_}"
        yield from _known(where, "speaker", [id_], speakers)
        yield from _known(where, "not", said.not_, speakers)
        yield from _known(where, "facts", said.facts, f.must_have)
        yield from _known(where, "days", said.days, f.dates)
        yield from _known(where, "via", [said.via], f.entities)
    for id_, conflict in f.conflicts.items():
        yield from _known(f"conflicts {id_}", "sides", conflict.sides, f.must_have)
    yield from _known("summary", "must_cover", f.summary.must_cover, f.must_have)
    yield from _known("summary", "lead_any", f.summary.lead_any, f.must_have)


def _known(where: str, key: str, ids: Iterable[str | None], known: Iterable[str]) -> Faults:
    names = list(known)
    for id_ in ids:
        if id_ is not None and id_ not in names:
            listed = ", ".join(names[:12]) or "none yet"
            yield where, f"{key} {id_!r} is unknown; use one of {listed}, or add it"


def _strings(case: Case) -> Faults:
    f = case.fixture
    for id_, fact in f.must_have.items():
        for piece in fact.evidence:
            yield from _once(case, f"must_have {id_}", "evidence", piece)
    for id_, figure in f.figures.items():
        yield from _once(case, f"figures {id_}", "words", figure.words)
    for id_, quote in f.quotes.items():
        yield from _once(case, f"quotes {id_}", "text", quote.text)
    for id_, day in f.dates.items():
        if not find_whole(case.text, day.words):
            yield f"dates {id_}", _missing(case, "words", day.words)
    for piece in f.ignore:
        if not find_all(case.text, piece):
            yield "ignore", _missing(case, "text", piece)


def _once(case: Case, where: str, key: str, wanted: str) -> Faults:
    places = find_whole(case.text, wanted)
    if not places:
        yield where, _missing(case, key, wanted)
    elif len(places) > 1:
        lines = ", ".join(str(line_of(case.text, start)) for start, _ in places)
        yield where, f"{key} {wanted!r} stands {len(places)} times in the article (lines {lines}); take more words"


def _missing(case: Case, key: str, wanted: str) -> str:
    near = fuzz.partial_ratio_alignment(wanted, case.text)
    hint = (
        f"; nearest is {case.text[near.dest_start : near.dest_end]!r}" if near is not None and near.score > 60 else ""
    )
    return f"{key} {wanted!r} is not in the article{hint}; copy it letter by letter"


def _facts(case: Case) -> Faults:
    f = case.fixture
    seen: dict[str, str] = {}
    for id_, fact in f.must_have.items():
        where = f"must_have {id_}"
        if fact.fact in seen:
            yield where, f"the same fact as {seen[fact.fact]}; delete one"
        seen[fact.fact] = id_
        yield from _hedge_rules(where, fact)
        yield from _key_rules(case, where, fact)
        spans = [span for piece in fact.evidence for span in find_whole(case.text, piece)]
        named = [(f"figures {x}", f.figures[x].words) for x in fact.figures if x in f.figures]
        named += [(f"quotes {x}", f.quotes[x].text) for x in fact.quotes if x in f.quotes]
        for what, text in named:
            places = find_whole(case.text, text)
            if places and spans and not any(a < d and c < b for a, b in places for c, d in spans):
                yield where, f"{what} stands outside this fact's evidence; widen the evidence or move it"


def _hedge_rules(where: str, fact: Fact) -> Faults:
    broken = {slot for near in fact.near for slot in near.slots}
    if fact.hedges and "hedge" not in broken:
        yield where, "hedges need a near that drops them; add '- hedge: <the fact said as certain>' to near"
    if fact.certainty != "certain" and not fact.hedges:
        yield where, f"certainty {fact.certainty!r} needs hedges; list the words that carry it"
    if fact.scope and "scope" not in broken:
        yield where, "scope needs a near without it; add '- scope: <the fact said wider>' to near"
    for word in fact.hedges:
        if not has_group(" ".join(fact.evidence) + " " + fact.fact, word):
            continue
        break
    else:
        if fact.hedges:
            yield (
                where,
                f"none of the hedges {', '.join(fact.hedges)} stands in evidence or fact; add the article's own",
            )


def _key_rules(case: Case, where: str, fact: Fact) -> Faults:
    """Keys are topic: a number, a speaker or a hedge among them would make a swapped value look missing, not wrong."""
    entity = case.fixture.entities.get(fact.speaker or "")
    names = {w.lower for n in (entity.name, *entity.aliases) for w in words(n)} if entity else set()
    for group in fact.keys:
        for alternative in alternatives(group):
            tokens = [word.lower for word in words(alternative)]
            if any(re.search(r"\d", token) or token in _NUMBERS for token in tokens):
                yield where, f"key {alternative!r} holds a number; numbers belong in figures, take a topic word"
            elif tokens and all(token in names for token in tokens):
                yield where, f"key {alternative!r} is the speaker; keys are the topic, the speaker stands in 'speaker'"
            elif fact.hedges and is_hedge(alternative):
                yield where, f"key {alternative!r} is a hedge; hedges belong in 'hedges', take a topic word"
        if not has_group(fact.fact, group):
            yield where, f"key {group!r} is not in 'fact'; add the word that 'fact' uses"


def _speakers(case: Case) -> Faults:
    f = case.fixture
    book = Book.of(f)
    for id_, entity in f.entities.items():
        for alias in (entity.name, *entity.aliases):
            found = book.find(alias)
            if found != id_ and not book.akin(found, id_):
                other = f"means {found!r} as well" if found else "fits several entities"
                yield f"entities {id_}", f"{alias!r} {other}; give each entity names of its own"
    for id_, said in f.attributions.items():
        for fact_id in said.facts:
            fact = f.must_have.get(fact_id)
            if fact is not None and id_ not in (fact.speaker or NARRATOR, *fact.speakers_ok):
                yield (
                    f"attributions {id_}",
                    f"fact {fact_id} has speaker {fact.speaker or NARRATOR!r}; correct one of the two",
                )
        if id_ in said.not_:
            yield f"attributions {id_}", "'not' lists the speaker himself; remove him"


def _traps(case: Case) -> Faults:
    for id_, trap in case.fixture.must_not_say.items():
        where = f"must_not_say {id_}"
        for text in trap.bad:
            if not fires(trap, text):
                yield where, f"does not fire on its own bad {text!r}; correct 'all' or 'none'"
        for text in trap.ok:
            if fires(trap, text):
                yield where, f"fires on its own ok {text!r}; add a group to 'all' or 'none'"
        if hit := fires(trap, case.text):
            yield where, f"fires on the article itself: {hit!r}; the article is true, narrow the trap"


def _boilerplate(case: Case) -> Faults:
    for i, footer in enumerate(case.fixture.boilerplate, start=1):
        if footer.text.startswith("/"):
            try:
                found = re.search(footer.text[1:-1], case.text) is not None
            except re.error as err:
                yield f"boilerplate {i}", f"{footer.text!r} is no regular expression ({err}); correct it"
                continue
            if not found:
                yield f"boilerplate {i}", f"{footer.text!r} matches nothing in the article; correct it"
        else:
            yield from _once(case, f"boilerplate {i}", "text", footer.text)


def _quotes_complete(case: Case) -> Faults:
    listed = [span for q in case.fixture.quotes.values() for span in find_whole(case.text, q.text)]
    for quote in quotations(case.text):
        if not _inside(quote.start, quote.end, listed) and not _ignored(case, quote.start, quote.end):
            yield "quotes", _unlisted(f"the quotation {quote.text!r}", case, quote.start)


def _exhaustive(case: Case) -> Faults:
    f = case.fixture
    if not f.article.exhaustive:
        return
    if len(f.must_have) < MIN_FACTS:
        yield "must_have", f"{len(f.must_have)} facts; an exhaustive fixture has at least {MIN_FACTS}"
    known = [span for x in f.figures.values() for span in find_whole(case.text, x.words)]
    days = [span for x in f.dates.values() for span in find_whole(case.text, x.words)]
    for figure in figures(case.text):
        listed = _inside(figure.start, figure.end, known + days) or _ignored(case, figure.start, figure.end)
        if not figure.weak and not listed:
            yield "figures", _unlisted(f"the figure {_around(case.text, figure.start, figure.end)}", case, figure.start)
    for day in dates(case.text):
        if not _inside(day.start, day.end, days) and not _ignored(case, day.start, day.end):
            yield "dates", _unlisted(f"the date {_around(case.text, day.start, day.end)}", case, day.start)


def _unlisted(what: str, case: Case, start: int) -> str:
    return f"{what} (line {line_of(case.text, start)}) is not listed; add it, or to 'ignore'"


def _around(text: str, start: int, end: int) -> str:
    left, right = text.rfind(" ", 0, max(0, start - 15)) + 1, text.find(" ", min(len(text), end + 15))
    return repr(" ".join(text[left : right if right > 0 else len(text)].split()))


def _ignored(case: Case, start: int, end: int) -> bool:
    texts = [*case.fixture.ignore, *(b.text for b in case.fixture.boilerplate if not b.text.startswith("/"))]
    return any(_inside(start, end, find_all(case.text, text)) for text in texts) or any(
        m.start() <= start and end <= m.end()
        for b in case.fixture.boilerplate
        if b.text.startswith("/")
        for m in re.finditer(b.text[1:-1], case.text)
    )


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)
