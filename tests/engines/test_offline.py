"""The keyless engine: one statement and one speaker a draft, and a summary that repeats nothing."""

import asyncio
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.engine import Call, Drafts, ExtractGiven
from pipeline.engines.offline import MOST_DRAFTS, OfflineEngine
from pipeline.errors import ReplyError
from pipeline.flow import digest_article
from pipeline.options import FlowOptions
from pipeline.records import Article, Certainty, Digest, Draft
from pipeline.text.read import read


def article(text: str, title: str | None = None) -> Article:
    """An article published on Friday, 6 June 2025."""
    return Article.of(text, title=title, published=datetime(2025, 6, 6, tzinfo=UTC))


def drafts(text: str) -> tuple[Draft, ...]:
    """What the engine extracts from a text, in one piece."""
    reading = read(article(text))
    given = ExtractGiven(reading=reading, sentences=tuple(s.index for s in reading.sentences))
    return asyncio.run(OfflineEngine().answer(Call("extract", given, Drafts))).reply.claims


def digest(text: str, title: str | None = None) -> Digest:
    """The digest of a text."""
    return asyncio.run(digest_article(article(text, title), OfflineEngine(), FlowOptions())).digest


def told(text: str) -> list[tuple[str | None, str]]:
    """Source and text of each draft."""
    return [(d.source, d.text) for d in drafts(text)]


SPLIT = {
    "two speakers joined by but": (
        "The ministry confirmed that at least 40 trucks had crossed the bridge, but army officers have not determined "
        "whether the trucks carried weapons.",
        [
            ("ministry", "The ministry confirmed that at least 40 trucks had crossed the bridge."),
            ("army officers", "Army officers have not determined whether the trucks carried weapons."),
        ],
    ),
    "two speakers joined by while": (
        "The police said 12 people were hurt, while the hospital said it had treated 15.",
        [
            ("police", "The police said 12 people were hurt."),
            ("hospital", "The hospital said it had treated 15."),
        ],
    ),
    "two speakers and a semicolon": (
        "The mayor said the dam was safe; engineers warned that it could fail.",
        [("mayor", "The mayor said the dam was safe."), ("engineers", "Engineers warned that it could fail.")],
    ),
    "one speaker who grants and denies": (
        "The lawyer, Lena Verbeek, conceded that the bill was late but denied that the clerk had hidden it.",
        [
            ("Lena Verbeek", "The lawyer, Lena Verbeek, conceded that the bill was late."),
            ("Lena Verbeek", "Lena Verbeek denied that the clerk had hidden it."),
        ],
    ),
    "the article and a speaker": (
        "The county has opened two shelters; Mayor Lena Verbeek said both were full.",
        [
            (None, "The county has opened two shelters."),
            ("Lena Verbeek", "Mayor Lena Verbeek said both were full."),
        ],
    ),
}


@pytest.mark.parametrize("name", SPLIT)
def test_a_sentence_of_two_statements_becomes_two_drafts(name: str) -> None:
    """Each with its own speaker and a text of its own."""
    text, expected = SPLIT[name]

    assert told(text) == expected


@pytest.mark.parametrize("name", SPLIT)
def test_each_part_quotes_its_own_run_of_the_article(name: str) -> None:
    """The runs follow each other and do not overlap."""
    text, _ = SPLIT[name]

    places = [(text.index(d.quote), text.index(d.quote) + len(d.quote)) for d in drafts(text)]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


