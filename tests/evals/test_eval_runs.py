"""Runs, baselines, the gate and comparisons: crashes count, floors hold, answers are honest."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import RecordError, UsageError
from pipeline.evals.baseline import Baseline, baseline_of, changes, dump, load_baseline, write_baseline
from pipeline.evals.compare import bootstrap_means, compare, differences, holm, one_sided_loss, quantile, two_sided
from pipeline.evals.gate import absolute, judge
from pipeline.evals.loading import Case
from pipeline.evals.results import RunResult, score_run
from pipeline.evals.run import Job, Plan, run
from pipeline.evals.stored import Row, Stored, read_about, read_run, row_file, write_row


@pytest.fixture
def plan(world: Path) -> Plan:
    """A run of the offline engine under the test's folder."""
    return Plan(world / "runs" / "offline", {"engine": "offline"})


def with_facts(result: RunResult, **shares: float) -> Baseline:
    """A baseline of the result in which some facts were right that often."""
    baseline = baseline_of(result)
    pinned = baseline.cases["bridge"]
    cases = {"bridge": replace(pinned, facts={**pinned.facts, **shares})}
    return replace(baseline, cases=cases)


def test_a_run_is_kept_and_read_back(case: Case, plan: Plan) -> None:
    """What a run stored is what it returned, and the manifest says who answered."""
    rows = run([Job(case.id, case.seed)], plan)

    assert read_run(plan.folder).rows == rows
    assert read_about(plan.folder).engine == "offline"


def test_a_crash_is_a_row_that_scores_zero(world: Path, case: Case, plan: Plan) -> None:
    """An article that cannot be digested is counted with 0, beside one that can."""
    (world / "empty.txt").write_text("", "utf-8")
    run([Job(case.id, case.seed), Job("empty", world / "empty.txt")], plan)

    result = score_run(read_run(plan.folder), [case])

    assert result.failed == ("empty",)
    alone = next(c for c in result.cases if c.id == "bridge").figures["recall"] or 0
    mean, n = result.means["recall"]
    assert (mean, n) == (alone / 2, 2)


def test_a_failed_case_shuts_the_gate(world: Path, case: Case, plan: Plan) -> None:
    """A crash breaks an absolute floor and its reason is printed."""
    (world / "empty.txt").write_text("", "utf-8")
    run([Job("empty", world / "empty.txt"), Job(case.id, case.seed)], plan)

    breaches = [b for b in absolute(score_run(read_run(plan.folder), [case])) if b.where == "empty"]

    assert [(b.gate, b.kind) for b in breaches] == [("A", "absolute")]
    assert "failed:" in breaches[0].what


def test_a_run_of_settings_that_cannot_work_is_no_run(case: Case, world: Path) -> None:
    """Where no case could be run nothing was measured, and that is an error."""
    plan = Plan(world / "runs" / "replay", {"engine": "replay"})

    with pytest.raises(UsageError, match="no case could be run"):
        run([Job(case.id, case.seed)], plan)


def test_a_resumed_run_keeps_its_rows(case: Case, plan: Plan) -> None:
    """Rows that are there are not made again; a run with other settings is refused."""
    run([Job(case.id, case.seed)], plan)
    before = row_file(plan.folder, case.id, 1).stat().st_mtime_ns

    run([Job(case.id, case.seed)], replace(plan, resume=True))

    assert row_file(plan.folder, case.id, 1).stat().st_mtime_ns == before
    with pytest.raises(UsageError, match="other settings"):
        run([Job(case.id, case.seed)], replace(plan, resume=True, repeats=2))


def test_a_run_that_is_not_resumed_starts_afresh(case: Case, plan: Plan) -> None:
    """Rows of an earlier run do not linger."""
    run([Job("old", case.seed)], plan)

    run([Job(case.id, case.seed)], plan)

    assert [row.case for row in read_run(plan.folder).rows] == ["bridge"]


def test_each_repeat_has_a_cache_of_its_own(world: Path) -> None:
    """One cache for all repeats would answer every repeat but the first."""
    plan = Plan(world, {"engine": "openai"}, repeats=3, cache=world / "cache")

    folders = [plan.of_repeat(repeat)["cache"] for repeat in (1, 2, 3)]

    assert len(set(folders)) == 3


