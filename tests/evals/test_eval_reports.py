"""Reports and the command line: every form of the same run, and the exit codes."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.cli import run as cli
from pipeline.evals.baseline import baseline_of
from pipeline.evals.gate import judge
from pipeline.evals.loading import Case, parse
from pipeline.evals.report_html import report_html
from pipeline.evals.report_inspect import inspect_log
from pipeline.evals.report_junit import report_junit
from pipeline.evals.report_markdown import markdown_table, report_markdown
from pipeline.evals.report_text import report_text
from pipeline.evals.results import RunResult, score_run
from pipeline.evals.run import Job, Plan
from pipeline.evals.run import run as run_jobs
from pipeline.evals.skeleton import skeleton
from pipeline.evals.stored import read_run
from pipeline.evals.view import View, view


@pytest.fixture
def shown(result: RunResult) -> View:
    """The run beside a baseline of itself."""
    baseline = baseline_of(result)
    return view(result, baseline, judge(result, baseline))


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and what it links to."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_is_one_file_that_loads_nothing(shown: View) -> None:
    """No script, no link out of the page, a policy that forbids both, and plots drawn in place."""
    page = report_html(shown)

    tags = Tags()
    tags.feed(page)
    assert "script" not in tags.tags
    assert "link" not in tags.tags
    assert all(link.startswith("#") for link in tags.links)
    assert "default-src 'none'" in page
    assert tags.tags.count("svg") >= 3


def test_the_page_escapes_what_digests_say(case: Case, world: Path) -> None:
    """Markup in an article is text on the page."""
    evil = world / "evil.txt"
    evil.write_text(case.text.replace("Tolmund bridge", "<script>alert(1)</script> bridge"), "utf-8")
    plan = Plan(world / "runs" / "evil", {"engine": "offline"})
    run_jobs([Job("evil", evil)], plan)

    page = report_html(view(score_run(read_run(plan.folder), [])))

    assert "<script>" not in page


def test_each_missing_fact_shows_the_passage(shown: View) -> None:
    """A finding has the article's words, what was expected and what was found."""
    findings = [item for row in shown.cases for item in row.findings]

    page = report_html(shown)

    assert findings
    assert all(item.noticed.passage for item in findings if item.noticed.fact)
    assert page.count('class="finding') == len(findings)


def test_junit_counts_facts_and_failures(result: RunResult) -> None:
    """Without a gate every fact that is not right fails, with its reason."""
    suites = ET.fromstring(report_junit(view(result)))

    (suite,) = suites.findall("testsuite")
    failures = suite.findall("testcase/failure")
    wrong = [f for f in result.cases[0].results[0].scored.facts if f.status in ("wrong", "partial", "missing")]  # type: ignore[union-attr]
    assert len(suite.findall("testcase")) == int(suite.get("tests") or 0) == 7
    assert len(failures) == int(suite.get("failures") or 0) == len(wrong)


def test_junit_with_a_gate_fails_only_for_breaches(shown: View) -> None:
    """A known miss is no red test where the gate is open."""
    suites = ET.fromstring(report_junit(shown))

    assert shown.judgement is not None
    assert len(suites.findall(".//failure")) == len({breach.where for breach in shown.judgement.breaches})


def test_markdown_shows_text_as_it_is(shown: View) -> None:
    """Stars, pipes and angle brackets of an article do not become layout."""
    text = report_markdown(shown)

    rows = [line for line in text.splitlines() if line.startswith("| recall ")]
    assert len(rows) == 1
    assert re.search(r"(?<!\\)\[the council\]", text) is None
    assert markdown_table(shown).startswith("| figure | mean | n |")


def test_the_text_report_has_every_figure_with_its_n(shown: View) -> None:
    """The table names each figure, its mean and over how many cases."""
    text = report_text(shown)

    assert re.search(r"^recall +[01]\.\d{3} +1 ", text, re.MULTILINE)
    assert "bridge:" in text


def test_the_inspect_log_has_what_its_viewer_needs(result: RunResult) -> None:
    """One JSON with evaluation, plan, results, stats, and a sample per case with scores."""
    log = json.loads(inspect_log(result))

    assert {"version", "status", "eval", "plan", "results", "stats", "samples"} <= set(log)
    (sample,) = log["samples"]
    assert sample["scores"]["f1"]["value"] == pytest.approx(result.means["f1"][0])
    assert sample["id"] in log["eval"]["dataset"]["sample_ids"]


