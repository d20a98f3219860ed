"""What becomes of lines: headlines, lists, titles, furniture; and what a text that cannot be read is told."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import liveblog_archive as lba
from liveblog_archive.importers.text.shape import ends_like_a_sentence, is_headline_like
from liveblog_archive.model import ListBlock, Paragraph

from .accounting import lost


def _blog(*lines: str, **told: str) -> lba.LiveBlog:
    return lba.parse("\n".join(lines), format="text", timezone="UTC", **told)


def _headlines(*lines: str) -> list[str | None]:
    return [entry.headline for entry in _blog("November 16, 2021", *lines).entries]


PARAGRAPH = "The council closed the bridge after an inspection found two loose bolts."


def test_a_headline_may_stand_above_beside_below_a_label_or_alone() -> None:
    assert _headlines("10:00: " + PARAGRAPH, "Bridge closed again", "11:00: " + PARAGRAPH) == [
        None,
        "Bridge closed again",
    ]
    assert _headlines("10:00: Bridge closed again", PARAGRAPH) == ["Bridge closed again"]
    assert _headlines("10:00", "Bridge closed again", PARAGRAPH) == ["Bridge closed again"]
    assert _headlines("10:00: " + PARAGRAPH, "Bridge closed again", PARAGRAPH) == [None, "Bridge closed again"]


def test_a_first_line_that_goes_on_in_the_next_is_no_headline() -> None:
    wrapped = ["No trace of fuel was seen from above, says the coast", "guard. Eight tonnes are still on board."]
    assert _headlines("10:00", *wrapped) == [None]
    assert _headlines("10:00", wrapped[0], "", wrapped[1]) == [wrapped[0]]
    assert _headlines("10:00", wrapped[0].lower(), wrapped[1]) == [wrapped[0].lower()]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u202f"])
def test_a_question_with_a_greeting_behind_it_is_no_headline(blank: str) -> None:
    entries = ["10:00", "Bridge closed again", PARAGRAPH, "11:00", "It opens", PARAGRAPH, "12:00"]
    assert _headlines(*entries, f"Is it open{blank}?", PARAGRAPH)[2] == f"Is it open{blank}?"
    assert _headlines(*entries, f"Is it open{blank}? Thank you all{blank}!", PARAGRAPH)[2] is None


def test_headlines_stand_above_labels_always_or_never() -> None:
    above = [
        line for n in range(4) for line in ("Smoke over the village", f"1{n}:00", "Crews tackle it.", "Trains wait")
    ]
    assert _headlines(*above) == ["Smoke over the village"] * 4
    stray = ["18:02", "The lectern is out.", "Updated at six", "17:35", "He told the nation.", "16:10", "It meets."]
    assert _headlines(*stray) == [None] * 3


def test_a_headline_without_a_label_opens_an_untimed_entry_of_its_day() -> None:
    blog = _blog("November 16, 2021", "10:00: " + PARAGRAPH, "Ferry refloated", PARAGRAPH, PARAGRAPH)
    untimed = blog.entries[1]
    assert (untimed.time, untimed.day.isoformat(), len(untimed.body)) == (None, "2021-11-16", 2)


def test_what_follows_a_label_is_a_paragraph_where_it_ends_like_one_or_nothing_follows() -> None:
    assert _headlines("10:00: Statement of the harbour board:", PARAGRAPH) == [None]
    assert _headlines("10:00: Bridge closed", "11:00: " + PARAGRAPH, PARAGRAPH, "12:00: " + PARAGRAPH) == [None] * 3


def test_a_question_is_a_headline_where_headlines_stand_beside_labels() -> None:
    lines = [line for hour in (10, 11, 12) for line in (f"{hour}:00: Bridge closed again", PARAGRAPH)]
    assert _headlines(*lines, "13:00: What is known?", PARAGRAPH)[-1] == "What is known?"
    assert _headlines(*lines, "13:00: All quiet now")[-1] == "All quiet now"
    assert _headlines(*lines, "13:00: It is over.", PARAGRAPH)[-1] is None


def test_captions_are_no_headlines_where_headlines_stand_beside_labels() -> None:
    lines = [
        line for hour in (10, 11, 12) for line in (f"{hour}:00: Bridge closed again", PARAGRAPH, "The old bridge")
    ]
    assert _headlines(*lines, "13:00: All quiet now", PARAGRAPH) == ["Bridge closed again"] * 3 + ["All quiet now"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: A. Example",
        "A. Example / Reuters",
        "AP",
        "• a bullet",
        "It ended.",
        "Who knows?",
        "x" * 300,
        "Is it shut? I wait here. (Ada)",
        "Die Brücke öffnet um 20:30. (nzu)",
        "Sie sagte: «Wir gehen jetzt.» (nzu)",
    ],
)
def test_what_is_no_headline(line: str) -> None:
    assert not is_headline_like(line)


@pytest.mark.parametrize("line", ["Bridge shut (again)", "A deal of the U.S. (live)", "All of it. And (so) on"])
def test_what_may_be_one(line: str) -> None:
    assert is_headline_like(line)


def test_final_punctuation_is_found_inside_closing_quotes() -> None:
    assert ends_like_a_sentence("He said: “We are safe.”")
    assert ends_like_a_sentence("Elle a dit : « Tout va bien. »")
    assert not ends_like_a_sentence("The “old” bridge")
    assert not ends_like_a_sentence("Artikel vorlesen (4 Min.)")
    assert not ends_like_a_sentence("”")


def test_lines_with_bullets_become_a_list() -> None:
    blog = _blog(
        "November 16, 2021",
        "10:00: What is closed.",
        "• the bridge",
        "• the tunnel",
        "1. first",
        "2. second",
        "• one alone",
    )
    *_, bullets, numbers, alone = blog.entries[0].body
    assert bullets == ListBlock(["the bridge", "the tunnel"])
    assert numbers == ListBlock(["first", "second"], ordered=True)
    assert alone == Paragraph("• one alone")


@pytest.mark.parametrize(
    "lines",
    [
        ("23. Müller scores, and the stands sing.", "67. Kane makes it two.", "90. The match is over."),
        ("9. October: The first shots fall.", "15. November: The attack begins."),
        ("1. November: The first shots fall.", "2. November: The attack begins."),
        ("1. Mai: Die ersten Schüsse fallen.", "2. Mai: Der Angriff beginnt."),
        ("10. Anna Berg", "9. Boris Cole", "8. Carla Dean"),
        ("2) Anna Berg", "3) Boris Cole"),
        ("1. Anna Berg", "2) Boris Cole"),
        ("1. Anna Berg", "1. Boris Cole", "3. Carla Dean"),
        ("01. Anna Berg", "02. Boris Cole"),
        ("— Will you sail?", "— We will."),
        ("– Will you sail?", "– We will."),
    ],
)
def test_numbers_and_dashes_that_a_list_would_not_keep_stay_in_the_text(lines: tuple[str, ...]) -> None:
    text = "\n".join(("November 16, 2021", "10:00: " + PARAGRAPH, *lines, "11:00: " + PARAGRAPH))
    blog = _blog(*text.split("\n"))
    assert [block.text for block in blog.entries[0].body[1:]] == list(lines)
    assert lost(text, blog) == []


def test_a_list_that_counts_from_1_may_go_beyond_9() -> None:
    lines = [f"{place}) {word} of all" for place, word in enumerate("abcdefghijkl", start=1)]
    blog = _blog("November 16, 2021", "10:00: Closed are:", *lines)
    assert blog.entries[0].body[-1] == ListBlock([f"{word} of all" for word in "abcdefghijkl"], ordered=True)


def test_a_short_line_after_an_announcement_or_in_a_list_opens_nothing() -> None:
    assert (
        len(_blog("November 16, 2021", "10:00: Closed are:", "Main Street", "Harbour Road", PARAGRAPH).entries) == 1
    )
    assert len(_blog("November 16, 2021", "10:00: Closed.", "• Main Street", "Harbour Road", PARAGRAPH).entries) == 1


def test_a_line_that_a_comma_goes_on_to_opens_nothing() -> None:
    assert _headlines("14:05", "The ferry sails.", "Media caption,", "Boats in the harbour", "They wait.") == [None]


def test_the_first_line_is_the_title_where_it_reads_like_one() -> None:
    blog = _blog("# The bridge, live", PARAGRAPH, "November 16, 2021", "10:00: " + PARAGRAPH)
    assert blog.title == "The bridge, live"
    assert [block.text for block in blog.introduction] == [PARAGRAPH]
    assert "title-inferred" in [note.code for note in blog.capture.notes]


def test_a_given_title_leaves_the_introduction_as_it_is() -> None:
    blog = _blog("The bridge, live", PARAGRAPH, "November 16, 2021", "10:00: " + PARAGRAPH, title="Bridge")
    assert blog.title == "Bridge"
    assert len(blog.introduction) == 2


def test_text_under_a_day_heading_before_any_label_is_an_untimed_entry() -> None:
    blog = _blog("November 16, 2021", PARAGRAPH, "10:00: " + PARAGRAPH)
    assert [entry.time is None for entry in blog.entries] == [True, False]


def test_labels_below_their_text_leave_text_without_a_label_untimed() -> None:
    lines = (PARAGRAPH, "10:00", PARAGRAPH, "11:00", "November 17, 2021", PARAGRAPH, "09:00", PARAGRAPH)
    blog = _blog("An introduction to it all, which is a sentence.", "November 16, 2021", *lines)
    assert [entry.time.text if entry.time else None for entry in blog.entries] == ["10:00", "11:00", "09:00", None]
    assert len(blog.introduction) == 1


@pytest.mark.parametrize("apart", [" ({})", " [{}]"])
def test_headlines_that_end_with_a_time_head_what_stands_below_them(apart: str) -> None:
    heads = [
        f"{head}{apart.format(time)}" for head, time in (("Opening", "9:10"), ("Talks", "10:45"), ("Bar", "23:30"))
    ]
    blog = _blog("November 16, 2021", *(line for head in heads for line in (head, PARAGRAPH)))
    assert [entry.headline for entry in blog.entries] == ["Opening", "Talks", "Bar"]
    assert [entry.time.value.isoformat()[:16] for entry in blog.entries] == [
        "2021-11-16T09:10", "2021-11-16T10:45", "2021-11-16T23:30",
    ]  # fmt: skip
    assert [entry.text for entry in blog.entries] == [PARAGRAPH] * 3


def test_one_time_at_the_end_of_a_line_is_that_of_one_entry() -> None:
    blog = _blog("November 16, 2021", PARAGRAPH, "Nobody came. (10:00)", PARAGRAPH)
    assert [entry.time.text if entry.time else None for entry in blog.entries] == ["(10:00)", None]


def test_an_introduction_is_told_from_entries_whose_labels_close_them_by_their_headlines() -> None:
    entry = ("Bridge closed again", PARAGRAPH)
    blog = _blog(
        "An introduction of one sentence.", *entry, "10:00", *entry, "11:00", *entry, "12:00", date="2021-11-16"
    )
    assert [e.headline for e in blog.entries] == ["Bridge closed again"] * 3
    assert [block.text for block in blog.introduction] == ["An introduction of one sentence."]
    bare = _blog(PARAGRAPH, PARAGRAPH, "10:00", *entry, "11:00", *entry, "12:00", date="2021-11-16")
    assert bare.introduction == ()


def test_navigation_after_the_last_entry_is_furniture() -> None:
    stubs = ["Read more", "Most read", "Sign in", "Contact us", "Imprint"]
    blog = _blog("November 16, 2021", "10:00: " + PARAGRAPH, "11:00: " + PARAGRAPH, PARAGRAPH, *stubs)
    assert [note.text for note in blog.capture.notes if note.code == "page-furniture"] == stubs
    assert len(blog.entries[-1].body) == 2


def test_a_text_without_labels_keeps_all_its_lines() -> None:
    blog = _blog("November 16, 2021", PARAGRAPH, "Ferry refloated", PARAGRAPH)
    assert [entry.headline for entry in blog.entries] == [None, "Ferry refloated"]


def test_the_last_label_may_stand_alone_at_the_end() -> None:
    blog = _blog("November 16, 2021", "10:00: " + PARAGRAPH, "11:00")
    assert blog.entries[-1].body == ()
    assert blog.entries[-1].time.text == "11:00"


def test_one_control_character_makes_no_binary_file_of_a_text() -> None:
    (entry,) = _blog("November 16, 2021", "10:00: " + PARAGRAPH + "\x0b").entries
    assert entry.text == PARAGRAPH


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.txt: no text in it; give the text of a live blog"),
        (b" \n\t\r\n \xc2\xa0 ", "x.txt: no text in it; give the text of a live blog"),
        (
            b"\x01\xb1\x06\xd6\x1b\x8f\x02\xff",
            "x.txt, line 1: a binary file: control character U+0001; give plain text, or a format from the list of "
            "importers",
        ),
        (
            b"10:00: ok\n\x00\x01\x02",
            "x.txt, line 2: a binary file: control character U+0000; give plain text, or a format from the list of "
            "importers",
        ),
        (
            b"10:00: Fa\xe7ade.",
            "x.txt, byte 9: not UTF-8 text: invalid continuation byte; declare its real encoding, such as "
            "encoding='cp1251'",
        ),
        (
            b"Nothing here has a time.\nNor here.",
            "x.txt: no entry found: no line begins with a time or stands under a day heading; check that this is a "
            "live blog with its times",
        ),
        (
            b"November 16, 2021\nNovember 17, 2021",
            "x.txt: no entry found: no line begins with a time or stands under a day heading; check that this is a "
            "live blog with its times",
        ),
        (
            b"November 16, 2021\n25:61: The clock is wrong.",
            "x.txt, line 2: 25:61: is not a time of day, and no other line begins with one; correct the hour or "
            "minute, or put words before it if it is no time label",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(data, format="text", timezone="UTC", where="x.txt")
    assert str(caught.value) == message


def test_a_declared_encoding_is_used_and_an_unknown_one_named() -> None:
    data = "10:00: Façade.".encode("latin-1")
    assert lba.parse(data, format="text", timezone="UTC", encoding="latin-1").entries[0].text == "Façade."
    with pytest.raises(lba.ImportFailure, match="unknown encoding 'nope'; name one such as utf-8 or cp1251"):
        lba.parse(data, format="text", timezone="UTC", encoding="nope")


def test_the_offset_of_a_wrong_byte_counts_the_byte_order_mark() -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(b"\xef\xbb\xbf10:00: Fa\xe7ade.", format="text", timezone="UTC", where="x.txt")
    assert str(caught.value).startswith("x.txt, byte 12: ")


def test_lists_of_names_in_the_last_entry_are_no_furniture_where_earlier_entries_have_them() -> None:
    names = ["Ann Example", "Bill Sample", "Carla Pattern", "Dan Model"]
    blog = _blog("November 16, 2021", "10:00: " + PARAGRAPH, *names, "11:00: " + PARAGRAPH, *names)
    assert [len(entry.body) for entry in blog.entries] == [5, 5]


LINES = st.one_of(
    st.sampled_from(
        [
            "November 16, 2021", "17 November", "10:00: Report.", "[11:30] Bridge closed", "12:15", "13.45 Text",
            "9h05 - Titre",
            "Ferry refloated", PARAGRAPH, "• item", "At approximately 3 p.m., a horn was heard.", "2:1", "Read more",
            "95' Goal", "2h ago", "Updated at 10:45", "Tuesday", "Yesterday", "Jane Doe", "(10:00 GMT)",
            "14:65: Slip.",
            "Programme:", "11:00 – Doors", "text (14:05)", "3/4/2022", "By Jane Doe", "12:15 MT Hall",
            "10/23/2012 5:03:54 PM", "", "+++ 14:05 Uhr +++", "AP", "Closed are:",
        ]
    ),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
)  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.lists(LINES, max_size=14))
def test_no_character_of_any_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        blog = lba.parse(text, format="text", timezone="UTC", date="2021-11-16")
    except lba.LiveBlogError as error:
        assert "\n" not in str(error)
        return
    assert lost(text, blog) == []


def test_a_text_cut_anywhere_loses_nothing_that_is_left() -> None:
    text = "\n".join(
        ["November 16, 2021", "10:00: " + PARAGRAPH, "Ferry refloated", "11:00: " + PARAGRAPH, PARAGRAPH]
    )
    for end in range(30, len(text), 7):
        assert lost(text[:end], lba.parse(text[:end], format="text", timezone="UTC")) == []


def test_random_characters_give_a_result_or_one_line() -> None:
    chaos = random.Random(1)
    for _ in range(20):
        text = "".join(
            chr(chaos.choice([10, 32, *range(48, 60), *range(97, 123), 0x41F, 0x4E00])) for _ in range(3000)
        )
        try:
            assert lost(text, lba.parse(text, format="text", timezone="UTC")) == []
        except lba.LiveBlogError as error:
            assert "\n" not in str(error)


def test_one_word_above_a_headline_is_none() -> None:
    lines = [line for at in (10, 11, 12) for line in (f"{at}:00", "Bridge closed again", PARAGRAPH)]
    assert _headlines(*lines, "13:00", "Breaking", "Minister resigns", PARAGRAPH)[-1] == "Minister resigns"
    assert _headlines(*lines, "13:00", "Summary", PARAGRAPH)[-1] == "Summary"
    assert _headlines(*lines, "13:00", "Summary", "Ada Berg", PARAGRAPH)[-1] == "Summary"
    assert (
        _headlines(*lines, "13:00", "Teams", "Ada Berg and others", "Tom Lind and others", PARAGRAPH)[-1] == "Teams"
    )
    assert _headlines(*lines, "13:00", "Summary", "Bridge closed")[-1] == "Summary"


def test_what_is_called_out_in_capitals_beside_a_time_is_a_headline() -> None:
    lines = ["10:00 | " + PARAGRAPH, "11:00 | " + PARAGRAPH]
    assert _headlines(*lines, "12:00 | BERG WINS!", PARAGRAPH)[-1] == "BERG WINS!"
    assert _headlines(*lines, "12:00 | Berg wins!", PARAGRAPH)[-1] is None


def test_a_short_line_in_a_text_with_headlines_below_its_times_opens_no_entry() -> None:
    lines = [line for at in (10, 11, 12) for line in (f"{at}:00", "Bridge closed again", PARAGRAPH)]
    asked = ["13:00", "What does it cost? Thank you.", "Lulu from the hill", "It costs nothing."]
    assert _headlines(*lines, *asked) == ["Bridge closed again"] * 3 + [None]


def test_a_caption_above_a_question_that_heads_the_next_entry_is_none_itself() -> None:
    lines = [line for at in (10, 11, 12) for line in ("Bridge closed again", f"{at}:00", PARAGRAPH)]
    blog = _headlines(*lines, "Picture of the bridge", "Where to go?", "13:00", PARAGRAPH)
    assert blog == ["Bridge closed again"] * 3 + ["Where to go?"]


@pytest.mark.parametrize("others", ["November 16, 2021", "November 15, 2021"])
def test_a_list_of_what_happened_above_the_first_time_is_no_entry_where_all_of_it_is_of_that_day(others: str) -> None:
    events = ["November 16, 2021", "Bridge closed again", others, "Welcome to the day"]
    blog = _blog("The bridge, live", "Key events", *events, "Live feed", "10:00: " + PARAGRAPH, "09:00: " + PARAGRAPH)
    is_one_day = others == events[0]
    assert len(blog.entries) == (2 if is_one_day else 4)
    assert ("Live feed" in [block.text for block in blog.introduction]) is is_one_day
