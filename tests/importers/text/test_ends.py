"""Where entries end: what a page, its readers and messengers print between and below them is in none, and noted."""

from datetime import date
from pathlib import Path

import pytest

import liveblog_archive as lba
from liveblog_archive.importers.page_words import says_advert, says_page_number

from .accounting import lost
from .unseen import Case, cases, complaints, read

CASES = list(cases(Path(__file__).parent / "ends"))
MESSAGES = [
    "24/04/2026, 05:44 - Ruth: The river is over the road.",
    "24/04/2026, 06:20 - Otieno (photo): IMG-1.jpg (file attached)",
    "Market at six",
    "24/04/2026, 07:12 - Ruth: Schools are closed.",
    "24/04/2026, 08:30 - Otieno (photo): Rope is gone.",
]


def _blog(*lines: str, **told: str) -> lba.LiveBlog:
    return lba.parse("\n".join(lines), format="text", timezone="UTC", date="2026-03-04", **told)


def _left(blog: lba.LiveBlog) -> list[str]:
    assert blog.capture is not None
    return [note.text for note in blog.capture.notes if note.code == "page-furniture"]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_text_ends_its_entries_where_it_does(case: Case) -> None:
    assert complaints(case) == []
    blog, _ = read(case)
    assert blog is not None
    assert lost(case.text, blog) == []


def test_who_sent_a_message_is_its_author_and_what_the_messenger_says_is_none() -> None:
    system = ["24/04/2026, 05:31 - Messages are encrypted.", "24/04/2026, 07:20 - Ruth added you"]
    blog = _blog(system[0], *MESSAGES, system[1])
    assert [[author.name for author in entry.authors] for entry in blog.entries] == [
        ["Ruth"], ["Otieno (photo)"], ["Ruth"], ["Otieno (photo)"],
    ]  # fmt: skip
    assert blog.entries[1].text == "IMG-1.jpg (file attached)\n\nMarket at six"
    assert {entry.headline for entry in blog.entries} == {None}
    assert _left(blog) == system


@pytest.mark.parametrize(
    "form",
    [
        "[17:{}, 30/04/2026] ",
        "[5:{} PM, 4/30/2026] ",
        "[5:{}\u202fPM, 4/30/2026] ",
        "[5:{} p. m., 30/4/2026] ",
        "[17:{}, 30.4.2026] ",
        "[17:{}, 30-4-2026] ",
        "[17.{}, 30.4.2026] ",
        "[17:{}, 2026-04-30] ",
        "[5:{} م، 30/4/2026] ",
        "[오후 5:{}, 2026. 4. 30.] ",
        "[30.04.26, 17:{}:00] ",
        "[4/30/26, 5:{}:00\u202fPM] ",
        "[30/04/2026 17:{}:00] ",
        "[30.04.2026 kl. 17.{}.00] ",
        "[2026. 04. 30. 17:{}:00] ",
        "[2026. 4. 30. 오후 5:{}:00] ",
        "30/04/2026, 17:{} - ",
        "30/4/2026, 5:{} p. m. - ",
        "30/04/2026 à 17:{} - ",
        "2026. 04. 30. 17:{} - ",
        "2026/4/30 下午5:{} - ",
    ],
)
def test_messages_are_known_however_a_messenger_writes_their_times(form: str) -> None:
    messages = [("Redação Foz", "Alerta.\nEvitem:\n18:30 Túnel"), ("+55 21 9999", "<Media omitted>")] * 2
    told = (f"{form.format(minute)}{name}: {said}" for minute, (name, said) in enumerate(messages, 12))
    blog = _blog(*told)
    assert [entry.authors[0].name for entry in blog.entries] == [name for name, _ in messages]
    assert [entry.text.replace("\n\n", "\n") for entry in blog.entries] == [said for _, said in messages]
    assert [str(entry.time.value)[:16] for entry in blog.entries if entry.time] == [
        f"2026-04-30 17:{minute}" for minute in range(12, 16)
    ]


