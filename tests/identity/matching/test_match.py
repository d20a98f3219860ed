"""What became of each entry: every kind of link, and every trap."""

import unicodedata
from datetime import date

import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.errors import ModelError
from liveblog_archive.identity.matching import match, revise
from liveblog_archive.model import Embed, Entry, Heading, LiveBlog, Media, Moment, Paragraph

from .pages import BLOG, TEXTS, at, entry, ids, kinds, other_than_same, page

FIRST = page(*TEXTS)


def edited(place: int, text: str, **facts: object) -> LiveBlog:
    """The page with another text in one place."""
    entries = list(FIRST.entries)
    entries[place] = entry(text, 10 * place, **facts)
    return page(*(evolve(one, id="") for one in entries))


def only(links):
    (link,) = links
    return link


class TestNothingHappened:
    def test_every_entry_is_the_same_with_certainty(self):
        matching = match(FIRST, FIRST)
        assert kinds(matching) == ["same"] * 8
        assert {link.score for link in matching.links} == {1.0}
        assert [link.previous for link in matching.links] == [(name,) for name in ids(FIRST)]

    def test_two_empty_pages_have_no_links(self):
        assert match(page(), page()).links == ()

    def test_what_no_version_covers_is_no_change(self):
        assert kinds(match(FIRST, page(*(evolve(one, order_key="7") for one in FIRST.entries)))) == ["same"] * 8


class TestEdits:
    @pytest.mark.parametrize(
        "text",
        [
            TEXTS[3].replace("power", "pwoer"),
            f"{TEXTS[3]}\nThe grid operator speaks of a broken cable on the sea bed.",
            "Trains on the line between the two shores stand still since the power failed at noon.",
            f"{TEXTS[3]} {TEXTS[3].upper()}",
        ],
        ids=["a typing error", "a paragraph more", "rewritten", "said twice"],
    )
    def test_an_edited_entry_is_found_again(self, text):
        link = only(other_than_same(match(FIRST, edited(3, text))))
        assert link.kind == "edited"
        assert link.changes == ("edited",)
        assert link.previous == (ids(FIRST)[3],)
        assert 0.5 < link.score <= 1

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text.replace("’", "'").replace("–", "-"),
            lambda text: unicodedata.normalize("NFD", text),
            str.upper,
            lambda text: text.replace(" ", "\u00a0"),
            lambda text: text.replace(". ", ".\n"),
        ],
        ids=["plain quotes and dashes", "decomposed letters", "capitals", "hard blanks", "other paragraphs"],
    )
    def test_another_form_of_the_same_words_is_certain(self, change):
        text = "“It’s over” – the café at the quay is closed. Its owner thanks everybody."
        link = only(match(page(text), page(change(text))).links)
        assert (link.kind, link.score) == ("edited", 1.0)

    def test_a_headline_that_was_added_is_an_edit(self):
        link = only(other_than_same(match(FIRST, edited(2, TEXTS[2], headline="Crisis meeting at noon"))))
        assert (link.kind, link.changes) == ("edited", ("edited",))

    def test_a_stated_change_alone_is_an_edit(self):
        link = only(other_than_same(match(FIRST, edited(2, TEXTS[2], modified=at(200)))))
        assert link.kind == "edited"

    def test_another_print_of_the_same_time_is_an_edit_and_no_retiming(self):
        moment = evolve(at(20), text="9.20 am")
        link = only(
            other_than_same(
                match(
                    FIRST,
                    page(*FIRST.entries[:2], Entry(body=FIRST.entries[2].body, time=moment), *FIRST.entries[3:]),
                )
            )
        )
        assert link.changes == ("edited",)

    def test_texts_of_letters_that_share_no_word_are_compared_by_their_letters(self):
        one = page(entry("Confirmed", 0), entry(TEXTS[0], 5))
        other = page(entry("Confimred", 0), entry(TEXTS[0], 5))
        assert kinds(match(one, other)) == ["edited", "same"]

    def test_letters_of_very_long_words_are_not_compared(self):
        one, other = page(entry("a" * 3000, 0)), page(entry("a" * 2999 + "b", 0))
        assert kinds(match(one, other)) == ["inserted", "absent"]


