"""One small case of our own for the tests of the evals: an article, its fixture, its perfect output."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.evals.control import perfect
from pipeline.evals.loading import Case, load
from pipeline.evals.output import Output
from pipeline.evals.results import RunResult, score_run
from pipeline.evals.run import Job, Plan, run
from pipeline.evals.stored import read_run, write_row

ARTICLE = "\n\n".join(
    [
        "Bridge at Tolmund shut after divers find a crack",
        "TOLMUND, April 8 (Weir News) — Engineers closed the Tolmund bridge on Monday after divers found a crack at "
        "least 14 centimetres long in its second pier.",
        "Mayor Oda Brisk said that as many as 900 drivers a day might have to take the ferry. “We [the council] were "
        "told it was safe,” she said.",
        "The ferry company, Lasse Line, put the number of drivers at about 350. Its director, Ivo Menk, denied that "
        "the winter fares had been raised.",
        "Repairs will probably cost 6 million crowns, the county said, according to Weir News.",
        "Click here to subscribe.",
    ]
)


FIXTURE = """
article: {seed: bridge.txt, sha256: HASH, published: 2025-04-08, exhaustive: false}
entities:
  brisk: {name: Oda Brisk, role: mayor}
  line: {name: Lasse Line, role: ferry company, type: organisation}
  menk: {name: Ivo Menk, role: director, of: line}
  county: {name: the county, type: organisation}
  weir: {name: Weir News, type: organisation}
figures:
  crack: {words: at least 14 centimetres, value: 14, bound: at_least, unit: centimetres}
  mayor: {words: as many as 900 drivers, value: 900, bound: up_to, counts: drivers, confusable: line}
  line: {words: about 350, value: 350, bound: about, counts: drivers, confusable: mayor}
  cost: {words: 6 million crowns, value: 6 million, unit: crowns}
dates:
  monday: {words: on Monday, day: 2025-04-07, inferred: [year, month, day]}
quotes:
  safe: {text: "We [the council] were told it was safe,", speaker: brisk}
must_have:
  closed:
    weight: 3
    fact: Engineers closed the Tolmund bridge on Monday.
    evidence: Engineers closed the Tolmund bridge on Monday
    keys: [bridge, closed|shut]
    dates: monday
    say: [The Tolmund bridge was shut on Monday.]
    near:
      - date: Engineers closed the Tolmund bridge on Friday.
  crack:
    fact: Divers found a crack at least 14 centimetres long in the second pier of the bridge.
    evidence: divers found a crack at least 14 centimetres long in its second pier
    keys: [crack, pier]
    figures: crack
    say: [A crack of at least 14 centimetres was found in the second pier.]
    near:
      - bound: A crack of 14 centimetres was found in the second pier.
      - unit: A crack of at least 14 inches was found in the second pier.
  drivers_mayor:
    weight: 3
    fact: Mayor Oda Brisk said that as many as 900 drivers a day might have to take the ferry.
    evidence: Mayor Oda Brisk said that as many as 900 drivers a day might have to take the ferry
    keys: [drivers, ferry]
    speaker: brisk
    certainty: possible
    hedges: [might, may, could]
    figures: mayor
    say: ["According to Mayor Brisk, up to 900 drivers a day may have to use the ferry."]
    near:
      - hedge: Mayor Oda Brisk said that as many as 900 drivers a day take the ferry.
      - figure: Mayor Oda Brisk said that as many as 350 drivers a day might have to take the ferry.
      - speaker: Ivo Menk said that as many as 900 drivers a day might have to take the ferry.
  safe:
    fact: Mayor Oda Brisk said that the council had been told the bridge was safe.
    evidence: We [the council] were told it was safe
    keys: [told, safe]
    speaker: brisk
    quotes: safe
    say: ["“We [the council] were told it was safe,” Mayor Oda Brisk said."]
    near:
      - quote: “We were told it was safe,” Mayor Oda Brisk said.
      - polarity: Mayor Oda Brisk said that the council had not been told the bridge was safe.
  drivers_line:
    weight: 2
    fact: Lasse Line, the ferry company, put the number of drivers at about 350.
    evidence: The ferry company, Lasse Line, put the number of drivers at about 350
    keys: [drivers, number|count]
    speaker: line
    figures: line
    say: [Lasse Line put the number of drivers at around 350.]
  fares:
    fact: Ivo Menk, the director of Lasse Line, denied that the winter fares had been raised.
    evidence: Its director, Ivo Menk, denied that the winter fares had been raised
    keys: [fares]
    speaker: menk
    denied: true
    scope: [winter]
    say: [Ivo Menk said that the winter fares had not been raised.]
    near:
      - scope: Ivo Menk denied that the fares had been raised.
      - polarity: Ivo Menk said that the winter fares had been raised.
  repairs:
    fact: Repairs will probably cost 6 million crowns, the county said, according to Weir News.
    evidence: Repairs will probably cost 6 million crowns, the county said, according to Weir News
    keys: [repairs, cost]
    speaker: county
    via: weir
    certainty: probable
    hedges: [probably, likely]
    figures: cost
    say: ["The county, according to Weir News, said that repairs are likely to cost 6 million crowns."]
    near:
      - hedge: Repairs will cost 6 million crowns, the county said, according to Weir News.
      - via: Repairs will probably cost 6 million crowns, the county said.
attributions:
  brisk: {not: [menk]}
conflicts:
  drivers: {what: drivers on the ferry, sides: [drivers_mayor, drivers_line]}
must_not_say:
  raised:
    kind: polarity
    severity: fatal
    all: [fares, raised]
    none: [denied, not]
    bad: [The winter fares had been raised.]
    ok: [Ivo Menk denied that the winter fares had been raised.]
boilerplate: [Click here to subscribe.]
summary: {words: 10-90, must_cover: [closed, drivers_mayor], lead_any: [closed]}
"""


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A folder with the article and, under `fixtures/`, its fixture."""
    (tmp_path / "bridge.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "fixtures").mkdir()
    hashed = hashlib.sha256(ARTICLE.encode()).hexdigest()
    (tmp_path / "fixtures" / "bridge.yaml").write_text(FIXTURE.replace("HASH", hashed), "utf-8")
    return tmp_path


@pytest.fixture
def case(world: Path) -> Case:
    """The case of the bridge."""
    return load(world / "fixtures" / "bridge.yaml", world)


@pytest.fixture
def control_output(case: Case) -> Output:
    """The output that says every fact of the case and nothing else."""
    return perfect(case.fixture, case.text)


@pytest.fixture
def result(case: Case, world: Path) -> RunResult:
    """A scored run of the offline engine on the bridge, cut to two claims: facts are missing for sure."""
    plan = Plan(world / "runs" / "offline", {"engine": "offline"})
    (row,) = run([Job(case.id, case.seed)], plan)
    assert row.digest is not None
    kept = {"claims": row.digest.claims[:2], "summary": None, "conflicts": (), "findings": ()}
    write_row(plan.folder, replace(row, digest=row.digest.model_copy(update=kept)))
    return score_run(read_run(plan.folder), [case])
