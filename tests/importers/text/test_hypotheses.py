"""Which times of a text are its labels: what decides where a line alone could be read either way."""

import pytest

import liveblog_archive as lba

from .accounting import lost

PARAGRAPH = "The council closed the bridge after an inspection found two loose bolts."


def _blog(*lines: str, **told: str) -> lba.LiveBlog:
    text = "\n".join(lines)
    blog = lba.parse(text, format="text", timezone="UTC", **{"date": "2026-03-03"} | told)
    assert lost(text, blog) == []
    return blog


def _times(blog: lba.LiveBlog) -> list[str | None]:
    return [entry.time.text if entry.time else None for entry in blog.entries]


def _rejected(blog: lba.LiveBlog) -> dict[int | None, str]:
    return {
        note.line: note.text.partition(", but ")[2] for note in blog.capture.notes if note.code == "label-rejected"
    }


ENTRIES = [line for hour in (15, 14, 13, 12, 11) for line in (f"{hour}:05 – Report of the hour {hour}", PARAGRAPH)]


def _inferred(blog: lba.LiveBlog) -> list[str]:
    return [note.text for note in blog.capture.notes if note.code == "labels-inferred"]


def test_a_reading_says_what_it_is_worth_and_how_many_lines_it_leaves_out() -> None:
    said = "times before the text, 5 labels (worth 5.0); "
    fare = "12.50 euros is the fare."
    assert _inferred(_blog(*ENTRIES, fare)) == [f"{said}1 more line reads like one: see label-rejected"]
    assert _inferred(_blog(*ENTRIES, fare, fare)) == [f"{said}2 more lines read like one: see label-rejected"]
    assert _inferred(_blog(*ENTRIES)) == []


def test_a_reading_that_has_beaten_another_says_what_both_are_worth() -> None:
    ends = [f"{PARAGRAPH} (1{hour}:05)" for hour in (5, 4, 3, 2, 1, 0)]
    (said,) = _inferred(_blog(*ends[:3], "12.50 euros is the fare.", *ends[3:]))
    assert (
        said
        == "times after the text, 6 labels (worth 6.0); the runner-up: times before the text, 0 labels (worth 0.0)"
    )


@pytest.mark.parametrize(
    ("label", "clock"),
    [
        ("~11:50:", "11:50"), ("ca. 11:50 Uhr:", "11:50"), ("around 11:50:", "11:50"), ("≈ 11:50 –", "11:50"),
        ("11:50 (updated 12:10):", "11:50"), ("11:50 Uhr (aktualisiert um 12.10 Uhr):", "11:50"),
        ("11:50-12:10:", "11:50"), ("11:50 – 12:10 Uhr:", "11:50"), ("ca. 11 Uhr:", "11:00"),
    ],
)  # fmt: skip
def test_a_label_with_a_margin_or_a_change_beside_its_clock_opens_an_entry(label: str, clock: str) -> None:
    blog = _blog("17 November 2021", "10:50: One.", f"{label} Two.", "12:50: Three.")
    time = blog.entries[1].time
    assert (time.text, f"{time.value:%H:%M}", blog.entries[1].text) == (label, clock, "Two.")
    assert len(blog.entries) == 3
    assert _inferred(blog) == []


def test_midnight_may_be_printed_as_24_00_beside_halves_of_the_day() -> None:
    blog = _blog("16 November 2021", "9 p.m.: Nine.", "10 p.m.: Ten.", "24:00: Midnight.")
    assert f"{blog.entries[2].time.value:%d %H:%M}" == "17 00:00"


def test_what_only_looks_like_a_margin_is_text() -> None:
    lines = ["Around 8:45 the ambulance left.", "About 11:50: that is when it came.", "~11:50 it was gone."]
    assert len(_blog("17 November 2021", "10:50: One.", *lines, "12:50: Two.").entries) == 2


@pytest.mark.parametrize("colon", [":", "："])
def test_a_timetable_that_an_entry_announces_is_part_of_it(colon: str) -> None:
    table = ["16:00 – Doors open", "17:30 – The mayor speaks", "19:00 – Fireworks"]
    blog = _blog(*ENTRIES[:3], f"The programme of the day{colon}", *table, *ENTRIES[4:])
    assert len(blog.entries) == 5
    assert _rejected(blog) == dict.fromkeys((5, 6, 7), "it stands in a list of times")