class TestTimes:
    def test_another_printed_time_is_a_retiming(self):
        entries = [evolve(one, id="") for one in FIRST.entries]
        entries[4] = entry(TEXTS[4], 43)
        link = only(other_than_same(match(FIRST, page(*entries))))
        assert (link.kind, link.changes) == ("retimed", ("retimed",))

    def test_other_words_for_a_time_without_value_are_a_retiming(self):
        one, other = (page(Entry(body=[Paragraph(TEXTS[0])], time=Moment(text=t))) for t in ("noon", "afternoon"))
        assert kinds(match(one, other)) == ["retimed"]

    def test_another_day_heading_is_a_retiming(self):
        one, other = (page(entry(TEXTS[0], day=date(2024, 5, day))) for day in (1, 2))
        assert kinds(match(one, other)) == ["retimed"]

    def test_a_time_that_was_added_is_a_retiming(self):
        assert kinds(match(page(entry(TEXTS[0])), page(entry(TEXTS[0], 5)))) == ["retimed"]

    def test_takes_the_stamps_of_a_platform_along_and_they_alone_are_edited(self) -> None:
        one, later, touched = (
            page(entry(TEXTS[0], shown, published=at(shown), modified=at(changed)))
            for shown, changed in ((5, 5), (7, 9), (5, 9))
        )
        assert match(one, later).links[0].changes == ("retimed",)
        assert match(one, touched).links[0].changes == ("edited",)

    def test_a_page_on_another_clock_retimes_every_entry(self):
        later = page(*(entry(text, 10 * place + 120) for place, text in enumerate(TEXTS)))
        assert kinds(match(FIRST, later)) == ["retimed"] * 8

    def test_repeated_texts_are_told_apart_by_their_times_on_a_shifted_clock(self):
        def captured(shift: int) -> LiveBlog:
            return page(*(entry(text, 10 * place + shift) for place, text in enumerate([*TEXTS, "Goal!", "Goal!"])))

        one, other = captured(0), captured(60)
        fewer = page(*(evolve(e, id="") for e in (*other.entries[:8], other.entries[9])))
        link = match(one, fewer).links[8]
        assert link.previous == (ids(one)[9],)


class TestOrder:
    def test_an_entry_that_stands_elsewhere_has_moved_and_nobody_else(self):
        later = page(*FIRST.entries[1:6], FIRST.entries[0], *FIRST.entries[6:])
        link = only(other_than_same(match(FIRST, later)))
        assert (link.kind, link.previous) == ("moved", (ids(FIRST)[0],))

    @pytest.mark.parametrize("order", ["newest-first", "manual", "oldest-first"])
    def test_a_page_that_was_reversed_moved_nobody(self, order):
        assert kinds(match(FIRST, page(*FIRST.entries[::-1], order=order))) == ["same"] * 8

    def test_days_that_were_reversed_as_they_stand_moved_nobody(self):
        entries = [entry(text, 10 * place + 1440 * (place < 3)) for place, text in enumerate(TEXTS)]
        one = page(*entries, order="newest-day-first")
        other = page(*entries[::-1], order="manual")
        assert kinds(match(one, other)) == ["same"] * 8

    def test_insertions_and_deletions_move_nobody(self):
        later = page(entry("An early boat has come back with its crew unharmed.", -5), *FIRST.entries[2:])
        assert kinds(match(FIRST, later)) == ["inserted", *["same"] * 6, "deleted", "deleted"]

    def test_all_that_happened_is_said_the_weightiest_first(self):
        changed = entry(TEXTS[0].replace("sunrise", "dawn"), 12)
        link = match(FIRST, page(FIRST.entries[1], changed, *FIRST.entries[2:])).links[1]
        assert (link.kind, link.changes) == ("edited", ("edited", "retimed", "moved"))


class TestNewAndGone:
    def test_links_stand_in_the_order_of_the_later_capture_and_what_was_deleted_last(self):
        new = entry("An entry that has never been there says something about oranges.", 25)
        later = page(*FIRST.entries[4:6], new, *FIRST.entries[:2])
        matching = match(FIRST, later)
        assert [link.current for link in matching.links] == [*((name,) for name in ids(later)), *[()] * 4]
        assert [link.previous for link in matching.links[5:]] == [(ids(FIRST)[place],) for place in (2, 3, 6, 7)]

    def test_texts_with_nothing_in_common_are_never_linked(self):
        assert set(kinds(match(page(*TEXTS[:4]), page(*TEXTS[4:])))) == {"inserted", "deleted", "absent"}

    def test_a_near_duplicate_beside_its_model_is_new(self):
        model = "Wind at the station of Karsa reached 94 kilometres an hour at the full hour."
        one = page(*TEXTS, entry(model, 90))
        other = page(*one.entries, entry(model.replace("94", "101"), 150))
        assert kinds(match(one, other)) == [*["same"] * 9, "inserted"]

    def test_what_was_gone_and_comes_back_is_reinserted(self):
        matching = match(page(*TEXTS[:7]), FIRST, gone=[FIRST.entries[7]])
        link = matching.links[7]
        assert (link.kind, link.previous, link.changes) == ("reinserted", (ids(FIRST)[7],), ())

    def test_what_comes_back_in_other_words_is_reinserted_and_edited(self):
        back = page(*TEXTS[:7], TEXTS[7].replace("whole", "terrible"))
        link = match(page(*TEXTS[:7]), back, gone=[FIRST.entries[7]]).links[7]
        assert (link.kind, link.changes) == ("reinserted", ("edited",))

    def test_what_was_gone_and_stays_away_is_not_deleted_again(self):
        assert kinds(match(page(*TEXTS[:7]), page(*TEXTS[:7]), gone=[FIRST.entries[7]])) == ["same"] * 7

    def test_an_entry_that_stands_comes_before_one_that_was_gone(self):
        blog = page(entry(TEXTS[0], 5))
        gone = evolve(entry(TEXTS[0], 500), id=ids(page(TEXTS[0], entry(TEXTS[0], 7)))[1])
        assert match(blog, blog, gone=[gone]).links[0].previous == (ids(blog)[0],)

    def test_what_stands_cannot_be_gone_as_well(self):
        assert kinds(match(FIRST, page(*TEXTS, TEXTS[0]), gone=FIRST.entries)) == [*["same"] * 8, "inserted"]

    def test_what_was_gone_is_no_part_of_a_split(self):
        gone = FIRST.entries[7]
        halves = ("Our reporter spoke with a captain", "who sailed through the whole storm.")
        matching = match(page(*TEXTS[:7]), page(*TEXTS[:7], *halves), gone=[gone])
        assert "split" not in kinds(matching)


