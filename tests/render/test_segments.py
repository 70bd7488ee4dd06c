"""An article cut for the page."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Digest,
    Evidence,
    Kind,
    Match,
    Modality,
    claim_id,
)
from pipeline.render.segments import paragraphs


def _covered(text: str, spans: list[tuple[int, int]], provenance_of: Digest) -> Digest:
    claims = {}
    for start, end in spans:
        evidence = (Evidence(start=start, end=end, quote=text[start:end], match=Match.EXACT, sentences=(0,)),)
        one = Claim(
            id=claim_id("x", evidence),
            text="x",
            literal="x",
            evidence=evidence,
            attribution=Attribution(source=None, kind=Kind.NARRATOR),
            modality=Modality(certainty=Certainty.CERTAIN),
        )
        claims[one.id] = one
    return Digest(
        article=Article.of(text), summary=None, claims=tuple(claims.values()), provenance=provenance_of.provenance
    )


@given(data=st.data(), text=st.text(alphabet="ab c\n", min_size=1, max_size=60))
def test_a_claim_lights_exactly_its_evidence(data: st.DataObject, text: str, empty: Digest) -> None:
    """However evidence overlaps, a claim's segments join to its evidence, white space at line ends left out."""
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges).filter(lambda span: span[0] < span[1]), max_size=5))
    digest = _covered(text, spans, empty)

    cut = paragraphs(digest)

    for number, claim in enumerate(digest.claims, start=1):
        lit = "".join(part.text for line in cut for part in line.segments if number in part.claims)
        quote = claim.evidence[0].quote
        assert lit.replace("\n", "").replace(" ", "") == quote.replace("\n", "").replace(" ", "")
        starts = [part for line in cut for part in line.segments if (number, 0) in part.begins]
        assert len(starts) == bool(lit)


@given(text=st.text(max_size=80))
def test_no_character_is_lost(text: str, empty: Digest) -> None:
    """The paragraphs hold every character of the article that is not white space, in order."""
    cut = paragraphs(_covered(text, [], empty))

    assert "".join("".join(line.text for line in cut).split()) == "".join(text.split())


def test_overlapping_evidence_is_cut_where_it_changes(digest: Digest) -> None:
    """A claim inside another claim's evidence makes three segments; the middle one belongs to both."""
    line = paragraphs(digest)[2]

    assert [part.claims for part in line.segments] == [(3,), (3, 4), (3,), ()]
    assert line.segments[1].text == "we expect to find more when the [northern] road opens"
    assert [part.ends for part in line.segments] == [(), (4,), (3,), ()]


def test_layout_is_told_from_text(digest: Digest) -> None:
    """Lines that neither evidence nor an uncovered body sentence touches are layout."""
    cut = paragraphs(digest)

    assert [line.text[:10] for line in cut if line.layout] == ["Dam breach", "(Reporting", "Share this"]
    assert [part.text[:12] for line in cut for part in line.segments if part.left] == ["The operator"]
