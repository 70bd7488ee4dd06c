"""Who said what: every way news prints an attribution, on sentences of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading import Saying
from pipeline.records import Kind, Span
from pipeline.text.attribution import sayings
from pipeline.text.names import names
from pipeline.text.segment import segment


def read(text: str) -> tuple[Saying, ...]:
    """The sayings of a text, by way of its sentences, quotations and names."""
    sentences, quotations = segment(text)
    return sayings(text, sentences, quotations, names(text, sentences))


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The characters of some spans."""
    return " | ".join(span.cut(text) for span in spans)


def only(text: str) -> Saying:
    """The one saying of a text."""
    found = read(text)
    assert len(found) == 1, [words(text, one.content) for one in found]
    return found[0]


DIRECT = {
    "quote, pronoun, verb": ("“The quay will hold until spring,” she said.", "she", "said"),
    "quote, verb, name": ("“The quay will hold until spring,” said Ilse Maran.", "Ilse Maran", "said"),
    "quote, name, verb, adjunct": (
        "“The quay will hold until spring,” Ilse Maran said in a statement on Tuesday.",
        "Ilse Maran",
        "said",
    ),
    "quote, name with apposition": (
        "“The quay will hold until spring,” Ilse Maran, who runs the port of Tolvik, said.",
        "Ilse Maran",
        "said",
    ),
    "quote, verb, apposition": (
        "“The quay will hold until spring,” said Ilse Maran, the director of the port.",
        "Ilse Maran",
        "said",
    ),
    "quote, nominal": ("“The quay will hold,” a spokeswoman for the port said.", "a spokeswoman for the port", "said"),
    "unknown verb": ("“The quay will hold!” beamed Ilse Maran.", "Ilse Maran", "beamed"),
    "question": ("“Will the quay hold?” Ilse Maran asked.", "Ilse Maran", "asked"),
    "verb, comma, quote": ("Ilse Maran said, “The quay will hold until spring.”", "Ilse Maran", "said"),
    "verb, colon, quote": ("Ilse Maran warned: “The quay will not hold until spring.”", "Ilse Maran", "warned"),
    "addressee": ("Ilse Maran told reporters, “The quay will hold until spring.”", "Ilse Maran", "told"),
    "unlisted verb before a colon": ("Ilse Maran leaned in and boomed: “The quay holds.”", "Ilse Maran", "boomed"),
    "label": ("Maran: “The quay will hold until spring.”", "Maran", ":"),
    "according to, behind": (
        "“The quay will hold,” according to the port authority.",
        "the port authority",
        "according to",
    ),
    "as she put it": ("As Ilse Maran put it, “The quay has had better winters.”", "Ilse Maran", "put"),
    "straight marks": ('"The quay will hold until spring," Ilse Maran said.', "Ilse Maran", "said"),
}


@pytest.mark.parametrize(("text", "source", "cue"), DIRECT.values(), ids=DIRECT.keys())
def test_direct_speech_has_its_quotation_as_content(text: str, source: str, cue: str) -> None:
    """Wherever the cue stands, the content is the quotation with its marks, and source and cue are found."""
    quotations = segment(text)[1]

    saying = only(text)

    assert saying.kind is Kind.DIRECT
    assert words(text, saying.content) == quotations[0].cut(text)
    assert words(text, saying.source) == source
    assert words(text, saying.cue) == cue


