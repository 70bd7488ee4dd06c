"""Mutation: every fault made on purpose is caught, and good paraphrases are left alone."""

from collections import Counter
from pathlib import Path

from pipeline.evals.control import control
from pipeline.evals.loading import Case, load
from pipeline.evals.mutate import mutants, run_mutants
from pipeline.evals.paraphrases import run_paraphrases
from pipeline.evals.report_mutation import mutation_report


def test_every_mutant_that_is_wrong_is_caught(case: Case) -> None:
    """Each operator's mutants lower the figure that has to catch them."""
    outcomes = run_mutants(case)

    missed = [(o.operator, o.fact, o.text, o.why) for o in outcomes if not o.caught and o.equivalent is None]
    assert missed == []


def test_the_operators_reach_every_kind_of_fault(case: Case) -> None:
    """Words, fields, quotations, evidence, claims and summary are all mutated."""
    kinds = Counter(mutant.operator for mutant in mutants(case))

    assert {
        "bound_drop", "bound_flip", "bound_add", "figure_x10", "figure_confusable", "unit_swap", "date_shift",
        "hedge_drop", "hedge_add", "negate", "scope_drop", "speaker_text", "speaker_field", "speaker_lost",
        "certainty_field", "via_drop",
        "quote_char", "bracket_drop", "bracket_marks_drop", "evidence_other", "evidence_whole", "duplicate", "invented",
        "claim_drop", "summary_trap", "summary_boilerplate", "empty", "summary_hedge_drop",
    } <= set(kinds)  # fmt: skip


def test_good_paraphrases_get_no_finding(case: Case) -> None:
    """A resolved date, a last name, another word for a bound: nothing is wrong with them."""
    kept = run_paraphrases(case)

    assert len({item.rule for item in kept}) >= 8
    assert [(item.rule, item.text, item.findings) for item in kept if item.findings] == []


def test_a_sample_is_the_same_every_time(case: Case) -> None:
    """The same share takes the same mutants; a share of nothing still has the empty outputs."""
    assert run_mutants(case, share=0.2) == run_mutants(case, share=0.2)
    assert {o.operator for o in run_mutants(case, share=0)} == {"empty"}


def test_a_fixture_that_the_perfect_output_fails_stops_everything(world: Path) -> None:
    """The control says what keeps the fixture's own output from full marks."""
    path = world / "fixtures" / "bridge.yaml"
    text = path.read_text("utf-8").replace(
        "evidence: Engineers closed the Tolmund bridge on Monday", "evidence: Nowhere"
    )
    path.write_text(text, "utf-8")

    assert any("evidence_fit" in problem.message for problem in control(load(path, world)))


def test_the_report_counts_by_operator(case: Case) -> None:
    """The report has a row per operator and names nothing when nothing was missed."""
    report = mutation_report(run_mutants(case, share=0.3), run_paraphrases(case))

    assert report.missed == ()
    assert "0 of" in report.text.splitlines()[-1]