def test_hours_that_the_line_of_a_label_announces_are_part_of_its_entry_where_the_newest_stand_first() -> None:
    announced = ["18:20 – The day so far:", "06:10 – Shelling", "09:30 – A convoy", "14:00 – Talks"]
    found = _blog("21:20 – All is quiet.", *announced, "13:20 – Talks begin.", "09:20 – A convoy leaves.")
    assert [entry.time and entry.time.text for entry in found.entries] == ["21:20 –", "18:20 –", "13:20 –", "09:20 –"]
    assert set(_rejected(found).values()) == {"it stands in a list of times"}
    quiet = [f"{hour}:20 – All is quiet." for hour in (23, 22, 21)]
    assert [entry.time and entry.time.text[:5] for entry in _blog(*quiet, *announced).entries][-1] == "18:20"


def test_a_list_that_nothing_announces_is_one_where_it_breaks_the_order_of_entries_with_text() -> None:
    table = ["16:00 – Doors open", "17:30 – The mayor speaks", "19:00 – Fireworks"]
    assert len(_blog(*ENTRIES[:4], *table, *ENTRIES[4:]).entries) == 5
    within = ["14:00 – Doors open", "13:50 – The mayor speaks", "13:40 – Fireworks"]
    assert len(_blog(*ENTRIES[:4], *within, *ENTRIES[4:]).entries) == 8


def test_a_midnight_between_short_entries_is_no_list() -> None:
    short = [f"{time} – Report number {n}" for n, time in enumerate(("22:15", "23:50", "00:10", "01:30"))]
    assert len(_blog(*short).entries) == 4


def test_a_table_of_contents_stands_again_below_with_its_text() -> None:
    titles = ENTRIES[::2]
    blog = _blog("Everything about the bridge", *titles[1:4], *ENTRIES)
    assert len(blog.entries) == 5
    assert _rejected(blog) == dict.fromkeys((2, 3, 4), "it is listed again below, with its text")


def test_a_table_of_contents_may_word_its_headlines_otherwise() -> None:
    blog = _blog("Everything about the bridge", "15:05 – Bolts", "12:05 – Ferry", "11:05 – Mayor", *ENTRIES)
    assert len(blog.entries) == 5
    assert len(_rejected(blog)) == 3


def test_the_same_reports_on_another_day_are_entries_of_that_day() -> None:
    blog = _blog("November 17, 2021", *ENTRIES[:4], "November 16, 2021", *ENTRIES[:4])
    assert len(blog.entries) == 4


def test_the_stamp_of_a_quoted_post_is_no_label() -> None:
    blog = _blog(*ENTRIES[:2], "— Harbour (@harbour)", "14:55 · March 3, 2026", *ENTRIES[2:])
    assert len(blog.entries) == 5
    assert _rejected(blog) == {4: "it belongs to a quoted post"}


@pytest.mark.parametrize("above", ["The club says:", "So klingt das beim Verein:", "Así lo contó el club:"])
def test_the_time_of_a_post_that_an_entry_announces_is_no_label(above: str) -> None:
    entries = [line for hour in (15, 14, 13) for line in (f"{hour}:05", PARAGRAPH)]
    blog = _blog(*entries[:4], above, "SV Anger", "14:01", "What a goal!", *entries[4:])
    assert _times(blog) == ["15:05", "14:05", "13:05"]
    assert _rejected(blog) == {7: "it belongs to a quoted post"}


@pytest.mark.parametrize("lines", [("The club says:", "They all went home again"), ("Nothing is known.", "SV Anger")])
def test_without_a_name_and_an_announcement_above_it_a_time_is_that_of_an_entry(lines: tuple[str, str]) -> None:
    entries = [line for hour in (15, 14, 13) for line in (f"{hour}:05", PARAGRAPH)]
    assert _times(_blog(*entries[:4], *lines, "13:50", "What a goal!", *entries[4:])) == [
        "15:05",
        "14:05",
        "13:50",
        "13:05",
    ]


def test_when_an_entry_was_updated_is_no_label_of_another() -> None:
    alone = [line for hour in (15, 14, 13) for line in (f"{hour}:05", PARAGRAPH, f"Updated at {hour}:20")]
    assert _times(_blog(*alone)) == ["15:05", "14:05", "13:05"]


def test_sentences_that_begin_with_times_in_no_order_are_text() -> None:
    told = [f"{time} was when somebody rang." for time in ("12.30", "9.15", "18.20", "7.05", "16.40")]
    blog = _blog("14:05: " + PARAGRAPH, *told, "15:10: " + PARAGRAPH)
    assert _times(blog) == ["14:05:", "15:10:"]


def test_halves_of_the_day_beside_full_hours_are_quoted() -> None:
    blog = _blog(*ENTRIES[:2], "9:30 a.m. – the clock of the tower stopped", *ENTRIES[2:])
    assert len(blog.entries) == 5


