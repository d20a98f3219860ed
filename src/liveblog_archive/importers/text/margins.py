"""What is printed around a clock: that it is only about that time, the half of its day, until when, and changes."""

import re

# "About" in the languages of pasted live blogs, with the preposition that may stand before it.
ABOUT = (
    r"approximately|approx\.|about|around|roughly|circa|ca\.|gegen|etwa um|ungefähr um|rund um|vers|aux alentours de|"
    r"environ|hacia las|alrededor de las|sobre las|por volta das|cerca das|verso le|intorno alle|circa alle|"
    r"около|примерно в|приблизительно в|близько|приблизно о|około|ok\.|rond|omstreeks|omkring|ungefär|noin|"
    r"yaklaşık|περίπου στις|γύρω στις|մոտավորապես|ժամը մոտ|təxminən|დაახლოებით|حوالي|بحدود|בסביבות|בערך ב"
)
BEFORE = rf"(?P<about>(?:[~≈]|(?=[^\W\d])(?i:{ABOUT}))\s?)?"
# `11:50-12:10:`; without the colon it may be a row of a timetable.
UNTIL = r"(?:\s?[-–—]\s?(?P<until_h>\d\d?)[:.](?P<until_m>[0-5]\d)(?:\s?(?:Uhr|h))?(?=\s?[:：|]))?"
# Morning, dawn, noon, afternoon, night, evening; the sign of the ending may stand before or behind its letter.
_ENDING = "[ا\u064b]"
ARABIC_HALVES = rf"(?:(?:صباح|فجر|ظهر|عصر|ليل){_ENDING}{{1,2}}|مساء{_ENDING}{{0,2}})(?!\w)"
_NOON, _NIGHT = ("中午", "ظهر"), ("晚上", "ليل")  # they reach over 12 o'clock
_AFTERNOON = ("p", "م", "عصر", "μμ", "μ.μ", "午後", "下午", "傍晚", "晚上", "ليل", "오후", "ös")
_HALF_THE_MORNING = 5
_DAY, _EVENING, _MORNING = 24 * 60, 18 * 60, 6 * 60


def changed(said: str) -> str:
    """Return the pattern of a change in brackets, `(updated 12:10)`, that one of the words `said` introduces."""
    return rf"(?:\s?[(\[](?i:{said})[^()\[\]\d]{{0,12}}\d[^()\[\]]{{0,20}}[)\]])?"


def lasting(match: re.Match[str], start: int) -> int | None:
    """Return the minutes from `start`, counted from midnight, to the end of a range; None without one after it."""
    hour, minute = match.group("until_h", "until_m")
    if hour is None:
        return None
    end = int(hour) * 60 + int(minute)
    if end < _MORNING and start >= _EVENING:
        end += _DAY
    return end - start if start < end <= _DAY + _MORNING else None


def in_24_hours(hour: int, half: str) -> int:
    """Return the hour on a 24-hour clock; `17:03 PM` is kept as it is, 0 and 12 a.m. are midnight.

    The Chinese and Arabic words for noon and night reach over 12 o'clock: from 11 to 1, and on past midnight.
    """
    if half.startswith(_NOON):
        return hour if hour > _HALF_THE_MORNING else hour + 12
    if half.startswith(_NIGHT) and (hour == 12 or hour < _HALF_THE_MORNING):
        return hour % 12
    afternoon = half.casefold().replace(" ", "").rstrip(".").startswith(_AFTERNOON)
    if hour > 12:
        return hour
    return hour % 12 + (12 if afternoon else 0)
