"""Well-known places, the adjectives made of them, and bodies that go by the name of a place or house."""

from ..words import word_set


def _lines(listed: str) -> frozenset[str]:
    return frozenset(name.strip().lower() for line in listed.splitlines() for name in line.split(",") if name.strip())


PLACES: frozenset[str] = _lines(
    """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh
    Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi
    Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic
    Czechia, Denmark, Djibouti, Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia
    Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guyana
    Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan
    Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Lithuania
    Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova
    Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua
    Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan, Palestine, Panama, Paraguay
    Papua New Guinea, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Samoa, Saudi Arabia, Scotland
    Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea, South Sudan, Spain
    Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga
    Trinidad, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States
    United States of America, Uruguay, Uzbekistan, Vatican, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe
    U.S., U.S.A., U.K., US, USA, UK, UAE, U.A.E., America, Britain, Great Britain, Holland, Korea, Soviet Union
    Africa, Asia, Europe, North America, South America, Latin America, Central America, Middle East, Antarctica, Arctic
    Balkans, Caribbean, Caucasus, Scandinavia, Siberia, Sahara, Sahel, Crimea, Donbas, Kashmir, Gaza, Gaza Strip
    West Bank, Golan Heights, Persian Gulf, Mediterranean, Baltics, Alps, Atlantic, Pacific, Far East, Gulf Coast
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois
    Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi
    Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota
    Ohio, Oklahoma, Oregon, Pennsylvania, Puerto Rico, Rhode Island, South Carolina, South Dakota, Tennessee, Texas
    Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming, D.C., District of Columbia, Midwest
    New England, Silicon Valley, Wall Street, Manhattan, Brooklyn, Bronx, Queens, Harlem, Hollywood, Long Island
    Ontario, Quebec, Alberta, British Columbia, Nova Scotia, Queensland, Victoria, New South Wales, Catalonia, Bavaria
    Tuscany, Sicily, Normandy, Yorkshire, Cornwall, Ulster, Punjab, Sindh, Bengal, Kerala, Xinjiang, Guangdong, Hubei
    Abu Dhabi, Accra, Addis Ababa, Aleppo, Algiers, Amman, Amsterdam, Ankara, Athens, Atlanta, Auckland, Austin, Baghdad
    Baku, Baltimore, Bangkok, Barcelona, Basra, Beijing, Beirut, Belfast, Belgrade, Benghazi, Berlin, Bogota, Bonn
    Boston, Brasilia, Bratislava, Brisbane, Brussels, Bucharest, Budapest, Buenos Aires, Buffalo, Cairo, Calcutta
    Cape Town, Caracas, Cardiff, Charlotte, Chennai, Chicago, Cincinnati, Cleveland, Cologne, Colombo, Copenhagen
    Dakar, Dallas, Damascus, Delhi, Denver, Detroit, Dhaka, Doha, Donetsk, Dresden, Dubai, Dublin, Durban, Edinburgh
    Frankfurt, Geneva, Glasgow, Guadalajara, Guantanamo Bay, Hamburg, Hanoi, Harare, Havana, Helsinki, Hiroshima
    Ho Chi Minh City, Hong Kong, Honolulu, Houston, Indianapolis, Islamabad, Istanbul, Jakarta, Jerusalem, Johannesburg
    Kabul, Kampala, Kandahar, Karachi, Kathmandu, Kharkiv, Kherson, Khartoum, Kiev, Kigali, Kinshasa, Kobani, Krakow
    Kuala Lumpur, Kyiv, Kyoto, Lagos, Lahore, Las Vegas, Leeds, Leipzig, Lima, Lisbon, Liverpool, London, Los Angeles
    Luanda, Luhansk, Lusaka, Lyon, Macau, Madrid, Manchester, Manila, Mariupol, Marseille, Mecca, Medina, Melbourne
    Memphis, Mexico City, Miami, Milan, Milwaukee, Minneapolis, Minsk, Mogadishu, Monterrey, Montreal, Moscow, Mosul
    Mumbai, Munich, Nairobi, Nanjing, Naples, Nashville, New Delhi, New Orleans, Nice, Oakland, Odessa, Odesa, Osaka
    Oslo, Ottawa, Paris, Perth, Philadelphia, Phoenix, Pittsburgh, Portland, Prague, Pretoria, Pyongyang, Quito, Raqqa
    Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam, Sacramento, San Antonio, San Diego, San Francisco
    San Jose, San Juan, Santiago, Sao Paulo, São Paulo, Sarajevo, Seattle, Seoul, Sevastopol, Shanghai, Shenzhen, Sofia
    St. Louis, St. Petersburg, Stockholm, Strasbourg, Stuttgart, Sydney, Taipei, Tallinn, Tampa, Tashkent, Tbilisi
    Tehran, Tel Aviv, Tijuana, Tokyo, Toronto, Tripoli, Tunis, Turin, Vancouver, Venice, Vienna, Vilnius, Vladivostok
    Warsaw, Wellington, Wuhan, Yangon, Yerevan, Zagreb, Zurich, Mosul, Homs, Idlib, Hebron, Rafah, Davos, Oxford
    Cambridge, Birmingham, Bristol, Sheffield, Nottingham, Newcastle, Leicester, Southampton, Plymouth, Brighton
    """
)
"""Countries, regions, American states and large cities, lower-cased."""