def test_repeats_are_averaged(case: Case, plan: Plan) -> None:
    """A fact right in one of two repeats is half right."""
    run([Job(case.id, case.seed)], replace(plan, repeats=2))
    write_row(plan.folder, Row("bridge", 2, case.fixture.article.sha256, None, {"message": "gone"}))

    (scored,) = score_run(read_run(plan.folder), [case]).cases

    assert set(scored.facts.values()) <= {0.0, 0.5}
    assert max(scored.facts.values()) == 0.5


def test_an_article_without_fixture_gets_the_figures_that_need_none(case: Case, plan: Plan) -> None:
    """Grounding and cost are known, recall is not."""
    run([Job("other", case.seed)], plan)

    (scored,) = score_run(read_run(plan.folder), []).cases

    assert scored.figures["grounding"] == 1
    assert scored.figures["recall"] is None


def test_a_run_of_another_version_of_the_seed_is_refused(case: Case, plan: Plan) -> None:
    """Scores of an article that has changed since would be nonsense."""
    run([Job(case.id, case.seed)], plan)
    stored = read_run(plan.folder)
    old = replace(stored.rows[0], seed_sha256="0" * 64)

    with pytest.raises(UsageError, match="another version"):
        score_run(Stored(stored.folder, stored.about, (old,)), [case])


def test_a_broken_row_names_its_file(plan: Plan, case: Case) -> None:
    """A torn row is one line with the file's name."""
    run([Job(case.id, case.seed)], plan)
    row_file(plan.folder, case.id, 1).write_text("{}", "utf-8")

    with pytest.raises(RecordError, match=r"bridge--1\.json"):
        read_run(plan.folder)


def test_a_baseline_is_the_same_bytes_every_time(result: RunResult, tmp_path: Path) -> None:
    """Sorted keys, six digits, no times: two dumps are equal, and loading one gives it back."""
    path = tmp_path / "offline.json"
    write_baseline(path, baseline_of(result))

    assert path.read_text("utf-8") == dump(baseline_of(result)) == dump(load_baseline(path))
    assert "seconds" not in path.read_text("utf-8")


def test_an_unchanged_run_passes_its_own_baseline(result: RunResult) -> None:
    """The ratchet lets a run pass that is as good as it was."""
    judgement = judge(result, baseline_of(result))

    assert [b for b in judgement.breaches if b.gate != "A"] == []


def test_a_lost_fact_shuts_the_gate_and_says_why(result: RunResult) -> None:
    """A fact that was right and is not fails the ratchet of a deterministic engine."""
    lost = next(id_ for id_, share in result.cases[0].facts.items() if share == 0)

    judgement = judge(result, with_facts(result, **{lost: 1.0}))

    (breach,) = [b for b in judgement.breaches if b.gate == "B"]
    assert breach.where == f"bridge {lost}"
    assert breach.line().startswith("gate B (regression) bridge")


def test_a_stochastic_engine_may_lose_a_light_fact_but_no_heavy_one(result: RunResult) -> None:
    """Gate D looks at facts of weight 3 that were nearly always right and nearly never are now."""
    run_ = replace(result, about=replace(result.about, engine="openai"))
    facts = dict.fromkeys(result.cases[0].facts, 1.0)
    baseline = replace(with_facts(result, **facts), engine="openai")

    breaches = [b for b in judge(run_, baseline).breaches if b.gate == "D"]

    heavy = {"closed", "drivers_mayor"}
    wrong = {id_ for id_, share in result.cases[0].facts.items() if share == 0}
    assert {b.where.split()[1] for b in breaches} == heavy & wrong


