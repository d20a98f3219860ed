"""One story in every combination of label, day heading, direction, language, headline and blank lines."""

from itertools import product

import pytest

import liveblog_archive as lba

from .accounting import lost
from .generator import HEADINGS, STYLES, Style, Told, tell
from .stories import STORIES

DIRECTIONS = ("oldest-first", "newest-first", "newest-day-first")
HEADLINES = ("none", "above", "beside", "below")
BLANKS = ("none", "entries", "all")


def _zone(style: str) -> str:
    """Return a blog's zone that agrees with the abbreviation that a style prints."""
    return {"ET": "America/New_York", "GM": "Europe/London", "(I": "Asia/Kolkata"}.get(
        "ET" if " ET" in style else "GM" if "GMT" in style else "(I" if "(IST)" in style else "", "Europe/Berlin"
    )


def _makes_sense(style: Style, heading: str, direction: str, headline: str) -> bool:
    """Leave out what no newsroom prints: a headline twice, days that nothing tells apart."""
    if style.dated is not (heading == "none") and (style.dated or direction == "newest-day-first"):
        return False
    if headline == "beside":
        return style.place == "lead"
    return headline != "below" or style.place == "alone"


def _read(text: str, style_name: str, style: Style, heading: str, direction: str) -> lba.LiveBlog:
    """Read the text; where it prints no year, tell the day of its first time."""
    date = None
    if "without" in heading or (heading == "none" and not style.dated):
        date = "2021-11-16" if direction == "oldest-first" else "2021-11-17"
    return lba.parse(text, format="text", timezone=_zone(style_name), date=date)


def _found(blog: lba.LiveBlog) -> list[Told]:
    return [
        Told(e.span.first, e.span.last, e.time.value.replace(tzinfo=None), e.headline, len(e.body))
        for e in blog.entries
    ]


# English is told in every combination; of each other language a share that differs from language to language, so that
# together they tell every combination again.
SHARE = 9


def _combinations(language: str, style: Style) -> list[tuple[str, str, str, str]]:
    """Return the headings, directions and headlines to tell in, with a habit of blank lines that takes turns."""
    habits = [c for c in product(HEADINGS, DIRECTIONS, HEADLINES) if _makes_sense(style, *c)]
    offset = sorted(STORIES).index(language)
    all_told = [(*habit, BLANKS[(number + offset) % len(BLANKS)]) for number, habit in enumerate(habits)]
    return all_told if language == "en" else all_told[offset % SHARE :: SHARE]


PAIRS = [(lang, name) for lang in STORIES for name, style in STYLES.items() if lang in (style.languages or STORIES)]


@pytest.mark.parametrize(("language", "style_name"), PAIRS)
def test_the_story_is_read_as_it_was_told(language: str, style_name: str) -> None:
    style = STYLES[style_name]
    for heading, direction, headline, blank in _combinations(language, style):
        text, told = tell(language, style, heading, direction, headline, blank)
        blog = _read(text, style_name, style, heading, direction)
        assert _found(blog) == told, (heading, direction, headline, blank, text)
        assert blog.order == direction
        assert lost(text, blog) == []


@pytest.mark.parametrize("language", STORIES)
def test_the_language_is_found_from_the_names_in_headings(language: str) -> None:
    text, _ = tell(language, STYLES["[14:05]"], "with weekday", "oldest-first", "none", "none")
    blog = lba.parse(text, format="text", timezone="UTC")
    assert blog.language == language
    assert any(note.code == "language-inferred" for note in blog.capture.notes)


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９"])
def test_digits_of_other_scripts_are_read_as_digits(digits: str) -> None:
    text, told = tell("ar", STYLES["14:05 –"], "with year", "newest-first", "none", "none")
    other = text.translate({ord(str(n)): digit for n, digit in enumerate(digits)})
    assert _found(lba.parse(other, format="text", timezone="UTC")) == told
