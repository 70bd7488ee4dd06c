"""Says a claim as one sentence that loses nothing: its source, its carrier and its denial are in the words."""

from ..records import Claim, Kind


def sentence(claim: Claim) -> str:
    """The claim's own text as a sentence; the source is added where the text does not name it."""
    text = claim.text.strip()
    source = claim.attribution.source
    if claim.attribution.kind is Kind.NARRATOR or source is None or _names(text, source):
        return text if text.endswith((".", "?", "!", "”", '"', "’")) else text + "."
    via = f", as reported by {claim.attribution.via}" if claim.attribution.via else ""
    return f"{text.rstrip('.')}, according to {source}{via}."


def _names(text: str, source: str) -> bool:
    """Whether the text names the source: its last word stands in it (a surname, or a group's head noun)."""
    words = source.split()
    return bool(words) and words[-1].lower() in text.lower()