@pytest.mark.parametrize(
    ("about", "said"),
    [({"engine": "openai"}, "engine"), ({"model": "large"}, "model"), ({"cases": "changed"}, "has changed")],
)
def test_what_cannot_be_compared_is_refused(result: RunResult, about: dict[str, str], said: str) -> None:
    """Another engine, another model or a changed fixture is no regression, it is no comparison."""
    baseline = baseline_of(result)
    if "cases" in about:
        pinned = replace(baseline.cases["bridge"], fixture="0" * 64)
        baseline = replace(baseline, cases={"bridge": pinned})
    else:
        baseline = replace(baseline, **about)  # type: ignore[arg-type]

    with pytest.raises(UsageError, match=said):
        judge(result, baseline)


def test_a_bless_names_the_floors_that_would_sink(result: RunResult) -> None:
    """A gained fact is a change, a lost fact a regression."""
    facts = result.cases[0].facts
    right = next(id_ for id_, share in facts.items() if share == 1)
    wrong = next(id_ for id_, share in facts.items() if share == 0)

    shown, worse = changes(with_facts(result, **{right: 0.0, wrong: 1.0}), baseline_of(result))

    assert [line.split(":")[0] for line in worse] == [f"bridge {wrong}"]
    assert any(line.startswith(f"bridge {right}: right 0 -> 1") for line in shown)


def test_a_run_compared_with_itself_shows_no_difference(result: RunResult) -> None:
    """The honest answer for equal runs is that there is none."""
    comparison = compare(result, result)

    assert {d.verdict for d in comparison.differences} == {"no difference shown"}
    assert comparison.lost == comparison.gained == ()


def test_a_clear_loss_over_many_articles_is_named() -> None:
    """Twenty articles that each lose a tenth of their hedges are a loss in that figure alone."""
    articles = {
        f"a{i}": ({"hedges": 0.9, "recall": 0.5 + i % 3 / 10}, {"hedges": 0.8 - i % 2 / 50, "recall": 0.5 + i % 3 / 10})
        for i in range(20)
    }

    found = {d.figure: d.verdict for d in differences(articles)}

    assert found == {"recall": "no difference shown", "hedges": "loss"}


def test_noise_is_no_loss() -> None:
    """Differences that cancel out are not called a loss."""
    articles = {f"a{i}": ({"recall": 0.5}, {"recall": 0.5 + (0.1 if i % 2 else -0.1)}) for i in range(20)}

    (difference,) = differences(articles)

    assert difference.verdict == "no difference shown"
    assert difference.low < 0 < difference.high


def test_the_bootstrap_is_the_same_every_time() -> None:
    """A fixed seed makes the interval reproducible."""
    d = [0.1, -0.2, 0.05, 0.3, -0.1]

    assert bootstrap_means(d) == bootstrap_means(list(d))
    assert quantile([1, 2, 3, 4, 5], 0.5) == 3


def test_holm_is_never_milder_than_the_raw_p() -> None:
    """Each adjusted p is at least its own, in the same order."""
    p = [0.01, 0.04, 0.03]

    adjusted = holm(p)

    assert adjusted == pytest.approx([0.03, 0.06, 0.06])
    assert all(a >= b for a, b in zip(adjusted, p, strict=True))


def test_a_loss_within_the_margin_is_no_loss() -> None:
    """A loss of half a point is below the margin, one of ten points is beyond it."""
    assert one_sided_loss(bootstrap_means([-0.005] * 10)) == 1
    assert one_sided_loss(bootstrap_means([-0.1, -0.12, -0.08, -0.1])) < 0.01
    assert two_sided(bootstrap_means([0.0, 0.0])) == 1


def test_a_systematic_loss_shuts_gate_c(result: RunResult, case: Case) -> None:
    """Where every article of a stochastic engine lost ten points, the paired test fails the figure."""
    cases = tuple(replace(result.cases[0], id=f"bridge{i}") for i in range(8))
    run_ = RunResult(replace(result.about, engine="openai"), cases)
    baseline = baseline_of(run_)
    better = {
        id_: replace(p, figures={**p.figures, "recall": (p.figures["recall"] or 0) + 0.1 + int(id_[-1]) / 500})
        for id_, p in baseline.cases.items()
    }

    breaches = [b for b in judge(run_, replace(baseline, cases=better)).breaches if b.gate == "C"]

    assert ["recall lost" in b.what for b in breaches] == [True]
