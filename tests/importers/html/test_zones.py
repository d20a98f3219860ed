"""The zone of times that are only printed: what a line says of all of them, and zones in full beside each."""

import pytest

from liveblog_archive.errors import ImportFailure
from tests.importers.html.reading import note, of, page

DAY = '<meta property="article:published_time" content="2026-03-03">'
BLOCKS = "".join(
    f'<section class="e"><p class="t">1{n}:05{{zone}}</p><p>The wind is up, for the {n}. time.</p></section>'
    for n in (4, 3, 2)
)
LINES = "".join(f"<p>1{n}:05: The wind is up, for the {n}. time.</p>" for n in (4, 3, 2))


@pytest.mark.parametrize("entries", [BLOCKS.format(zone=""), LINES])
@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("This live blog has ended. All times GMT.", "UTC"), ("(all times are in ET)", "America/New_York"),
        ("Alle Zeiten in MEZ", "Etc/GMT-1"), ("Toutes les heures sont données en temps universel (UTC).", "UTC"),
        ("Alle tijden in CET", "Etc/GMT-1"),
        ("Toutes les heures de cette page sont données en heure de La Réunion (UTC+4). Merci.", "Etc/GMT-4"),
        ("Todas las horas son de Santiago, GMT-3", "Etc/GMT+3"), ("All times UTC+0.", "UTC"),
        ("All times are ET (UTC−5)", "America/New_York"), ("Alle Zeiten in MEZ, also UTC+1.", "Etc/GMT-1"),
    ],
)  # fmt: skip
def test_a_line_above_may_say_it_of_all_times(entries: str, said: str, zone: str) -> None:
    blog = of(page(f"<main><h1>Storm</h1><p>{said}</p>{entries}</main>", head=DAY))
    assert note(blog, "zone-inferred").startswith(f"{zone}, ")
    assert len(blog.entries) == 3


@pytest.mark.parametrize(
    "said",
    [
        "All times IST.",
        "All times UTC+5:30.",
        "All times GMT+25.",
        "The clocks show GMT+4.",
        "The clocks show GMT.",
        f"All times GMT. {'And so on. ' * 40}",
    ],
)
def test_others_say_nothing(said: str) -> None:
    with pytest.raises(ImportFailure, match="no time zone"):
        of(page(f"<main><h1>Storm</h1><p>{said}</p>{LINES}</main>", head=DAY))


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Greenwich Mean Time", "UTC"), ("British Summer Time", "Etc/GMT-1"), ("Eastern Time", "America/New_York"),
     ("(Atlantic)", "America/Halifax"), ("[Pacific]", "America/Los_Angeles")],
)  # fmt: skip
def test_it_may_be_printed_in_full(said: str, zone: str) -> None:
    blog = of(page(f"<main><h1>Storm</h1>{BLOCKS.format(zone=f' {said}')}</main>", head=DAY))
    assert blog.timezone == zone