def test_two_messages_of_two_people_are_a_chat_where_they_were_copied_from_a_page() -> None:
    blog = _blog("[17:12, 30/04/2026] Ruth: The river is high.", "[17:20, 30/04/2026] Otieno: I am there", "Are you?")
    assert [author.name for entry in blog.entries for author in entry.authors] == ["Ruth", "Otieno"]
    assert blog.entries[1].text == "I am there\n\nAre you?"


def test_the_date_of_a_message_is_noted_without_its_bracket() -> None:
    blog = _blog(*(f"[05/03/2026, 1{at}:05] Ruth: It rains." for at in (1, 2, 3)))
    noted = [note.text for note in blog.notes if note.code == "date-order-inferred"]
    assert noted == ["05/03/2026 is 2026-03-05: the day stands before the month"]


def test_a_blank_may_stand_between_a_sender_and_the_colon() -> None:
    blog = _blog(*(message.replace(": ", " : ") for message in MESSAGES))
    assert {author.name for entry in blog.entries for author in entry.authors} == {"Ruth", "Otieno (photo)"}


def test_a_message_of_the_messenger_may_end_a_sentence_and_others_are_entries() -> None:
    system = ["24/04/2026, 05:31 - Messages are encrypted.", "24/04/2026, 09:00 - You and Ruth are friends."]
    blog = _blog(system[0], *MESSAGES, *MESSAGES, system[1], "24/04/2026, 09:10 - It rains again.")
    assert _left(blog) == system
    assert blog.entries[-1].text == "It rains again."
    assert blog.entries[-1].authors == ()


def test_lines_of_nobody_are_entries_where_no_messenger_is_known_to_speak() -> None:
    blog = _blog("24/04/2026, 05:31 - Dam breaks", *MESSAGES, "24/04/2026, 09:00 - Ruth and rain again")
    assert _left(blog) == []
    assert (blog.entries[0].text, blog.entries[-1].text) == ("Dam breaks", "Ruth and rain again")


def test_a_messenger_may_speak_under_the_name_of_a_channel_and_pictures_are_messages() -> None:
    system = "[24/04/2026, 05:31] Ruth: \u200eMessages are encrypted."
    joined = "\u200e[24/04/2026, 05:31] Ruth: \u200eYou joined"
    messages = ["[24/04/2026, 05:31] Ruth: Hello.", "[24/04/2026, 05:44] Ruth: \u200eimage omitted"]
    blog = _blog(system, joined, *messages, "[24/04/2026, 06:44] Ruth: Rain.")
    assert _left(blog) == [system, joined]
    assert [entry.text for entry in blog.entries] == ["Hello.", "\u200eimage omitted", "Rain."]
    blog = _blog(messages[1], *messages, "[24/04/2026, 06:44] Ruth: Rain.")
    assert _left(blog) == []


def test_a_message_may_have_nothing_beside_its_sender() -> None:
    blog = _blog(*MESSAGES, "24/04/2026, 09:00 - Ruth:", "Two lines below.")
    assert (blog.entries[-1].authors[0].name, blog.entries[-1].text) == ("Ruth", "Two lines below.")


def test_dated_entries_of_many_places_are_no_chat() -> None:
    places = ["Oslo", "Bergen", "Tromsø", "Narvik", "Bodø", "Molde"]
    blog = _blog(*(f"24/04/2026, 0{hour}:44 - {place}: Rain." for hour, place in enumerate(places)))
    assert [entry.text for entry in blog.entries] == [f"{place}: Rain." for place in places]
    assert all(entry.authors == () for entry in blog.entries)


def test_one_control_may_be_a_word_of_the_text_and_several_are_not() -> None:
    entries = ["10:05: One.", "Share", "11:05: Two.", "12:05: Three."]
    assert _left(_blog(*entries)) == []
    assert _left(_blog(*entries, "Share")) == ["Share", "Share"]
    assert _left(_blog(*entries, "Facebook", "13:05: Four.", "Facebook")) == []


