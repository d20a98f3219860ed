"""What stands around the date in a heading without being a part of it: `Today,`, `Day 5:`, `Updates from`.

Each table is one line a kind; a newsroom's new way to introduce a day goes into one of them.
"""

import re
from typing import NamedTuple

# CLDR's data has no words for these in a form that can be looked up.
_TODAY = (
    "today|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|сегодня|сьогодні|dziś|dzisiaj|dzis|bugün|اليوم|היום|σήμερα|այսօր|"
    "bu gün|დღეს|今天|今日|오늘|idag|i dag|tänään|dnes|danas|днес|денес|azi|astăzi|ma|täna|šodien|šiandien|امروز|"
    "hari ini|hôm nay|avui|gaur|hoxe"
)
_YESTERDAY = (
    "yesterday|gestern|hier|ayer|ontem|ieri|gisteren|вчера|вчора|wczoraj|dün|أمس|אתמול|χθες|χτες|երեկ|dünən|გუშინ|昨天|"
    "昨日|어제|igår|i går|eilen|včera|jučer|juče|вчера|tegnap|eile|vakar|دیروز|kemarin|hôm qua|ahir|atzo|onte"
)
_COUNTED = (
    "day|tag|jour|día|dia|giorno|dag|день|dzień|gün|ημέρα|μέρα|օր|დღე|יום|اليوم|第|den|deň|dan|ден|ziua|nap|päivä|päev|"
    "diena"
)
_UPDATES = (
    r"(?:live )?(?:updates|update|news|events|developments|coverage) (?:from|for|of|on)|"
    r"(?:meldungen|ereignisse|ticker) (?:vom|am)|"
    r"(?:le )?direct du|directo del|(?:la )?diretta del|liveblog (?:van|vom)"
)
_TITLES = (
    "live updates|live|updates|latest|as it happened|liveticker|live-ticker|ticker|stand|en direct|le direct|direct|"
    "en directo|directo|diretta|ao vivo|онлайн|хроника|хроніка|наживо|relacja|canlı|"
    "live blog|liveblog|minuto a minuto"
)
_OF_A_WAR = r"(?:\s(?:of the war|of war|des krieges|de guerre|de la guerre|de guerra|di guerra|войны|війни|wojny))?"
_ORDINAL = r"(?:\.|st|nd|rd|th|º|ª|e|ème|-й|-а)?"
_NTH = rf"(?P<nth>\d{{1,4}}){_ORDINAL}\s(?:{_COUNTED}|kriegstag){_OF_A_WAR}"
_SUMMARY = r"['’]s\s(?:live\s)?(?:updates|news|events|developments|key developments|key events|summary|recap)"
_PARTS = "morning|afternoon|evening|night|matin|après-midi|soir|mattina|pomeriggio|sera"
_SEPARATED = r"\s*(?:[:,|)–—·]|-\s)\s*"
# A weekday or month, and a day behind it: in `dia 11 mayo 2026` nothing is counted.
_BEFORE_DATE = r"\s(?=[^\W\d]+[.,]?\s\d\d?(?!\d))"
# A shorter word, such as `ma`, is a weekday in other languages.
_INTRODUCED = re.compile(
    rf"(?:(?P<today>{_TODAY})|(?P<yesterday>{_YESTERDAY}))(?:{_SEPARATED}|(?<=\w\w\w)\s|$)|"
    rf"(?:(?:{_COUNTED})\s?(?P<number>\d{{1,4}}){_OF_A_WAR}|{_NTH})(?:{_SEPARATED}|{_BEFORE_DATE}|$)|"
    rf"(?:{_UPDATES})\s+|(?:{_TITLES})\s*[:|–—]\s*",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    rf"\s*(?:[:,|(–—·]|\s-)\s*(?:(?P<today>{_TODAY})|(?P<yesterday>{_YESTERDAY})|"
    rf"(?:{_COUNTED})\s?(?P<number>\d{{1,4}}){_OF_A_WAR}|{_NTH})\)?$|{_SUMMARY}$|\s(?:{_PARTS})$",
    re.IGNORECASE,
)


_FIRST = (
    "first|second|third|fourth|fifth|sixth|last|erster|zweiter|dritter|vierter|fünfter|sechster|letzter|premi[eè]re?|"
    "deuxième|troisième|quatrième|cinquième|sixième|derni[eè]re?|primer|segundo|tercer|cuarto|quinto|último|primo|"
    "secondo|terzo|quarto|ultimo|eerste|tweede|derde|vierde|vijfde|laatste"
)
_DAY_OF = r"[^\W\d_]*(?:day|tag|jour|journée|día|jornada|giorno|udienza|dag)"
_OF_WHAT = r"(?:\s(?:of|in|at|des|der|am|vor|de|du|del|della|di|van)\s[^\d:,|–—]{3,30}|\sd['’][^\d:,|–—]{3,30})?"
# `Second day of the trial: `, `3. Verhandlungstag – `, `Day 12 at the High Court, `.
_OF_PROCEEDINGS = re.compile(
    rf"(?:(?:(?:{_FIRST})\s|\d{{1,3}}{_ORDINAL}\s){_DAY_OF}|{_DAY_OF}\s\d{{1,3}}){_OF_WHAT}\s*[:,|–—]\s+",
    re.IGNORECASE,
)


# Every word of these tables.
WORDS = frozenset(
    re.findall(
        r"[^\W\d_]+",
        "|".join((_TODAY, _YESTERDAY, _COUNTED, _UPDATES, _TITLES, _OF_A_WAR, _ORDINAL, "kriegstag", _PARTS)),
    )
)


class Introduced(NamedTuple):
    """How many days a heading says that it is after the day of publication, or from a first day; the rest of it."""

    shift: int | None
    number: int | None
    rest: str


def without_count(text: str) -> str | None:
    """Return what stands behind the day of a trial, a fair or the like in a heading; None where it counts none."""
    match = _OF_PROCEEDINGS.match(text)
    return text[match.end() :] if match else None


def introduced(text: str) -> Introduced:
    """Return what remains of a heading without the words before or after its date, and the day that they name."""
    match = _INTRODUCED.match(text)
    if match is not None:
        rest = text[match.end() :]
    elif match := _FOLLOWED.search(text):
        rest = text[: match.start()]
    else:
        return Introduced(None, None, text)
    named = match.groupdict()
    shift = 0 if named.get("today") else -1 if named.get("yesterday") else None
    number = named.get("number") or named.get("nth")
    return Introduced(shift, int(number) if number else None, rest)
