"""Paragraphs, and what each line is in the layout of an article."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Role
from pipeline.text.segment.datelines import dateline_end, is_dateline
from pipeline.text.segment.layout import paragraphs
from pipeline.text.segment.roles import roles

LEAD = "The storm broke the old sea wall at Harrow Bay on Monday, and the ferry to Tarsk stayed in port."
SECOND = "Nobody was hurt, the harbour office said, but forty boats lie on the quay and the school is closed."


def cut(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [part.cut(text) for part in paragraphs(text)]


@pytest.mark.parametrize(
    "between", ["\n\n", "\n", "\r\n", "\r\n\r\n", "\r", "\n \u00a0\n", "\n\t", "\n\n    ", "\u2029", "\n\u00a0\u00a0"]
)
def test_paragraphs_are_parted_by_any_kind_of_break(between: str) -> None:
    """Blank lines, single line breaks and indents part paragraphs, whatever the line ending."""
    text = LEAD + between + SECOND

    assert cut(text) == [LEAD, SECOND]


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_hard_wrapped_line_is_no_paragraph(width: int, newline: str) -> None:
    """Text wrapped at a column keeps its paragraphs."""
    blocks = [f"{LEAD} {SECOND}", SECOND, f"{SECOND} {LEAD} {SECOND}"]
    text = (newline * 2).join(newline.join(textwrap.wrap(block, width)) for block in blocks)

    found = cut(text)

    assert [part.replace(newline, " ") for part in found] == blocks


def test_an_indent_opens_a_paragraph_in_wrapped_text() -> None:
    """Without blank lines, an indented line of wrapped text opens a paragraph."""
    blocks = [f"{LEAD} {SECOND}", f"{SECOND} {LEAD}"]
    text = "\n".join(textwrap.fill(block, 70, initial_indent="    ") for block in blocks)

    found = cut(text)

    assert [part.replace("\n", " ") for part in found] == blocks


def test_markdown_and_lists_have_a_paragraph_for_each_item() -> None:
    """Headings, items, rules and quoted lines stand alone."""
    text = f"# Storm\n{LEAD}\n\n- forty boats\n- one school\n\n> {SECOND}\n\n* * *\n\n• A bullet"

    assert cut(text) == ["# Storm", LEAD, "- forty boats", "- one school", f"> {SECOND}", "* * *", "• A bullet"]


def test_a_wrapped_heading_line_does_not_swallow_the_text_below() -> None:
    """A short line above wrapped text is a paragraph of its own."""
    text = "Sea wall breaks\n" + textwrap.fill(f"{LEAD} {SECOND}", 70)

    assert cut(text)[0] == "Sea wall breaks"
    assert len(cut(text)) == 2


@given(st.text(alphabet="Ab .#*->|\n\r\t\u00a0\u2028", max_size=120))
def test_every_character_that_is_not_white_space_is_in_a_paragraph(text: str) -> None:
    """Paragraphs are in order, do not overlap, and leave out white space only."""
    at = 0
    for part in paragraphs(text):
        assert not text[at : part.start].strip()
        assert part.cut(text) == part.cut(text).strip()
        at = part.end
    assert not text[at:].strip()


def role_of(line: str, *, last: bool) -> Role:
    """The role of a line at the end of an article, or between its paragraphs."""
    text = "\n\n".join([LEAD, SECOND, LEAD, line] if last else [LEAD, SECOND, line, LEAD, SECOND, LEAD, SECOND])
    return roles(text, paragraphs(text))[3 if last else 2]


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 Coastal Press",
        "Copyright 2031 Coastal Press. All rights reserved.",
        "All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
        "• Mara Lind can be reached at mara.lind@valley.example.",
        "Contact the newsroom: desk@valley.example",
        "Kindly review our comment rules before you post.",
        "Click to Read More and View Comments",
        "Comments are closed.",
        "Share this article",
        "Share on Facebook",
        "Follow us on Twitter @valley",
        "Follow Mara Lind on Twitter @maralind.",
        "Subscribe to our newsletter",
        "Sign up for the morning letter and get the news in your inbox.",
        "Read more: Who pays for the sea wall?",
        "READ ALSO: The wall that was never built",
        "Related articles",
        "Advertisement",
        "Story continues below advertisement",
        "Download the Valley app",
        "To report a correction, write to corrections@valley.example.",
        "Have a tip? Write to us at tips@valley.example.",
        "We use cookies to improve your experience.",
        "By using this site you agree to our terms.",
        "Tags: sea wall, Harrow Bay",
        "Thank you for reading.",
        "https://valley.example/more",
        "Watch the video",
        "For more news of the coast, visit valley.example",
        "* * *",
    ],
)
@pytest.mark.parametrize("last", [True, False], ids=["at the end", "between"])
def test_lines_for_the_reader_are_boilerplate(line: str, *, last: bool) -> None:
    """Rights, contacts, comments, shares, links and notices are no news, wherever they stand."""
    assert role_of(line, last=last) is Role.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz",
        "BY ANA RUIZ",
        "By Ana Ruiz and Tom van der Lind, Coastal Press",
        "By Ana Ruiz, Staff Writer",
        "By Ana Ruiz · Coastal Press · March 3, 2031",
        "Reporting by Ana Ruiz; editing by Tom Lind",
        "(Reporting by Ana Ruiz in Tarsk; additional reporting by Tom Lind; editing by Ada Brandt)",
        "This story was compiled in part from agency reports.",
        "This article first appeared in the Tarsk Monthly.",
        "The Coastal Press contributed to this report.",
        "Ana Ruiz in Tarsk and Tom Lind contributed reporting.",
        "With files from The Coastal Press",
        "Photo: Ana Ruiz",
        "The broken wall at Harrow Bay on Monday. (Photo: Ana Ruiz)",
        "The broken wall at Harrow Bay on Monday. (Ana Ruiz/Coastal Press)",
        "Source: Coastal Press",
        "Contributing: Ana Ruiz",
    ],
)
@pytest.mark.parametrize("last", [True, False], ids=["at the end", "between"])
def test_lines_about_the_makers_are_credits(line: str, *, last: bool) -> None:
    """Bylines, desk lines, picture credits and agency lines are credits."""
    assert role_of(line, last=last) is Role.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe rates fell by a third last year, the publisher said.",
        "Copyright law gives the heirs 70 years, Judge Ada Brandt ruled on Friday.",
        "Copyright was not the issue, she told the court.",
        "Share prices of Harrow Lines fell 12 percent on Monday.",
        "Follow-up talks begin in Tarsk next week.",
        "Related charges against two former clerks were dropped in June.",
        "Comments by the minister angered the fishermen of Harrow Bay.",
        "“Subscribe to our newsletter and you will know,” the mayor told the hall.",
        "By midnight, the water had reached the second floor of the town hall.",
        "By Tuesday the wall was gone, Mayor Ines Falk said.",
        "Heavy rain contributed to the collapse, engineers reported.",
        "Contact with the ferry was lost at 4 a.m., the coast guard said.",
        "Download speeds on the islands have doubled since 2029.",
        "The photo was taken by a tourist, police said.",
        "Tags on the nets showed that the catch was illegal, the inspector said.",
        "Read aloud in court, the letter drew gasps.",
        "Click fraud costs advertisers millions, a study by Tarsk University says.",
        "Register offices will close for two days, the county said.",
        "Cookies laced with a sedative were found on board, the captain said.",
        "More stories like hers came out during the hearing, the lawyer said.",
        "He wrote that advertisement had been his trade for thirty years.",
        "Email traffic between the two ministries stopped on Friday, officials said.",
        "Sign language will be taught in all schools of the county from autumn.",
        "Privacy rules for drones are weak, the ombudsman warned.",
    ],
)
@pytest.mark.parametrize("last", [True, False], ids=["at the end", "between"])
def test_news_that_sounds_like_a_footer_stays_body(line: str, *, last: bool) -> None:
    """A sentence of news is not lost because of a word that footers use as well."""
    assert role_of(line, last=last) is Role.BODY


def test_headline_deck_byline_and_date_are_told_from_the_body() -> None:
    """The top of an article has its own roles, with or without a title to compare with."""
    text = f"Sea wall breaks at Harrow Bay\n\nBy Ana Ruiz\n\nMarch 3, 2031\n\n{LEAD}\n\nForty boats lost\n\n{SECOND}"

    found = roles(text, paragraphs(text))

    assert found == (Role.HEADLINE, Role.CREDIT, Role.DATELINE, Role.BODY, Role.HEADLINE, Role.BODY)


@pytest.mark.parametrize(
    "title",
    ["The sea wall breaks.", "The sea wall breaks | Valley Times", "the sea wall  breaks", "The sea walls breaks"],
)
def test_a_line_that_says_the_title_is_the_headline(title: str) -> None:
    """Case, punctuation, a site's name and a corrected letter do not hide the headline."""
    text = f"The sea wall breaks.\n\n{LEAD}\n\n{SECOND}"

    assert roles(text, paragraphs(text), title)[0] is Role.HEADLINE
    assert roles(text, paragraphs(text), "Another story of the week")[0] is Role.BODY


