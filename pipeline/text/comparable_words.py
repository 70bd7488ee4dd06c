"""Words that tell what a figure is a figure of: kinds of things, states, measures and periods."""

import re

from .words import stem, word_set

_KINDS = (
    "home house dwelling", "troop soldier serviceman", "worker employee staff labourer laborer", "job post position",
    "person people", "child kid youngster", "protester demonstrator marcher", "car vehicle", "school classroom",
    "ship vessel boat", "plane aircraft jet", "officer policeman", "inmate prisoner detainee", "voter elector",
    "death fatality", "injury casualty", "migrant refugee", "resident inhabitant villager", "hectare acre",
)  # fmt: skip
"""Near synonyms: figures of one line count one kind of thing."""

KIND_OF = {stem(word): line.split()[0] for line in _KINDS for word in line.split()}

_STATES = {
    "dead": "dead die kill death fatal fatality drown slain perish toll murder",
    "hurt": "injure injury wound hurt treat casualty",
    "missing": "missing disappear unaccounted vanish",
    "held": "arrest detain detention custody jail captive capture",
    "away": "evacuate displace flee homeless driven uproot",
    "saved": "rescue survive survivor pull",
    "lost": "damage unfit uninhabitable ruin wreck harm flood lost lose loss destroy collapse burn cut shed axe slash",
    "new": "create hire recruit build add open",
    "sick": "infect infection sick ill sicken",
}
"""Words around a figure that say what happened to what is counted; two states are never the same figure."""

STATE_OF = {stem(word): state for state, line in _STATES.items() for word in line.split()}
STATE_NOUNS = {
    stem(word): state
    for state, line in {
        "dead": "dead death fatality",
        "hurt": "wounded injured casualty injury",
        "missing": "missing",
        "saved": "survivor",
        "held": "arrest",
    }.items()
    for word in line.split()
}
"""Counted nouns that are a state themselves ("12 wounded")."""

ANYBODY = frozenset(
    map(
        stem,
        word_set(
            "people person man woman men women adult member resident other thing item place town case part unit site"
            " area group time child worker family volunteer victim passenger piece lot number"
        ),
    )
)
"""Nouns so general that two figures of them need a state or other words in common."""

MEASURES = frozenset(
    map(
        stem,
        word_set(
            "cost save saving price pay payment worth loss revenue profit budget damage debt fine value width wide"
            " height high depth deep length long distance speed turnout unemployment inflation growth bribe spend"
            " spending income sales tax margin stake size weight rainfall temperature wage salary output"
        ),
    )
)
"""Words that name what a measure is a measure of."""

GENERAL = frozenset(map(stem, word_set("rate level percent per cent average figure number total share people part")))
"""Words beside a percentage that do not say of what it is one."""

_PERIODS = {
    "quarter": r"quarter|three months",
    "half": r"half[- ]year|six months|first half|second half",
    "year": r"full year|a year(?! (?:earlier|ago|later|before|old))|per year|yearly|annual(?:ly)?|each year|12 months",
    "month": r"a month|per month|monthly|each month",
    "week": r"a week|per week|weekly|each week",
    "day": r"a day|per day|daily|each day",
    "night": r"a night|per night|each night",
    "share": r"a share|per share",
}
"""Over what a measure runs; two periods are never compared."""

PERIOD = {name: re.compile(rf"(?i)\b(?:{words})\b") for name, words in _PERIODS.items()}
