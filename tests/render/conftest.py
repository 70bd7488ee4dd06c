"""Digests built by hand: one invented agency story with all that can happen to it, an empty one, a hostile one."""

from datetime import UTC, datetime

import pytest

from pipeline.records import (
    Article,
    Attribution,
    Bound,
    Cause,
    Certainty,
    Claim,
    Conflict,
    Digest,
    Draft,
    Dropped,
    Evidence,
    Failure,
    Finding,
    Granularity,
    Kind,
    Line,
    LineDraft,
    Match,
    Modality,
    Outcome,
    Polarity,
    Provenance,
    Quantity,
    Sentence,
    Severity,
    Side,
    Span,
    Summary,
    TimeRef,
    claim_id,
)

STORY = """\
Dam breach floods three villages in the Sarn valley

MARENDAL, May 14 (Corvo) - A dam above the Sarn valley broke on Tuesday, flooding three villages and leaving \
officials at odds over how many homes were lost.

“At least 150 homes are gone, and we expect to find more when the [northern] road opens,” said Ilse Brandt, chief of \
the valley’s fire service.

Mayor Tomas Quill said as many as 400 homes could have been destroyed. He denied that warnings had been ignored.

Some 90 homes have been reported lost so far, the insurer Halden Mutual said.

Energy Minister Petra Osei said the dam had probably been weakened by last winter’s frost, the state agency TNN \
reported. “If the second wall fails, more than 600,000 people downstream would have to leave,” she added.

Rescuers reached fewer than 20 of the 35 cut-off farms by Wednesday evening. Several roads remained closed.

Repairs may cost between $2.5 million and $3 million, according to a consultant’s estimate seen by Corvo.

The operator, Sarn Hydro, did not answer requests for comment.

(Reporting by Jo Lindqvist in Marendal; editing by Ana Petrie)

Share this story | © Corvo News. All rights reserved.
"""

TUESDAY = TimeRef(
    text="Tuesday", from_="2024-05-14", to="2024-05-14", granularity=Granularity.DAY, inferred=("year", "month", "day")
)
WEDNESDAY = TimeRef(text="Wednesday evening", from_="2024-05-15", to="2024-05-15", granularity=Granularity.DAY)


def where(quote: str, text: str = STORY) -> Span:
    """The span of the first occurrence of `quote`."""
    start = text.index(quote)
    return Span(start=start, end=start + len(quote))


def evidence(quote: str, sentence: int, *, match: Match = Match.EXACT) -> Evidence:
    """Evidence of one sentence."""
    span = where(quote)
    return Evidence(start=span.start, end=span.end, quote=quote, match=match, sentences=(sentence,))


def figure(
    text: str,
    value: float | None,
    bound: Bound,
    counts: str | None,
    *,
    high: float | None = None,
    unit: str | None = None,
) -> Quantity:
    """A quantity at the first place where its text stands."""
    span = where(text)
    return Quantity(
        start=span.start, end=span.end, text=text, value=value, high=high, unit=unit, bound=bound, counts=counts
    )


def claim(
    text: str,
    pieces: tuple[Evidence, ...],
    by: Attribution,
    modality: Modality,
    *,
    quantities: tuple[Quantity, ...] = (),
    dates: tuple[TimeRef, ...] = (),
    weight: int = 1,
    outcome: Outcome = Outcome.GROUNDED,
) -> Claim:
    """A claim with its id computed."""
    return Claim(
        id=claim_id(text, pieces),
        text=text,
        literal=pieces[0].quote,
        evidence=pieces,
        attribution=by,
        modality=modality,
        quantities=quantities,
        dates=dates,
        weight=weight,
        outcome=outcome,
    )


def by(
    source: str | None, kind: Kind, *, role: str | None = None, cue: str | None = None, via: str | None = None
) -> Attribution:
    """An attribution whose cue stands where its words first stand."""
    return Attribution(
        source=source, role=role, kind=kind, cue=cue, via=via, cue_spans=(where(cue),) if cue is not None else ()
    )


CERTAIN = Modality(certainty=Certainty.CERTAIN)
NARRATED = by(None, Kind.NARRATOR)
AT_LEAST_150 = figure("At least 150 homes", 150, Bound.AT_LEAST, "homes")
UP_TO_400 = figure("as many as 400 homes", 400, Bound.UP_TO, "homes")
ABOUT_90 = figure("Some 90 homes", 90, Bound.ABOUT, "homes")


