"""Matching, verdicts and figures: what a good output gets, and what each fault costs."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.evals.assign import assign
from pipeline.evals.control import control
from pipeline.evals.entities import Book
from pipeline.evals.loading import Case
from pipeline.evals.match import golds
from pipeline.evals.metrics import failed_figures, figures_of, means
from pipeline.evals.output import Output, Passage, Printed, Said
from pipeline.evals.score import score
from pipeline.evals.speech import speakers
from pipeline.evals.verdicts import Scored

Table = dict[tuple[int, int], float]


def changed(output: Output, id_: str, **fields: object) -> Output:
    """The output with one claim changed."""
    claims = tuple(replace(c, **fields) if c.id == id_ else c for c in output.claims)  # type: ignore[arg-type]
    return replace(output, claims=claims)


def judged(output: Output, case: Case) -> tuple[Scored, dict[str, float | None]]:
    """The scored output and its figures."""
    scored = score(output, case.fixture)
    return scored, figures_of(scored, output, case.fixture)


def verdict(scored: Scored, id_: str) -> str:
    """The verdict on one claim."""
    return next(claim.verdict for claim in scored.claims if claim.id == id_)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(lambda n: n / 10), max_size=14
    )
)
@settings(max_examples=150)
def test_the_assignment_is_as_good_as_the_best_of_all(scores: Table) -> None:
    """No one-to-one choice of listed pairs has a larger sum."""
    chosen = assign(scores)

    best = 0.0
    rows = sorted({row for row, _ in scores})
    for columns in itertools.product([None, 0, 1, 2, 3, 4], repeat=len(rows)):
        used = [c for c in columns if c is not None]
        if len(used) == len(set(used)):
            pairs = [(r, c) for r, c in zip(rows, columns, strict=True) if c is not None]
            if all(pair in scores for pair in pairs):
                best = max(best, sum(scores[pair] for pair in pairs))
    assert all((row, column) in scores for row, column in chosen.items())
    assert len(set(chosen.values())) == len(chosen)
    assert sum(scores[row, column] for row, column in chosen.items()) == pytest.approx(best, abs=1e-6)


def test_the_assignment_agrees_with_a_second_solver() -> None:
    """A dense table is solved as scipy solves it."""
    optimize = pytest.importorskip("scipy.optimize")
    table = [[((i * 7 + j * 11) % 13 + 1) / 13 for j in range(9)] for i in range(7)]

    chosen = assign({(i, j): table[i][j] for i in range(7) for j in range(9)})

    rows, columns = optimize.linear_sum_assignment(table, maximize=True)
    best = sum(table[r][c] for r, c in zip(rows, columns, strict=True))
    assert sum(table[r][c] for r, c in chosen.items()) == pytest.approx(best, abs=1e-6)


def test_the_perfect_output_gets_full_marks_and_no_finding(case: Case, control_output: Output) -> None:
    """The control is clean: a harness whose control fails proves nothing."""
    scored, _ = judged(control_output, case)

    assert control(case) == ()
    assert scored.noticed == ()
    assert {claim.verdict for claim in scored.claims} == {"right"}


def test_an_empty_output_is_worth_nothing(case: Case) -> None:
    """No claims is precision 0 and recall 0, not a vacuous 1."""
    _, figures = judged(Output(text=case.text, claims=()), case)

    assert (figures["recall"], figures["precision"], figures["f1"]) == (0, 0, 0)
    assert (figures["grounding"], figures["attribution"], figures["hedges"]) == (0, 0, 0)


def test_a_failed_case_counts_zero_in_the_mean() -> None:
    """A crash does not vanish from the mean: 1 and a failure are 0.5 over 2."""
    good = {"recall": 1.0}

    assert means([good, failed_figures()])["recall"] == (0.5, 2)


@pytest.mark.parametrize(
    ("id_", "fields", "slots", "figure"),
    [
        ("closed", {"text": "Engineers closed the Tolmund bridge on Friday."}, "date", "dates"),
        ("crack", {"text": "Divers found a crack 14 centimetres long in the second pier."}, "bound", "figures"),
        ("crack", {"text": "Divers found a crack at least 140 centimetres long in a pier."}, "figure", "figures"),
        ("drivers_mayor", {"source": "Ivo Menk"}, "speaker", "attribution"),
        ("drivers_mayor", {"source": None}, "speaker", "attribution"),
        ("drivers_mayor", {"certainty": "certain"}, "certainty", "hedges"),
        ("drivers_mayor", {"text": "Up to 900 drivers a day take the ferry, Oda Brisk said."}, "hedge", "hedges"),
        ("safe", {"text": "“We [the council] were told that it was safe,” Oda Brisk said."}, "quote", "quotes"),
        ("fares", {"text": "Ivo Menk said that the winter fares had been raised."}, "polarity", "polarity"),
        ("fares", {"text": "Ivo Menk denied that the fares had been raised."}, "scope", "polarity"),
        ("repairs", {"text": "Repairs will probably cost 6 million crowns.", "via": None}, "via", "attribution"),
    ],
)  # fmt: skip
def test_a_fault_breaks_its_slot_and_its_figure(
    case: Case, control_output: Output, id_: str, fields: dict[str, object], slots: str, figure: str
) -> None:
    """The verdict names the slot, and the figure that watches it falls."""
    _, before = judged(control_output, case)

    scored, after = judged(changed(control_output, id_, **fields), case)

    assert slots in verdict(scored, id_) or verdict(scored, id_).startswith("trap:")
    full = before[figure]
    assert (after[figure] or 0) < (1.0 if full is None else full)


@pytest.mark.parametrize(
    ("id_", "fields"),
    [
        ("closed", {"text": "Engineers closed the Tolmund bridge on April 7."}),
        ("closed", {"text": "Engineers closed the Tolmund bridge on Monday, 2025-04-07."}),
        ("drivers_mayor", {"source": "Mayor Oda Brisk"}),
        ("drivers_mayor", {"source": "the mayor"}),
        ("drivers_mayor", {"certainty": "probable"}),
        ("drivers_line", {"source": "Ivo Menk"}),
        ("fares", {"text": "The winter fares had not been raised, Lasse Line's director, Ivo Menk, said."}),
        ("drivers_line", {"text": "Lasse Line counted some 350 drivers."}),
    ],
)
def test_what_an_editor_would_accept_is_no_fault(
    case: Case, control_output: Output, id_: str, fields: dict[str, object]
) -> None:
    """A resolved date, a fuller name, a role, the house for its man, a certainty one class away: all right."""
    scored, _ = judged(changed(control_output, id_, **fields), case)

    assert verdict(scored, id_) == "right"


def test_a_figure_left_out_is_incomplete_and_not_wrong(case: Case, control_output: Output) -> None:
    """Omission costs recall, not precision."""
    scored, figures = judged(changed(control_output, "crack", text="Divers found a crack in the second pier."), case)

    assert verdict(scored, "crack").startswith("partial:")
    assert figures["precision"] == 1
    assert (figures["recall"] or 0) < 1


def test_evidence_of_another_fact_is_the_wrong_passage(case: Case, control_output: Output) -> None:
    """A right claim with the wrong span keeps its recall and loses evidence fit."""
    other = next(claim.evidence for claim in control_output.claims if claim.id == "repairs")

    scored, figures = judged(changed(control_output, "closed", evidence=other), case)

    assert verdict(scored, "closed") == "right"
    assert (figures["evidence_fit"] or 0) < 1


def test_the_whole_article_is_no_evidence(case: Case, control_output: Output) -> None:
    """A span over everything fits nothing."""
    whole = (Passage(0, len(case.text), case.text),)

    _, figures = judged(changed(control_output, "safe", evidence=whole), case)

    assert (figures["evidence_fit"] or 0) < 1
    assert (figures["grounding"] or 0) < 1, "it holds the boilerplate too"


def test_evidence_that_does_not_cut_back_is_ungrounded(case: Case, control_output: Output) -> None:
    """Offsets and quote must agree to the letter."""
    scored, figures = judged(changed(control_output, "safe", evidence=(Passage(0, 6, "Brodge"),)), case)

    assert verdict(scored, "safe") == "ungrounded"
    assert (figures["grounding"] or 0) < 1


def test_a_claim_said_twice_is_a_duplicate(case: Case, control_output: Output) -> None:
    """The second of two equal claims is redundant and not right."""
    copy = replace(control_output.claims[0], id="again")

    scored, figures = judged(replace(control_output, claims=(*control_output.claims, copy)), case)

    assert verdict(scored, "again") == "duplicate"
    assert (figures["redundancy"] or 0) > 0
    assert (figures["precision"] or 0) < 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Divers went down at Tolmund.", "extra"),
        ("The prime minister of Velmark resigned over a broken promise.", "unsupported"),
        ("Engineers found 4,212 more cracks in the pier.", "unsupported"),
        ("Divers closed the ferry “for good.”", "unsupported"),
    ],
)
def test_a_left_over_claim_is_clean_or_unsupported(
    case: Case, control_output: Output, text: str, expected: str
) -> None:
    """What no fact covers may be true; invented figures, names, quotations and words are not."""
    piece = "after divers found a crack at least 14 centimetres long in its second pier"
    start = case.text.index(piece)
    said = Said("new", text, (Passage(start, start + len(piece), piece),))

    scored, _ = judged(replace(control_output, claims=(*control_output.claims, said)), case)

    assert verdict(scored, "new") == expected


def test_one_claim_with_two_facts_is_counted_once(case: Case, control_output: Output) -> None:
    """The second fact of a bundled claim is merged: lenient recall has it, strict recall has not."""
    both = (
        "Engineers closed the Tolmund bridge on Monday after divers found a crack at least 14 centimetres long in its"
    )
    both += " second pier."
    start = case.text.index(both[:40])
    kept = tuple(c for c in control_output.claims if c.id not in ("closed", "crack"))
    said = Said("both", both, (Passage(start, start + len(both), case.text[start : start + len(both)]),))

    scored, figures = judged(replace(control_output, claims=(*kept, said)), case)

    status = {fact.id: fact.status for fact in scored.facts}
    assert sorted([status["closed"], status["crack"]]) == ["merged", "right"]
    assert figures["recall_lenient"] == 1
    assert (figures["recall"] or 0) < 1


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("As many as 900 drivers a day might have to take the ferry.", "speaker"),
        ("Mayor Oda Brisk said that as many as 900 drivers a day take the ferry.", "hedge"),
        ("Mayor Oda Brisk said that up to 9,000 drivers a day might have to take the ferry.", "figure"),
        ("The winter fares had been raised.", "trap:raised"),
        ("Click here to subscribe.", "boilerplate"),
    ],
)
def test_the_summary_is_held_to_the_facts(case: Case, control_output: Output, text: str, check: str) -> None:
    """A summary sentence that loses its speaker or hedge, invents a figure or springs a trap is named."""
    line = Printed("line 9", text, ("drivers_mayor",))

    scored, _ = judged(replace(control_output, lines=(*control_output.lines, line)), case)

    assert check in {noticed.check for noticed in scored.noticed if noticed.where == "line 9"}


def test_a_fuller_sentence_of_the_summary_is_right(case: Case, control_output: Output) -> None:
    """Two facts in one sentence, each with its speaker and bound, raise no alarm."""
    text = "Mayor Oda Brisk spoke of up to 900 drivers who might have to take the ferry; Lasse Line put the number at"
    text += " about 350."
    line = Printed("line 9", text, ("drivers_mayor", "drivers_line"))

    scored, _ = judged(replace(control_output, lines=(*control_output.lines, line)), case)

    assert scored.noticed == ()


def test_a_conflict_is_covered_where_its_sides_stand_together(case: Case, control_output: Output) -> None:
    """Without a ledger entry the conflict is lost, though both claims are there."""
    _, figures = judged(replace(control_output, conflicts=()), case)

    assert figures["conflicts"] == 0


def test_every_fact_says_why_it_is_missing(case: Case) -> None:
    """A missing fact names what came nearest, or that its passage is not in the text."""
    scored = score(Output(text="Another text.", claims=()), case.fixture)

    assert {fact.why for fact in scored.facts} == {"its evidence is not in the text that was digested"}


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("Oda Brisk", "brisk"),
        ("Mayor Brisk", "brisk"),
        ("the mayor", "brisk"),
        ("Lasse Line", "line"),
        ("somebody", None),
        (None, "narrator"),
    ],
)
def test_a_source_is_found_by_name_last_name_or_role(case: Case, source: str | None, entity: str | None) -> None:
    """An entity is known by everything it is called."""
    assert Book.of(case.fixture).find(source) == entity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oda Brisk said so.", ("brisk",)),
        ("According to the mayor, Oda Brisk, it held.", ("brisk",)),
        ("It held, said Ivo Menk.", ("menk",)),
        ("Lasse Line's director, Ivo Menk, denied it.", ("menk",)),
        ("Ivo Menk, who once met Oda Brisk, denied it.", ("menk",)),
        ("Oda Brisk opened the bridge.", ()),
    ],
)
def test_a_speaker_is_read_from_the_words(case: Case, text: str, found: tuple[str, ...]) -> None:
    """Who speaks is read from names and verbs; a role gives way to the name beside it."""
    assert speakers(text, Book.of(case.fixture)) == found


def test_evidence_is_located_once_in_another_layout(case: Case) -> None:
    """The places of a fact refer to the text the digest was made from, whatever its spaces and quotes."""
    text = case.text.replace("“", '"').replace("”", '"').replace(" bridge on", "\nbridge  on")

    gold = next(gold for gold in golds(case.fixture, text) if gold.id == "closed")

    assert [text[a:b] for a, b in gold.places] == ["Engineers closed the Tolmund\nbridge  on Monday"]
