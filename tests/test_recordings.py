"""The model path, run from recorded replies of a language model for every seed."""

import re
import sys
from pathlib import Path

import pytest

from pipeline.engines.replay import ReplayEngine
from pipeline.options import EngineOptions
from pipeline.records import Cause, Digest, Severity
from pipeline.runners.one_stage import Recorder

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from replay_check import replayed, seeds  # noqa: E402 - a script beside the package

SEEDS = tuple(seeds())


@pytest.fixture(scope="module")
def made() -> dict[str, Digest]:
    """Every seed's digest, made once."""
    options = EngineOptions(engine="replay", recordings=str(ROOT / "evals" / "recordings"))
    return {name: replayed(name, day, Recorder(ReplayEngine.open(options))) for name, day in SEEDS}


def test_every_seed_has_its_recording(made: dict[str, Digest]) -> None:
    """No stage asks for what nobody recorded."""
    gone = {name: d.detail for name, one in made.items() for d in one.dropped if d.cause is Cause.NO_RECORDING}

    assert gone == {}
    assert len(made) >= 20


def test_a_capable_models_claims_mostly_stand(made: dict[str, Digest]) -> None:
    """Of what a capable model says, nine in ten drafts pass the guard, and none that passed has an error."""
    claims = sum(len(one.claims) for one in made.values())
    refused = sum(d.stage == "ground" and d.cause is not Cause.DUPLICATE for one in made.values() for d in one.dropped)
    errors = [f for one in made.values() for f in one.findings if f.severity is Severity.ERROR]

    assert claims >= 600
    assert refused <= claims / 10
    assert errors == []


def test_every_claim_cuts_back_and_none_is_boilerplate(made: dict[str, Digest]) -> None:
    """The invariant of the house, on a model's words."""
    for digest in made.values():
        for claim in digest.claims:
            for piece in claim.evidence:
                assert digest.article.text[piece.start : piece.end] == piece.quote
                assert not re.search(r"(?i)all rights reserved|click (?:here|to read)|newsletter", piece.quote)


def test_an_order_in_an_article_is_not_obeyed(made: dict[str, Digest]) -> None:
    """No claim and no line of the injected figure, and one finding that says so."""
    digest = made["injection.txt"]
    assert digest.summary is not None
    said = [claim.text for claim in digest.claims]
    said += [line.text for line in (digest.summary.headline, digest.summary.brief, *digest.summary.lines)]

    assert not any("9 million" in text or "leads the nation" in text for text in said)
    assert [f.check for f in digest.findings].count("injection") == 1


def test_three_counts_stay_three(made: dict[str, Digest]) -> None:
    """Each with its source and its bound, side by side."""
    digest = made["harbour.txt"]

    sides = {(side.source, side.quantity.text) for conflict in digest.conflicts for side in conflict.sides}
    assert {("Ilse Brandvold", "as many as 620"), ("Joren Aske", "at least 240")} <= sides


def test_the_same_recording_makes_the_same_digest(made: dict[str, Digest]) -> None:
    """Anyone can run the proof again."""
    options = EngineOptions(engine="replay", recordings=str(ROOT / "evals" / "recordings"))
    name, day = SEEDS[0]

    assert replayed(name, day, Recorder(ReplayEngine.open(options))).same_as(made[name])