def _claims() -> tuple[Claim, ...]:
    return (
        claim(
            "A dam above the Sarn valley broke on Tuesday, 14 May 2024, flooding three villages.",
            (evidence("A dam above the Sarn valley broke on Tuesday, flooding three villages", 2),),
            NARRATED,
            CERTAIN,
            quantities=(figure("three villages", 3, Bound.EXACT, "villages"),),
            dates=(TUESDAY,),
            weight=3,
        ),
        claim(
            "Officials are at odds over how many homes were lost.",
            (evidence("leaving officials at odds over how many homes were lost", 2),),
            NARRATED,
            CERTAIN,
        ),
        claim(
            "At least 150 homes are gone, Ilse Brandt said.",
            (
                evidence(
                    "“At least 150 homes are gone, and we expect to find more when the [northern] road opens,”"
                    " said Ilse Brandt",
                    3,
                    match=Match.FOLDED,
                ),
            ),
            by("Ilse Brandt", Kind.DIRECT, role="chief of the valley’s fire service", cue="said"),
            CERTAIN,
            quantities=(AT_LEAST_150,),
            weight=3,
        ),
        claim(
            "The fire service expects to find more lost homes when the northern road opens.",
            (evidence("we expect to find more when the [northern] road opens", 3),),
            by("Ilse Brandt", Kind.DIRECT, role="chief of the valley’s fire service", cue="said"),
            Modality(certainty=Certainty.PROBABLE, cue_spans=(where("expect"),)),
        ),
        claim(
            "As many as 400 homes could have been destroyed, Tomas Quill said.",
            (evidence("Mayor Tomas Quill said as many as 400 homes could have been destroyed.", 4),),
            by("Tomas Quill", Kind.INDIRECT, role="Mayor", cue="said"),
            Modality(certainty=Certainty.POSSIBLE, cue_spans=(where("could"),)),
            quantities=(UP_TO_400,),
            weight=3,
        ),
        claim(
            "Tomas Quill denied that warnings had been ignored.",
            (evidence("He denied that warnings had been ignored.", 5),),
            by("Tomas Quill", Kind.INDIRECT, role="Mayor", cue="denied"),
            Modality(certainty=Certainty.CERTAIN, polarity=Polarity.DENIED),
            outcome=Outcome.REPAIRED,
        ),
        claim(
            "Some 90 homes have been reported lost so far, Halden Mutual said.",
            (evidence("Some 90 homes have been reported lost so far, the insurer Halden Mutual said.", 6),),
            by("Halden Mutual", Kind.INDIRECT, role="insurer", cue="said"),
            CERTAIN,
            quantities=(ABOUT_90,),
            weight=2,
        ),
        claim(
            "The dam had probably been weakened by last winter’s frost, Petra Osei said.",
            (
                evidence("Energy Minister Petra Osei said", 7),
                evidence(
                    "the dam had probably been weakened by last winter’s frost, the state agency TNN reported.", 7
                ),
            ),
            by("Petra Osei", Kind.INDIRECT, role="Energy Minister", cue="said", via="the state agency TNN"),
            Modality(certainty=Certainty.PROBABLE, cue_spans=(where("probably"),)),
        ),
        claim(
            "If the second wall fails, more than 600,000 people downstream would have to leave, Petra Osei said.",
            (
                evidence(
                    "“If the second wall fails, more than 600,000 people downstream would have to leave,” she added.", 8
                ),
            ),
            by("Petra Osei", Kind.DIRECT, role="Energy Minister", cue="added", via="the state agency TNN"),
            Modality(certainty=Certainty.CERTAIN, conditional=True),
            quantities=(figure("more than 600,000 people", 600_000, Bound.MORE_THAN, "people"),),
            weight=2,
        ),
        claim(
            "Rescuers reached fewer than 20 of the 35 cut-off farms by Wednesday evening, 15 May 2024.",
            (evidence("Rescuers reached fewer than 20 of the 35 cut-off farms by Wednesday evening.", 9),),
            NARRATED,
            CERTAIN,
            quantities=(
                figure("fewer than 20", 20, Bound.FEWER_THAN, "farms"),
                figure("35", 35, Bound.EXACT, "farms"),
            ),
            dates=(WEDNESDAY,),
        ),
        claim(
            "Several roads remained closed.",
            (evidence("Several roads remained closed.", 10),),
            NARRATED,
            CERTAIN,
            quantities=(figure("Several roads", None, Bound.VAGUE, "roads"),),
        ),
        claim(
            "Repairs may cost between $2.5 million and $3 million, according to a consultant’s estimate.",
            (
                evidence(
                    "Repairs may cost between $2.5 million and $3 million, according to a consultant’s estimate", 11
                ),
            ),
            by(None, Kind.INDIRECT, role="consultant", cue="according to"),
            Modality(certainty=Certainty.POSSIBLE),
            quantities=(figure("$2.5 million and $3 million", 2_500_000, Bound.EXACT, None, high=3_000_000, unit="$"),),
        ),
    )