INDIRECT = {
    "said": ("Ilse Maran said the quay would hold.", "Ilse Maran", "the quay would hold"),
    "said that": ("Ilse Maran said that the quay would hold.", "Ilse Maran", "that the quay would hold"),
    "time and setting": (
        "Ilse Maran said on Tuesday in a statement that the quay would hold.",
        "Ilse Maran",
        "that the quay would hold",
    ),
    "time before the verb": (
        "Ilse Maran on Tuesday said the quay would hold.",
        "Ilse Maran",
        "the quay would hold",
    ),
    "insertion before the verb": (
        "Ilse Maran, who chairs the harbour board, said the quay would hold.",
        "Ilse Maran",
        "the quay would hold",
    ),
    "age and place": ("Ilse Maran, 47, of Tolvik, said the quay would hold.", "Ilse Maran", "the quay would hold"),
    "told somebody": (
        "Ilse Maran told the Tolvik Courier that the quay would hold.",
        "Ilse Maran",
        "that the quay would hold",
    ),
    "postposed": ("The quay would hold, Ilse Maran said on Tuesday.", "Ilse Maran", "The quay would hold"),
    "postposed, inverted": ("The quay would hold, said Ilse Maran.", "Ilse Maran", "The quay would hold"),
    "inserted": (
        "The quay, Ilse Maran said, would hold.",
        "Ilse Maran",
        "The quay | would hold",
    ),
    "according to, in front": (
        "According to the port authority, the quay would hold.",
        "the port authority",
        "the quay would hold",
    ),
    "according to, behind": (
        "The quay would hold, according to the port authority.",
        "the port authority",
        "The quay would hold",
    ),
    "asked whether": ("Ilse Maran asked whether the quay would hold.", "Ilse Maran", "whether the quay would hold"),
    "promise": ("Ilse Maran vowed to rebuild the quay.", "Ilse Maran", "to rebuild the quay"),
    "denial": ("Ilse Maran denied that the quay had moved.", "Ilse Maran", "that the quay had moved"),
    "belief": ("Two engineers believe the quay has moved.", "Two engineers", "the quay has moved"),
    "report": ("A survey found that the quay had moved.", "A survey", "that the quay had moved"),
    "accusation": ("Ilse Maran accused the insurer of delay.", "Ilse Maran", "the insurer of delay"),
    "topic": ("Ilse Maran called for a new quay.", "Ilse Maran", "a new quay"),
    "judgement": ("Ilse Maran criticised the insurer.", "Ilse Maran", "the insurer"),
    "noun of hers": (
        "Nobody heard Ilse Maran’s warning that the quay had moved.",
        "Ilse Maran’s",
        "that the quay had moved",
    ),
    "noun from her": (
        "It came after a warning from Ilse Maran that the quay had moved.",
        "Ilse Maran",
        "that the quay had moved",
    ),
    "adjective": ("Ilse Maran is confident that the quay will hold.", "Ilse Maran", "that the quay will hold"),
    "nominal with its own clause": (
        "Officials who saw the survey said the quay would hold.",
        "Officials",
        "the quay would hold",
    ),
    "as announced": (
        "As the Tolvik Courier reported, the quay would hold.",
        "the Tolvik Courier",
        "the quay would hold",
    ),
    "second verb behind a clause with after": (
        "Maran Lines raised its fares after costs went up, and refused to discuss the quay.",
        "Maran Lines",
        "the quay",
    ),
    "hedge kept": ("Ilse Maran said nearly half the quay had gone.", "Ilse Maran", "nearly half the quay had gone"),
    "negation kept": ("Ilse Maran asked not to be named.", "Ilse Maran", "not to be named"),
    "figure with a comma": (
        "Tolvik speaks of a fleet of 3,000 boats.",
        "Tolvik",
        "a fleet of 3,000 boats",
    ),
    "figure put at": ("The insurer put the loss at some 40 crates.", "The insurer", "the loss at some 40 crates"),
    "through somebody else": (
        "Ilse Maran replied, through a lawyer, that the quay would hold.",
        "Ilse Maran",
        "that the quay would hold",
    ),
    "longer of two cues": ("Ilse Maran refused to discuss the survey.", "Ilse Maran", "the survey"),
    "passive without a source": ("The quay is expected to hold.", "", "The quay | to hold"),
}


@pytest.mark.parametrize(("text", "source", "content"), INDIRECT.values(), ids=INDIRECT.keys())
def test_indirect_speech_has_its_clause_as_content(text: str, source: str, content: str) -> None:
    """Reported clauses, infinitives and phrases end where the speaker's words end."""
    saying = only(text)

    assert saying.kind is Kind.INDIRECT
    assert words(text, saying.source[:1]) == source
    assert words(text, saying.content) == content


MIXED = {
    "inside the clause": (
        "Ilse Maran said the quay was “very, very old” and would go.",
        "the quay was “very, very old” and would go",
    ),
    "at the end of a postposed clause": (
        "The quay was “beyond repair,” Ilse Maran said.",
        "The quay was “beyond repair,”",
    ),
    "a name for a thing": ("Ilse Maran called the quay “a trap.”", "the quay “a trap.”"),
}


@pytest.mark.parametrize(("text", "content"), MIXED.values(), ids=MIXED.keys())
def test_quoted_words_in_a_reported_clause_are_mixed(text: str, content: str) -> None:
    """Quotation marks inside a clause that somebody reports do not cut the clause."""
    saying = only(text)

    assert saying.kind is Kind.MIXED
    assert words(text, saying.content) == content
    assert saying.speaker == "Ilse Maran"


