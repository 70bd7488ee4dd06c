"""Truths about names: where they stand, what kind they are, and which full form and role they go with."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import Name
from pipeline.records import Role, Sentence
from pipeline.text.names import names


def _read(*texts: str, roles: tuple[Role, ...] = ()) -> tuple[Name, ...]:
    """The names of an article with one sentence a paragraph."""
    sentences, start = [], 0
    for i, text in enumerate(texts):
        role = roles[i] if i < len(roles) else Role.BODY
        sentences.append(Sentence(index=i, paragraph=i, start=start, end=start + len(text), role=role))
        start += len(text) + 2
    return names("\n\n".join(texts), sentences)


def _one(name: str, *texts: str) -> Name:
    """The last mention printed as `name`."""
    return [found for found in _read(*texts) if found.text == name][-1]


def test_a_surname_goes_with_its_full_name_and_role() -> None:
    """Behind a form of address the surname alone is the mention; full form and role come from the first one."""
    found = _one("Vantongeren", "Harbour Minister Edda Vantongeren spoke.", "Mrs. Vantongeren left.")

    assert (found.full, found.role, found.kind) == ("Edda Vantongeren", "Harbour Minister", "person")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Veldau Mayor Piet Aalbers resigned.", "Piet Aalbers", "Veldau Mayor"),
        ("On Friday, council spokeswoman Rada Illic said no.", "Rada Illic", "council spokeswoman"),
        (
            "Rada Illic, a spokeswoman for the harbour board, said no.",
            "Rada Illic",
            "spokeswoman for the harbour board",
        ),
        ("The harbour master, Olle Strand, said no.", "Olle Strand", "harbour master"),
        ("Olle Strand, 54, a farmer from the delta, said no.", "Olle Strand", "farmer from the delta"),
        ("Former Works Secretary Ines Abril spoke.", "Ines Abril", "Former Works Secretary"),
        ("Secretary of State Maud Keller flew home.", "Maud Keller", "Secretary of State"),
        ("It hurt Gov. Maud Keller most.", "Maud Keller", "Gov."),
        ("Maud Keller, who paid, left.", "Maud Keller", None),
        ("A letter to Maud Keller, Ines Abril and others was lost.", "Maud Keller", None),
    ],
)
def test_a_role_is_read_beside_the_name(text: str, name: str, role: str | None) -> None:
    """Offices before, appositions behind and roles framed by commas are roles; other neighbours are not."""
    assert _one(name, text).role == role


def test_a_framed_role_needs_both_commas() -> None:
    """A name that opens the next clause takes no role from the clause before it."""
    found = _one("Olle Strand", "When she met the harbour master, Olle Strand left town.")

    assert found.role is None


@pytest.mark.parametrize(
    ("first", "later", "mention", "full"),
    [
        ("President Joost van der Meer spoke.", "Mr. van der Meer left.", "van der Meer", "Joost van der Meer"),
        ("Judge Lucia de la Cruz ruled.", "Ms. de la Cruz left.", "de la Cruz", "Lucia de la Cruz"),
        ("Envoy Tariq al-Rashid spoke.", "Mr. al-Rashid left.", "al-Rashid", "Tariq al-Rashid"),
        ("Leader Kim Dae-ho spoke.", "Mr. Kim left.", "Kim", "Kim Dae-ho"),
        ("Captain Rory O’Dwyer sailed.", "Later O’Dwyer’s ship sank.", "O’Dwyer", "Rory O’Dwyer"),
        ("Dr. Fiona MacAskill wrote it.", "Critics of MacAskill laughed.", "MacAskill", "Fiona MacAskill"),
        ("Editor Anna Berg-Olsen wrote it.", "Critics of Berg-Olsen laughed.", "Berg-Olsen", "Anna Berg-Olsen"),
        ("Tom Q. Farrow, an engineer, left.", "Later Tom Farrow returned.", "Tom Farrow", "Tom Q. Farrow"),
        ("Hannah Ostrow, a baker, won.", "Everyone likes Hannah here.", "Hannah", "Hannah Ostrow"),
    ],
)
def test_surnames_of_many_makes_find_their_full_form(first: str, later: str, mention: str, full: str) -> None:
    """Particles, hyphens, apostrophes, initials, family names in front and given names alone all link."""
    assert _one(mention, first, later).full == full


def test_two_people_with_one_surname_are_told_apart_by_address() -> None:
    """`Mr.` and `Mrs.` pick the man and the woman of one surname."""
    found = _read("Peter Lunde met Maria Lunde.", "Mrs. Lunde paid.", "Mr. Lunde slept.")

    assert [name.full for name in found[2:]] == ["Maria Lunde", "Peter Lunde"]


def test_two_people_with_one_surname_are_told_apart_by_title() -> None:
    """A repeated title picks its holder."""
    found = _read(
        "Senator Robin Ost met Judge Robin Lee Ost.", "Sailor Kai Ost and Pilot Jo Ost fled.", "Judge Ost ruled."
    )

    assert found[-1].role == "Judge"


def test_a_surname_of_two_people_nobody_prefers_stays_itself() -> None:
    """Where nothing tells two people apart, the short form is its own full form."""
    assert _one("Quist", "Dana Quist and Robin Quist sailed.", "Rain surprised Quist.").full == "Quist"


def test_a_surname_in_use_stays_with_its_holder() -> None:
    """A namesake who comes later does not take over a surname that is already in use."""
    texts = ("Leader Kim Dae-ho spoke.", "Mr. Kim left.", "Envoy Kim Su-jin arrived.", "The Kim-Orlov pact holds.")

    assert _one("Kim", *texts, "Leader Pavel Orlov agreed.").full == "Kim Dae-ho"


@pytest.mark.parametrize(
    ("first", "later", "mention", "full"),
    [
        ("The National Water Board (NWB) met.", "Staff of the NWB left.", "NWB", "National Water Board"),
        ("The National Water Board met.", "Staff of the NWB left.", "NWB", "National Water Board"),
        (
            "The Ministry of Roads and Ports paid.",
            "Staff of the Ministry left.",
            "Ministry",
            "Ministry of Roads and Ports",
        ),
        ("The Delta Harbour Authority paid.", "Staff of the Authority left.", "Authority", "Delta Harbour Authority"),
        ("Veldau Chemicals Inc. paid.", "Its owner is the U.N. fund.", "U.N.", "U.N."),
    ],
)
def test_bodies_are_known_by_their_short_forms(first: str, later: str, mention: str, full: str) -> None:
    """An acronym, defined or by its initials, and the first or last word of a body stand for the whole."""
    found = _one(mention, first, later)

    assert found.full == full


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He studied at the University of Veldau last year.", "University of Veldau", "organisation"),
        ("Aid came from the Ministry of Roads and Ports today.", "Ministry of Roads and Ports", "organisation"),
        ("A report in the Veldau Times said so.", "Veldau Times", "organisation"),
        ("They joined the Workers’ Party of Veldau.", "Workers’ Party of Veldau", "organisation"),
        ("The Food and Timber Agency paid.", "Food and Timber Agency", "organisation"),
        ("They fished in Lake Orrin all day.", "Lake Orrin", "place"),
        ("They moved to Peru in spring.", "Peru", "place"),
        ("They live near Skarvik now.", "Skarvik", "place"),
        ("The South Korean crew left.", "South Korean", "unknown"),
        ("A Peruvian-built ship left.", "Peruvian", "unknown"),
        ("Word came from Ilse Brandt today.", "Ilse Brandt", "unknown"),
        ("The guest was Ilse Brandt, 61, of Skarvik.", "Ilse Brandt", "person"),
    ],
)
def test_a_name_has_a_kind(text: str, name: str, kind: str) -> None:
    """Heads, openings, prepositions and what follows say what a name names; a demonym stays unknown."""
    assert _one(name, text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Talking to reporters took an hour.",
        "Rescuers reached the village on Monday.",
        "“Nobody came,” they said. “Everything is gone.”",
        "It rained in March and on Friday.",
        "I think the prime minister knows.",
        "The President and the Prime Minister left.",
        "Officials said so.",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    """Words that open sentences and quotes, days, months, pronouns and bare offices are no names."""
    assert _read(text) == ()


def test_a_possessive_stays_outside_the_name() -> None:
    """The mention ends before 's."""
    assert [name.text for name in _read("Critics of Edda Vantongeren’s plan left Peru's coast.")] == [
        "Edda Vantongeren",
        "Peru",
    ]


