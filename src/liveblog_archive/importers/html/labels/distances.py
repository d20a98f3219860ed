"""How long ago something was, as pages print it beside a time or for one: `2 hours ago`, `vor 5 Minuten`.

What the importer of text knows counts here, too: the forms of CLDR. Pages print numbers as words, two units, and
weeks, months and years besides.
"""

import re
from functools import lru_cache

from ...text import relative
from ...vocabulary import AND

# A number, and a unit of time: `vor dem Spiel` and `il y a deux morts` are no distances from now.
_NUMBER = (
    r"(?:\d+|an?|one|ein\w*|zwei|drei|wenigen?|une?|deux|trois|quelques|una|un[oa]s|dos|tres|poc[oa]s|uma?|dois|duas|"
    r"três|pouc[oa]s|due|tre|poch[ie]|qualche|een|twee|drie|enkele|jedn\w+|kilka|dwie|ett?|én|en|noen|några|kaksi)"
)
_UNIT = (
    r"(?:s|sec|sek|seg|m|min|h|j|d|t|u|std|"
    r"se[ck]und\w{0,4}|second[eoi]s?|segundos?|sekunti\w{0,3}|секунд\w?|saniye|"
    r"minut\w{0,3}|minuut\w{0,4}|минут\w?|хвилин\w?|dakika|dk|λεπτ\w{0,2}|"
    r"stunden?|heures?|horas?|or[ae]|uur|godz\w{0,4}|timer?|tim|timmar|timme|tuntia?|час\w{0,2}|годин\w?|saat|hodin\w{0,3}|ώρ\w{0,2}|"
    r"tag\w{0,2}|jours?|d[ií]as?|giorn[oi]|dag\w{0,3}|dni|dzień|dn[yí]|dny|дн\w{1,2}|день|gün|zile|päiv\w{0,3}|η?μέρ\w{0,2}|"
    r"wochen?|semaines?|semanas?|settiman[ae]|week|weken|uker?|veck\w{1,2}|tyg\w{0,5}|"
    r"monat\w{0,2}|mois|meses|mes|mês|mes[ei]|maand\w{0,2}|miesi\w{0,4}|måned\w{0,2}|månad\w{0,2}|"
    r"jahr\w{0,2}|ans?|años?|anos?|ann[oi]|jaar|år|rok|lata?)"
)
_ENGLISH = r"(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\.?"
_AND = rf"(?:,|\s(?:{AND}|ja))?\s+"  # `1 Std. und 7 Min.`
_SPAN = rf"{_NUMBER}\s+{_UNIT}\.?(?:{_AND}{_NUMBER}\s+{_UNIT}\.?)?"
_RELATIVE = re.compile(
    rf"(?:\d+\s?{_ENGLISH}(?:,|\sand)?\s*)?(?:\d+|an?|one)\s?{_ENGLISH}\s+ago|"
    r"just now|[-–−]\s?\d+\s?(?:h|m|min)|"
    rf"(?:vor|il y a|hace|há|acum|před|pred|πριν(?: από)?)\s+{_SPAN}|"
    rf"{_SPAN}\s+(?:fa|geleden|temu|atrás|sitten|назад|тому|önce)|"
    rf"(?:for|för)\s+{_SPAN}\s+(?:siden|sedan)|\d+\s+(?:perce|órája|napja)",
    re.IGNORECASE,
)
_LONGEST = 40  # characters


@lru_cache(maxsize=2**12)
def is_relative(text: str) -> bool:
    """Tell whether `text` is a distance from now, such as `4m ago`: true when it was captured, and never again."""
    return len(text) <= _LONGEST and (_RELATIVE.fullmatch(text) is not None or relative.is_relative(text))
