"""The command line: data on standard output, everything else beside it, exit codes that can be relied on."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS, run
from pipeline.upgrade import load_digest

OFFLINE = ("--engine", "offline", "--no-cache")
COMMAND = (sys.executable, "-c", "from pipeline.cli import main; main()")


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings file of anybody's is read."""
    monkeypatch.chdir(tmp_path)


def out(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = run(args)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def harbour(seeds: Path) -> str:
    """The seed of the README."""
    return str(seeds / "harbour.txt")


def test_a_source_alone_is_summarized(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`wirebrief story.txt` and `wirebrief summarize story.txt` are one."""
    code, text, _ = out(capsys, *OFFLINE, harbour)

    assert code == 0
    assert text == out(capsys, "summarize", *OFFLINE, harbour)[1]
    assert "offline: rules and statistics, no model was asked" in text


def test_json_is_a_digest_that_loads(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One object for one source, with every invariant."""
    _, text, _ = out(capsys, *OFFLINE, "--format", "json", harbour)

    made = load_digest(text)
    assert made.claims
    assert all(made.article.text[e.start : e.end] == e.quote for c in made.claims for e in c.evidence)


def test_json_of_several_sources_is_an_array_and_jsonl_always_rows(
    seeds: Path, harbour: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Programs can rely on the shape."""
    two = (harbour, str(seeds / "merger.txt"))

    assert len(json.loads(out(capsys, *OFFLINE, "--format", "json", *two)[1])) == 2
    assert len(out(capsys, *OFFLINE, "--format", "jsonl", *two)[1].splitlines()) == 2
    assert len(out(capsys, *OFFLINE, "--format", "jsonl", harbour)[1].splitlines()) == 1


@pytest.mark.parametrize("form", ["text", "md", "csv", "html"])
def test_every_form_is_written(harbour: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And holds the mayor's count."""
    code, text, _ = out(capsys, *OFFLINE, "--format", form, harbour)

    assert code == 0
    assert "620 homes" in text


def test_csv_has_a_row_a_claim(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As many as the JSON has claims."""
    rows = list(csv.DictReader(io.StringIO(out(capsys, *OFFLINE, "--format", "csv", harbour)[1])))

    assert len(rows) == len(load_digest(out(capsys, *OFFLINE, "--format", "json", harbour)[1]).claims)


def test_an_output_file_appears_whole(harbour: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output stays empty."""
    code, text, _ = out(capsys, *OFFLINE, "--format", "json", "-o", "made.json", harbour)

    assert (code, text) == (0, "")
    assert load_digest((tmp_path / "made.json").read_text("utf-8")).claims
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["made.json"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["absent.txt"], 2, "absent.txt"),
        (["--format", "pdf", "x.txt"], 2, "pdf"),
        (["--open", "x.txt"], 2, "--format html"),
        (["--max-lines", "0", "x.txt"], 2, "from 1 to 20"),
        (["--config", "absent.toml", "x.txt"], 2, "absent.toml"),
        (["--engine", "replay", "x.txt"], 2, "--recordings"),
        (["explain", "absent.json", "1"], 2, "absent.json"),
        (["schema", "Spam"], 2, "Spam"),
        (["prompts", "show", "spam"], 2, "spam"),
        (["prompts", "list", "--prompts", "absent"], 2, "absent"),
        (["summarize"], 2, "SOURCE"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    args: list[str], code: int, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what, which, and what to do."""
    (tmp_path / "x.txt").write_text("A word.")

    found, text, err = out(capsys, *args)
    assert (found, text) == (code, "")
    assert err.startswith("error: ")
    assert message in err
    assert err.count("\n") == 1


def test_an_unwritable_output_is_exit_2(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is half-written."""
    code, _, err = out(capsys, *OFFLINE, "-o", "absent/made.txt", harbour)

    assert code == 2
    assert "absent/made.txt" in err


def test_an_article_that_fails_is_exit_1_and_the_others_are_done(
    harbour: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad article never ends the run; in JSON it stands as a failure."""
    (tmp_path / "wall.txt").write_text("Menu\n")

    code, text, err = out(capsys, *OFFLINE, "--format", "jsonl", "wall.txt", harbour)
    rows = [json.loads(line) for line in text.splitlines()]
    assert code == 1
    assert rows[0]["cause"] == "too_little_prose"
    assert rows[1]["claims"]
    assert "1 failed" in err


def test_strict_wants_at_least_one_claim(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A filter that leaves nothing is not good under --strict, and fine without."""
    nobody = ("claims", *OFFLINE, "--speaker", "Nobody Atall", harbour)

    assert out(capsys, *nobody)[0] == 0
    assert out(capsys, *nobody, "--strict")[0] == 1


@pytest.mark.parametrize(
    ("args", "wanted", "unwanted"),
    [
        (("--speaker", "brandvold"), "620 homes", "Quarles"),
        (("--certainty", "possible"), "620 homes", "chandlery"),
        (("--has-number",), "620 homes", "Schools stay closed"),
    ],
)
def test_claims_are_filtered(
    harbour: str, args: tuple[str, ...], wanted: str, unwanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By speaker, certainty and figures."""
    _, text, _ = out(capsys, "claims", *OFFLINE, *args, harbour)

    assert wanted in text
    assert unwanted not in text


def test_explain_shows_the_passage_of_a_claim(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By number or by the beginning of its id."""
    out(capsys, *OFFLINE, "--format", "json", "-o", "made.json", harbour)
    made = load_digest(Path("made.json").read_text("utf-8"))
    number, claim = next((n, c) for n, c in enumerate(made.claims, 1) if "620" in c.text)

    by_number = out(capsys, "explain", "made.json", str(number))
    assert by_number[0] == 0
    assert f"[[{claim.evidence[0].quote}]]" in by_number[1]
    assert "up_to 620 of homes" in by_number[1]
    assert by_number[1] == out(capsys, "explain", "made.json", claim.id[:8])[1]


def test_a_second_run_comes_from_the_cache(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Same bytes out, nothing digested again; another option is another digest."""
    first = out(capsys, "--engine", "offline", "--format", "json", harbour)
    second = out(capsys, "--engine", "offline", "--format", "json", harbour)
    other = out(capsys, "--engine", "offline", "--format", "json", "--max-lines", "2", harbour)

    assert "(0 from the cache)" in first[2]
    assert "(1 from the cache)" in second[2]
    assert first[1] == second[1]
    assert "(0 from the cache)" in other[2]


def test_the_cache_can_be_seen_and_cleared(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows, size, and none after clear."""
    out(capsys, "--engine", "offline", harbour)

    assert "1 rows" in out(capsys, "cache", "info")[1]
    assert out(capsys, "cache", "clear", "--yes")[1] == "1 rows removed\n"
    assert "0 rows" in out(capsys, "cache", "info")[1]


def test_doctor_names_every_setting_with_its_origin_and_no_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key is never shown."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")

    code, text, _ = out(capsys, "doctor", "--max-lines", "3")
    assert code == 0
    assert "very-secret" not in text
    assert any(line.split() == ["max_lines", "3", "flag"] for line in text.splitlines())
    assert any(line.split() == ["api_key", "********", "OPENAI_API_KEY"] for line in text.splitlines())


def test_schema_is_the_one_a_digest_fits(harbour: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A program can check what it reads."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(out(capsys, "schema")[1])
    made = json.loads(out(capsys, *OFFLINE, "--format", "json", harbour)[1])

    jsonschema.validate(made, schema)


@pytest.mark.parametrize(
    "args", [("prompts", "list"), ("prompts", "check"), ("prompts", "show", "extract"), ("version",)]
)
def test_what_needs_no_article_works(args: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Prompts and version."""
    code, text, _ = out(capsys, *args)

    assert code == 0
    assert text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For the three shells."""
    assert "_WIREBRIEF_COMPLETE" in out(capsys, "completion", shell)[1]


def test_every_command_has_a_file_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The list on the front door is the list of files."""
    folder = Path(sys.modules["pipeline.cli"].__file__ or "").parent
    rooms = {"__init__", "flags", "digesting", "output"}

    assert {p.stem for p in folder.glob("*.py")} - rooms == set(COMMANDS)
    for name in COMMANDS:
        assert "Usage" in out(capsys, name, "--help")[1]


def test_help_imports_nothing_heavy() -> None:
    """Neither openai nor pydantic nor jinja2 nor rich: --help answers at once."""
    code = (
        "import sys\nfrom pipeline.cli import run\nassert run(['--help']) == 0\n"
        "heavy = {'openai', 'pydantic', 'jinja2', 'rich', 'trafilatura', 'diskcache'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )

    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_a_cached_run_imports_neither_records_nor_stages(harbour: str, tmp_path: Path) -> None:
    """A hit needs no stage, no trafilatura, no pydantic."""
    args = ["--engine", "offline", "--cache", str(tmp_path / "c"), harbour]
    code = (
        f"import sys\nfrom pipeline.cli import run\nassert run({args!r}) == 0\n"
        "names = {'openai', 'pydantic', 'jinja2', 'trafilatura', 'pipeline.flow', 'pipeline.records'}\n"
        "heavy = names & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    run(args)

    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_standard_input_is_a_source(harbour: str) -> None:
    """A pipe in, JSON out, and nothing else on standard output."""
    made = subprocess.run(
        [*COMMAND, *OFFLINE, "--format", "json", "-"],
        input=Path(harbour).read_bytes(),
        capture_output=True,
        check=True,
    )

    assert load_digest(made.stdout.decode()).claims


def test_a_closed_pipe_is_no_error(harbour: str) -> None:
    """`wirebrief ... | head -1` is silent."""
    command = subprocess.Popen(
        [*COMMAND, *OFFLINE, "--quiet", "--format", "jsonl", *[harbour] * 3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()

    err = command.stderr.read()
    command.stderr.close()
    assert (command.wait(), err) == (0, b"")


def test_help_teaches_by_example(capsys: pytest.CaptureFixture[str]) -> None:
    """Every line of the examples is a command that exists."""
    text = out(capsys, "--help")[1]

    examples = [line.split() for line in text.splitlines() if line.strip().startswith("wirebrief ")]
    assert len(examples) >= 5
    assert "Exit codes" in text


@pytest.mark.parametrize(("signum", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_a_run_with_its_code(signum: int, code: int, tmp_path: Path, seeds: Path) -> None:
    """One line, no traceback, nothing half-written."""
    rows = tmp_path / "many.jsonl"
    text = (seeds / "harbour.txt").read_text("utf-8")
    rows.write_text(
        "".join(json.dumps({"text": f"{text}\n\nNote {n} of the county ends here."}) + "\n" for n in range(500))
    )
    command = subprocess.Popen(
        [*COMMAND, *OFFLINE, "--format", "jsonl", "-o", str(tmp_path / "out.jsonl"), str(rows)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    threading.Timer(3.0, command.send_signal, [signum]).start()

    out, err = command.communicate(timeout=120)
    assert command.returncode == code
    assert out == ""
    assert err.strip() == "error: stopped"
    assert not (tmp_path / "out.jsonl").exists()


def test_a_device_or_a_link_named_as_output_stays_what_it_is(harbour: str, tmp_path: Path) -> None:
    """A named pipe is written to, a link's target is written, neither is replaced."""
    target = tmp_path / "target.json"
    link = tmp_path / "link.json"
    link.symlink_to(target)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()

    assert run([*OFFLINE, "--format", "json", "-o", str(link), harbour]) == 0
    assert run([*OFFLINE, "--format", "json", "-o", str(pipe), harbour]) == 0
    reader.join()
    assert link.is_symlink()
    assert load_digest(target.read_text("utf-8")).claims
    assert pipe.is_fifo()
    assert load_digest(read[0]).claims


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--published", "tomorrow", "x.txt"], "is no date"),
        (["cache", "prune", "--older-than", "-5"], "range"),
        (["explain", "x.json", "0"], "x.json"),
    ],
)
def test_more_bad_input_is_exit_2(
    args: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that says what."""
    (tmp_path / "x.txt").write_text("A word.")

    code, _, err = out(capsys, *args)
    assert code == 2
    assert message in err


def test_a_failure_names_its_file_and_a_book_is_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to guess which file it was."""
    (tmp_path / "book.txt").write_text("The pier at Orm was mended on Monday by the county. " * 4_000)

    code, _, err = out(capsys, *OFFLINE, "book.txt")
    assert code == 1
    assert "failed: book.txt: the text has 208,000 characters" in err