LONG = (
    "Engineers opened the second lock at noon so that the barges could leave. "
    "Two tugs were waiting outside and pulled the first barge to the open sea. "
    "The harbour office thanked the crews and promised a report within a week. "
    "Fishermen complained that nobody had asked them before the water was let in."
)


class TestSplitAndMerge:
    def halves(self) -> list[str]:
        sentences = LONG.split(". ")
        return [". ".join(sentences[:3]) + ".", sentences[3]]

    def test_an_entry_that_was_split_names_its_greatest_part_first(self):
        first, second = self.halves()
        one, other = page(*TEXTS, LONG), page(*TEXTS, entry(second, 80), entry(first, 80))
        link = match(one, other).links[8]
        assert link.kind == "split"
        assert link.current == (ids(other)[9], ids(other)[8])
        assert link.changes == ()
        assert link.score > 0.9

    def test_entries_that_were_merged_name_the_greatest_first(self):
        first, second = self.halves()
        one, other = page(*TEXTS, second, first), page(*TEXTS, entry(f"{second}\n{first}", 80))
        link = match(one, other).links[8]
        assert link.kind == "merged"
        assert link.previous == (ids(one)[9], ids(one)[8])

    def test_equal_parts_stand_in_source_order(self):
        one = page(*TEXTS, f"{TEXTS[0]}\n{TEXTS[0]} Said anew.")
        other = page(*TEXTS, entry(f"{TEXTS[0]} Said", 80), entry(f"{TEXTS[0]} Said", 80))
        link = match(one, other).links[8]
        assert (link.kind, link.current) == ("split", (ids(other)[8], ids(other)[9]))

    def test_an_entry_split_into_three_has_three_parts(self):
        sentences = LONG.split(". ")
        other = page(*TEXTS, *(entry(text, 80) for text in (sentences[0], sentences[1], ". ".join(sentences[2:]))))
        assert len(match(page(*TEXTS, LONG), other).links[8].current) == 3

    def test_a_part_with_errors_is_still_a_part(self):
        first, second = self.halves()
        other = page(*TEXTS, first, entry(second.replace("nobody", "noboody"), 80))
        assert match(page(*TEXTS, LONG), other).links[8].kind == "split"

    @pytest.mark.parametrize("words", [10, 24])
    def test_a_part_may_have_been_given_a_headline_of_its_own(self, words):
        first = " ".join(LONG.split()[:-words])
        last = " ".join(LONG.split()[-words:])
        titled = evolve(entry(last, 80), headline="Crews and trawlermen are angry about the surge")
        whole, parts = page(*TEXTS, LONG), page(*TEXTS, first, titled)
        link = match(whole, parts).links[8]
        assert (link.kind, link.current) == ("split", tuple(ids(parts)[8:]))
        link = match(parts, whole).links[8]
        assert (link.kind, link.previous) == ("merged", tuple(ids(parts)[8:]))

    @pytest.mark.parametrize("minute", [None, 30])
    def test_a_copy_that_was_pinned_above_all_others_takes_nothing_from_the_entry(self, minute):
        said = entry(LONG, minute)
        once = page(*TEXTS[:4], said, *TEXTS[4:])
        twice = page(evolve(said, pinned=True), *TEXTS[:4], said, *TEXTS[4:])
        links = {link.previous: link for link in match(once, twice).links}
        assert links[ids(once)[4],].current == (ids(twice)[5],)
        links = {link.previous: link for link in match(twice, once).links}
        assert links[ids(twice)[5],].current == (ids(once)[4],)
        assert links[ids(twice)[0],].current == ()

    def test_copies_side_by_side_are_not_told_apart(self):
        said = entry(LONG, 30)
        once, twice = page(*TEXTS[:4], said, *TEXTS[4:]), page(*TEXTS[:4], said, said, *TEXTS[4:])
        assert "/ambiguous" in kinds(match(once, twice))

    def test_a_near_duplicate_is_no_part(self):
        near = LONG.replace("second", "third").replace("Two", "Four").replace("week", "month")
        matching = match(page(*TEXTS, LONG), page(*TEXTS, LONG, entry(near, 120)))
        assert kinds(matching) == [*["same"] * 9, "inserted"]

    def test_few_words_are_no_part(self):
        matching = match(page(*TEXTS, LONG), page(*TEXTS, f"{LONG} And more.", entry("And more", 400)))
        assert kinds(matching) == [*["same"] * 8, "edited", "inserted"]

    def test_a_piece_of_two_wholes_belongs_to_one_of_them(self):
        piece = "The harbour office thanked the crews and promised a report within a week."
        one = page(f"{LONG} First of all.", f"{piece} {TEXTS[1]} {TEXTS[2]}")
        rest = LONG.replace(f"{piece} ", "")
        other = page(f"{rest} First of all.", entry(f"{TEXTS[1]} {TEXTS[2]}", 10), entry(piece, 12))
        assert sorted(kinds(match(one, other))) == ["edited", "split"]


