"""Bytes become the text that was written, or a line that says what they are."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ArticleError
from pipeline.sources.decode import decode

NEWS = "“We lost the café,” said José Ibáñez – the owner – on Monday…\r\nIt cost €40,000.\u00a0\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NEWS.encode("utf-8"), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + NEWS.encode("utf-8"), id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), id="utf-16 little endian"),
        pytest.param(codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), id="utf-16 big endian"),
        pytest.param(codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le"), id="utf-32 little endian"),
        pytest.param(codecs.BOM_UTF32_BE + NEWS.encode("utf-32-be"), id="utf-32 big endian"),
        pytest.param(NEWS.encode("cp1252"), id="windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    """Only the byte order mark goes: quotes, dashes, CRLF, no-break and trailing spaces stay."""
    assert decode(data, "a.txt") == NEWS


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_kept_to_the_letter(text: str) -> None:
    """Any text without control characters comes back as it was, behind a mark too."""
    assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt") == text


@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_one_line(data: bytes) -> None:
    """Nothing but our own error leaves the decoder."""
    said = ""
    try:
        decode(data, "a.txt")
    except ArticleError as err:
        said = str(err)

    assert said.isprintable()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00", "a GIF image"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (b"{\\rtf1\\ansi Ferry", "an RTF document"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a media file"),
        (b"\x00\x00\x00\x18ftypmp42", "a video"),
        (b"a" * 257 + b"ustar\x00", "a tar archive"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"The ferry\x00sank.", "NUL bytes"),
        (bytes(range(1, 32)) * 4, "control characters"),
    ],
)
def test_binary_data_is_named(data: bytes, named: str) -> None:
    """The line says what the file is, so that nobody has to guess."""
    with pytest.raises(ArticleError, match=named) as caught:
        decode(data, "a.txt")

    assert caught.value.cause == "binary"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Паром сел на мель у мыса, сообщила береговая охрана.".encode("cp1251"), id="windows-1251"),
        pytest.param("フェリーが座礁したと沿岸警備隊が発表した。".encode("shift_jis"), id="shift jis"),
        pytest.param(b"The caf\x81 closed.", id="a byte that windows-1252 does not have"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8A", id="broken utf-16"),
    ],
)
def test_an_unknown_encoding_is_refused_and_not_guessed(data: bytes) -> None:
    """Wrong letters would be worse than none."""
    with pytest.raises(ArticleError, match="UTF-8") as caught:
        decode(data, "a.txt")

    assert caught.value.cause == "bad_encoding"


def test_damaged_utf8_stays_utf8(caplog: pytest.LogCaptureFixture) -> None:
    """One lost byte does not turn every quotation mark of the article into three letters."""
    data = ("“Nobody is missing,” the captain said. – " * 20).encode()[:-2]

    text = decode(data, "a.txt")

    assert text.startswith("“Nobody is missing,” the captain said. –")
    assert text.endswith("\ufffd")
    assert "a.txt: 1 damaged" in caplog.text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", "cp1252"),
        ("<meta charset=Shift_JIS>", "shift_jis"),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(head: str, encoding: str) -> None:
    """HTML may name its encoding in a meta tag or in an XML declaration."""
    story = {"cp1251": "Паром сел на мель", "koi8-r": "Паром сел на мель", "shift_jis": "座礁した"}.get(
        encoding, "“café”"
    )

    assert decode(f"{head}<p>{story}".encode(encoding), "a.html", html=True).endswith(f"<p>{story}")


@pytest.mark.parametrize("label", ["hex", "rot13", "utf-7", "zip", "unicode_escape", "nonsense", "idna"])
def test_a_declared_codec_that_is_no_encoding_is_ignored(label: str) -> None:
    """A page cannot choose what Python does with its bytes."""
    assert decode(f"<meta charset={label}><p>caf\xe9".encode("cp1252"), "a.html", html=True).endswith("caf\xe9")


def test_utf8_goes_before_what_a_page_declares() -> None:
    """Pages that declare Latin-1 and are UTF-8 are common; the other way round does not happen by chance."""
    assert decode("<meta charset=iso-8859-1><p>“café”".encode(), "a.html", html=True).endswith("“café”")