def test_a_heading_of_comments_stays_where_most_times_are_below_it() -> None:
    blog = _blog("10:05", "The first of all.", "Comments", "11:05", "The second.", "12:05", "The third one.")
    assert len(blog.entries) == 3
    assert _left(blog) == []


@pytest.mark.parametrize("text", ["Comments", "3 comments", "Timeline"])
def test_what_may_head_comments_ends_no_text_above_all_entries(text: str) -> None:
    blog = _blog("Harbour live", text, "10:05: The first of all.", "11:05: The second of all.")
    assert len(blog.entries) == 2
    assert _left(blog) == []


def test_a_count_of_comments_inside_the_blog_ends_it_where_no_usual_time_follows() -> None:
    entries = ["10:05", "The first of all.", "11:05", "The second of all."]
    comments = ["3 comments", "4 March 2026, 12:10", "Well done.", "4 March 2026, 12:20", "Thank you."]
    assert len(_blog(*entries, *comments).entries) == 2
    assert len(_blog(*entries, "3 comments", "12:10", "The third of all.").entries) == 3


def test_a_remark_in_brackets_signs_no_entry() -> None:
    blog = _blog("10:05: The first of all.", "11:05: The second of all.", "More.", "(laughter)", "And more of that.")
    assert blog.entries[-1].text.endswith("And more of that.")
    assert _left(blog) == []


def test_a_timeline_without_times_below_it_is_text() -> None:
    blog = _blog("10:05", "The first of all.", "11:05", "The second of all.", "Timeline", "First the barge came.")
    assert blog.entries[-1].text.endswith("First the barge came.")


def test_a_comment_may_not_follow_on_a_time_without_a_sentence() -> None:
    blog = _blog("10:05: One.", "11:05", "Fog", "Comments", "12:05: The third of all, a long one.")
    assert len(blog.entries) == 3


def test_lines_under_the_first_day_are_of_the_page_unless_they_are_sentences() -> None:
    entries = ["10:05: The first of all.", "11:05: The second of all."]
    blog = _blog("March 4, 2026", "By Ada Berg, in Oslo", "Listen | Save | 0:00", *entries)
    assert len(blog.entries) == 2
    assert [block.text for block in blog.introduction] == ["Listen | Save | 0:00"]
    assert len(_blog("March 4, 2026", "The harbour is closed.", *entries).entries) == 3


def test_a_link_to_another_page_below_an_entry_is_none_of_it_and_between_paragraphs_is() -> None:
    link = "Read more: Why the ferry is late"
    blog = _blog("10:05: One.", link, "Two.", "11:05: Three.", "More.", link, "12:05: Four.")
    assert [entry.text for entry in blog.entries] == [f"One.\n\n{link}\n\nTwo.", "Three.\n\nMore.", "Four."]
    assert _left(blog) == [link]


def test_one_line_entries_below_a_heading_of_a_timeline_are_entries() -> None:
    blog = _blog("10:05: Gates open", "Timeline", "10:10: Rain", "10:12: Wind", "10:15: Hail and rain", "10:20: Sun")
    assert len(blog.entries) == 5
    assert _left(blog) == []


def test_posts_that_are_entries_keep_their_times() -> None:
    posts = [line for day in (1, 2, 3) for line in ("Ada Berg @ada", f"March {day}, 2026, 10:05", "The pumps run.")]
    assert len([entry for entry in _blog(*posts).entries if entry.time]) == 3


