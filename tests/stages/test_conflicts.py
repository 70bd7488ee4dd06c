"""The ledger sets figures for one thing side by side, and never figures for two."""

import asyncio
from datetime import UTC, datetime

import pytest

from pipeline.engines.offline import OfflineEngine
from pipeline.flow import digest_article
from pipeline.options import FlowOptions
from pipeline.records import Article, Conflict

FILLER = (
    "The harbour of Quillmouth was calm again on Friday, and the ferries to the islands left on time. "
    "Nothing else was reported from the coast that day. "
)


def ledger(text: str) -> tuple[Conflict, ...]:
    """The conflicts of an article that says this, with some prose that holds no figure."""
    article = Article.of(f"{FILLER}\n\n{text}\n", published=datetime(2025, 6, 6, tzinfo=UTC))
    return asyncio.run(digest_article(article, OfflineEngine(), FlowOptions())).digest.conflicts


def sides(text: str) -> list[tuple[str | None, str]]:
    """The sides of the only conflict: whose figure, as printed."""
    (only,) = ledger(text)
    return [(side.source, side.quantity.text) for side in only.sides]


SAME = {
    "one noun, two bounds": (
        "Mayor Odile Farrant said up to 70 homes were ruined. The fire service said at least 40 homes were ruined.",
        [("Odile Farrant", "up to 70"), ("fire service", "at least 40")],
    ),
    "a near synonym": (
        "Police said 200 protesters blocked the bridge. The union said 900 demonstrators blocked the bridge.",
        [("Police", "200"), ("union", "900")],
    ),
    "a modifier that changes nothing": (
        "Mayor Odile Farrant said up to 70 homes could be unfit to live in. "
        "There were 31 damaged houses, fire chief Bram Okoye said.",
        [("Odile Farrant", "up to 70"), ("Bram Okoye", "31")],
    ),
    "a number that goes on with the noun before it": (
        "Mayor Odile Farrant said up to 70 homes were ruined. The Anchor, an insurer, put the number at some 20.",
        [("Odile Farrant", "up to 70"), ("Anchor", "some 20")],
    ),
    "the injured": (
        "The hospital said it had treated 12 injured workers. The factory said that seven workers were hurt.",
        [("hospital", "12"), ("factory", "seven")],
    ),
    "the dead": (
        "The army said nine soldiers died at the crossing. A rebel spokesman said 30 soldiers were killed there.",
        [("army", "nine"), ("rebel spokesman", "30")],
    ),
    "a toll that rises": (
        "The coast guard initially said four people had drowned. The coast guard later said that nine people drowned.",
        [("coast guard", "four"), ("coast guard", "nine")],
    ),
    "the article itself against a source": (
        "The quarry employs 240 workers in the valley. The union said the quarry employs only 190 workers.",
        [(None, "240"), ("union", "190")],
    ),
    "jobs": (
        "The company said the plan would cut 300 jobs. Union leader Ines Tabor said as many as 800 jobs would be lost.",
        [("company", "300"), ("Ines Tabor", "as many as 800")],
    ),
    "the cost of one thing": (
        "The ministry said the tunnel would cost 40 million euros. "
        "Engineers warned that the cost of the tunnel would reach 90 million euros.",
        [("ministry", "40 million euros"), ("Engineers", "90 million euros")],
    ),
    "the same share": (
        "The electoral board said turnout was 41 percent in the capital. "
        "Observers said turnout in the capital was no more than 28 percent.",
        [("electoral board", "41 percent"), ("Observers", "no more than 28 percent")],
    ),
    "an agreement among disputants": (
        "The army said 3,000 Ostrian troops had crossed the river. The governor said 3,000 Ostrian soldiers had come. "
        "An aid group said 1,200 Ostrian troops were in the valley.",
        [("army", "3,000"), ("governor", "3,000"), ("aid group", "1,200")],
    ),
    "the width of one thing": (
        "The surveyor said the crack was 12 metres wide. The owner said the crack was four metres wide.",
        [("surveyor", "12 metres"), ("owner", "four metres")],
    ),
    "two speakers in one sentence": (
        "The police said 12 people were hurt at the gate, while the hospital said 15 people were hurt.",
        [("police", "12"), ("hospital", "15")],
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_figures_for_one_thing_stand_side_by_side(name: str) -> None:
    """Each with the source of the innermost statement that holds it."""
    text, expected = SAME[name]

    assert sides(text) == expected


OTHER = {
    "two places": "The mayor said 14 homes in Tolvar were ruined. The county said 30 homes in Marn were ruined.",
    "the injured and the dead": "Police said 12 people were injured. The hospital said three people died.",
    "shares of different things": "The bank said exports fell 4 percent. The union said wages rose 9 percent.",
    "prices of different things": "The ministry said the tunnel would cost 40 million euros. "
    "The bakery said a loaf costs 3 euros.",
    "ages": "Police said the driver was 34 years old. A neighbour said the passenger was 61 years old.",
    "distances": "The guide said the hut was 9 kilometres away. The mayor said the road was 4 kilometres long.",
    "an addition": "Police said 12 people were arrested on Monday. The court said another 30 people were arrested.",
    "a part of the whole": "Police said 50 people were arrested. The court said 12 of them were released.",
    "people who do different things": "The chair said 96 people left the study. "
    "The group hopes to recruit 3,000 people, its founder said.",
    "each speaks of itself": "Belvany said it had 40 ships at sea. Torrance said it had 15 ships at sea.",
    "different years": "The council said 300 houses were built in 1998. Critics said 120 houses were built in 2019.",
    "troops of two countries": "The army said 3,000 Ostrian troops were at the border. "
    "The governor said 900 Velmoran troops were at the border.",
    "one source, two things": "The mayor said 14 homes were ruined by fire. "
    "The mayor said 30 homes were ruined by water.",
    "the same figure twice": "Police said 12 people were hurt. The hospital said 12 people were hurt.",
    "jobs lost and jobs made": "The company said the plan would cut 300 jobs. "
    "The minister said 500 jobs would be created.",
    "two periods": "The firm said profit was 40 million euros in the quarter. "
    "Analysts said profit would be 150 million euros for the full year.",
    "two months": "The bureau said the port gained 2,000 jobs in April. That number follows 3,100 in March.",
    "two attacks": "Police said 12 people were killed on Thursday. It killed 90 people in Marn in November 2019.",
    "compounds": "The club owns a 9-hole course, its chair said. The county runs an 18-hole course, the mayor said.",
    "two candidates": "Mayor Lena Osterhaus won 900 votes, the board said. Bram Okoye got 400 votes, police said.",
    "a wage and a price": "The union said the wage was 14 euros an hour. The baker said the loaf was 3 euros.",
    "damaged and sold": "The fire service said 40 homes were damaged. The agent said 12 homes were sold.",
}


@pytest.mark.parametrize("name", OTHER)
def test_figures_for_two_things_are_no_conflict(name: str) -> None:
    """In doubt the ledger is silent."""
    assert ledger(OTHER[name]) == ()


def test_a_conflict_says_what_it_is_about() -> None:
    """By the counted noun as printed."""
    (only,) = ledger(SAME["one noun, two bounds"][0])

    assert only.what == "homes"


def test_the_cost_of_a_thing_is_named_by_its_measure() -> None:
    """A currency says nothing of what is paid for."""
    (only,) = ledger(SAME["the cost of one thing"][0])

    assert only.what == "cost"
