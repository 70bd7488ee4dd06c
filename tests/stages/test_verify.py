"""Every sentence of a summary is carried by the claims it cites, or does not leave."""

import pytest
from mill import GOOD, ROOF
from scripted import draft, line

from pipeline.engine import SummaryDraft
from pipeline.reading import Reading
from pipeline.records import Cause, Certainty, Claim, LineDraft
from pipeline.stages.ground import ground
from pipeline.stages.verify import verify

FIRE = line("At least nine workers were injured in a mill fire on Monday, Renske Aldous said.", 1)


@pytest.fixture
def claims(reading: Reading) -> tuple[Claim, ...]:
    """Four claims: the fire, the owner's count, the denial, the roof."""
    made = ground(reading, [GOOD["fire"], GOOD["owner"], GOOD["denial"], GOOD["roof"]])
    assert len(made.claims) == 4
    return made.claims


def summary(*lines: LineDraft) -> SummaryDraft:
    """A summary whose headline and brief stand, with these lines."""
    return SummaryDraft(headline=FIRE, brief=FIRE, lines=lines)


def test_a_faithful_summary_stands_as_it_is(reading: Reading, claims: tuple[Claim, ...]) -> None:
    """Its lines cite claims by id."""
    made = verify(
        reading, claims, summary(FIRE, line("Pavel Ormond denied that the sprinklers were switched off.", 3)), 5
    )

    assert made.summary is not None
    assert [item.claims for item in made.summary.lines] == [(claims[0].id,), (claims[2].id,)]
    assert made.dropped == ()


FALSE = {
    "another number": line("At least eleven workers were injured, Renske Aldous said.", 1),
    "a lost bound": line("Nine workers were injured, Renske Aldous said.", 1),
    "a lost source": line("As many as 14 workers had been treated.", 2),
    "the wrong source": line("As many as 14 workers had been treated, Oona Pell said.", 2),
    "a denial turned round": line("Pavel Ormond said the sprinklers had been switched off.", 3),
    "a condition and a hedge lost": line("The roof will come down, Renske Aldous warned.", 4),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_false_line_is_replaced_by_its_claims_own_words(
    reading: Reading, claims: tuple[Claim, ...], name: str
) -> None:
    """The engine's sentence does not leave, and the digest lists it."""
    made = verify(reading, claims, summary(FALSE[name]), 5)

    assert made.summary is not None
    said = [item.text for item in made.summary.lines]
    assert FALSE[name].text not in said or any(f.target == "line 1" for f in made.findings)
    assert [d.draft for d in made.dropped] == [FALSE[name]] or made.findings


def test_a_line_that_cites_nothing_known_is_dropped(reading: Reading, claims: tuple[Claim, ...]) -> None:
    """A number that no claim has carries nothing."""
    made = verify(reading, claims, summary(FIRE, line("The mill is for sale.", 99)), 5)

    assert made.summary is not None
    assert [item.text for item in made.summary.lines] == [FIRE.text]
    assert [d.cause for d in made.dropped] == [Cause.UNKNOWN_CLAIM]


def test_lines_over_the_limit_are_listed(reading: Reading, claims: tuple[Claim, ...]) -> None:
    """What there is no room for is dropped visibly."""
    made = verify(
        reading, claims, summary(FIRE, line("Pavel Ormond denied that the sprinklers were switched off.", 3)), 1
    )

    assert made.summary is not None
    assert len(made.summary.lines) == 1
    assert [d.cause for d in made.dropped] == [Cause.OVER_LIMIT]


def test_without_a_usable_summary_the_heaviest_claims_speak(reading: Reading, claims: tuple[Claim, ...]) -> None:
    """A refused or cut summary does not cost the reader the news."""
    made = verify(reading, claims, None, 2)

    assert made.summary is not None
    assert len(made.summary.lines) == 2
    assert set(made.summary.lines[0].claims) <= {c.id for c in claims}


def test_without_claims_there_is_no_summary(reading: Reading) -> None:
    """A truthful empty digest."""
    assert verify(reading, (), summary(FIRE), 5).summary is None


def test_a_replaced_line_keeps_the_source_of_its_claim(reading: Reading) -> None:
    """Where the claim's text does not name its source, the line does."""
    terse = draft(
        "The roof could come down if it is not propped by Friday.",
        ROOF,
        source="Renske Aldous",
        certainty=Certainty.POSSIBLE,
        hedge="could",
    )
    claims = ground(reading, [terse]).claims
    assert claims, ground(reading, [terse]).refused

    made = verify(reading, claims, None, 1)
    assert made.summary is not None
    assert "Renske Aldous" in made.summary.lines[0].text