class TestWhatWasMerged:
    BOTH = entry(f"{TEXTS[0]} {TEXTS[1]}", 0)
    LOST = FIRST.entries[1]
    REST = entry(TEXTS[2], 20)

    def test_is_back_with_its_whole_text(self):
        apart = page(*(evolve(one, id="") for one in FIRST.entries[:3]))
        matching = match(page(self.BOTH, self.REST), apart, merged=[self.LOST])
        assert kinds(matching) == ["edited", "reinserted", "same"]
        assert matching.links[1].previous == (self.LOST.id,)

    def test_makes_no_doubt_by_its_words_in_the_entry_that_has_them(self):
        later = entry(f"{TEXTS[1]} {TEXTS[0]} More is to come.", 0)
        matching = match(page(self.BOTH, self.REST), page(later, self.REST), merged=[self.LOST])
        assert kinds(matching) == ["edited", "same"]

    def test_is_not_back_in_an_entry_that_is_like_it(self):
        like = entry(TEXTS[1].replace("twice", "once"), 300)
        matching = match(page(self.BOTH, self.REST), page(self.BOTH, self.REST, like), merged=[self.LOST])
        assert kinds(matching) == ["same", "same", "inserted"]

    def test_is_back_under_its_native_id(self):
        lost = evolve(entry(TEXTS[1], native_id="b2"), id=self.LOST.id)
        back = entry(TEXTS[4], 10, native_id="b2")
        matching = match(page(self.BOTH, self.REST), page(self.BOTH, back, self.REST), merged=[lost])
        assert kinds(matching) == ["same", "reinserted", "same"]


