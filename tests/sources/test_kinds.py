"""What comes without a name is recognised by how it begins."""

import pytest

from pipeline.sources.kinds import kind_of, looks_like


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"VELMORA - A ferry sank.", "plain"),
        (b"", "plain"),
        (b"[Editor's note: corrected]\nA ferry sank.", "plain"),
        (b"{sic} A ferry sank.", "plain"),
        (b"5 < 6, the minister said.", "plain"),
        (b"#1 in the polls", "plain"),
        (b"# Ferry sinks\n\nA ferry sank.", "markdown"),
        (b"\n\n## Ferry sinks", "markdown"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf  <!-- saved --> <html lang=en>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "html"),
        (b"<div class=story><p>A ferry sank.", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b'{"text": "A ferry sank."}\n{"text": "It rained."}\n', "rows"),
        (b'\n{"text": "A ferry sank."}', "rows"),
        (b'{"text": "' + b"A ferry sank. " * 1000, "rows"),
        (b'{ "text": broken\n', "rows"),
        (b'{\n  "text": "A ferry sank."\n}', "json"),
        (b'[\n  {"text": "A ferry sank."}\n]', "json"),
        (b'[{"text": "A ferry sank."}]', "json"),
        (b'[{"text": "' + b"A ferry sank. " * 1000, "json"),
        (b"[1, 2]", "plain"),
    ],
)
def test_the_beginning_tells_the_kind(head: bytes, kind: str) -> None:
    """Rows, JSON, HTML, Markdown and plain text are told apart on the standard input."""
    assert looks_like(head) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "plain"),
        ("A.TXT", "plain"),
        ("a.md", "markdown"),
        ("a.htm", "html"),
        ("a.ndjson", "rows"),
        ("a.json", "json"),
        ("a.news", "html"),
        ("a", "html"),
    ],
)
def test_a_name_goes_before_the_beginning(name: str, kind: str) -> None:
    """A suffix decides; a name without a known one leaves it to the content."""
    assert kind_of(name, b"<html>") == kind