def test_a_split_quotation_is_one_saying() -> None:
    """The cue between two halves carries both."""
    text = "“The quay will hold,” Ilse Maran said. “The crane will not.”"

    saying = only(text)

    assert words(text, saying.content) == "“The quay will hold,” | “The crane will not.”"


def test_a_quotation_paragraph_goes_on_with_its_speaker() -> None:
    """A paragraph of nothing but a quotation has the speaker of the paragraph before."""
    text = "“The quay will hold,” Ilse Maran said.\n\n“The crane will not.”"

    saying = only(text)

    assert words(text, saying.content) == "“The quay will hold,” | “The crane will not.”"
    assert saying.speaker == "Ilse Maran"


def test_a_colon_announces_the_next_paragraph() -> None:
    """A paragraph that ends in a colon gives its speaker to the quotation below it."""
    text = "Ilse Maran then read from her notes and continued:\n\n“The quay will hold until the spring tide.”"

    saying = only(text)

    assert saying.kind is Kind.DIRECT
    assert saying.speaker == "Ilse Maran"


def test_a_transcript_gives_each_paragraph_to_its_label() -> None:
    """Paragraphs that open with labels in capitals are the words of those whom the labels name."""
    text = "MARAN: The quay will hold. I said so.\n\nBRANDVOLD: Who says that?\n\nMARAN: My engineers do."

    lines = read(text)

    assert [words(text, line.source) for line in lines] == ["MARAN", "BRANDVOLD", "MARAN"]
    assert words(text, lines[0].content) == "The quay will hold. I said so."


def test_a_single_label_is_a_heading() -> None:
    """One word in capitals before a colon is no speaker."""
    assert read("UPDATE: The quay is closed.\n\nThe crane stands.") == ()


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    """A second subject with a cue of its own ends the first content."""
    text = "Ilse Maran said the quay would hold, but Tomas Brandvold warned that the crane would not."

    first, second = read(text)

    assert (first.speaker, words(text, first.content)) == ("Ilse Maran", "the quay would hold")
    assert (second.speaker, words(text, second.content)) == ("Tomas Brandvold", "that the crane would not")


def test_an_official_who_tells_of_a_fear_is_the_speaker() -> None:
    """A postposed cue ends the content of the verb before it and owns the whole clause."""
    text = "Their union fears the loss of as many as 90 jobs on the quay, said its secretary, Wim Tasker."

    saying = only(text)

    assert saying.speaker == "Wim Tasker"
    assert words(text, saying.content) == "Their union fears the loss of as many as 90 jobs on the quay"


def test_a_participle_belongs_to_the_speaker_of_its_sentence() -> None:
    """Adding, saying and noting have the subject of the verb of speech before them."""
    text = "“The quay will hold,” Ilse Maran told Tomas Brandvold, adding that the crane was new."

    _, added = read(text)

    assert added.speaker == "Ilse Maran"
    assert words(text, added.content) == "that the crane was new"


def test_what_a_speaker_reports_of_others_is_one_saying_of_hers() -> None:
    """Only the outermost attribution is sure: she vouches for what he is said to fear."""
    text = "Ilse Maran said the insurer feared that the quay would sink."

    assert only(text).speaker == "Ilse Maran"


@pytest.mark.parametrize(
    ("text", "speaker", "role", "via"),
    [
        (
            "Harbour Minister Ilse Maran arrived late. “The quay will hold,” Ms. Maran said, according to Norvik News.",
            "Ilse Maran",
            "Harbour Minister",
            "Norvik News",
        ),
        ("Ilse Maran told Norvik News that the quay would hold.", "Ilse Maran", None, None),
        (
            "Harbour Minister Ilse Maran left. The harbour minister said the quay would hold.",
            "Ilse Maran",
            "Harbour Minister",
            None,
        ),
        (
            "Two people familiar with the talks said the quay would go.",
            "Two people familiar with the talks",
            None,
            None,
        ),
        ("The port authority said the quay would go.", "port authority", None, None),
        ("We believe the quay will go.", None, None, None),
        ("Her lawyer, Tomas Brandvold, said the quay would go.", "Tomas Brandvold", "lawyer", None),
        ("Ilse Maran told Norvik News that the quay would go, the agency reported.", "Ilse Maran", None, "Norvik News"),
    ],
)
def test_speakers_are_named_in_full(text: str, speaker: str | None, role: str | None, via: str | None) -> None:
    """Short forms and roles become the full name; who carried the words is via, who heard them is neither."""
    saying = only(text)

    assert (saying.speaker, saying.role, saying.via) == (speaker, role, via)


