"""Countries by every name that news has for them: the country, its people, its capital as its government."""

from functools import lru_cache

_NAMES = """
afghanistan: afghan, kabul
algeria: algerian, algiers
argentina: argentine, argentinian, buenos aires
armenia: armenian, yerevan
australia: australian, canberra
austria: austrian, vienna
azerbaijan: azerbaijani, azeri, baku
bangladesh: bangladeshi, dhaka
belarus: belarusian, belarussian, minsk
belgium: belgian
bolivia: bolivian, la paz
bosnia: bosnian, sarajevo
brazil: brazilian, brasilia, brasília
britain: british, briton, uk, united kingdom, great britain, downing street, whitehall, westminster, london
bulgaria: bulgarian, sofia
cambodia: cambodian, phnom penh
canada: canadian, ottawa
chile: chilean, santiago
china: chinese, beijing, people's republic of china
colombia: colombian, bogota, bogotá
congo: congolese, kinshasa, democratic republic of congo, democratic republic of the congo, drc
croatia: croatian, zagreb
cuba: cuban, havana
cyprus: cypriot, nicosia
czech republic: czech, czechia, prague
denmark: danish, dane, copenhagen
ecuador: ecuadorean, ecuadorian, quito
egypt: egyptian, cairo
england: english
estonia: estonian, tallinn
ethiopia: ethiopian, addis ababa
european union: eu, european, brussels
finland: finnish, finn, helsinki
france: french, paris, elysee, élysée
georgia: georgian, tbilisi
germany: german, berlin
ghana: ghanaian, accra
greece: greek, athens
haiti: haitian, port-au-prince
hungary: hungarian, budapest
iceland: icelandic, icelander, reykjavik
india: indian, delhi, new delhi
indonesia: indonesian, jakarta
iran: iranian, tehran, islamic republic
iraq: iraqi, baghdad
ireland: irish, dublin
israel: israeli
italy: italian, rome
japan: japanese, tokyo
jordan: jordanian, amman
kazakhstan: kazakh, astana
kenya: kenyan, nairobi
kosovo: kosovar, pristina
latvia: latvian, riga
lebanon: lebanese, beirut
libya: libyan, tripoli
lithuania: lithuanian, vilnius
malaysia: malaysian, kuala lumpur
mali: malian, bamako
mexico: mexican, mexico city
moldova: moldovan, chisinau
morocco: moroccan, rabat
myanmar: burma, burmese, naypyidaw
nepal: nepali, nepalese, kathmandu
netherlands: dutch, holland, the hague, hague
new zealand: new zealander, kiwi, wellington
niger: nigerien, niamey
nigeria: nigerian, abuja
north korea: north korean, pyongyang, dprk
norway: norwegian, oslo
pakistan: pakistani, islamabad
palestine: palestinian, palestinian authority, ramallah
peru: peruvian, lima
philippines: philippine, filipino, filipina, manila
poland: polish, pole, warsaw
portugal: portuguese, lisbon
qatar: qatari, doha
romania: romanian, bucharest
russia: russian, moscow, kremlin, russian federation
rwanda: rwandan, kigali
saudi arabia: saudi, riyadh
scotland: scottish, scot, holyrood, edinburgh
senegal: senegalese, dakar
serbia: serbian, serb, belgrade
singapore: singaporean
slovakia: slovak, bratislava
slovenia: slovenian, slovene, ljubljana
somalia: somali, mogadishu
south africa: south african, pretoria
south korea: south korean, seoul, republic of korea
spain: spanish, spaniard, madrid
sri lanka: sri lankan, colombo
sudan: sudanese, khartoum
sweden: swedish, swede, stockholm
switzerland: swiss, bern, berne
syria: syrian, damascus
taiwan: taiwanese, taipei
thailand: thai, bangkok
tunisia: tunisian, tunis
turkey: turkish, turk, türkiye, ankara
uganda: ugandan, kampala
ukraine: ukrainian, kyiv, kiev
united arab emirates: uae, emirati, abu dhabi
united nations: un
united states: us, usa, american, america, washington, white house, united states of america
uruguay: uruguayan, montevideo
uzbekistan: uzbek, tashkent
venezuela: venezuelan, caracas
vietnam: vietnamese, hanoi
wales: welsh, cardiff
yemen: yemeni, sanaa
zimbabwe: zimbabwean, harare
"""


def country(name: str) -> str | None:
    """The country that a name as printed stands for, None for every other name: "Pyongyang's" -> "north korea"."""
    low = name.lower().replace(".", "").replace("’", "'").removesuffix("'s").removeprefix("the ")
    known = _known()
    return known.get(low) or known.get(low.removesuffix("s"))


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in _NAMES.strip().splitlines():
        main, _, others = line.partition(": ")
        known |= dict.fromkeys([main, *others.split(", ")], main)
    return known
