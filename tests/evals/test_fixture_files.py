"""Fixtures: how they are read, and what lint refuses."""

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from pipeline.evals.checks import lint_case
from pipeline.evals.lint import structure
from pipeline.evals.lint_sayings import sayings
from pipeline.evals.loading import Case, FixtureError, load, load_all, parse
from pipeline.evals.schema import fixture_schema

HEAD = "article: {seed: a, sha256: b}\n"
ROOT = Path(__file__).parents[2]


def test_a_sound_fixture_has_no_problem(case: Case) -> None:
    """A fixture that stands on its article and can fail passes all three layers of lint."""
    assert lint_case(case) == ()


@pytest.mark.parametrize("name", ["harbour", "verdict"])
def test_the_exhaustive_fixtures_are_sound(name: str) -> None:
    """The first two committed fixtures pass lint and control."""
    case = load(ROOT / "evals" / "fixtures" / f"{name}.yaml", ROOT)

    assert [problem.line() for problem in lint_case(case)] == []


def test_the_committed_schema_is_the_models_schema() -> None:
    """The schema file does not drift from the models."""
    committed = (ROOT / "evals" / "schema" / "fixture.schema.json").read_text("utf-8")

    assert committed == fixture_schema()


@pytest.mark.parametrize("name", ["harbour", "verdict"])
def test_an_editor_accepts_what_the_loader_accepts(name: str) -> None:
    """A sound fixture, read the way an editor reads YAML, fits the schema."""
    content = yaml.safe_load((ROOT / "evals" / "fixtures" / f"{name}.yaml").read_text("utf-8"))

    jsonschema.validate(json.loads(json.dumps(content, default=str)), json.loads(fixture_schema()))


def test_every_scalar_is_read_as_a_string_and_then_typed() -> None:
    """A name "no" stays a name, a number stays as written until its field types it."""
    fixture = parse(
        """
article: {seed: a.txt, sha256: abc, exhaustive: no}
entities: {no: {name: No, aliases: 1e3}}
figures: {x: {words: 1.50, value: 1.50}}
must_have: {a: {fact: F, evidence: E, keys: f, weight: 3}}
""",
        "a.yaml",
    )

    assert fixture.article.exhaustive is False
    assert fixture.entities["no"].aliases == ("1e3",)
    assert (fixture.figures["x"].words, fixture.figures["x"].value) == ("1.50", (1.5,))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("620", (620.0,)),
        ("'2,300'", (2300.0,)),
        ("85 million", (85e6,)),
        ("3 million to 4 million", (3e6, 4e6)),
    ],
)
def test_values_may_be_written_with_scale_words(written: str, value: tuple[float, ...]) -> None:
    """A figure's value is typed the way the article prints it."""
    text = f"article: {{seed: a, sha256: b}}\nfigures: {{x: {{words: w, value: {written}}}}}\n"

    fixture = parse(text + "must_have: {a: {fact: F, evidence: E, keys: f}}\n", "a.yaml")

    assert fixture.figures["x"].value == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article: {seed: a, sha256: b}\narticle: {seed: c}", "the key 'article' stands twice"),
        ("[1, 2]", "a fixture is a mapping"),
        ("article: {seed: a", "not YAML"),
        (
            HEAD + "must_have: {m: {evidence: e, keys: k}}",
            "must_have m.fact: this key is required",
        ),
        (
            HEAD + "must_have: {m: {fact: f, evidence: e, keys: k, wieght: 3}}",
            "m.wieght: unknown key",
        ),
        (
            HEAD + "must_have: {m: {fact: f, evidence: e, keys: k, weight: 4}}",
            "must_have m.weight",
        ),
        (
            HEAD + "must_have: {m: {fact: f, evidence: e, keys: k, near: [{moon: x}]}}",
            "unknown slot",
        ),
    ],
)
def test_an_unreadable_fixture_names_the_entry(text: str, said: str) -> None:
    """The error says file, entry and what is wrong."""
    with pytest.raises(FixtureError) as caught:
        parse(text, "bad.yaml")

    assert str(caught.value).startswith("bad.yaml")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("evidence: Engineers closed the Tolmund bridge on Monday", "evidence: Engineers shut the bridge", "nearest"),
        ("evidence: We [the council] were told it was safe", "evidence: drivers", "times in the article"),
        ("speaker: menk", "speaker: mink", "speaker 'mink' is unknown"),
        ("keys: [drivers, ferry]", "keys: [drivers, 900]", "holds a number"),
        ("keys: [drivers, ferry]", "keys: [drivers, ferry, Brisk]", "is the speaker"),
        ("keys: [repairs, cost]", "keys: [repairs, cost, probably]", "is a hedge"),
        ("keys: [crack, pier]", "keys: [crack, tunnel]", "is not in 'fact'"),
        ("      - hedge: Repairs will cost 6 million crowns, the county said, according to Weir News.\n", "",
         "hedges need a near"),
        ("    hedges: [probably, likely]\n", "", "needs hedges"),
        ("none: [denied, not]", "none: [not]", "fires on its own ok"),
        ("bad: [The winter fares had been raised.]", "bad: [Fares fell.]", "does not fire on its own bad"),
        ('  safe: {text: "We [the council] were told it was safe,", speaker: brisk}\n', "", "is not listed"),
        ("boilerplate: [Click here to subscribe.]", "boilerplate: [Click there.]", "is not in the article"),
        ("sides: [drivers_mayor, drivers_line]", "sides: [drivers_mayor, nobody]", "sides 'nobody' is unknown"),
        ("name: Oda Brisk, role: mayor", "name: Oda Brisk, role: mayor, unreviewed: true", "unreviewed"),
        ("published: 2025-04-08", "published: 2025-04-08, note: x", ""),
    ],
)  # fmt: skip
def test_lint_says_what_is_wrong_and_what_to_do(world: Path, old: str, new: str, said: str) -> None:
    """Each rule of writing has a complaint of its own; a note is no fault."""
    path = world / "fixtures" / "bridge.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")

    lines = [problem.line() for problem in structure(load(path, world))]

    assert any(said in line for line in lines) if said else not lines