def test_times_after_the_text_are_labels_though_one_line_begins_with_a_time() -> None:
    blog = _blog("All is well. (17:03)", "A boat came.", "15.26 was when it sank. (16:20)", "A bang. (15:40)")
    assert _times(blog) == ["(17:03)", "(16:20)", "(15:40)"]
    assert blog.entries[1].body[0].text == "A boat came."


def test_counts_of_play_are_labels_though_the_kick_off_is_told() -> None:
    blog = _blog("18:30 Uhr: Anstoß in Kiel", "1. Minute: Es rollt.", "45. Minute: Pause.", "90. Minute: Schluss.")
    assert _times(blog) == ["1. Minute:", "45. Minute:", "90. Minute:"]
    assert _rejected(blog) == {1: "this text sets its entries apart by counts of play"}


def test_numbered_lines_are_minutes_only_beside_added_time() -> None:
    play = ["90.+2 Over.", "83. Yellow card.", "12. Goal."]
    assert _times(_blog(*play)) == ["90.+2", "83.", "12."]
    with pytest.raises(lba.ImportFailure):
        _blog("3. Third of a list.", "2. Second of it.", "1. First.")


def test_two_labels_of_one_clock_in_a_row_are_one() -> None:
    blog = _blog("3 March 2026 - 21:45", "(21:45 GMT)", PARAGRAPH, "3 March 2026 - 20:30", "(20:30 GMT)", PARAGRAPH)
    assert _times(blog) == ["3 March 2026 - 21:45 (21:45 GMT)", "3 March 2026 - 20:30 (20:30 GMT)"]
    burst = _blog("21:45", PARAGRAPH, "21:45", PARAGRAPH, "21:45: Last report.")
    assert len(burst.entries) == 3


def test_a_relative_time_beside_a_label_belongs_to_the_entry_and_is_kept_in_a_note() -> None:
    above = _blog("2h ago", "15:47", PARAGRAPH, "4h ago", "14:10", PARAGRAPH)
    below = _blog("15:47", "2h ago", PARAGRAPH, "14:10", "4h ago", PARAGRAPH)
    for blog in (above, below):
        assert [(entry.span.first, entry.span.last) for entry in blog.entries] == [(1, 3), (4, 6)]
        assert _times(blog) == ["15:47", "14:10"]
        assert [note.text for note in blog.capture.notes if note.code == "relative-time"] == ["2h ago", "4h ago"]
    beside = _blog("15:47: " + PARAGRAPH, "vor 5 Minuten", "14:10: " + PARAGRAPH)
    assert beside.entries[1].span.first == 2
    elsewhere = _blog("15:47", PARAGRAPH, "vor 5 Minuten", PARAGRAPH, "14:10", PARAGRAPH)
    assert elsewhere.entries[0].body[1].text == "vor 5 Minuten"


def test_a_relative_time_beside_a_rejected_label_is_text_again() -> None:
    alone = [line for hour in (15, 14, 13) for line in (f"{hour}:05", PARAGRAPH)]
    blog = _blog(*alone[:2], "Updated at 15:20", "2h ago", PARAGRAPH, *alone[2:])
    assert [block.text for block in blog.entries[0].body] == [PARAGRAPH, "Updated at 15:20", "2h ago", PARAGRAPH]


def test_a_zone_that_few_labels_state_is_a_word() -> None:
    blog = _blog("19:02 MT Højgaard answers.", "19:20 The judge listens.", "19:45 The court rises.")
    assert blog.entries[0].text == "MT Højgaard answers."
    assert blog.entries[0].time.text == "19:02"
    stated = _blog("19:02 GMT The ship leaves.", "19:20 GMT The ship is back.", "19:45: It leaves again.")
    assert [entry.time.text for entry in stated.entries] == ["19:02 GMT", "19:20 GMT", "19:45:"]


def test_an_impossible_time_among_good_ones_is_an_entry_without_a_value() -> None:
    blog = _blog("14:05: It begins.", "14:65: It goes on.", "15:10: It ends.")
    assert [bool(entry.time.value) for entry in blog.entries] == [True, False, True]
    assert [(note.line, note.text) for note in blog.capture.notes if note.code == "impossible-time"] == [
        (2, "14:65: is not a time of day; it has no value")
    ]


def test_dates_of_other_years_inside_entries_are_text() -> None:
    blog = _blog(
        "5 July 2024", "15:10: It bears the date:", "12 May 1215", "and is safe.", "13:30: Smoke.", date="2024-07-05"
    )
    assert len(blog.entries) == 2
    assert blog.entries[0].body[1].text == "12 May 1215"