def test_an_underlined_line_is_a_heading_and_a_line_above_a_rule_is_not() -> None:
    """Markdown underlines without a blank line; a rule stands apart."""
    text = f"{LEAD}\n\nThe wall\n--------\n\n{SECOND}\n\n---\n\n{LEAD}"

    found = roles(text, paragraphs(text))

    assert found == (Role.BODY, Role.HEADLINE, Role.BOILERPLATE, Role.BODY, Role.BOILERPLATE, Role.BODY)


def test_short_lines_behind_the_last_prose_are_no_news() -> None:
    """Buttons and links after the footer are boilerplate, a list that ends the article is not."""
    links = f"{LEAD}\n\n{SECOND}\n\n© 2031 Coastal Press\n\nClick to Hide\n\nThe wall that was never built"
    items = f"{LEAD}\n\n{SECOND}\n\n- forty boats\n- one school"

    assert roles(links, paragraphs(links))[2:] == (Role.BOILERPLATE,) * 3
    assert roles(items, paragraphs(items))[2:] == (Role.BODY,) * 2


@pytest.mark.parametrize(
    "front",
    [
        "HARROW BAY, March 3 (Coastal Press) —",
        "HARROW BAY, Tarsk, Sept. 3, 2031 (CP) -",
        "MIRFORD (CP) --",
        "TARSK —",
        "ST. ANSELM, Conn. –",
        "Mirford (Coastal Press) -",
        "Mirford, March 3 —",
        "(Coastal Press) -",
        "(CP)",
    ],
)
def test_a_dateline_in_front_of_a_paragraph_is_found(front: str) -> None:
    """Place, date and agency in front of the first words are a dateline with their dash."""
    text = f"{front} {LEAD}"

    end = dateline_end(text, 0, len(text))

    assert text[:end].rstrip() == front


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Bay — The town slept.",
        "NATO — The alliance met.",
        "UPDATE — The wall is gone.",
        "One thing is clear — The wall is gone.",
        "HARROW BAY — which is small — slept.",
        "AFL-CIO members met.",
        "The mayor (CP) - Ada Brandt - left.",
    ],
)
def test_not_every_dash_ends_a_dateline(text: str) -> None:
    """Words and names before a dash stay body."""
    assert dateline_end(text, 0, len(text)) == 0


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- The Valley Times - Wednesday, October 23, 2030", True),
        ("March 3, 2031", True),
        ("3 March 2031", True),
        ("Updated: March 3, 2031 at 10:32 a.m. ET", True),
        ("Published 2031-03-03 10:00", True),
        ("The wall fell on March 3, 2031.", False),
        ("In March 2031", False),
    ],
)
def test_a_line_with_nothing_but_a_date_is_a_dateline(line: str, *, expected: bool) -> None:
    """Publisher and label may stand beside the date; a sentence may not."""
    assert is_dateline(line) is expected
