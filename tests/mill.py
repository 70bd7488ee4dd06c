"""The mill fire: an article with a quotation twice, two counts, a denial, a hedge and a footer, and faithful drafts."""

from scripted import draft

from pipeline.records import Certainty

TEXT = """TOLVAR, May 14 (Coastal Wire) — A fire at the Tolvar paper mill on Monday injured at least nine workers, \
Fire Commissioner Renske Aldous said.

The mill’s owner, Brandt & Vey, said as many as 14 workers had been treated, two of them in hospital.

“We lost the [pulping] hall, not the mill,” its director, Pavel Ormond, told reporters. He denied that the \
sprinklers had been switched off.

If the roof is not propped by Friday it could come down, Aldous warned. “We are waiting,” she said.

Nobody at the union would comment. “We are waiting,” said its chair, Oona Pell.

Inspectors believe a bearing overheated, two people close to the inquiry said.

Contact the newsroom: desk@coastalwire.example
© 2025 Coastal Wire. All rights reserved.
"""

FIRE = "A fire at the Tolvar paper mill on Monday injured at least nine workers, Fire Commissioner Renske Aldous said."
OWNER = "The mill’s owner, Brandt & Vey, said as many as 14 workers had been treated, two of them in hospital."
DENIAL = "He denied that the sprinklers had been switched off."
ROOF = "If the roof is not propped by Friday it could come down, Aldous warned."
BELIEF = "Inspectors believe a bearing overheated, two people close to the inquiry said."
HALL = "“We lost the [pulping] hall, not the mill,” its director, Pavel Ormond, told reporters."

GOOD = {
    "fire": draft(
        "Fire Commissioner Renske Aldous said a fire at the Tolvar paper mill on Monday, 12 May 2025, injured at least "
        "nine workers.",
        FIRE,
        source="Renske Aldous",
    ),
    "owner": draft(
        "Brandt & Vey, the owner of the mill, said as many as 14 workers had been treated, two of them in hospital.",
        OWNER,
        source="Brandt & Vey",
    ),
    "denial": draft(
        "Pavel Ormond denied that the sprinklers had been switched off.", DENIAL, source="Pavel Ormond", denied=True
    ),
    "roof": draft(
        "Renske Aldous warned that the roof could come down if it is not propped by Friday.",
        ROOF,
        source="Renske Aldous",
        certainty=Certainty.POSSIBLE,
        hedge="could",
    ),
    "hall": draft(
        "Pavel Ormond, the mill’s director, said: “We lost the [pulping] hall, not the mill”.",
        HALL,
        source="Pavel Ormond",
    ),
}
