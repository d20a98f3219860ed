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
_SEPARATED = r"\s*(?:[:,|)–—·]|-\s)\s*"
_INTRODUCED = re.compile(
    rf"(?:(?P<today>{_TODAY})|(?P<yesterday>{_YESTERDAY}))(?:{_SEPARATED}|$)|"
    rf"(?:{_COUNTED})\s?(?P<number>\d{{1,4}})(?:{_SEPARATED}|$)|(?:{_UPDATES})\s+",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    rf"\s*(?:[:,|(–—·]|\s-)\s*(?:(?P<today>{_TODAY})|(?P<yesterday>{_YESTERDAY})|(?:{_COUNTED})\s?(?P<number>\d{{1,4}}))\)?$",
    re.IGNORECASE,
)


# Every word of these tables.
WORDS = frozenset(re.findall(r"[^\W\d_]+", "|".join((_TODAY, _YESTERDAY, _COUNTED, _UPDATES))))


class Introduced(NamedTuple):
    """How many days a heading says that it is after the day of publication, or from a first day; the rest of it."""

    shift: int | None
    number: int | None
    rest: str


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
    return Introduced(shift, int(named["number"]) if named.get("number") else None, rest)