def test_a_million_labels_of_one_minute_are_not_joined_into_one() -> None:
    blog = _blog(*["10:00"] * 50)
    assert len(blog.entries) == 50


@pytest.mark.parametrize("line", ["Stand: 3.3.2026 15:05 Uhr", "Last updated 3 March 2026, 15:05"])
def test_when_the_page_was_changed_is_no_label(line: str) -> None:
    blog = _blog("Storm", line, "All that is known, in short.", *ENTRIES)
    assert len(blog.entries) == 5
    assert _rejected(blog) == {2: "it says when the page was changed"}
    assert str(blog.entries[0].time and blog.entries[0].time.value) == "2026-03-03 15:05:00+00:00"
    assert line in [block.text for block in blog.introduction]


@pytest.mark.parametrize(
    ("below", "day", "is_of_page"),
    [("S’abonner", "03/03", True), (PARAGRAPH, "03/03", False), ("S’abonner", "3 mars", False)],
)
def test_a_day_in_letters_above_no_sentence_is_of_the_page_where_all_others_are_in_numbers(
    below: str, day: str, is_of_page: bool
) -> None:
    told = [
        line for hour in (15, 14, 13) for line in (f"Le {day} à {hour}h05", f"La mairie à {hour} heures", PARAGRAPH)
    ]
    blog = _blog("Incendie au port", "Le 3 mars à 15h11", below, *told, language="fr")
    assert _rejected(blog) == ({2: "it says when the page was changed"} if is_of_page else {})
    assert len(blog.entries) == 4 - is_of_page


def test_words_of_a_change_before_each_time_are_those_of_entries() -> None:
    told = [line for hour in (21, 20, 19) for line in (f"Stand: 03.03.2026, {hour}:40 Uhr", PARAGRAPH)]
    assert _times(_blog("Storm", *told)) == told[::2]


def test_when_an_entry_was_changed_is_its_label_where_hardly_any_other_stands_below() -> None:
    told = "Last updated 3 March 2026, 15:05"
    assert len(_blog(told, PARAGRAPH, "Updated 3 March 2026, 14:05", PARAGRAPH).entries) == 2


def test_updates_are_entries_beside_others() -> None:
    told = [f"{hour}.40 Uhr: {PARAGRAPH}" for hour in (21, 20, 19, 18)]
    blog = _blog(f"Update, 23.20 Uhr: {PARAGRAPH}", *told[:2], f"Update 19.50 Uhr: {PARAGRAPH}", *told[2:])
    assert _times(blog) == [
        "Update, 23.20 Uhr:", "21.40 Uhr:", "20.40 Uhr:", "Update 19.50 Uhr:", "19.40 Uhr:", "18.40 Uhr:"
    ]  # fmt: skip


def test_an_update_alone_in_its_line_says_when_an_entry_was_changed() -> None:
    told = [line for hour in (21, 20, 19, 18) for line in (f"{hour}.40 Uhr: {PARAGRAPH}", PARAGRAPH)]
    assert len(_blog(*told[:2], "Update 21.50 Uhr", *told[2:]).entries) == 4


def test_noon_is_a_time_among_those_of_half_a_day() -> None:
    days = ["March 4, 2026", f"10:30 a.m.: {PARAGRAPH}", PARAGRAPH, "March 3, 2026", f"8:45 p.m.: {PARAGRAPH}"]
    rest = [PARAGRAPH, f"3 p.m. – {PARAGRAPH}", "• Open", "• Shut", f"Noon – {PARAGRAPH}", f"9:20 a.m. – {PARAGRAPH}"]
    blog = _blog(*days, *rest, f"6 a.m.: {PARAGRAPH}", "March 2, 2026", f"9:30 p.m.: {PARAGRAPH}", PARAGRAPH)
    assert _times(blog) == ["10:30 a.m.:", "8:45 p.m.:", "3 p.m. –", "Noon –", "9:20 a.m. –", "6 a.m.:", "9:30 p.m.:"]


def test_updates_with_their_day_and_the_first_report_begin_entries_beside_updates_without() -> None:
    labels = (
        "Update vom 3. März, 18.52 Uhr:", "Update vom 3. März, 17.30 Uhr:", "Update von 16.18 Uhr:",
        "Update von 15.40 Uhr:", "Update von 14.55 Uhr:", "Erstmeldung vom 3. März, 9.45 Uhr:",
    )  # fmt: skip
    assert _times(_blog(*(f"{label} {PARAGRAPH}" for label in labels), language="de")) == [*labels]


