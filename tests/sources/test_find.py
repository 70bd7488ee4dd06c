"""What a user names becomes articles in order; what is wrong with a name is said at once."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import SourceError
from pipeline.sources import MAX_BYTES, Raw, Unreadable, check, find


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, as the working directory."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "news/b.txt": "B sank.",
        "news/a.md": "# A\n\nA sank.",
        "news/deep/c.html": "<p>C sank.</p>",
        "news/deep/d.jsonl": '{"text": "D1"}\n\n{"text": "D2"}\n',
        "news/.hidden.txt": "H",
        "news/.git/e.txt": "E",
        "news/picture.png": "P",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def refs(*specs: str) -> list[str]:
    """What the names stand for, in order."""
    return [item.ref for item in find(specs)]


def test_a_folder_is_searched_in_sorted_order(desk: Path) -> None:
    """Sub-folders are searched, hidden files and other kinds are not."""
    assert refs("news") == ["news/a.md", "news/b.txt", "news/deep/c.html", "news/deep/d.jsonl:1", "news/deep/d.jsonl:3"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("news/*.txt", ["news/b.txt"]),
        ("news/**/*.html", ["news/deep/c.html"]),
        ("news/[ab].*", ["news/a.md", "news/b.txt"]),
        (
            "news/**",
            [
                "news/a.md",
                "news/b.txt",
                "news/deep/c.html",
                "news/deep/d.jsonl:1",
                "news/deep/d.jsonl:3",
                "news/picture.png",
            ],
        ),
    ],
)
def test_a_glob_names_its_files(desk: Path, pattern: str, found: list[str]) -> None:
    """Two stars go through folders; every file that matches is meant, whatever its kind."""
    assert refs(pattern) == found


def test_names_keep_their_order(desk: Path) -> None:
    """The articles come as the user named them."""
    assert refs("news/b.txt", "news/a.md") == ["news/b.txt", "news/a.md"]


def test_a_file_may_be_called_like_a_pattern(desk: Path) -> None:
    """A name that exists is a name."""
    (desk / "why?.txt").write_text("Why the ferry sank.")

    assert refs("why?.txt") == ["why?.txt"]


@pytest.mark.parametrize(
    ("name", "form"), [("a.txt", "plain"), ("a.md", "markdown"), ("a.HTML", "html"), ("a.log", "plain"), ("a", "plain")]
)
def test_a_file_comes_to_the_byte(desk: Path, name: str, form: str) -> None:
    """Nothing is changed on the way in."""
    data = b"\xef\xbb\xbfThe ferry sank.\r\n \n"
    (desk / name).write_bytes(data)

    assert list(find([name])) == [Raw(name, data, form)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("gone.txt", "'gone.txt' does not exist; check the path"),
        ("empty.txt", "'empty.txt' is empty"),
        ("blank.txt", "'blank.txt' is empty"),
        ("bare", "folder 'bare' has nothing to read"),
        ("a.txt", "'a.txt' is a PDF file"),
        ("broken.txt", "'broken.txt' is a link to nothing"),
        ("b.txt/c.txt", "'b.txt/c.txt' cannot be read"),
        ("*.doc", "no file matches"),
        ("https://courier.example/ferry", "is an address"),
        ("nul\0.txt", "cannot be read"),
        ("x" * 300, "cannot be read"),
    ],
)
def test_a_wrong_name_is_one_line_before_any_work(desk: Path, spec: str, message: str) -> None:
    """Nothing is read, not even of the names before it."""
    (desk / "empty.txt").touch()
    (desk / "blank.txt").write_text(" \n\t\r\n")
    (desk / "bare").mkdir()
    (desk / "a.txt").write_bytes(b"%PDF-1.4")
    (desk / "b.txt").write_text("B")
    (desk / "broken.txt").symlink_to("nowhere")

    with pytest.raises(SourceError) as caught:
        find(["news", spec])

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_name_at_all_is_an_error() -> None:
    """The line says what can be named."""
    with pytest.raises(SourceError, match="give a file"):
        check([])


def test_a_folder_with_a_suffix_is_a_folder(desk: Path) -> None:
    """A folder may be called like a file."""
    (desk / "news" / "old.txt").mkdir()
    (desk / "news" / "old.txt" / "z.txt").write_text("Z")

    assert refs("news/old.txt") == ["news/old.txt/z.txt"]
    assert "news/old.txt/z.txt" in refs("news")


def test_bad_items_of_a_folder_do_not_end_the_run(desk: Path) -> None:
    """An empty file, a link to nothing, a pipe and a file that is too large are told in their places."""
    bad = desk / "bad"
    bad.mkdir()
    (bad / "a.txt").touch()
    (bad / "b.txt").symlink_to("nowhere")
    os.mkfifo(bad / "c.txt")
    with (bad / "d.txt").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    (bad / "e.txt").write_text("Good.")

    found = list(find(["bad"]))

    assert [item.cause if isinstance(item, Unreadable) else item.ref for item in found] == [
        "empty",
        "unreadable",
        "not_a_file",
        "too_large",
        "bad/e.txt",
    ]
    assert all("\n" not in item.message for item in found if isinstance(item, Unreadable))


def test_a_link_in_a_circle_is_not_followed(desk: Path) -> None:
    """A linked folder is not searched, so a circle ends."""
    (desk / "news" / "again").symlink_to(desk / "news")

    assert len(refs("news")) == 5


def test_a_pipe_that_was_named_is_read(desk: Path) -> None:
    """`wirebrief <(curl …)` gives a pipe: it is opened once and read to its end."""
    os.mkfifo(desk / "pipe")
    writer = subprocess.Popen([sys.executable, "-c", "open('pipe', 'w').write('The ferry sank.')"], cwd=desk)

    found = list(find(["pipe"]))

    writer.wait()
    assert found == [Raw("pipe", b"The ferry sank.", "plain")]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"The ferry sank.\n", [Raw("-", b"The ferry sank.\n", "plain")]),
        (b"# Ferry\n\nIt sank.", [Raw("-", b"# Ferry\n\nIt sank.", "markdown")]),
        (b"<html><p>It sank.", [Raw("-", b"<html><p>It sank.", "html")]),
        (b'{"text": "A"}\n{"text": "B"}', [Raw("-:1", b'{"text": "A"}', "row"), Raw("-:2", b'{"text": "B"}', "row")]),
        (b'[\n{"text": "A"}\n]', [Raw("-:1", b'{"text": "A"}', "row")]),
    ],
)
def test_the_standard_input_is_what_it_looks_like(data: bytes, found: list[Raw]) -> None:
    """A dash reads an article, a page or rows."""
    assert list(find(["-"], stdin=io.BytesIO(data))) == found


@pytest.mark.parametrize(("data", "message"), [(b"", "empty"), (b" \n", "empty"), (b"%PDF-1.4", "a PDF file")])
def test_a_standard_input_without_text_is_an_error(data: bytes, message: str) -> None:
    """An empty pipe is no article."""
    with pytest.raises(SourceError, match=message):
        find(["-"], stdin=io.BytesIO(data))


def test_the_standard_input_can_be_named_once() -> None:
    """It cannot be read a second time."""
    with pytest.raises(SourceError, match="twice"):
        find(["-", "-"], stdin=io.BytesIO(b"text"))


def test_finding_needs_neither_pydantic_nor_trafilatura() -> None:
    """A run that finds its digests in the store does not pay for what only new articles need."""
    code = (
        "import sys, types; package = types.ModuleType('pipeline'); package.__path__ = [sys.argv[1]];"
        "sys.modules['pipeline'] = package; import pipeline.sources;"
        "print(sorted({'pydantic', 'trafilatura', 'lxml'} & set(sys.modules)))"
    )

    room = str(Path(pipeline.__file__).parent)

    done = subprocess.run([sys.executable, "-c", code, room], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
