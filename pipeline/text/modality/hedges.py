"""Hedging, conditional and negative words, with the class each puts on its sentence.

The classes follow the scale of event factuality: certain (the source commits itself), probable (thinks so),
possible (cannot rule it out), uncommitted (does not know, or does not say).
"""

from dataclasses import dataclass

from ...records import Certainty, Polarity
from ..words import word_set

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase does to its sentence; None and false where it does nothing."""

    certainty: Certainty | None = None
    conditional: bool = False
    polarity: Polarity | None = None


PROBABLE = Sense(Certainty.PROBABLE)
POSSIBLE = Sense(Certainty.POSSIBLE)
UNCOMMITTED = Sense(Certainty.UNCOMMITTED)
CONDITION = Sense(conditional=True)
HYPOTHETICAL = Sense(Certainty.PROBABLE, conditional=True)
NEGATION = Sense(polarity=Polarity.DENIED)
IMPROBABLE = Sense(Certainty.PROBABLE, polarity=Polarity.DENIED)
UNDECIDED_NOT = Sense(Certainty.UNCOMMITTED, polarity=Polarity.DENIED)
NOTHING = Sense()
"""A phrase that only looks like a hedge or a negation: it is read over."""


def _phrases(listed: str) -> tuple[Phrase, ...]:
    return tuple(tuple(part.split()) for line in listed.splitlines() for part in line.split(",") if part.strip())


_LISTED: tuple[tuple[Sense, str], ...] = (
    # possible: the source names a chance and does not weigh it
    (
        POSSIBLE,
        """
        may, might, could, perhaps, maybe, possibly, conceivably, potentially, theoretically, possible, possibility,
        possibilities, plausible, plausibly, feasible, chance that, chance of, chances of, chances that, risk that,
        threat that, danger that, fear that, fears that, feared that, fear the, feared to, is feared, are feared,
        was feared, were feared, been feared, feared dead,
        feared drowned, feared lost, suspicion, suspicions, speculation,
        speculated, speculate, speculates, hint that, hinted that, hints that, at risk of, not rule out, not ruled out,
        n't rule out, n't ruled out, cannot rule out,
        cannot be ruled out, can't rule out, not be ruled out, couldn't rule out,
        not impossible, not necessarily, can't be ruled out, refused to rule out, declined to rule out
        """,
    ),
    # probable: the source leans to it, by inference, report, estimate or plan
    (
        PROBABLE,
        """
        likely, probably, presumably, likelihood, probability, probable, apparently, seemingly, supposedly, purportedly,
        reportedly, allegedly, ostensibly, evidently, arguably, in all likelihood, as likely as not,
        believe, believes, believed, belief that, think, thinks, thought to, thought that, suspect, suspects, suspected,
        suspects that, suggest, suggests, suggested, suggesting, indicate, indicates, indicated, indicating,
        indication that, indications that, sign that, signs that, evidence that may,
        appear, appears, appeared, appearing, seem, seems, seemed, seeming,
        expect, expects, expected, expecting, expectation that, expectations that, anticipate, anticipates, anticipated,
        forecast to, projected to, predicted to, predict, predicts,
        predicted, set to, poised to, slated to, on track to,
        tipped to, on course to, expected to, estimate that, estimates that, estimated that, estimate,
        estimates, estimated, allege, alleges, alleged, alleging, allegation, allegations, claim, claims, claimed,
        claiming, assume that, assumed that, assumes that, assume, presumed, rumored, rumoured, reputed, reputedly,
        must have, said to have, said to be, alleged to, reported to have, reported to be, in my opinion, in our view,
        confident that,
        """,
    ),
    # uncommitted: the source does not know or does not say
    (
        UNCOMMITTED,
        """
        whether, unclear, uncertain, unknown, unsure, undetermined, undecided, unconfirmed, unverified, in doubt,
        remains to be seen, remained to be seen, left to be seen, open question, not clear, wasn't clear, isn't clear,
        question of whether, question whether, questions about whether,
        wonder if, wonders if, wondered if, wondering if,
        uncertainty, too early to, too soon to, not immediately clear, no word on
        """,
    ),
    (
        UNDECIDED_NOT,
        """
        do not know, don't know, does not know, doesn't know, did not know, didn't know, not yet know, not known,
        could not be confirmed, could not confirm, cannot confirm,
        can't confirm, couldn't confirm, could not be verified,
        could not verify, cannot verify, could not be independently verified, could not independently verify,
        could not immediately be verified, could not immediately verify, could not immediately be confirmed,
        not confirmed, not been confirmed, not yet confirmed, not verified, not been verified, no idea, not certain,
        not sure, n't sure, isn't sure, wasn't sure,
        aren't sure, not been determined, not determined, not yet determined
        """,
    ),
    (CONDITION, "if, unless, provided that, providing that, as long as, so long as, in case, in the event, assuming"),
    (CONDITION, "on condition that, only if, depending on, contingent on, conditional on, subject to approval"),
    (IMPROBABLE, "unlikely, improbable, doubt that, doubts that, doubted that, doubtful, doubt whether, implausible"),
    # plain negation
    (
        NEGATION,
        """
        not, no, never, neither, nor, without, none, nobody, no one, nothing, nowhere, hardly, scarcely,
        no longer, cannot, impossible, fail to, fails to, failed to, failing to, failure to, refuse to, refuses to,
        refused to, refusing to, refusal to, decline to, declines to, declined to, declining to, yet to,
        lacks, lacked, unable to, stopped short of
        """,
    ),
    # looks negative or hedged and is not
    (
        NOTHING,
        """
        not only, not just, not merely, not simply, not solely, no doubt, no doubts, without doubt, without a doubt,
        without question, no question, no less than, no fewer than, no more than, not less than, not more than,
        not fewer than, no later than, not later than, no earlier than, no matter, no sooner, not to mention,
        nothing but, nothing short of, if not, whether or not, or not, why not,
        even if, as if, if only, if any, if ever, what if,
        as soon as possible, as quickly as possible, as much as possible, as many as possible, as possible,
        wherever possible, where possible, whenever possible, if possible, make it possible, made it possible,
        makes it possible, made possible, makes possible,
        best possible, worst possible, every possible, everything possible,
        all possible, as expected, than expected, as anticipated, than anticipated, think tank, think tanks,
        think about, thinks about, think of, thinks of, thinking of, was thinking, as likely, as far as, could care,
        regardless of whether, in no time, no stranger, yes or no, like it or not, believe in, believes in, believed in,
        believe it or not, can't believe, cannot believe, couldn't believe, could not believe,
        make believe, can't help, could not help, couldn't help, no other than, none other than,
        could afford, far and away, more than a little, not least, not far, instead of, rather than, no one else but,
        couldn't agree more, no wonder, not until,
        expect the unexpected, claim responsibility, rather than later,
        claimed responsibility, claims responsibility, claiming responsibility, claimed victory, claim victory,
        claimed the lives, claimed the life, no end, nothing less than
        """,
    ),
)


def _table() -> dict[str, tuple[tuple[Phrase, Sense], ...]]:
    """Phrases by their first word, longest first."""
    table: dict[str, list[tuple[Phrase, Sense]]] = {}
    for sense, listed in _LISTED:
        for phrase in _phrases(listed):
            table.setdefault(phrase[0], []).append((phrase, sense))
    return {word: tuple(sorted(found, key=lambda item: -len(item[0]))) for word, found in table.items()}


PHRASES: dict[str, tuple[tuple[Phrase, Sense], ...]] = _table()
"""Every listed phrase under its first word, longest first."""

DENIALS = word_set(
    """
    deny denies denied denying denial denials refute refutes refuted refuting rebut rebuts rebutted rebutting
    dismiss dismisses dismissed dismissing reject rejects rejected rejecting dispute disputes disputed disputing
    """
)
"""Words by which a source denies a proposition; those of the last row only with a report as their object."""

ALWAYS_DENIALS = word_set("refute refutes refuted refuting rebut rebuts rebutted rebutting denial denials")
"""Denials whatever their object is."""

REPORTS = word_set(
    """
    report reports claim claims allegation allegations accusation accusations assertion assertions suggestion
    suggestions charge charges rumor rumors rumour rumours speculation criticism notion idea contention story stories
    characterization characterisation account accounts narrative insinuation insinuations theory argument arguments
    findings figures numbers version complaint complaints concerns fears talk statement statements that
    """
)
"""What can be denied, dismissed or rejected as untrue."""

WITHHELD = word_set(
    """
    bail entry access permission visa visas asylum treatment parole leave admission credit benefits coverage food
    water medical care service services rights tenure citizenship funding him her them us me
    """
)
"""What is denied to somebody: then nothing is said to be untrue."""

FALSEHOODS = word_set(
    "false untrue baseless unfounded groundless fabricated fake bogus nonsense wrong incorrect inaccurate lies lie hoax"
)
"""What a denied report is called."""