WHOLE = {
    "a quotation with two clauses": "“The dam is safe, but the bridge is not,” Mayor Lena Verbeek said.",
    "a condition over both": "If the dam fails, the mayor said, the town will flood, and engineers said it might.",
    "one statement about two things": "The mayor said the dam was safe and the bridge was open.",
    "a list": "The mayor said the dam, the bridge and the lock were safe.",
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_sentence_is_cut_only_where_that_is_sure(name: str) -> None:
    """Not inside a quotation, a condition or the content of one statement."""
    assert [d.quote for d in drafts(WHOLE[name])] == [WHOLE[name]]


def test_the_denial_of_one_part_is_not_the_denial_of_the_other() -> None:
    """What is conceded is affirmed."""
    made = drafts(SPLIT["one speaker who grants and denies"][0])

    assert [d.denied for d in made] == [False, True]


def test_the_doubt_of_one_part_does_not_reach_the_other() -> None:
    """The first speaker is certain, the second is not."""
    made = drafts(SPLIT["two speakers and a semicolon"][0])

    assert [d.certainty for d in made] == [Certainty.CERTAIN, Certainty.POSSIBLE]
    assert [d.hedge for d in made] == [None, "could"]


@pytest.mark.parametrize(
    "text",
    [
        "Not this time.",
        "The county fire service is more careful.",
        "Farmers are less patient.",
        "The timing matters more than the words.",
        "Who will pay for it?",
        "That is simply untrue.",
        "More is on the way.",
        "(Also see “Boats of Marn” in our Sunday pages.)",
        "You may wonder what that means for your garden.",
    ],
)
def test_what_cannot_be_checked_is_no_draft(text: str) -> None:
    """Questions, remarks, comparisons without a measure, and what leans on another sentence."""
    assert drafts(f"The lock at Quillmouth failed on Monday.\n\n{text}")[1:] == ()


@pytest.mark.parametrize(
    "text",
    [
        "No document was signed.",
        "A second meeting is planned.",
        "Schools stay closed until Tuesday.",
        "The bridge is 40 metres long.",
        "Quillmouth has more boats than Marn.",
        "The company declined to comment.",
        "World War I left the lock in ruins.",
    ],
)
def test_what_can_be_checked_is_a_draft(text: str) -> None:
    """A short sentence may be news."""
    assert [d.text.split(" (")[0].rstrip(".") for d in drafts(text)] == [text.rstrip(".")]


def test_a_long_quotation_is_cut_into_statements_that_stand_alone() -> None:
    """Each with its speaker and both its marks; what leans on the sentence before it stays with it."""
    text = (
        "“The lock was inspected twice in the spring by two engineers from the county, and both of them signed the "
        "book in front of me. They found no crack. The county has never paid for a new gate in all the years that I "
        "have kept the lock,” said the keeper, Lena Verbeek."
    )

    first, second = drafts(text)
    assert first.text.startswith("Lena Verbeek said: “The lock was inspected twice")
    assert first.text.endswith("They found no crack.”")
    assert second.text.startswith("“The county has never paid")


def test_a_body_behind_a_pronoun_is_the_speaker_before_it() -> None:
    """A warning by "it" is the weather office's."""
    made = told("Rain is likely on Sunday, the weather office said. It warned that cellars could fill.")

    assert made[1] == ("weather office", "The weather office warned that cellars could fill.")


@pytest.mark.parametrize("verb", ["added", "noted", "cautioned", "reckoned"])
def test_a_clause_between_two_parts_of_a_statement_names_its_source(verb: str) -> None:
    """Whatever verb of speech it has."""
    made = drafts(f"Without the gate, Mayor Lena Verbeek {verb}, the lock could lose 15 boats a month.")

    assert [d.source for d in made] == ["Lena Verbeek"]


def test_what_somebody_did_not_do_is_no_statement() -> None:
    """A negation is no verb of speech."""
    assert told("The two towns did not agree on a new gate.") == [(None, "The two towns did not agree on a new gate.")]


def test_a_source_in_another_sentence_is_put_in_front() -> None:
    """The second sentence of a quotation says who speaks."""
    made = told("“The lock leaks,” said the keeper, Lena Verbeek. “Nobody from the county has looked at it since May.”")

    assert made[1][1] == "Lena Verbeek said: “Nobody from the county has looked at it since May.”"


@pytest.mark.parametrize(
    "text", ["The town council refused to sell the lock.", "The ferry company plans to buy two boats."]
)
def test_deeds_and_plans_are_the_articles_own_words(text: str) -> None:
    """Only speech and views make a source."""
    assert told(text) == [(None, text)]


STORY = """MARN, June 5 (Delta Wire) — The lock at Quillmouth failed on Monday night, flooded two streets of the old \
town and drove some 90 people from their homes, Mayor Lena Verbeek said.

Engineers from the county said the gate could have broken because of a worn hinge, which was last replaced in 1998.

The ferry company, Kolm Marine, said three of its boats were damaged.

“We lost the workshop,” said Bram Okoye, who repairs engines beside the lock.

Repairs will cost 2 million guilders, according to the county.
"""


def test_the_headline_is_a_short_true_part_of_the_lead() -> None:
    """Cut at a clause, with its source; never the brief again."""
    summary = digest(STORY).summary

    assert summary is not None
    assert summary.headline.text == "The lock at Quillmouth failed, Lena Verbeek says"
    assert summary.brief.text.startswith("The lock at Quillmouth failed on Monday night (2 June 2025), flooded")


def test_the_articles_own_headline_is_kept_where_claims_carry_it() -> None:
    """With the claims that do."""
    made = digest(STORY, title="Lock failure floods two streets of Quillmouth")

    assert made.summary is not None
    assert made.summary.headline.text == "Lock failure floods two streets of Quillmouth"


def test_a_headline_that_no_claim_carries_is_replaced() -> None:
    """A figure that the article does not print never leaves."""
    made = digest(STORY, title="Lock failure floods nine streets of Quillmouth")

    assert made.summary is not None
    assert "nine" not in made.summary.headline.text


def test_no_line_repeats_the_brief() -> None:
    """Lines come in article order and say something new."""
    made = digest(STORY)

    assert made.summary is not None
    assert made.summary.brief.text not in {line.text for line in made.summary.lines}
    places = [next(c.evidence[0].start for c in made.claims if c.id == line.claims[0]) for line in made.summary.lines]
    assert places == sorted(places)


def test_every_line_keeps_its_source_and_its_hedge() -> None:
    """The engineers' guess stays theirs, and a guess."""
    summary = digest(STORY).summary

    assert summary is not None
    (guess,) = [line.text for line in summary.lines if "hinge" in line.text]
    assert guess.startswith("Engineers from the county said the gate could have broken")


def test_no_draft_of_a_plain_story_is_refused() -> None:
    """Engine and guard read the same article the same way."""
    made = digest(STORY)

    assert made.dropped == ()
    assert len(made.claims) == 5


def test_a_piece_with_too_many_claims_is_reported_as_cut() -> None:
    """The stage then asks for its halves; nothing is lost silently."""
    many = " ".join(f"The lock keeper sold boat number {n} to a farmer." for n in range(MOST_DRAFTS + 20))

    with pytest.raises(ReplyError) as caught:
        drafts(many)
    assert caught.value.cause == "truncated"


def test_an_article_with_more_claims_than_a_reply_holds_is_digested() -> None:
    """In halves."""
    many = " ".join(f"The lock keeper sold {n} boats to a farmer." for n in range(100, 100 + MOST_DRAFTS + 20))

    assert len(digest(many).claims) == FlowOptions().max_claims


@pytest.mark.parametrize(
    "name", ["harbour.txt", "summit.txt", "verdict.txt", "merger.txt", "tide-study.md", "river.md"]
)
def test_the_headline_of_a_seed_is_short(seeds: Path, name: str) -> None:
    """Two dozen words at most, and not the brief."""
    summary = digest((seeds / name).read_text("utf-8")).summary

    assert summary is not None
    assert len(summary.headline.text.split()) <= 24
    assert summary.headline.text.rstrip(".") != summary.brief.text.rstrip(".")
