"""Answers by rules and statistics: no key, no network, no model; the same checks wait for it as for every engine."""

from collections.abc import Mapping, Sequence
from typing import cast

from ..engine import Answer, Call, Drafts, ExtractGiven, R, SummarizeGiven, SummaryDraft
from ..reading import Reading, Saying
from ..records import Claim, Draft, Kind, LineDraft, Polarity, Role, Sentence, Span
from ..text import modality
from ..text.salience import choose, salience
from ..text.standalone import stand_alone
from ..text.wording import sentence as worded
from ..text.words import content

LONGEST_QUOTATION = 600
"""Characters up to which the sentences of one quotation stay one claim; a longer one is a claim a sentence."""

FEWEST_WORDS = 4
"""A narrator's sentence with fewer words ("Not this time.") says nothing that can be checked alone."""


class OfflineEngine:
    """The keyless engine: attributed sentences become claims, the most salient claims become the summary."""

    name = "offline"
    model = None

    @property
    def prompts(self) -> Mapping[str, str]:
        """None: rules read no prompt."""
        return {}

    async def answer(self, call: Call[R]) -> Answer[R]:
        """Drafts for `extract`, nothing new for `repair`, a summary of claims for `summarize`."""
        given = call.given
        reply: Drafts | SummaryDraft
        if isinstance(given, ExtractGiven):
            reply = Drafts(claims=_drafts(given.reading, given.sentences))
        elif isinstance(given, SummarizeGiven):
            reply = _summary(given)
        else:
            reply = Drafts(claims=())
        return Answer(reply=cast("R", reply))


def _drafts(reading: Reading, indices: Sequence[int]) -> tuple[Draft, ...]:
    scores = salience(reading)
    weights = _weights(scores)
    wanted = [reading.sentences[i] for i in indices if reading.sentences[i].role is Role.BODY]
    drafts = []
    for unit in _units(reading, wanted):
        span = Span(start=unit[0].start, end=unit[-1].end)
        saying = _main_saying(reading, span)
        if saying is None and not _tells(reading, span):
            continue
        drafts.append(_draft(reading, unit, saying, max(weights[s.index] for s in unit)))
    return tuple(drafts)


def _units(reading: Reading, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Sentences, those that one quotation holds together joined, as long as they are not too long together."""
    units: list[list[Sentence]] = []
    for sentence in sentences:
        if units and _joined(reading, units[-1], sentence):
            units[-1].append(sentence)
        else:
            units.append([sentence])
    return units


def _joined(reading: Reading, unit: Sequence[Sentence], sentence: Sentence) -> bool:
    last = unit[-1]
    if sentence.index != last.index + 1 or sentence.paragraph != last.paragraph:
        return False
    if sentence.end - unit[0].start > LONGEST_QUOTATION:
        return False
    return any(q.start < last.end and sentence.start < q.end for q in reading.quotations)


def _main_saying(reading: Reading, span: Span) -> Saying | None:
    """The saying whose content covers most of the passage."""
    best, most = None, 0
    for saying in reading.sayings:
        if saying.kind is Kind.NARRATOR or not (saying.speaker or saying.source):
            continue
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in saying.content)
        if shared > most:
            best, most = saying, shared
    return best


def _tells(reading: Reading, span: Span) -> bool:
    """Whether a narrator's sentence can be checked: it is long enough and asks nothing."""
    words = span.cut(reading.article.text)
    return len(words.split()) >= FEWEST_WORDS and not words.rstrip("”\"’'").endswith("?")


def _draft(reading: Reading, unit: Sequence[Sentence], saying: Saying | None, weight: int) -> Draft:
    span = Span(start=unit[0].start, end=unit[-1].end)
    seen = modality.modality(reading.cues, reading.article.text, [span])
    return Draft(
        text=_text(reading, span, saying),
        sentences=tuple(s.index for s in unit),
        quote=span.cut(reading.article.text),
        source=_source(reading, saying),
        via=saying.via if saying else None,
        certainty=seen.certainty,
        hedge=None,
        denied=seen.polarity is Polarity.DENIED,
        weight=weight,
    )


def _source(reading: Reading, saying: Saying | None) -> str | None:
    if saying is None:
        return None
    return saying.speaker or " ".join(s.cut(reading.article.text) for s in saying.source)


def _text(reading: Reading, span: Span, saying: Saying | None) -> str:
    """The passage standing alone; where its source is printed elsewhere, the source is put in front."""
    text = stand_alone(reading, span)
    source = _source(reading, saying)
    if saying is None or source is None:
        return text
    if any(span.start <= s.start and s.end <= span.end for s in saying.source):
        return text
    shown = _shown(reading, saying, source)
    if saying.kind is Kind.DIRECT:
        return f"{shown[:1].upper()}{shown[1:]} said: {_marked(text)}"
    return f"{text.rstrip('.')}, according to {shown}."


def _shown(reading: Reading, saying: Saying, source: str) -> str:
    """The source as words of a sentence: a name as it is, a description with the article it is printed with."""
    printed = " ".join(span.cut(reading.article.text) for span in saying.source)
    determined = printed[:1].lower() + printed[1:]
    if determined.startswith(("the ", "a ", "an ")) and source in printed:
        return determined
    return source if source.split()[0][:1].isupper() else f"the {source}"


def _marked(text: str) -> str:
    """Quoted words with both their marks: a quotation that goes on elsewhere has only one."""
    opened = text if text.startswith(("“", '"')) else "“" + text
    if opened.endswith(("”", '"')):
        return opened
    return opened + ("”" if opened.startswith("“") else '"')


def _weights(scores: Mapping[int, float]) -> dict[int, int]:
    """3 for the most salient fifth of the sentences, 2 for the next two fifths, 1 for the rest."""
    ranked = sorted(scores, key=lambda i: -scores[i])
    return {i: 3 if n < len(ranked) / 5 else 2 if n < 3 * len(ranked) / 5 else 1 for n, i in enumerate(ranked)}


def _summary(given: SummarizeGiven) -> SummaryDraft:
    """The most salient claims in their own words; the article's headline where claims share its words."""
    scores = salience(given.reading)
    own = [max((scores.get(i, 0.0) for e in c.evidence for i in e.sentences), default=0.0) for c in given.claims]
    chosen = choose(own, [claim.text for claim in given.claims], given.max_lines + 1)
    lead, rest = chosen[0], sorted(chosen[1:]) or [chosen[0]]
    return SummaryDraft(
        headline=_headline(given) or _line(given.claims, lead),
        brief=_line(given.claims, lead),
        lines=tuple(_line(given.claims, i) for i in rest),
    )


def _line(claims: Sequence[Claim], index: int) -> LineDraft:
    return LineDraft(text=worded(claims[index]), claims=(index + 1,))


def _headline(given: SummarizeGiven) -> LineDraft | None:
    """The article's own headline, citing the claims that share most of its words; None where there is none."""
    reading = given.reading
    printed = [reading.text_of(s.index) for s in reading.sentences[:2] if s.role is Role.HEADLINE]
    text = (reading.article.title or (printed[0] if printed else "")).lstrip("# ").strip()
    words = set(content(text))
    if not words:
        return None
    shares = [len(words & set(content(claim.text))) for claim in given.claims]
    best = sorted(range(len(shares)), key=lambda i: (-shares[i], i))[:3]
    cited = tuple(i + 1 for i in sorted(best) if shares[i])
    return LineDraft(text=text, claims=cited) if cited else None
