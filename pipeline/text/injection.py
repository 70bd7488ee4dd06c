"""Finds text in an article that addresses a language model instead of a reader."""

import re

from ..reading import Quotation, Reading
from ..records import Finding, Sentence, Severity, Span

_ADDRESS = re.compile(
    r"""(?xi)
    \b(?:ignore|disregard|forget|override|bypass)\b [^.!?]{0,40}? \b(?:previous|prior|above|earlier|preceding|all)\b
        [^.!?]{0,30}? \b(?:instructions?|prompts?|rules|directions|guidelines|context)\b
  | \b(?:system|developer)\s+(?:prompt|message|instructions?)\s*:
  | \b(?:as|you\ are|act\ as|pretend\ to\ be)\s+(?:an?\s+)?(?:ai|artificial\ intelligence|language\ model|llm|
        (?:ai\s+|helpful\s+)?(?:assistant|chatbot))\b [^.!?]{0,80}? \b(?:must|should|will|shall|reply|respond|output)\b
  | \b(?:note|attention|message|instructions?)\s+(?:to|for)\s+(?:any\s+|all\s+|the\s+)?(?:ai|llm|language\ models?|
        (?:ai\s+)?(?:assistants?|summari[sz]ers?|chatbots?|models?))\b
  | \b(?:if\ you\ are|to\ any|to\ all|dear)\s+(?:an?\s+)?(?:ai|llms?|language\ models?|chatbots?)\b
  | <\|?\s*(?:im_start|im_end|system|endoftext)\s*\|?> | \[/?INST\]
  | \b(?:new|updated)\s+instructions?\s*:
    """
)
# Written from what such texts must do: name the reader they mean, or lift the instructions he works under.


def addressed(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    """The passages that address a model: the sentence that does, and the rest of the quotation it stands in.

    Outside a quotation the rest of its paragraph belongs to it: what follows "ignore the above" is its order.
    """
    hits = [s for s in sentences if _ADDRESS.search(text, s.start, s.end)]
    found: dict[tuple[int, int], Span] = {}
    for hit in hits:
        for sentence in sentences:
            if sentence.paragraph == hit.paragraph and _belongs(sentence, hit, quotations):
                found[sentence.start, sentence.end] = Span(start=sentence.start, end=sentence.end)
    return tuple(found[key] for key in sorted(found))


def injections(reading: Reading) -> tuple[Finding, ...]:
    """One finding for an article that addresses a model, with the passages; none for any other."""
    spans = addressed(reading.article.text, reading.sentences, reading.quotations)
    if not spans:
        return ()
    shown = " ".join(spans[0].cut(reading.article.text).split())
    return (
        Finding(
            check="injection",
            severity=Severity.WARNING,
            target="article",
            expected="text written for readers",
            found=f"text that addresses a language model, kept out of the claims: {shown[:120]!r}",
            spans=spans,
        ),
    )


def _belongs(sentence: Sentence, hit: Sentence, quotations: tuple[Quotation, ...]) -> bool:
    if sentence.index == hit.index:
        return True
    around = [q for q in quotations if q.start < hit.end and hit.start < q.end]
    if around:
        return any(q.start < sentence.end and sentence.start < q.end for q in around)
    return sentence.index > hit.index
