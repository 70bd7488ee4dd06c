"""Where a sentence of news ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Span
from pipeline.text.segment.quotations import marks
from pipeline.text.segment.sentences import sentences

# each case is written with "|" where a sentence ends
ONE_EACH_SIDE = [
    "The ferry broke down.| It was towed home.",
    "Mr. Lind met Mrs. Okoro.| They talked.",
    "Lt. Gen. Ada Brandt spoke with Sen. Paul Oye and Gov. Ines Falk.| Nobody left.",
    "The U.S. Coast Guard came.| The U.N. envoy did not.",
    "She grew up in the U.S.| He did not.",
    "It was the largest spill in the U.S. since the war.",
    "The tide turned at 5 a.m. Tuesday.| By noon it was low.",
    "The boats came back at 9 p.m.| Officials counted them.",
    "The hall closed at 11 p.m. GMT on Friday.",
    "The debate starts at 9 p.m. E.T. in Tarsk.| It is long.",
    "The book by J. K. Ostrander sold well.| George W. Halle bought it.",
    "Robert P. Quist was elected.| He is 61.",
    "Pier No. 4 is shut.| No. 5 is open.",
    "Asked whether he would resign, he said no.| Nobody believed him.",
    "The clinic on St. Anselm Road and Main St. is open.",
    "Harrow Lines Inc. sold a ship to Bellmar Corp. of Tarsk.| The price was not named.",
    "The vote on Jan. 5 was close.| The one in Feb. will be closer.",
    "The loan is worth $1.2 million.| Interest is 3.5 percent.",
    "See www.harrow.example.| The page at https://harrow.example/a.b is older.",
    "Write to the.desk@harrow.example.| Answers are slow.",
    "The crew waited ... and waited.| Then it left.",
    "The crew waited… and waited.| Then it left.",
    "The pier is gone. ...| The school is closed.",
    "The pier is gone. . . .| The school is closed.",
    "He called the deal [and] the vote a farce.| He left.",
    "The pier (built in 1911) fell.| (Nobody was hurt.)| The town slept.",
    "They won?!| Nobody knew.",
    "Who pays?| What for?| The mayor did not say.",
    "“It broke.| We fixed it,” Mara Lind said.",
    "“Who knows?” she said.| “Not me.”",
    "“Who knows?” Mara Lind said.| “Not me.”",
    "“Who knows?” Lt. Gen. Ada Brandt asked.| “Not me.”",
    "“Run!” said Lind.| They ran.",
    "He asked, “Who knows?”| Lind said nothing.",
    "“Who knows?”| The mayor said nothing else.",
    'It sank," he said.| "Next year we build another.',
    '"It sank.| It was old," he said.| "We knew."',
    "''Who knows?'' Mr. Lind asked.| ''Not me.''",
    "‘It broke,’ he said.| ‘We fixed it.’| She nodded.",
    "“She said ‘never.’| I believed her,” he said.",
    "“I am done.“| He left.",
    "« C’est fini. »| Il part.",
    "„Wir gehen.“| Er blieb.",
    "It was the sound of the ’90s.| The workers’ choir sang.",
    "The president “went ’rag-picking’ for parts.”| Nobody laughed.",
    "It was over.[3]| The rest is known.",
    "**It was over.**| The rest is known.",
    "The dam held.The town slept.".replace("held.", "held.|"),
    "“We won.”“They lost,” he said.".replace("won.”", "won.”|"),
    "The firm runs node.js and Tarsk.example sites.",
    "She lives in Mirford, Conn.| Lind lives in Tarsk.",
    "Mirford, Conn., is small.| Conn. Gov. Ines Falk knows.",
    "1. The harbour opens.| It is small.",
    "Tom Lind Jr. and Ada Brandt Sr. spoke.| Both left.",
    "Smith v. Harrow was decided.| The e.g. was lost, i.e. gone.",
    "The iPhone.| eBay listed it.",
    "It ended in 2019.| 12 people left.",
]


def cut(text: str) -> list[str]:
    """The sentences of one paragraph."""
    paragraph = Span(start=0, end=len(text))
    return [span.cut(text) for span in sentences(text, paragraph, marks(text, paragraph))]


@pytest.mark.parametrize("marked", ONE_EACH_SIDE)
def test_a_sentence_ends_where_an_editor_would_end_it(marked: str) -> None:
    """Full stops of abbreviations, figures, addresses and quotations end a sentence only where a reader stops."""
    text = marked.replace("|", "")

    found = cut(text)

    assert found == [piece.strip() for piece in marked.split("|")]


def test_marks_without_a_word_belong_to_the_sentence_before_them() -> None:
    """A lone dash, bracket or quotation mark never becomes a sentence."""
    found = cut('The dam held. " . . . — The town slept.')

    assert all(any(char.isalnum() for char in piece) for piece in found)


def test_a_paragraph_without_a_word_is_one_sentence() -> None:
    """Marks alone stay together."""
    found = cut("! ? … ! . —")

    assert found == ["! ? … ! . —"]


@pytest.mark.parametrize(
    "text",
    [
        "a." * 100_000,
        "a. " * 50_000 + "b",
        '"' * 100_000 + "a",
        "It broke." + " " * 200_000 + "It held.",
        "! " * 50_000 + "a",
    ],
    ids=["letters", "initials", "quotation marks", "spaces", "exclamation marks"],
)
def test_a_huge_monotonous_paragraph_keeps_every_character(text: str) -> None:
    """Shapes that make patterns slow are cut like any other text."""
    found = cut(text)

    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.text(alphabet="Ab1 .!?…\"“”‘’'«»()[]-—,\n\u00a0", min_size=1).filter(lambda text: text.strip() == text))
def test_sentences_cut_a_paragraph_without_loss(text: str) -> None:
    """In order, without overlap, stripped, and nothing but white space between them."""
    paragraph = Span(start=0, end=len(text))

    spans = sentences(text, paragraph, marks(text, paragraph))

    at = 0
    for span in spans:
        assert not text[at : span.start].strip()
        assert span.cut(text) == span.cut(text).strip()
        at = span.end
    assert at == len(text)