def _draft(text: str, quote: str, *, source: str | None = None) -> Draft:
    return Draft(
        text=text,
        sentences=(4,),
        quote=quote,
        source=source,
        via=None,
        certainty=Certainty.CERTAIN,
        hedge=None,
        denied=False,
        weight=1,
    )


def _dropped() -> tuple[Dropped, ...]:
    return (
        Dropped(
            stage="ground",
            draft=_draft("400 homes were destroyed.", "400 homes were destroyed", source="Tomas Quill"),
            cause=Cause.QUOTE_NOT_FOUND,
            detail="the quote stands nowhere in the article",
            nearest="as many as 400 homes could have been destroyed",
        ),
        Dropped(
            stage="ground",
            draft=_draft("Corvo News holds all rights.", "All rights reserved."),
            cause=Cause.NOT_NEWS,
            detail="sentence 14 is boilerplate",
        ),
        Dropped(
            stage="verify",
            draft=LineDraft(text="The mayor ignored warnings.", claims=(6,)),
            cause=Cause.UNSUPPORTED,
            detail="negation: expected a denial, found none",
        ),
        Dropped(stage="repair", draft=None, cause=Cause.TRUNCATED, detail="the reply stops after 2,048 tokens"),
    )


def _findings(ids: list[str]) -> tuple[Finding, ...]:
    return (
        Finding(
            check="surname", severity=Severity.NOTE, target="article", expected="one form of a name", found="TNN alone"
        ),
        Finding(
            check="certainty",
            severity=Severity.WARNING,
            target=ids[4],
            expected="possible (“could have been”)",
            found="certain",
            spans=(where("could"),),
        ),
        Finding(check="bound", severity=Severity.ERROR, target="line 2", expected="at least 150", found="150"),
    )


@pytest.fixture(scope="session")
def digest() -> Digest:
    """A digest with conflicting counts, a via, hedges, a denial, a condition, findings and dropped drafts."""
    claims = _claims()
    ids = [one.id for one in claims]
    left = where("The operator, Sarn Hydro, did not answer requests for comment.")
    return Digest(
        article=Article.of(
            STORY,
            id="sarn-dam",
            title="Dam breach floods three villages in the Sarn valley",
            url="https://corvo.example/2024/05/sarn?a=1&b=2",
            byline="Jo Lindqvist",
            publisher="Corvo News",
            published=datetime(2024, 5, 14, 18, 30, tzinfo=UTC),
            language="en",
        ),
        summary=Summary(
            headline=Line(
                text="Dam breach floods three villages; counts of lost homes differ", claims=(ids[0], ids[1])
            ),
            brief=Line(
                text="A dam above the Sarn valley broke on Tuesday, flooding three villages, and officials are at odds"
                " over how many homes were lost.",
                claims=(ids[0], ids[1]),
            ),
            lines=(
                Line(
                    text="As many as 400 homes could have been destroyed, the mayor said; the fire service spoke of at"
                    " least 150, an insurer of some 90.",
                    claims=(ids[4], ids[2], ids[6]),
                ),
                Line(text="Ilse Brandt said 150 homes are gone.", claims=(ids[2],)),
                Line(
                    text="If the second wall fails, more than 600,000 people would have to leave, Petra Osei said.",
                    claims=(ids[8],),
                ),
            ),
        ),
        claims=claims,
        conflicts=(
            Conflict(
                what="homes lost",
                sides=(
                    Side(claim=ids[2], quantity=AT_LEAST_150, source="Ilse Brandt"),
                    Side(claim=ids[4], quantity=UP_TO_400, source="Tomas Quill"),
                    Side(claim=ids[6], quantity=ABOUT_90, source="Halden Mutual"),
                ),
            ),
        ),
        findings=_findings(ids),
        dropped=_dropped(),
        coverage=(Sentence(start=left.start, end=left.end, index=12, paragraph=8),),
        provenance=_provenance(),
    )