def _kept(*lines: str) -> list[str]:
    """Return the lines that are left out of the entries of a text that begins with two more."""
    return _left(_blog("08:05", "The first of all.", "09:05", "The second of all.", *lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["10:05", "Werbung", "The minister bans it."],  # a headline
        ["10:05", "Like", "The button is gone.", "11:05", "Like", "It is back."],
        ["10:05", "Shares", "Shell 12.40", "BP 4.20", "11:05", "Shares", "Shell 12.60", "BP 4.10"],
        ["10:05", "Good.", "Share: 12.40 €", "11:05", "Better.", "Share: 12.60 €"],  # prices
        ["10:05", "They shout:", "Like", "Peace", "11:05", "And again:", "Like", "Peace"],  # items
        ["10:05", "Goal.", "Reactions", "11:05", "End.", "Reactions", "12:05", "Night."],  # a heading
        ["10:05", "Kommentar", "Es ist ernst.", "11:05", "Kommentar", "Es ist nicht ernst."],
        ["10:05", "Documents out today:", "Report", "11:05", "And these:", "Report", "12:05", "No more."],
        ["10:05", "She posts:", "👍", "11:05", "He posts:", "👍"],
        ["10:05", "The shop prints:", "- Advertisement", "- Leaflets", "11:05", "All."],
    ],
)
def test_words_of_an_entry_that_controls_and_advertisements_say_too_stay(lines: list[str]) -> None:
    assert _kept(*lines) == []


def test_a_control_at_the_end_of_entries_or_in_most_of_them_is_left_out() -> None:
    entry = ["Share", "Some text.", "More text here."]
    assert _left(_blog("10:05", *entry, "11:05", *entry, "12:05", *entry, "13:05", *entry)) == ["Share"] * 4
    above = ["Share", "Gates are open", "10:05", "Text.", "Share", "Will they close?", "11:05", "More."]
    assert _kept(*above) == ["Share", "Share"]


def test_an_entry_between_two_numbers_of_pages_stays() -> None:
    assert _kept("Page 3 of 5", "10:05: The report.", "Page 4 of 5") == ["Page 3 of 5", "Page 4 of 5"]
    assert _kept("He laughs", "Page 3 of 5", "He laughs") == ["Page 3 of 5"]


def test_another_day_below_a_summary_and_times_that_no_entry_told_are_of_the_blog() -> None:
    day = ["Summary", "Here is what we know:", "5 March 2026", "09.05 The ferry is back.", "10.05 All are back."]
    blog = _blog("4 March 2026", "10:05", "The ferry leaves.", "11:05", "It is stuck.", *day)
    assert _left(blog) == []
    blog = _blog("10:05", "The ferry leaves.", "11:05", "It is stuck.", "Summary", "6.10 Fog.", "7.15 More fog.")
    assert _left(blog) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["", "A third paragraph, set off.", "", "- an item", "- another", "", "> They said so."],
        ["Comments", "The minister called it a good day for all of us."],
        ["(dpa)", "The minister then said more, which we heard ourselves."],
        ["What do you think of it, he was asked.", "Reactions", "Good"],
    ],
)
def test_the_last_entry_keeps_its_text(lines: list[str]) -> None:
    entries = [f"{hour}:05: The first.\nThe second of it.\n" for hour in (10, 11, 12, 13)]
    assert _left(_blog(*entries, "14:05: The last.", "The second of it.", *lines)) == []


def test_the_last_entry_keeps_headings_as_high_as_the_entries() -> None:
    blog = _blog("## 10:05 One", "Text.", "## 11:05 Two", "Text.", "## What we know", "The ferry is stuck.")
    assert _left(blog) == []


def test_the_last_entry_keeps_what_follows_a_rule_or_a_button_where_others_do() -> None:
    entries = ["10:05: One.", "---", "11:05: Two.", "---", "12:05: Three.", "First.", "---", "Second."]
    assert _left(_blog(*entries, "13:05: Four.", "---", "Five.")) == ["---"] * 4


def test_an_entry_without_a_time_between_two_buttons_is_text() -> None:
    entries = ["10:05: One.", "Share", "11:05: Two.", "Share", "12:05: Three.", "Share"]
    assert _left(_blog(*entries, "First of all, good morning.", "Share", "Goodbye.")) == ["Share"] * 4 + ["Goodbye."]


def test_text_behind_a_signature_stays_where_another_entry_goes_on_so() -> None:
    entries = ["10:05: One.", "(dpa)", "", "More.", "11:05: Two.", "(dpa)", "", "More of it."]
    assert _left(_blog(*entries)) == []


