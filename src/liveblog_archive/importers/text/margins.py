"""What is printed around a clock: that it is only about that time, until when, and when the entry was changed."""

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