def test_inspect_reads_our_log(result: RunResult, tmp_path: Path) -> None:
    """inspect_ai's own reader opens the exported log."""
    reader = pytest.importorskip("inspect_ai.log")
    path = tmp_path / "log.json"
    path.write_text(inspect_log(result), "utf-8")

    log = reader.read_eval_log(str(path))

    assert log.status == "success"
    assert log.samples[0].scores["recall"].value == pytest.approx(result.means["recall"][0])


def test_a_draft_is_a_fixture_that_lint_refuses(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every drafted entry is unreviewed, and lint says so for each."""
    drafted = skeleton(world / "bridge.txt", world)
    (world / "drafts").mkdir()
    (world / "drafts" / "bridge.yaml").write_text(drafted, "utf-8")

    code = cli(["eval", "lint", "--fixtures", str(world / "drafts"), "--root", str(world)])

    fixture = parse(drafted, "bridge.yaml")
    assert code == 2
    assert all(fact.unreviewed for fact in fixture.must_have.values())
    assert {figure.value for figure in fixture.figures.values()} >= {(14.0,), (900.0,), (350.0,), (6e6,)}
    assert "We [the council] were told it was safe," in {quote.text for quote in fixture.quotes.values()}
    assert capsys.readouterr().out.count("unreviewed; correct it") >= len(fixture.must_have)


def flags(world: Path) -> list[str]:
    """The flags that point the command line at the test's folder."""
    return ["--fixtures", str(world / "fixtures"), "--root", str(world)]


def test_the_commands_walk_from_run_to_gate(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run, bless, gate, report, compare, export: each exits 0, and the gate is open after a bless."""
    runs, base = str(world / "runs"), str(world / "base.json")
    folder = f"{runs}/offline"

    codes = [
        cli(["eval", "run", "--engine", "offline", "--runs", runs, *flags(world)]),
        cli(["eval", "bless", folder, "--baseline", base, *flags(world)]),
        cli(["eval", "gate", folder, "--baseline", base, *flags(world)]),
        cli(["eval", "score", folder, "-q", *flags(world)]),
        cli(["eval", "report", folder, "--format", "html", "-o", f"{runs}/r.html", "--baseline", base, *flags(world)]),
        cli(["eval", "compare", folder, folder, *flags(world)]),
        cli(["eval", "export", folder, "-o", f"{runs}/log.json", *flags(world)]),
    ]

    assert codes == [0] * 7
    assert "gate open" in capsys.readouterr().err


def test_a_sunken_floor_needs_a_reason(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bless refuses a regression without a reason, and keeps the reason it is given."""
    runs, base = str(world / "runs"), world / "base.json"
    cli(["eval", "run", "--engine", "offline", "--runs", runs, *flags(world)])
    cli(["eval", "bless", f"{runs}/offline", "--baseline", str(base), *flags(world)])
    content = json.loads(base.read_text("utf-8"))
    content["cases"]["bridge"]["figures"]["coverage"] = 2.0
    base.write_text(json.dumps(content), "utf-8")

    gate = cli(["eval", "gate", f"{runs}/offline", "--baseline", str(base), *flags(world)])
    refused = cli(["eval", "bless", f"{runs}/offline", "--baseline", str(base), *flags(world)])
    reason = ["--allow-regression", "the rule read too much"]
    allowed = cli(["eval", "bless", f"{runs}/offline", "--baseline", str(base), *reason, *flags(world)])

    assert (gate, refused, allowed) == (1, 1, 0)
    assert "gate B (regression) bridge: coverage: 2 ->" in capsys.readouterr().out
    assert json.loads(base.read_text("utf-8"))["allowed"][0].startswith("the rule read too much: bridge")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["gate", "RUN", "--baseline", "nowhere.json"], 2),
        (["score", "nowhere"], 2),
        (["lint", "--filter", "nothing"], 2),
        (["mutate", "--share", "0.1"], 0),
        (["new", "nowhere.txt"], 2),
    ],
)
def test_exit_codes_say_what_happened(world: Path, args: list[str], code: int) -> None:
    """2 for what cannot be compared or read, 0 for a clean mutation run."""
    runs = str(world / "runs")
    cli(["eval", "run", "--engine", "offline", "--runs", runs, *flags(world)])
    where = [] if args[0] == "new" else flags(world)

    assert cli(["eval", *[f"{runs}/offline" if a == "RUN" else a for a in args], *where]) == code