class TestNativeIds:
    def test_an_equal_native_id_is_certain_whatever_the_text(self):
        one, other = page(entry(TEXTS[0], 0, native_id="b1")), page(entry(TEXTS[5], 400, native_id="b1"))
        link = only(match(one, other).links)
        assert (link.changes, link.score) == (("edited", "retimed"), 1.0)

    def test_an_old_text_under_another_native_id_is_followed_and_not_the_id(self):
        one = page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 10, native_id="b2"))
        other = page(
            entry(TEXTS[0], 0, native_id="b3"),
            entry(TEXTS[5], 10, native_id="b1"),
            entry(TEXTS[1], 10, native_id="b2"),
        )
        assert kinds(match(one, other)) == ["edited", "inserted", "same"]

    @pytest.mark.parametrize("rewritten", [f"{TEXTS[0]} That was at noon, and it is over.", TEXTS[5]])
    def test_an_id_that_kept_its_minute_is_followed_and_its_old_text_posted_anew_is_named(self, rewritten):
        one = page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 10, native_id="b2"))
        anew = entry(TEXTS[0], 20, native_id="b3")
        other = page(anew, entry(rewritten, 0, native_id="b1"), entry(TEXTS[1], 10, native_id="b2"))
        link = match(one, other).links[0]
        assert (link.kind, link.previous, link.current) == ("split", (ids(one)[0],), (ids(other)[1], ids(other)[0]))
        assert ids(revise(one, other))[1] == ids(one)[0]
        back = match(other, page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 10, native_id="b2"))).links[0]
        assert (back.kind, back.previous) == ("merged", (ids(other)[1], ids(other)[0]))

    def test_an_id_in_a_minute_of_many_is_contradicted_by_an_equal_text_in_it(self):
        one = page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 0, native_id="b2"))
        other = page(entry(TEXTS[0], 0, native_id="b3"), entry(TEXTS[5], 0, native_id="b1"), one.entries[1])
        assert kinds(match(one, other)) == ["edited", "inserted", "same"]

    @pytest.mark.parametrize("number", [1, 3, 8])
    def test_numbers_that_are_counted_anew_for_each_page_are_not_followed(self, number):
        def counted(*texts):
            return page(*(entry(text, native_id=str(n)) for n, text in enumerate(texts)), order="newest-first")

        one = counted(*TEXTS[:number])
        other = counted("A spokesman denied that any warning was ignored.", *TEXTS[:number])
        matching = match(one, other)
        assert [link.previous for link in matching.links] == [(), *((name,) for name in ids(one))]
        changed = counted(TEXTS[6], *TEXTS[:5], TEXTS[5].replace("Three", "Four"), TEXTS[7])
        later = match(counted(*TEXTS[:6], TEXTS[7]), changed)
        assert kinds(later) == ["inserted", *["edited"] * 7]

    def test_native_ids_that_were_exchanged_are_not_followed_and_the_others_are(self):
        def numbered(*natives):
            return page(*(entry(text, 10 * n, native_id=native) for n, (text, native) in enumerate(natives)))

        rest = [(text, f"b{n}") for n, text in enumerate(TEXTS[2:7], 2)]
        one = numbered((TEXTS[0], "b0"), (TEXTS[1], "b1"), *rest, ("It is over.", "b7"))
        other = numbered((TEXTS[0], "b1"), (TEXTS[1], "b0"), *rest, ("Nothing more to say here tonight.", "b7"))
        links = match(one, other).links
        assert [link.previous for link in links] == [(name,) for name in ids(one)]

    def test_the_native_id_of_an_exchanged_entry_says_nothing_of_another(self):
        entries = [entry(text, 10 * n, native_id=f"b{n}") for n, text in enumerate(TEXTS[:5])]
        one = page(*entries, entry(TEXTS[5], 50, native_id="b5"), entry(TEXTS[6], 60, native_id="b6"))
        other = page(
            *entries,
            entry(TEXTS[7], 45, native_id="b5"),
            entry(TEXTS[5], 50, native_id="b6"),
            entry(f"{TEXTS[6]} So they say.", 60, native_id="b7"),
        )
        links = match(one, other).links
        assert [link.previous for link in links[5:]] == [(), (ids(one)[5],), (ids(one)[6],)]

    def test_a_short_or_repeated_text_elsewhere_contradicts_no_native_id(self):
        one = page(entry("Goal!", 0, native_id="b0"), entry(TEXTS[0], 10, native_id="b1"))
        other = page(entry(TEXTS[1], 0, native_id="b0"), entry("Goal!", 10, native_id="b1"))
        assert [link.previous for link in match(one, other).links] == [(ids(one)[0],), (ids(one)[1],)]
        one = page(*(entry(TEXTS[0], 10 * n, native_id=f"b{n}") for n in range(2)), entry("x", native_id="b2"))
        other = page(*(entry(TEXTS[1], 10 * n, native_id=f"b{n}") for n in range(2)), entry(TEXTS[0], native_id="b2"))
        assert [link.previous for link in match(one, other).links] == [(name,) for name in ids(one)]

    def test_a_native_id_that_stands_twice_is_not_trusted(self):
        one = page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 10, native_id="b1"))
        other = page(entry(TEXTS[1], 10, native_id="b1"), entry(TEXTS[0], 0, native_id="b1"))
        matching = match(one, other)
        assert [link.previous for link in matching.links] == [(ids(one)[1],), (ids(one)[0],)]

    def test_one_native_id_in_two_blogs_is_not_followed(self):
        foreign = identify_as("tag:example.org,2024-05-01:other", entry(TEXTS[0], 0, native_id="b1"))
        with pytest.raises(ModelError, match="two blogs"):
            match(page(entry(TEXTS[0], 0, native_id="b1")), foreign)

    def test_another_native_id_is_another_entry_where_the_platform_keeps_them(self):
        old = "Wind at the station of Karsa reached 94 kilometres an hour at the full hour."
        entries = [entry(text, 10 * n, native_id=f"b{n}") for n, text in enumerate(TEXTS)]
        one = page(*entries, entry(old, 90, native_id="b8"))
        other = page(*entries, entry(old.replace("94", "95"), 90, native_id="b9"))
        assert kinds(match(one, other)) == [*["same"] * 8, "inserted", "deleted"]

    def test_an_equal_text_under_another_native_id_was_posted_anew(self):
        entries = [entry(text, 10 * n, native_id=f"b{n}") for n, text in enumerate(TEXTS)]
        other = page(*entries[:7], entry(TEXTS[7], 70, native_id="b9"))
        assert kinds(match(page(*entries), other)) == [*["same"] * 7, "edited"]

    def test_two_words_under_another_native_id_are_another_entry(self):
        entries = [entry(text, 10 * n, native_id=f"b{n}") for n, text in enumerate(TEXTS)]
        one, other = (page(*entries, entry("Goal!", 80, native_id=n)) for n in ("b8", "b9"))
        assert kinds(match(one, other)) == [*["same"] * 8, "inserted", "deleted"]

    def test_native_ids_that_are_made_anew_for_each_page_say_nothing(self):
        one, other = (page(*(entry(t, 10 * n, native_id=f"{p}{n}") for n, t in enumerate(TEXTS))) for p in "xy")
        assert kinds(match(one, other)) == ["edited"] * 8

    def test_the_native_id_of_an_entry_that_stands_is_not_shaken_by_one_that_was_gone(self):
        one = page(entry(TEXTS[0], 0, native_id="b1"), TEXTS[1])
        gone = evolve(entry(TEXTS[2], 0, native_id="b1"), id=f"{BLOG}#cq8jg4cf0d8h")
        other = page(entry(TEXTS[5], 0, native_id="b1"), TEXTS[1])
        assert match(one, other, gone=[gone]).links[0].previous == (ids(one)[0],)

    def test_a_native_id_that_stands_twice_is_not_trusted_of_one_that_was_gone_either(self):
        one = page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 9, native_id="b1"))
        gone = evolve(entry(TEXTS[5], 0, native_id="b1"), id=f"{BLOG}#cq8jg4cf0d8h")
        other = page(entry(TEXTS[6], 0, native_id="b1"))
        assert "reinserted" not in kinds(match(one, other, gone=[gone]))