def test_a_pair_of_known_surnames_is_two_names() -> None:
    """A hyphen between two people who are named apart joins no surname."""
    found = _read("Rosa Lindqvist met Paul Moreau.", "The Lindqvist-Moreau talks failed.")

    assert [(name.text, name.full) for name in found[2:]] == [
        ("Lindqvist", "Rosa Lindqvist"),
        ("Moreau", "Paul Moreau"),
    ]


@pytest.mark.parametrize("headline", ["VANTONGEREN SHUTS PORT OVER FUEL", "Vantongeren Shuts Port Over Fuel Leak"])
def test_a_loud_headline_has_only_names_the_body_knows(headline: str) -> None:
    """Where every word is capitalised, a capital marks no name."""
    found = _read(headline, "Minister Edda Vantongeren left.", roles=(Role.HEADLINE,))

    assert [name.text.lower() for name in found] in (["vantongeren", "edda vantongeren"], ["edda vantongeren"])


def test_names_are_read_in_news_only() -> None:
    """A credit line names nobody."""
    assert _read("Report by Edda Vantongeren", roles=(Role.CREDIT,)) == ()


_PIECES = [
    "Mr.",
    "Kim",
    "Dae-ho",
    "Kim-Orlov",
    "of",
    "the",
    "Ministry",
    "and",
    "’s",
    "(NWB)",
    "May",
    ",",
    "“",
    "al-Rashid",
    "İ",
]


@given(st.one_of(st.text(min_size=1), st.lists(st.sampled_from(_PIECES), min_size=1).map(" ".join)))
def test_names_of_any_text_cut_back_in_order(text: str) -> None:
    """Any Unicode is read without an error; names are in order, do not overlap and cut back to their text."""
    found = names(text, [Sentence(index=0, paragraph=0, start=0, end=len(text))])

    assert all(text[name.start : name.end] == name.text for name in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