def test_lines_that_the_last_entry_announces_are_of_it() -> None:
    names = ["Ada Berg", "Berta Stein", "Carl Tal", "Dora Fels", "Emil Bach"]
    assert _left(_blog("10:05: The vote is on.", "11:05: It is counted.", "12:05: These are elected:", *names)) == []


@pytest.mark.parametrize("text", ["Advertisement", "- Anzeige -", "PUB", "Article continues below advertisement"])
def test_labels_of_advertisements(text: str) -> None:
    assert says_advert(text)
    assert not says_advert(f"{text} for a pub")


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("Seite 3 von 5", True),
        ("The Courier   Page 3 of 5", True),
        ("- Page 3 of 5 -", True),
        ("pagina 1 di 3 | Il Corriere", True),
        ("https://courier.invalid/live 1/5", True),
        ("He read page 3 of 5 aloud", False),
        ("See page 3", False),
    ],
)
def test_numbers_of_pages(text: str, is_number: bool) -> None:
    assert says_page_number(text) is is_number


def test_all_lines_of_the_heads_of_pages_are_of_the_page() -> None:
    head = ["The storm | Atlantic Courier", "https://courier.invalid/odile", "10/10/2025, 6:44 PM", "Page {} of 2"]
    texts = ["10:05: It rains.", "11:05: It is dry."]
    pages = (line.format(page) for page, text in enumerate(texts, 1) for line in (*head, "", text, ""))
    blog = _blog("The storm", "", *pages)
    assert [entry.text for entry in blog.entries] == ["It rains.", "It is dry."]
    assert set(_left(blog)) == {line.format(page) for line in head for page in (1, 2)}


def test_bare_lines_behind_a_blank_one_are_of_no_entry_where_headlines_and_texts_have_none_between() -> None:
    entries = [line for hour in (13, 12, 11, 10) for line in (f"{hour}:05", f"News of {hour}", "It is so.", "")]
    assert _left(_blog(*entries, "Imprint", "Contact")) == ["Imprint", "Contact"]
    apart = [line for hour in (13, 12, 11, 10) for line in (f"{hour}:05", f"News of {hour}", "", "It is so.", "")]
    assert _left(_blog(*apart, "Imprint", "Contact")) == []


def test_lines_behind_a_blank_one_are_of_the_last_entry_where_it_announces_them() -> None:
    entries = [line for hour in (13, 12, 11, 10) for line in (f"{hour}:05", f"News of {hour}", "It is so.", "")]
    blog = _blog(*entries[:-2], "These boats sail:", "", "Skerra to Holm", "Port Lennan to Sula")
    assert blog.entries[-1].text == "These boats sail:\n\nSkerra to Holm\n\nPort Lennan to Sula"


def test_a_box_between_entries_that_end_with_controls_is_in_none_though_one_has_no_control() -> None:
    said = "The council closed the bridge."
    entries = [f"1{at}:05\nNews of {at}\n\n{said}\n\n{'Share' if at < 5 else ''}\n" for at in (5, 4, 3, 2, 1, 0)]
    blog = _blog(*entries[:2], "To the front page", *entries[2:])
    assert {entry.text for entry in blog.entries} == {said}


@pytest.mark.parametrize("sender", ["The bridge stays!", "Ada Berg", "ponts, nous voilà", "7 Bridges"])
@pytest.mark.parametrize("when", ["12.03.2026 {}", "3/12/26, {} PM", "Mar 12, 2026 at {}:11 PM"])
def test_a_message_begins_with_the_line_that_says_who_sent_it_and_when(sender: str, when: str) -> None:
    said = ["The crane is here. It was here in 2024.", "We stay.\n\nUntil six.", "Two have gone home."]
    lines = [f"{sender}, [{when.format(f'{at}:05')}]\n{text}\n" for at, text in enumerate(said, start=2)]
    blog = _blog(*lines)
    assert [entry.text for entry in blog.entries] == ["\n\n".join(text.split("\n\n")) for text in said]
    assert [[author.name for author in entry.authors] for entry in blog.entries] == [[sender]] * 3
    assert [entry.time and entry.time.value is not None for entry in blog.entries] == [True] * 3
    assert {entry.headline for entry in blog.entries} == {None}