def identify_as(name: str, *entries: Entry) -> LiveBlog:
    return page(*entries, id=name)


class TestCarriedIds:
    def test_an_id_that_a_lossless_record_carries_is_followed(self):
        entries = [
            evolve(FIRST.entries[0], body=[Paragraph("Nothing of the old text is left in here.")]),
            *FIRST.entries[1:],
        ]
        link = match(FIRST, evolve(FIRST, entries=entries)).links[0]
        assert (link.kind, link.previous, link.score) == ("edited", (ids(FIRST)[0],), 1.0)

    def test_an_id_that_was_minted_from_the_text_is_not(self):
        one = page(entry("Goal!", 0), entry("Goal!", 30), TEXTS[0])
        other = page(entry("Goal!", 30), TEXTS[0])
        assert ids(other)[0] == ids(one)[0]
        assert match(one, other).links[0].previous == (ids(one)[1],)

    def test_the_id_of_the_second_of_two_equal_texts_is_followed_where_it_was_carried(self):
        one = page(entry("Goal!"), entry("Goal!"), TEXTS[0])
        other = evolve(one, entries=one.entries[1:])
        assert match(one, other).links[0].previous == (ids(one)[1],)

    def test_a_carried_id_comes_before_a_native_id(self):
        one = page(entry(TEXTS[0], 0, native_id="b1"), entry(TEXTS[1], 10))
        first, second = one.entries
        told = [evolve(first, native_id=None), evolve(second, native_id="b1")]
        said = [evolve(one, body=[*one.body, Paragraph("More is to come.")]) for one in told]
        links = match(one, evolve(one, entries=said)).links
        assert [(link.previous, link.current) for link in links] == [((first.id,),) * 2, ((second.id,),) * 2]


class TestShortTexts:
    def test_short_texts_are_told_apart_by_their_times(self):
        one = page(*(entry("Goal!", minute) for minute in (4, 17, 60)), *map(entry, TEXTS))
        other = page(*(entry("Goal!", minute) for minute in (4, 60)), *map(entry, TEXTS))
        assert [link.previous for link in match(one, other).links[:2]] == [(ids(one)[0],), (ids(one)[2],)]

    def test_short_texts_are_told_apart_by_their_neighbours(self):
        def captured(*texts: str) -> LiveBlog:
            return page(*map(entry, texts))

        one = captured(TEXTS[0], "Goal!", TEXTS[1], TEXTS[2], TEXTS[3], "Goal!", TEXTS[4])
        other = captured(TEXTS[0], TEXTS[1], TEXTS[2], TEXTS[3], "Goal!", TEXTS[4])
        assert match(one, other).links[4].previous == (ids(one)[5],)

    def test_a_short_text_at_another_end_of_the_day_is_another_entry(self):
        one = page(entry("Goal!", 0), *(entry(text, 10 + n) for n, text in enumerate(TEXTS)))
        other = page(*(entry(text, 10 + n) for n, text in enumerate(TEXTS)), entry("Goal!", 300))
        assert kinds(match(one, other)) == [*["same"] * 8, "inserted", "absent"]

    def test_a_short_text_of_no_time_at_another_end_is_another_entry(self):
        one, other = page(entry("Goal!"), *map(entry, TEXTS)), page(*map(entry, TEXTS), entry("Goal!"))
        assert kinds(match(one, other)) == [*["same"] * 8, "inserted", "absent"]

    def test_as_many_equal_texts_of_one_minute_keep_their_order(self):
        blog = page(*(entry("Fixed typo", 5) for _ in range(4)))
        assert [link.previous for link in match(blog, blog).links] == [(name,) for name in ids(blog)]

    def test_equal_texts_of_one_minute_are_reversed_with_their_page(self):
        entries = [*map(entry, TEXTS), entry("Goal!", 5), entry("Goal!", 5)]
        one = page(*entries)
        other = evolve(page(*entries), entries=page(*entries).entries[::-1], order="manual")
        links = {link.current: link.previous for link in match(one, other).links}
        assert all(current == previous for current, previous in links.items())

    def test_a_short_text_that_was_continued_is_found_again(self):
        one = page(entry("Confirmed", 30), TEXTS[0])
        other = page(entry(f"Confirmed\n{LONG}", 30), TEXTS[0])
        assert kinds(match(one, other)) == ["edited", "same"]


