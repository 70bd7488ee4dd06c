"""The whole flow, with answers that are right, wrong, cut, invented, out of order and duplicated."""

import asyncio
import itertools
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scripted import ScriptedEngine, draft, line, summary_of_first

from pipeline.engine import Drafts, ExtractGiven, RepairGiven, SummaryDraft
from pipeline.engines.offline import OfflineEngine
from pipeline.errors import ArticleError, ReplyError
from pipeline.flow import digest_article
from pipeline.options import FlowOptions
from pipeline.records import Article, Cause, Digest, Outcome
from pipeline.stages.extract import pieces
from pipeline.text.read import read

NINE = "A fire at the mill injured at least nine workers, Fire Commissioner Renske Aldous said."
OWNER = "The mill’s owner, Brandt & Vey, said as many as 14 workers had been treated."
SHUT = "The mill stays shut until Friday, the county said."
TEXT = f"{NINE}\n\n{OWNER}\n\n{SHUT}\n\n© 2025 Coastal Wire. All rights reserved.\n"

GOOD = (
    draft(NINE, NINE, sentences=(0,), source="Renske Aldous", weight=3),
    draft(OWNER, OWNER, sentences=(1,), source="Brandt & Vey"),
    draft(SHUT, SHUT, sentences=(2,), source="the county"),
)


def article(text: str = TEXT, name: str = "mill") -> Article:
    """The mill fire in three sentences."""
    return Article.of(text, id=name, published=datetime(2025, 5, 14, tzinfo=UTC))


async def digest(engine: ScriptedEngine, options: FlowOptions | None = None, text: str = TEXT) -> Digest:
    """The digest of the mill fire by this engine."""
    return (await digest_article(article(text), engine, options or FlowOptions())).digest


async def test_an_article_that_fits_costs_two_calls() -> None:
    """Extract and summarize; nothing failed and nothing was missed, so nobody is asked to repair."""
    engine = ScriptedEngine({"extract": [Drafts(claims=GOOD)], "summarize": [summary_of_first]})

    made = await digest_article(article(), engine, FlowOptions())
    assert [call.stage for call in engine.calls] == ["extract", "summarize"]
    assert len(made.digest.claims) == 3
    assert made.digest.dropped == ()
    assert made.digest.coverage == ()
    assert (made.receipt.calls, made.receipt.input_tokens) == (2, 200)
    assert made.receipt.cost == pytest.approx(0.002)


async def test_a_failed_draft_is_repaired_once() -> None:
    """The engine is told why; what it corrects is marked as repaired, and the first attempt stays listed."""
    wrong = draft(NINE.replace("nine", "ten"), NINE.replace("nine", "ten"), sentences=(0,), source="Renske Aldous")
    engine = ScriptedEngine(
        {
            "extract": [Drafts(claims=(wrong, *GOOD[1:]))],
            "repair": [Drafts(claims=(GOOD[0],))],
            "summarize": [summary_of_first],
        }
    )

    made = await digest(engine)
    given = engine.calls[1].given
    assert isinstance(given, RepairGiven)
    assert given.failed[0].reason.startswith("quote_not_found")
    assert given.uncovered == (0,)
    assert [c.outcome for c in made.claims] == [Outcome.REPAIRED, Outcome.GROUNDED, Outcome.GROUNDED]
    assert [d.cause for d in made.dropped] == [Cause.QUOTE_NOT_FOUND]
    assert [call.stage for call in engine.calls] == ["extract", "repair", "summarize"]


async def test_what_is_invented_twice_is_dropped_twice_and_asked_for_no_more() -> None:
    """One round of repair by default."""
    invented = draft("The mill will be sold.", "The mill will be sold.", sentences=(1,))
    engine = ScriptedEngine(
        {
            "extract": [Drafts(claims=(*GOOD, invented))],
            "repair": [Drafts(claims=(invented,))],
            "summarize": [summary_of_first],
        }
    )

    made = await digest(engine)
    assert len(made.claims) == 3
    assert [d.cause for d in made.dropped] == [Cause.QUOTE_NOT_FOUND, Cause.QUOTE_NOT_FOUND]
    assert sum(call.stage == "repair" for call in engine.calls) == 1


async def test_out_of_order_and_doubled_answers_make_the_same_digest() -> None:
    """Order and repetition of an engine's answer do not show."""
    tidy = ScriptedEngine({"extract": [Drafts(claims=GOOD)], "summarize": [summary_of_first]})
    messy = ScriptedEngine({"extract": [Drafts(claims=(*reversed(GOOD), *GOOD))], "summarize": [summary_of_first]})

    one, other = await digest(tidy), await digest(messy)
    assert (one.claims, one.summary, one.conflicts) == (other.claims, other.summary, other.conflicts)
    assert [d.cause for d in other.dropped] == [Cause.DUPLICATE] * 3


@pytest.mark.parametrize("cause", ["refused", "filtered", "not_json", "wrong_schema", "empty", "html"])
async def test_a_reply_that_cannot_be_used_is_a_cause_of_its_own(cause: str) -> None:
    """Nothing is invented in its place: a truthful empty digest."""
    failing = ReplyError("the reply was no use", cause=cause)  # type: ignore[arg-type]
    engine = ScriptedEngine({"extract": [failing], "repair": [failing]})

    made = await digest(engine)
    assert made.claims == ()
    assert made.summary is None
    assert {d.cause for d in made.dropped} == {Cause(cause)}
    assert len(made.coverage) == 3


