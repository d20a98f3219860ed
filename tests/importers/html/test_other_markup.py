"""Saved pages say the same in other markup, as other systems would write them, and are read the same.

Each page without data is changed as a whole, and its entries are those of its own gold. What is not read yet, or what
no reader of the changed page would know either, is listed by name with the reason: a rule that mends it shows.
"""

from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from liveblog_archive.errors import ImportFailure
from tests.importers.html import other_markup
from tests.importers.html.other_markup import BoxesChange, Change, changed, of_boxes
from tests.importers.html.reading import of
from tests.importers.html.test_saved import SAVED, gold, misses, one_line, said

EVERY = 5  # of the pages without data, one is read in each markup, whatever other pages there are
NOT_UTF_8 = {"kurszettel_2009_de", "wahlnacht_plus_de", "zuenderling_de"}
PLAIN = [
    path.stem
    for path in sorted(SAVED.glob("*.html"))
    if path.stem not in NOT_UTF_8 and b"ld+json" not in path.read_bytes()
]
GONE = "nothing but a name said which of the boxes alike are adverts"
LINK = "an entry that is nothing but a link looks like a list of links"
UNTIMED = "entries without a time look like what stands between entries"
BESIDE = "a box between entries looks like one without a time"
LINES = "lines in bold look like those that begin entries"
LEDE = "only a paragraph was a lede, or a text below a time"
ODD = "rows that are made otherwise look like what is no row"
EVENTS = "nothing but a heading and a name said that a box is of coming events"
PIN = "nothing but a name said that a copy with the word for it beside its time is pinned"
DAY = "nothing but its box said which of two days is that of the page"

CHANGES: list[tuple[Change, dict[str, str]]] = [
    (
        other_markup.hashed_names,
        {
            "coast-times_en": GONE,
            "courier_en": DAY,
            "fenestration_show_en": BESIDE,
            "penty_fr": GONE,
            "quotidien_budget_fr": LINES,
            "southernpublic_en": PIN,
            "seebote_abstimmung_de": BESIDE,
            "ubn_siege_en": LINK,
        },
    ),
    (other_markup.scoped, {"feuerwehr_tabelle_nummern_de": BESIDE}),
    (
        other_markup.numbered,
        {"deichhalle_handball_de": UNTIMED, "kuriervominn_de": BESIDE, "lagomare_minuti_it": BESIDE},
    ),
    (
        other_markup.only_boxes,
        {"fjallbygdensblad_sv": BESIDE, "southern-standard_en": BESIDE, "vallombre_fr": EVENTS},
    ),
    (other_markup.no_lists, {"semainelibre_fr": LINES}),
    (other_markup.wrapped, {"gazettedupretoire_fr": LINES}),
    (
        other_markup.bold_headings,
        {
            "budget_untimed_entries_en": UNTIMED,
            "fenestration_show_en": UNTIMED,
            "gazettedupretoire_fr": LINES,
            "semainelibre_fr": LINES,
            "spitzenspiel_de": LINES,
            "whales_oldest_first_untimed_en": UNTIMED,
            "wintersturm_flach_de": LINES,
        },
    ),
    (other_markup.spans, {"moorrail_en": ODD}),
    (
        other_markup.no_paragraphs,
        {
            "awaria_metra_pl": LEDE,
            "courrier-armor_fr": LEDE,
            "fullmaktige_googledocs_sv": LINES,
            "kilnersfc_en": LEDE,
            "talbruecke_flache_h4_de": LEDE,
            "waimarie_docs_en": LINES,
        },
    ),
    (other_markup.one_level, {"sturmtief_de": LINES, "vdg_de": BESIDE}),
    (other_markup.minified, {"fenestration_show_en": DAY}),
    (
        other_markup.scripts,
        {"mainblatt_de": BESIDE, "riverain_fr": BESIDE, "sounder_smoke_en": ODD, "trotte_smf_fr": ODD},
    ),
    (other_markup.deep, {}),
]
BOXES: list[tuple[BoxesChange, dict[str, str]]] = [
    (other_markup.adverts, {}),
    (
        other_markup.two_by_two,
        {
            "coastaltoday_count_en": ODD,
            "islandcricket_balls_en": UNTIMED,
            "penty_fr": ODD,
            "terrain_handball_fr": ODD,
            "trial_video_titles_en": UNTIMED,
        },
    ),
    (other_markup.boxed, {"orbiter_ago_en": BESIDE, "terrain_handball_fr": ODD}),
    (other_markup.as_components, {}),
    (other_markup.as_rows, {"terrain_handball_fr": ODD}),
]


def sample(at: int) -> list[str]:
    """Return the pages that are read in the markup at this place of a list."""
    return [name for name in PLAIN if crc32(name.encode()) % EVERY == at % EVERY]


def is_read(html: bytes, wanted: dict[str, Any]) -> bool:
    """Tell whether the entries of a page begin as its gold says, and at its times."""
    try:
        blog = of(html, timezone=wanted["timezone"])
    except ImportFailure:
        return False
    entries = [entry for entry in blog.entries if entry.status == "published"]
    return len(entries) == len(wanted["entries"]) and all(
        any(one_line(told["first"]) in text for text in said(entry))
        and not any(miss.startswith("time: ") for miss in misses(entry, told))
        for entry, told in zip(entries, wanted["entries"], strict=True)
    )


@pytest.mark.parametrize("at", range(len(CHANGES)), ids=[change.__name__ for change, _ in CHANGES])
def test_pages_in_other_markup_are_read_the_same(at: int) -> None:
    change, known = CHANGES[at]
    names = sample(at)
    unread = {name for name in names if not is_read(changed(_bytes(name), change), gold(name))}
    assert unread == known.keys() & {*names}


@pytest.mark.parametrize(
    ("name", "change"), [(name, change) for change, known in CHANGES for name in known if known[name] == DAY]
)
def test_a_day_that_nothing_tells_is_missing_and_not_wrong(name: str, change: Change) -> None:
    entries = of(changed(_bytes(name), change), timezone=gold(name)["timezone"]).entries
    assert entries
    assert not any(entry.time and entry.time.value for entry in entries)


@pytest.mark.parametrize("at", range(len(BOXES)), ids=[change.__name__ for change, _ in BOXES])
def test_entries_in_other_boxes_are_read_the_same(at: int) -> None:
    change, known = BOXES[at]
    names = sample(at)
    unread = set()
    for name in names:
        wanted = gold(name)
        firsts = [one_line(told["first"]) for told in wanted["entries"]]
        if not is_read(changed(_bytes(name), of_boxes(firsts, change)), wanted):
            unread.add(name)
    assert unread == known.keys() & {*names}


def test_most_pages_are_read_without_any_name() -> None:
    names = sample(1)
    read = [name for name in names if is_read(changed(_bytes(name), other_markup.no_names), gold(name))]
    assert len(read) >= 0.85 * len(names)


def _bytes(name: str) -> bytes:
    return Path(SAVED / f"{name}.html").read_bytes()