def test_a_place_and_a_time_in_brackets_sent_nothing() -> None:
    blog = _blog(*(f"the old bridge, [at {at}:05 again]\nIt rains on it.\n{at}:10 It is dry." for at in (10, 11, 12)))
    assert all(entry.authors == () for entry in blog.entries)


def test_messages_in_neighbouring_lines_are_no_list_of_times_and_no_other_time_is_one() -> None:
    more = [f"24/04/2026, {at}:49 - Ruth: Hour {at} went well." for at in (10, 11, 12)]
    blog = _blog(*MESSAGES[:3], "09:30 opens", "8 May 2026", *MESSAGES[3:], *more)
    assert [entry.text for entry in blog.entries][
        1
    ] == "IMG-1.jpg (file attached)\n\nMarket at six\n\n09:30 opens\n\n8 May 2026"
    assert len(blog.entries) == 7


@pytest.mark.parametrize(
    "control", ["Tweet  Share  Forward", "Deel dit bericht", "Gostei {}  Partilhar", "[{}]Partager [9]Réagir ({})"]
)
def test_more_controls_are_in_no_entry(control: str) -> None:
    lines = [f"1{at}:05\n\nNo. {at} of all has come.\n\n{control.format(at, at)}\n" for at in (1, 2, 3)]
    blog = _blog(*lines)
    assert [entry.text for entry in blog.entries] == [f"No. {at} of all has come." for at in (1, 2, 3)]


def test_what_stands_above_links_is_of_the_page_beside_a_control() -> None:
    first, last = "10:05\nIt rains.\n\nTeilen\nMehr zum Thema", "11:05\nIt is dry.\n\nTeilen"
    assert _left(_blog(first, last)) == ["Teilen", "Mehr zum Thema", "Teilen"]
    kept = _blog("10:05\nIt rains.\n\nMehr zum Thema\n\nIt rained before.", last)
    assert kept.entries[0].text == "It rains.\n\nMehr zum Thema\n\nIt rained before."


@pytest.mark.parametrize(
    "text", ["Printed 1/26/2026 8:14 AM", "Gedruckt am 26.01.2026, 8:14 Uhr", "Imprimé le : 26/01/2026"]
)
def test_when_a_page_was_printed_is_of_the_page(text: str) -> None:
    assert says_page_number(text)
    assert not says_page_number(f"{text} copies")


NOTES = [
    f"{hour}:05 The {count} of it." for hour, count in enumerate(("first", "second", "third", "fourth"), start=10)
]


@pytest.mark.parametrize(
    "tail",
    [
        ["Signed ............ Chair", "Date ............"],
        ["Name: ______", "Page of the clerk"],
        ["-- end of sheet 1 --"],
        ["---", "To do: thank Ada. Pay for the phone."],
        ["", "Ada has the pictures."],
        ["", "Greetings,", "Ada", "", "This mail is for you alone."],
    ],
)
def test_what_is_said_of_the_document_below_the_last_entry_is_in_none(tail: list[str]) -> None:
    blog = _blog(*NOTES, "and goes on.", *tail)
    assert blog.entries[-1].text == "The fourth of it.\n\nand goes on."
    assert _left(blog) == [line for line in tail if line]


@pytest.mark.parametrize("line", ["Signed ............ Chair", "-- on record --", "---", ""])
def test_the_last_entry_keeps_what_others_have_within(line: str) -> None:
    blog = _blog(NOTES[0], line, "So it was.", *NOTES[1:], line, "And so it stays.")
    assert blog.entries[-1].text.endswith("And so it stays.")


@pytest.mark.parametrize("line", ["We wait......", "**Bold** words", "--verbose is set", "- here -", "+++ Here +++"])
def test_dots_and_dashes_of_a_text_end_no_entry(line: str) -> None:
    assert _left(_blog(*NOTES, line, "And so it stays.")) == []