DEMONYMS: frozenset[str] = word_set(
    """
    afghan african american arab argentine armenian asian australian austrian azerbaijani bangladeshi basque belarusian
    belgian bosnian brazilian british bulgarian cambodian canadian catalan chechen chilean chinese colombian congolese
    croatian cuban czech danish dutch egyptian english estonian ethiopian european filipino finnish french georgian
    german ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican
    japanese jewish jordanian kazakh kenyan korean kosovar kurdish kuwaiti lebanese libyan lithuanian latvian malaysian
    mexican moldovan mongolian moroccan nepalese nigerian norwegian ottoman pakistani palestinian persian peruvian
    polish portuguese qatari romanian russian rwandan saudi scottish senegalese serb serbian sicilian singaporean slovak
    slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tanzanian thai tibetan tunisian turkish
    ugandan ukrainian uyghur uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean latino hispanic islamic muslim
    islamist christian catholic protestant orthodox sunni shiite shia hindu buddhist republican democratic conservative
    communist democrat western eastern northern southern californian texan parisian roman athenian
    """
)
"""Adjectives of nations, faiths and parties; alone or before a noun they are names of kind unknown."""

DIRECTIONS = word_set("north south east west northern southern eastern western central new upper lower greater")
"""Words that open a place name or a demonym ("North Korean")."""

METONYMS: frozenset[str] = _lines(
    """
    Kremlin, White House, Pentagon, Capitol Hill, Downing Street, Elysee, Elysée Palace, Whitehall, Westminster
    Buckingham Palace, Congress, Senate, House of Representatives, House of Commons, House of Lords, Supreme Court
    Parliament, State Department, Justice Department, Defense Department, Treasury Department, Knesset, Duma, Bundestag
    Bundesbank, Vatican, Holy See, Hamas, Hezbollah, Taliban, Al Qaeda, al-Qaida, al-Qaeda, Islamic State, Boko Haram
    United Nations, European Union, European Commission, European Central Bank, World Bank, World Health Organization
    International Monetary Fund, Red Cross, Security Council, Federal Reserve, Wall Street Journal, Scotland Yard
    Reuters, Associated Press, Agence France-Presse, Bloomberg, Tass, Interfax, Xinhua, Yonhap, Kyodo, Al Jazeera
    Google, Facebook, Twitter, Amazon, Microsoft, Apple, Boeing, Airbus, Toyota, Volkswagen, Samsung, Sony, Netflix
    YouTube, Instagram, Uber, Tesla, Walmart, Starbucks, Goldman Sachs, Morgan Stanley, JPMorgan, JPMorgan Chase
    Deutsche Bank
    Amnesty International, Human Rights Watch, Greenpeace, Interpol, Europol, Mossad, Republicans, Democrats, GOP
    Republican Party, Democratic Party, Tories, Labour, Coast Guard, National Guard, Border Patrol, Secret Service
    Homeland Security, Medicare, Medicaid, Obamacare, Labour Party, Conservative Party, Breitbart, Politico
    """
)
"""Bodies, agencies and companies known by one name, lower-cased."""


def is_place(name: str) -> bool:
    """Whether a name, as printed, is one of the well-known places."""
    return name.lower() in PLACES


def is_demonym(name: str) -> bool:
    """Whether a name is an adjective of a nation, faith or party, a direction before it included ("North Korean")."""
    parts = name.lower().split()
    if parts and parts[-1] not in DEMONYMS and parts[-1].endswith("s"):
        parts[-1] = parts[-1][:-1]
    return bool(parts) and parts[-1] in DEMONYMS and all(part in DIRECTIONS | DEMONYMS for part in parts[:-1])
