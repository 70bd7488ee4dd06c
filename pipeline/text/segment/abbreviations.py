"""Words whose full stop need not end a sentence, by what may follow them."""

import re


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


TITLES = _words(
    """
    Mr Mrs Ms Mx Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Lt Gen Col Maj Capt Sgt Cpl Pvt Adm Cmdr Cdr Brig
    Ens Supt Det Insp Rev Revs Hon Pres Msgr Fr Mme Mlle Messrs Atty Asst Dep Amb Spc Pfc Cpt Sgts Gens Assoc
    Vice-Adm M Mt Ft Pte Const Treas Sr Sra Dn Cllr Visc
    """
)
"""Stand before a name: never the end of a sentence, whatever follows."""

NUMBERED = _words(
    """
    No Nos no nos Art art Arts Fig fig Figs Sec sec Secs Ch ch Vol vol Vols p pp par Par Nr nr Rt Rte Hwy ver Jan
    Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
"""Stand before a number: no end where a digit follows, an ordinary word (or month) elsewhere."""

MONTHS = _words(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
"""Short months: may also stand before a name ("in Sept. Lind said"), so an end only before a sentence opener."""

STATES = _words(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Penn Tenn Tex Vt Va Wash Wis Wyo N.H N.J N.M N.Y N.C N.D R.I S.C S.D W.Va Ont Que Alta B.C N.S Sask
    """
)
"""Short states and provinces: after "City, " a comma follows inside a sentence, so a capital there opens a new one."""

NEVER = _words(
    """
    e.g i.e eg ie vs v cf viz approx ca
    """
)
"""Running-text abbreviations that something always follows (lower case as printed)."""

OTHERS = _words(
    """
    St Sts Ste Ave Blvd Rd Ln Dr Pl Sq Hts Inc Corp Co Cos Ltd Bros Llc plc Jr Sr Esq Dept dept Univ Assn Assoc
    Intl Natl Govt govt est Est ext Ph.D Ph M.D B.A M.A Bldg Apt Ctr Cie Mfg Sgt Gmbh min max avg ft lb lbs oz mph
    sq al Op Ed Eds ed eds Tues Thurs Mon Wed Thu Fri Bhd Pty Nat Dist Div
    """
)
"""Abbreviations that end a sentence only before a word that opens sentences."""

CLOCK = _words(
    """
    a.m p.m A.M P.M am pm
    """
)
"""Clock times: an end before any capital but a day, a month or a time zone."""

AFTER_CLOCK = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Eastern Central Mountain Pacific Atlantic Greenwich EST EDT ET CST CDT CT MST MDT MT PST PDT
    PT GMT UTC BST CET CEST AKST HST IST JST AEST Moscow Beijing Local Daylight Standard
    """
)
"""What may follow a clock time inside its sentence."""

OPENERS = _words(
    """
    The A An This That These Those He She It They We I You His Her Its Their Our My Your In On At By For From With
    After Before When While As If But And Or So Yet Although Though Because Since Until Under Over During Despite
    However Meanwhile Still Also Then There Here What Who Whose Which Where Why How Now Not No Nor One Two Three
    Both Some Many Most Several Other Others Another Such Each Every According About Among Between Instead Earlier
    Later Last More Even Only Once Nearly To Of All Any Nobody Nothing Everyone Everything Neither Either Without
    Within Through Throughout Unlike Like Just Perhaps Maybe Today Yesterday Tomorrow Asked Whether Let Do Does
    Did Is Are Was Were Has Have Had Can Could Will Would Should May Might Must Officials Authorities
    Investigators Critics Supporters Experts Analysts Residents Witnesses Police Prosecutors Isn’t Isn't It’s It's
    He’s He's She’s She's They’re They're We’re We're I’m I'm I’ve I've There’s There's That’s That's Don’t Don't
    You’re You're Hundreds Thousands Dozens Millions Additionally Furthermore Moreover Nevertheless Nonetheless
    Overall Finally First Second Again Soon Recently
    """
)
"""Words that, with a capital, open a sentence rather than go on with a name."""

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}\Z")
_INITIAL = re.compile(r"[^\W\d_]\Z")


def is_acronym(token: str) -> bool:
    """Whether the token (last full stop left out) is letters between full stops, as "U.S" or "a.m"."""
    return bool(_ACRONYM.match(token))


def is_initial(token: str) -> bool:
    """Whether the token is a single capital letter, as in a person's name."""
    return bool(_INITIAL.match(token)) and token.isupper()