async def test_a_cut_reply_splits_its_piece() -> None:
    """What did not fit into one reply is asked for in halves; no sentence is lost."""
    cut = ReplyError("cut at the limit", cause="truncated")
    engine = ScriptedEngine(
        {
            "extract": [cut, Drafts(claims=GOOD[:1]), Drafts(claims=GOOD[1:])],
            "summarize": [summary_of_first],
        }
    )

    made = await digest(engine)
    asked = [call.given.sentences for call in engine.calls if isinstance(call.given, ExtractGiven)]
    assert asked[0] == (*asked[1], *asked[2])
    assert len(made.claims) == 3


async def test_a_sentence_that_is_cut_even_alone_is_listed_as_truncated() -> None:
    """Splitting ends."""
    engine = ScriptedEngine({"extract": [ReplyError("cut", cause="truncated")], "repair": [Drafts(claims=())]})

    made = await digest(engine)
    assert {d.cause for d in made.dropped} == {Cause.TRUNCATED}
    assert made.claims == ()


async def test_a_model_that_never_ends_is_not_asked_for_ever() -> None:
    """A piece is halved three times; sixteen sentences cost fifteen calls, not thirty-one."""
    text = " ".join(f"Pier {word} of the harbour was closed on Monday for repairs." for word in "abcdefghijklmnop")
    engine = ScriptedEngine({"extract": [ReplyError("cut", cause="truncated")], "repair": [Drafts(claims=())]})

    made = await digest(engine, text=text)
    assert sum(call.stage == "extract" for call in engine.calls) == 15
    assert [d.cause for d in made.dropped] == [Cause.TRUNCATED] * 8


async def test_a_failed_summary_leaves_the_claims_to_speak() -> None:
    """And the digest says that the engine's summary failed."""
    engine = ScriptedEngine({"extract": [Drafts(claims=GOOD)], "summarize": [ReplyError("no", cause="refused")]})

    made = await digest(engine)
    assert made.summary is not None
    assert [(d.stage, d.cause) for d in made.dropped] == [("summarize", Cause.REFUSED)]


async def test_code_paths_and_templates_in_a_reply_stay_words(tmp_path: Path) -> None:
    """A reply is data: nothing in it is run, opened or filled in."""
    trap = tmp_path / "trap"
    evil = f"__import__('pathlib').Path({str(trap)!r}).touch() {{{{ 7 * 7 }}}} ../../etc/passwd"
    said = SummaryDraft(headline=line(evil, 1), brief=line(evil, 1), lines=(line(evil, 1),))
    engine = ScriptedEngine({"extract": [Drafts(claims=(*GOOD, draft(evil, evil)))], "summarize": [said]})

    made = await digest(engine)
    assert not trap.exists()
    assert made.summary is not None
    assert all("7" not in item.text for item in made.summary.lines)
    assert any(d.draft is not None and d.draft.text == evil for d in made.dropped)


async def test_claims_over_the_limit_are_listed() -> None:
    """The heaviest stay."""
    engine = ScriptedEngine({"extract": [Drafts(claims=GOOD)], "summarize": [summary_of_first]})

    made = await digest(engine, FlowOptions(max_claims=1))
    assert [c.weight for c in made.claims] == [3]
    assert [d.cause for d in made.dropped] == [Cause.OVER_LIMIT, Cause.OVER_LIMIT]


async def test_articles_that_run_at_once_are_never_mixed_up() -> None:
    """Forty articles through one engine at the same time: each digest speaks of its own article only."""
    made = await asyncio.gather(
        *(
            digest_article(article(TEXT.replace("nine", str(20 + n)), f"a{n}"), OfflineEngine(), FlowOptions())
            for n in range(40)
        )
    )

    for n, one in enumerate(made):
        assert one.digest.article.id == f"a{n}"
        assert f"at least {20 + n} workers" in one.digest.claims[0].text


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "too_little_prose"),
        ("Menu", "too_little_prose"),
        (
            "Der Brand in der Papierfabrik hat am Montag mindestens neun Arbeiter verletzt, sagte die Feuerwehr. "
            "Die Ursache ist noch nicht bekannt. Das Werk bleibt bis Freitag geschlossen, teilte der Kreis mit.",
            "other_language",
        ),
    ],
)
async def test_what_is_no_english_news_is_an_articles_failure(text: str, cause: str) -> None:
    """With a cause and an advice, before any engine is asked."""
    engine = ScriptedEngine({})

    with pytest.raises(ArticleError) as caught:
        await digest_article(article(text), engine, FlowOptions())
    assert (caught.value.stage, caught.value.cause) == ("read", cause)
    assert caught.value.advice
    assert engine.calls == []


def test_a_long_article_is_read_in_pieces_that_overlap_by_a_paragraph(seeds: Path) -> None:
    """Whole paragraphs, global sentence numbers, nothing left out."""
    reading = read(Article.of((seeds / "river.md").read_text("utf-8")))

    found = pieces(reading, 1_200)
    news = [s.index for s in reading.news()]
    assert len(found) > 3
    assert sorted({i for piece in found for i in piece}) == news
    for one, following in itertools.pairwise(found):
        shared = set(one) & set(following)
        assert {reading.sentences[i].paragraph for i in shared} == {reading.sentences[one[-1]].paragraph}