class TestWithoutWords:
    def picture(self, url: str | None, minute: int = 0) -> Entry:
        return Entry(body=[Media(kind="image", url=url)], time=at(minute))

    def test_a_picture_is_known_by_its_address(self):
        one = page(self.picture("https://example.org/a.jpg"), self.picture("https://example.org/b.jpg", 5))
        other = page(self.picture("https://example.org/b.jpg", 5), self.picture("https://example.org/a.jpg", 0))
        assert [link.previous for link in match(one, other).links] == [(ids(one)[1],), (ids(one)[0],)]

    def test_an_embedded_post_is_known_by_its_address(self):
        one = page(Entry(body=[Embed(provider="example", url="https://example.org/p/1")]))
        assert kinds(match(one, one)) == ["same"]

    def test_entries_that_say_nothing_are_known_by_their_times(self):
        one = page(self.picture(None, 0), self.picture(None, 50))
        other = page(self.picture(None, 50))
        assert match(one, other).links[0].previous == (ids(one)[1],)

    def test_signs_without_words_are_compared_by_their_letters(self):
        one, other = page(entry("🎉🎉🎉", 3)), page(entry("🎉🎉", 3))
        assert kinds(match(one, other)) == ["edited"]

    def test_headings_and_empty_bodies_are_entries_too(self):
        blog = page(Entry(body=[Heading("Second half")]), Entry(), Entry())
        assert kinds(match(blog, blog)) == ["same"] * 3


class TestOtherScripts:
    @pytest.mark.parametrize(
        ("texts", "new"),
        [
            (
                ("大桥因强风关闭至明日上午", "渡轮公司取消所有班次", "市长前往北岸视察灾情"),
                "大桥因强风关闭至明日下午",
            ),
            (
                ("橋は強風のため明日まで閉鎖", "フェリー全便が欠航になった", "市長が北岸を視察した"),
                "橋は強風のため明後日まで閉鎖",
            ),
            (
                ("สะพานปิดเพราะลมแรงจนถึงพรุ่งนี้", "เรือข้ามฟากหยุดให้บริการ", "นายกเทศมนตรีไปฝั่งเหนือ"),
                "สะพานปิดเพราะลมแรงมากจนถึงพรุ่งนี้",
            ),
            (
                (
                    "أغلق الجسر حتى صباح الغد بسبب الرياح",
                    "ألغت شركة العبارات رحلاتها",
                    "زار رئيس البلدية الضفة الشمالية",
                ),
                "أغلق الجسر حتى مساء الغد بسبب الرياح",
            ),
            (
                ("הגשר נסגר עד מחר בבוקר בגלל הרוח", "חברת המעבורות ביטלה הכול", "ראש העיר ביקר בגדה הצפונית"),
                "הגשר נסגר עד מחר בערב בגלל הרוח",
            ),
            (
                ("तेज़ हवा के कारण पुल कल तक बंद", "नौका सेवा रद्द कर दी गई", "महापौर उत्तरी तट पर पहुँचे"),
                "तेज़ हवा के कारण पुल परसों तक बंद",
            ),
        ],
        ids=["Chinese", "Japanese", "Thai", "Arabic", "Hebrew", "Hindi"],
    )
    def test_an_edit_is_found_again(self, texts, new):
        one, other = page(*map(entry, texts)), page(*map(entry, (texts[2], new, texts[1])))
        links = {link.current: link for link in match(one, other).links}
        link = links[ids(other)[1],]
        assert link.previous == (ids(one)[0],)
        assert "edited" in link.changes