def _provenance(engine: str = "openai", model: str | None = "sarn-small") -> Provenance:
    return Provenance(
        engine=engine,
        model=model,
        prompts={"extract": "3f2a91bc77d0", "summarize": "90ab12cd34ef"} if model else {},
        versions={"wirebrief": "0.1.0"},
        options={"max_claims": 60, "from": "file", "temperature": 0.00001, "stream": True, "seed": None},
        calls=2 if model else 0,
        input_tokens=3_100 if model else 0,
        output_tokens=812 if model else 0,
        cost=0.00002 if model else 0.0,
        made=datetime(2024, 5, 14, 19, 0, tzinfo=UTC),
        seconds=0.0000125,
    )


@pytest.fixture(scope="session")
def empty() -> Digest:
    """A digest in which nothing stood its checks."""
    text = "Nothing of note happened in Oster on Monday."
    return Digest(
        article=Article.of(text, id="oster"),
        summary=None,
        claims=(),
        coverage=(Sentence(start=0, end=len(text), index=0, paragraph=0),),
        provenance=_provenance("offline", None),
    )


HOSTILE = (
    "\x1b]0;owned\x07 <script>alert(1)</script> \x9b31m \u202egnp.exe [x](javascript:a) | **b** `c` &amp; \u2066z\x00"
)


@pytest.fixture(scope="session")
def hostile() -> Digest:
    """A digest in every field of which stand escape sequences, mark-up, overrides, a formula."""
    text = f"=cmd|' /C calc'!A0 {HOSTILE} said 5 men.\nSecond {HOSTILE} line."
    first = Evidence(start=0, end=text.index("\n"), quote=text[: text.index("\n")], match=Match.EXACT, sentences=(0,))
    five = text.index("5 men")
    one = claim(
        f"=1+1 {HOSTILE}",
        (first,),
        Attribution(source=f"@SUM(A1) {HOSTILE}", role=HOSTILE, via=HOSTILE, cue="+said", kind=Kind.MIXED),
        CERTAIN,
        quantities=(
            Quantity(
                start=five, end=five + 5, text="5 men", value=5, unit=HOSTILE, bound=Bound.EXACT, counts=f"-{HOSTILE}"
            ),
        ),
        dates=(TimeRef(text=HOSTILE, from_=HOSTILE, to=None, granularity=Granularity.DAY),),
    )
    line = Line(text=f"- {HOSTILE}\n# Heading", claims=(one.id,))
    return Digest(
        article=Article.of(
            text,
            id=f"../{HOSTILE}",
            title=HOSTILE,
            url=f"javascript:alert(1)//{HOSTILE}",
            byline=HOSTILE,
            publisher="x",
        ),
        summary=Summary(headline=line, brief=line, lines=(line,)),
        claims=(one,),
        conflicts=(
            Conflict(
                what=HOSTILE,
                sides=(
                    Side(claim=one.id, quantity=one.quantities[0], source=HOSTILE),
                    Side(claim=one.id, quantity=one.quantities[0], source=None),
                ),
            ),
        ),
        findings=(Finding(check="number", severity=Severity.ERROR, target=HOSTILE, expected=HOSTILE, found=HOSTILE),),
        dropped=(
            Dropped(
                stage="ground",
                draft=_draft(HOSTILE, HOSTILE),
                cause=Cause.QUOTE_NOT_FOUND,
                detail=HOSTILE,
                nearest=HOSTILE,
            ),
        ),
        provenance=_provenance(HOSTILE, HOSTILE),
    )


@pytest.fixture(scope="session")
def failure() -> Failure:
    """An article that became no digest."""
    return Failure(
        article_id="cookie-wall",
        stage="read",
        cause="too_little_prose",
        message="'cookie-wall.html' holds 12 words of prose",
        advice="save the page after its consent form, or give its text",
    )