def test_a_changed_article_is_noticed(world: Path) -> None:
    """The hash of the seed's bytes holds the fixture to the article it was written from."""
    seed = world / "bridge.txt"
    seed.write_text(seed.read_text("utf-8").replace("Monday", "Sunday"), "utf-8")

    lines = [problem.line() for problem in structure(load(world / "fixtures" / "bridge.yaml", world))]

    assert any("sha256 does not fit" in line for line in lines)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[The Tolmund bridge was shut on Monday.]", "[The Tolmund bridge was shut on Friday.]", "breaks date"),
        ("say: [The Tolmund bridge was shut on Monday.]", "say: [Nobody was hurt.]", "does not match its fact"),
        ("- bound: A crack of 14 centimetres", "- unit: A crack of 14 centimetres", "should break unit"),
        ("fact: Lasse Line, the ferry company, put the number", "fact: The number of those who count it put the number",
         "would be wrong in a summary"),
    ],
)  # fmt: skip
def test_paraphrases_are_held_to_their_promise(world: Path, old: str, new: str, said: str) -> None:
    """A `say` breaks nothing, a `near` exactly its slot, a `fact` could stand in a summary."""
    path = world / "fixtures" / "bridge.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    lines = [problem.line() for problem in sayings(load(path, world))]

    assert any(said in line for line in lines)


def test_a_filter_that_fits_nothing_is_an_error(world: Path) -> None:
    """A typo in --filter must not pass as zero problems."""
    with pytest.raises(FixtureError, match="no fixture whose name contains 'brdge'"):
        load_all(world / "fixtures", world, "brdge")


def test_a_filter_may_name_several_cases() -> None:
    """Texts between commas each keep the ids that contain them."""
    cases = load_all(ROOT / "evals" / "fixtures", ROOT, "harbour,verd")

    assert [case.id for case in cases] == ["harbour", "verdict"]


def test_a_page_is_read_as_a_browser_shows_it(world: Path) -> None:
    """Of an HTML seed menus and comments are text, scripts and styles are not."""
    from pipeline.evals.seeds import seed_text

    page = world / "page.html"
    page.write_text(
        "<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><p>One &amp; <b>two</b>.</p>"
        "<script>alert(1)</script></body></html>",
        "utf-8",
    )

    assert seed_text(page) == "Menu\n\nOne & two."