def test_a_day_and_time_behind_a_word_for_a_change_begins_no_entry_between_such() -> None:
    told = [f"{label} {PARAGRAPH}" for label in ("16.18 Uhr:", "15.40 Uhr:", "14.55 Uhr:", "13.25 Uhr:")]
    changed = f"Aktualisiert am 3. März, 17.30 Uhr: {PARAGRAPH}"
    assert len(_blog(*told[:2], changed, *told[2:], language="de").entries) == 4


@pytest.mark.parametrize(
    ("label", "change"),
    [
        ("Published at {}:41", "Updated {}:58"),
        ("Publié à {}h41", "mis à jour à {}h58"),
        ("Veröffentlicht um {}:41 Uhr", "aktualisiert um {}:58 Uhr"),
        ("Publicado a las {}:41", "Actualizado a las {}:58"),
    ],
)
@pytest.mark.parametrize("between", ["  ", ", ", " | ", " – "])
def test_what_tells_that_there_was_news_may_tell_of_its_change_as_well(label: str, change: str, between: str) -> None:
    told = [f"{label}{between}{change}", label, label, f"{label}{between}{change}", label]
    agenda = "Still to come:\n7am: The figures\n10am: The answer\n1.30pm: The vote\nIt will be long."
    lines = [f"The bridge is shut {at}\n{line.format(at, at)}\nIt rains.\n" for at, line in enumerate(told, start=14)]
    blog = _blog(*lines, agenda)
    assert [entry.headline for entry in blog.entries] == [f"The bridge is shut {at}" for at in range(14, 19)]
    changes = [entry.modified and entry.modified.value for entry in blog.entries]
    assert [getattr(at, "minute", None) for at in changes] == [58, None, None, 58, None]
    assert blog.entries[0].text == "It rains."


def test_another_sentence_behind_when_there_was_news_is_text() -> None:
    blog = _blog("Published 14:41 – Updated figures are due.\nIt rains.", "Published 15:41 – It is dry.", "Is it?")
    assert [entry.modified for entry in blog.entries] == [None, None]


def test_the_time_of_a_post_that_an_entry_announces_is_text_where_labels_name_their_days() -> None:
    post = "The railway wrote:\nRailway online\n21:14\nStep in. Our guards know of it."
    entries = [f"All of it {at}\nyesterday, {at}:36\nIt is as it was." for at in (22, 20, 19, 18, 17)]
    blog = _blog(entries[0], post, *entries[1:], date="2026-03-04")
    assert len(blog.entries) == len(entries)
    assert blog.entries[0].text.endswith("21:14\n\nStep in. Our guards know of it.")
    own = _blog(entries[0], "So much for now.", "Railway online\n21:14\nStep in.", *entries[1:], date="2026-03-04")
    assert len(own.entries) == len(entries) + 1


@pytest.mark.parametrize("lead", ["", "All of it, as it came.\n"])
def test_when_a_page_was_published_and_changed_is_no_label_of_an_entry(lead: str) -> None:
    entries = [f"Report of the hour {at}\nPublished {at}:05\nIt is as it was." for at in (13, 12, 11)]
    blog = _blog("Storm", f"Published 10:00, updated 14:06\n{lead}", *entries)
    assert _times(blog) == [f"Published {at}:05" for at in (13, 12, 11)]
    assert "Published 10:00, updated 14:06" in [block.text for block in blog.introduction]
    forward = _blog("Storm", "Published 10:00, updated 14:06", *reversed(entries))
    assert len(forward.entries) == 3


@pytest.mark.parametrize("word", ["Updated", "Aktualisiert:", "Publié"])
def test_a_date_and_time_below_a_word_for_a_change_above_all_entries_is_of_the_page(word: str) -> None:
    entries = [line for hour in (15, 14, 13, 12) for line in (f"March 3, 2026, {hour}:05", PARAGRAPH)]
    blog = _blog("The bridge", word, "March 3, 2026, 15:05", "Closed for good", *entries)
    assert _times(blog) == [f"March 3, 2026, {hour}:05" for hour in (15, 14, 13, 12)]
    repeated = [line for at in range(0, 8, 2) for line in (word, *entries[at : at + 2])]
    assert len(_times(_blog(*repeated))) == 4


def test_a_polish_year_may_be_followed_by_its_word_in_short() -> None:
    lines = [line for hour in (12, 11, 10) for line in (f"5 lutego 2026 r., godz. {hour}.30", "Woda jest zdatna.")]
    blog = _blog(*lines)
    assert [f"{entry.time.value:%d %H:%M}" for entry in blog.entries if entry.time] == [
        "05 12:30",
        "05 11:30",
        "05 10:30",
    ]