def test_a_blank_line_ends_no_entry_where_some_stand_between_entries_or_times_stand_alone() -> None:
    spaced = [line for note in NOTES for line in (note, "")]
    assert _left(_blog(*spaced, "And so it stays.")) == []
    alone = [line for note in NOTES for line in note.split(" ", 1)]
    assert _left(_blog(*alone, "", "And so it stays.")) == []
    assert _left(_blog(*NOTES[:3], "", "And so it stays.")) == []


def test_names_in_columns_below_the_last_entry_are_in_none() -> None:
    entries = [f"{hour}.05 Uhr\nTOP {hour}\nSie berät.\nSie beschließt.\n" for hour in (10, 11, 12, 13)]
    tail = ["Die Vorsitzende:        Der Schriftführer:", "gez. Berg        gez. Lind"]
    assert _left(_blog(*entries, *tail)) == tail


def test_who_reports_from_where_stands_above_the_text_of_the_last_entry_as_of_others() -> None:
    said = ["Ada Berg", "Reporting from the weir", "The lights went out."]
    links = ["Load more updates", *(f"Link no. {at} to another page" for at in range(20))]
    blog = _blog("11:05", *said, "10:05", *said, *links)
    assert blog.entries[-1].text.endswith("The lights went out.")
    assert _left(blog) == links


def test_controls_are_counted_by_entries_whose_time_is_told_twice() -> None:
    lines = [
        f"Report no. {at} of today\n\npublished at 1{at}:05\n\n1{at}:05\n\nIt runs.\n\nShare\n" for at in (5, 4, 3)
    ]
    assert _left(_blog(*lines, "Top stories", "Rovers win")) == ["Share"] * 3 + ["Top stories", "Rovers win"]


def test_a_box_below_the_day_told_again_is_in_no_entry() -> None:
    lines = ["5 March 2026", "14:05", "It rains.", "13:05", "It is dry.", "5 March 2026"]
    box = ["Interview", "What to do in floods", "Taxi, bus: Who pays?"]
    rest = ["12:05", "It is cold.", "4 March 2026", "23:05", "It is dark."]
    blog = _blog(*lines, *box, *rest)
    assert _left(blog) == box
    assert len(blog.entries) == 4
    assert _left(_blog(*lines, "Interview", "She said it all.", "Who pays?", *rest)) == []
    assert _left(_blog(*lines[:5], "4 March 2026", *box, *rest[:2])) == []
    assert _left(_blog(*lines, *box[:2], *rest)) == []


def test_a_headline_and_a_sentence_behind_the_only_blank_line_are_an_entry_without_a_time() -> None:
    log = [f"{hour}:05 Report of the hour {hour} from the quay." for hour in (10, 11, 12, 13)]
    headed = _blog(*log, "", "Schools stay closed", "All of them, until Monday.")
    assert (headed.entries[-1].headline, headed.entries[-1].time) == ("Schools stay closed", None)
    assert _left(headed) == []
    assert _left(_blog(*log, "", "The desk of the quay")) == ["The desk of the quay"]


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (["The weather service warns of a storm, and the towns fill sacks with sand."], 1),
        (["The weather service warns of a storm, and the towns fill sacks.", "Service", "Imprint", "Contact"], 1),
        (["All rights reserved."], 0),
        (["Imprint"], 0),
    ],
)
def test_a_day_below_the_last_time_has_an_entry_where_a_paragraph_follows(below: list[str], kept: int) -> None:
    newer = ["4 March 2026", "14:05: The bridge is open again.", "09:10: The wind has dropped at last."]
    older = ["3 March 2026", "22:40: The bridge is shut tonight.", "17:05: Two trees are down on the road."]
    blog = _blog(*newer, *older, "2 March 2026", *below)
    assert [entry.text for entry in blog.entries[4:]] == below[:kept]
    assert [entry.day for entry in blog.entries[4:]] == [date(2026, 3, 2)] * kept
    assert _left(blog) == below[kept:]