class TestDoubt:
    MODEL = "Wind at the station of Karsa reached {} kilometres an hour at the full hour."

    def test_two_that_are_equally_near_are_left_to_a_person(self):
        one = page(*TEXTS, entry(self.MODEL.format(94), 90))
        other = page(*TEXTS, entry(self.MODEL.format(101), 88), entry(self.MODEL.format(87), 92))
        matching = match(one, other)
        link = only(matching.review)
        assert (link.kind, link.previous, link.current) == ("ambiguous", (ids(one)[8],), tuple(ids(other)[8:]))
        assert 0 < link.score < 1
        assert kinds(matching) == [*["same"] * 8, "/ambiguous"]

    def test_one_of_two_equal_texts_of_one_minute_is_gone_and_nobody_knows_which(self):
        one = page(
            *TEXTS, *(entry("Goal for the visitors!", 90) for _ in range(2)), entry("Full time at last, no more.", 90)
        )
        other = page(*TEXTS, entry("Goal for the visitors!", 90), entry("Full time at last, no more.", 90))
        link = only(match(one, other).review)
        assert (link.previous, link.current) == (tuple(ids(one)[8:10]), (ids(other)[8],))

    def test_two_that_could_be_swapped_are_left_to_a_person(self):
        one = page(*TEXTS, *(entry(self.MODEL.format(n), 90) for n in (94, 95)))
        other = page(*TEXTS, *(entry(self.MODEL.format(n), 90) for n in (101, 102)))
        link = only(match(one, other).review)
        assert (link.previous, link.current) == (tuple(ids(one)[8:]), tuple(ids(other)[8:]))

    def test_a_text_that_is_only_a_little_alike_is_left_to_a_person(self):
        one = page(*TEXTS, entry("Buses replace the trains between Karsa and the airport until Monday.", 90))
        other = page(*TEXTS, entry("Until Monday no trains to the airport, where buses stand idle today.", 90))
        assert kinds(match(one, other))[8:] == ["/ambiguous"]

    def test_a_near_duplicate_at_another_time_and_place_is_not_taken_for_what_was_deleted(self):
        one = page(entry(self.MODEL.format(94), -100), *FIRST.entries)
        other = page(*FIRST.entries, entry(self.MODEL.format(101), 400))
        assert kinds(match(one, other)) == [*["same"] * 8, "/ambiguous"]

    SHELLED = "Shelling of the town of {}: {} people wounded."

    @pytest.mark.parametrize(
        ("new", "minute", "told"),
        [
            (("Karsa", 80), 125, "/ambiguous"),
            (("Ostend", 80), 125, "/ambiguous"),
            (("Karsa", 22), 125, "/ambiguous"),
            (("Karsa", 80), 92, "edited"),
            (("Ostend", "22 or 23"), 125, "edited"),
        ],
    )
    def test_a_new_entry_after_the_model_of_the_one_whose_place_it_takes_is_left_to_a_person(
        self, new: tuple[str, int], minute: int, told: str
    ) -> None:
        """Another number or name stands in place of one, at another time: another event, or a correction."""
        one = page(*TEXTS, entry(self.SHELLED.format("Ostend", 22), 90))
        other = page(*TEXTS, entry(self.SHELLED.format(*new), minute))
        assert kinds(match(one, other))[8:] == [told]

    def test_what_was_gone_can_be_in_doubt_too(self):
        gone = [
            evolve(entry(self.MODEL.format(n), 90), id=name)
            for n, name in ((94, f"{BLOG}#cq8jg4cf0d8h"), (95, f"{BLOG}#d5mgmmmr0pd7"))
        ]
        other = page(*TEXTS, entry(self.MODEL.format(101), 90))
        matching = match(FIRST, other, gone=gone)
        assert only(matching.review).previous == (gone[0].id, gone[1].id)


class TestBadInput:
    def test_captures_of_two_blogs_are_refused(self):
        with pytest.raises(ModelError, match="captures of two blogs"):
            match(FIRST, page(*TEXTS, id="tag:example.org,2024:other"))

    @pytest.mark.parametrize("blog", [LiveBlog(), evolve(FIRST, entries=[Entry()])])
    def test_captures_without_ids_are_refused(self, blog):
        with pytest.raises(ModelError, match="without ids"):
            match(FIRST, blog)
        with pytest.raises(ModelError, match="without ids"):
            match(blog, FIRST)

    def test_an_id_that_was_only_derived_is_no_other_blog(self):
        later = page(*TEXTS, id="", title="Storm in the strait")
        assert later.id != FIRST.id
        assert kinds(match(FIRST, later)) == ["same"] * 8


def test_a_matching_is_shown_in_a_line() -> None:
    first = lba.parse("2026-03-03\n14:05: The ferry is aground.\n14:20: All trains are stopped.", timezone="UTC")
    assert repr(lba.match(first, first)) == "Matching(links=<2 same>, review=<none>)"