def test_nobody_is_named_in_the_words_before_his_own_pronoun() -> None:
    """A pronoun behind its words does not stand for a person whom they name."""
    text = "Mr. Tomas Brandvold was asleep, he said."

    assert only(text).speaker is None


def test_a_pronoun_takes_the_name_before_it() -> None:
    """A pronoun is the woman of the sentence before, with her full name."""
    text = "Mrs. Ilse Maran opened the hearing. She said the quay would hold."

    assert only(text).speaker == "Ilse Maran"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “winter road” closed on Friday.",
        "They played “Harbour Lights” until midnight.",
        "The hall showed a film called “The Last Crane of Tolvik” on Friday.",
        "The quay is forty metres long and stands on oak.",
        "Ilse Maran walked along the quay.",
        "Ilse Maran said nothing.",
        "Ilse Maran wrote off 95 crates that nobody would carry.",
    ],
)
def test_titles_and_scare_quotes_are_nobodys_words(text: str) -> None:
    """A quotation without a cue, and prose without a cue, yield no saying."""
    assert read(text) == ()


PIECES = (
    *("Ilse Maran", "she", "said", "told", "that", "who", "to", "the", "quay", "is", "and", "asked", "adding"),
    *("according", "warning", "from", "“No,", "no.”", '"', "''", ",", ":", ".", "\n\n", "(", ")", "—", "’s"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40))
def test_any_text_gives_ordered_spans_inside_it(pieces: list[str]) -> None:
    """Whatever is read, nothing raises, spans stay inside the text, and sayings come in order of content."""
    text = " ".join(pieces)

    found = read(text)

    assert all(0 <= s.start < s.end <= len(text) for one in found for s in (*one.content, *one.source, *one.cue))
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)
    assert all(one.sentences for one in found)


@pytest.mark.parametrize("bound", ["as many as", "up to", "at least", "at most", "about", "more than"])
def test_the_bound_of_a_figure_opens_what_was_said(bound: str) -> None:
    """No comparison in "said as many as", and no phrasal verb in "said up to"."""
    text = f"The mill’s owner, Brandt & Vey, said {bound} 14 workers had been treated."

    saying = only(text)

    assert saying.speaker == "Brandt & Vey"
    assert words(text, saying.content) == f"{bound} 14 workers had been treated"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ferry office was the first to publish reports that the pier had sunk.", "The ferry office"),
        ("The Courant was first to say that some 40 barges had broken loose.", "The Courant"),
    ],
)
def test_who_was_first_to_say_so_is_the_source(text: str, source: str) -> None:
    """The infinitive has the subject of "was first"."""
    assert words(text, only(text).source) == source


@pytest.mark.parametrize(
    "text", ["The navy moved some 1,500 crates to Orm.", "It was the first time that the pier had sunk."]
)
def test_plain_deeds_and_firsts_are_no_sayings(text: str) -> None:
    """Moving goods says nothing."""
    assert read(text) == ()


def test_it_is_the_body_that_spoke_last() -> None:
    """In the sentence before, in the same paragraph; never a person."""
    text = (
        "Sleet is likely on Friday, the Orm weather office said. If the wind drops, it warned, the lanes will freeze."
    )
    person = "Sleet is likely on Friday, Ilse Maran said. If the wind drops, it warned, the lanes will freeze."

    assert [one.speaker for one in read(text)] == ["Orm weather office", "Orm weather office"]
    assert [one.speaker for one in read(person)] == ["Ilse Maran", None]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("The head beekeeper, Teodor Zsabo-Vane, said the hives were empty.", "Teodor Zsabo-Vane", "head beekeeper"),
        ("The town’s supplier, Honeyridge, denied that the jars had leaked.", "Honeyridge", "town’s supplier"),
    ],
)
def test_whoever_is_named_between_commas_is_the_speaker(text: str, speaker: str, role: str) -> None:
    """A person with an unlisted calling, and a firm."""
    saying = only(text)

    assert (saying.speaker, saying.role) == (speaker, role)
