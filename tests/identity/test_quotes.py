"""Quotes: made from words, bound to a version, refused in one line where they are not there or not alone."""

import hashlib

import pytest
from attrs import evolve
from hypothesis import given, settings

from liveblog_archive.errors import CitationError, ModelError
from liveblog_archive.identity import VersionId, identify, quoting, snapshot_id, version_id
from liveblog_archive.identity.boundaries import between_characters
from liveblog_archive.identity.quotes import CONTEXT, anchored, parts, stands
from liveblog_archive.identity.quoting import quote, quotes_in
from liveblog_archive.model import Entry, LiveBlog, Media, Paragraph
from tests.identity.histories import BLOG, entry, name
from tests.identity.passages import passages
from tests.samples import full_blog

SAMPLE = full_blog()
BRIDGE = SAMPLE.entries[3]
TWICE = LiveBlog(
    id=BLOG,
    entries=[
        entry("a", "It rained, and it rained.", "The train was late."),
        entry("b", "Then it rained again.", headline="It rained"),
    ],
)


def refusal(blog, words, **where):
    with pytest.raises(CitationError) as caught:
        quote(blog, words, **where)
    assert "\n" not in str(caught.value)
    return str(caught.value)


class TestAQuote:
    def test_is_bound_to_entry_version_and_place(self):
        made = quote(SAMPLE, "checked twice")
        assert (made.entry, made.blog, made.version) == (BRIDGE.id, SAMPLE.id, version_id(BRIDGE))
        assert (made.paragraph, made.start, made.end) == (3, 20, 33)
        assert BRIDGE.body[made.paragraph - 1].text[made.start : made.end] == made.exact == "checked twice"
        assert made.sha256 == hashlib.sha256(b"checked twice").hexdigest()

    def test_of_all_places_in_one_version_are_those_of_whole_words(self):
        found = quotes_in(TWICE.entries[0], "it rained")
        assert [(made.paragraph, made.start) for made in found] == [(1, 15)]
        assert found[0].version == version_id(TWICE.entries[0])
        assert quotes_in(TWICE.entries[0], "rain") == []

    def test_names_the_capture_as_a_citation_does(self):
        assert quote(SAMPLE, "checked twice").snapshot == snapshot_id(SAMPLE)

    def test_has_context_from_the_plain_text_of_its_entry(self):
        made = quote(SAMPLE, "checked twice")
        assert made.prefix == "t is known\n\nNobody was hurt.\nWe "
        assert made.suffix == ".\n\none lane open\nbuses   diverted"[: len(made.suffix)]
        assert len(made.suffix) == CONTEXT
        assert made.prefix + made.exact + made.suffix in BRIDGE.text

    def test_has_no_more_context_than_there_is(self):
        made = quote(SAMPLE, "Good morning.")
        assert (made.prefix, made.suffix) == ("", "")

    def test_may_be_of_a_headline_which_is_paragraph_0(self):
        made = quote(SAMPLE, "reopened")
        assert (made.paragraph, made.prefix, made.suffix) == (0, "Bridge <closed> & ", " “at dusk”")

    def test_may_be_of_a_list_a_caption_or_an_embedded_post(self):
        assert quote(SAMPLE, "one lane open\nbuses").paragraph == 4
        assert quote(SAMPLE, "The bridge at noon").paragraph == 6
        assert quote(SAMPLE, "It is open again").paragraph == 7

    @pytest.mark.parametrize(
        ("words", "exact"),
        [
            ("nobody was HURT", "Nobody was hurt"),
            ('reopened "at dusk"', "reopened “at dusk”"),
            ("Nobody was hurt. We checked", "Nobody was hurt.\nWe checked"),
            ("kept blanks and tabs", "kept   blanks\tand tabs"),
            ("  the old\nroad ", "the old road"),
        ],
    )
    def test_holds_what_the_entry_says_whatever_was_typed(self, words, exact):
        assert quote(SAMPLE, words).exact == exact

    def test_takes_letter_by_letter_before_anything_else(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "“Open” is the word"), entry("b", '"Open" is the word')])
        assert quote(blog, '"Open" is').entry == name("b")
        assert quote(blog, "“Open” is").entry == name("a")

    def test_takes_whole_words_and_numbers_and_no_parts_of_them(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "Of 120 trains, 12.5 were late."), entry("b", "It has 12.")])
        assert quote(blog, "12").entry == name("b")

    def test_takes_words_without_the_elided_article_before_them(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "Hier, l’armée dit qu’il n’y a rien.")])
        assert quote(blog, "armée dit").exact == "armée dit"
        assert quote(blog, "il n’y a").exact == "il n’y a"

    def test_takes_whole_words_in_another_form_before_parts_of_words_in_this_one(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "The bus is late."), entry("b", "It is US soil.")])
        assert quote(blog, "us").entry == name("b")

    @pytest.mark.parametrize(
        ("text", "words"),
        [("橋は閉鎖された。", "は閉鎖"), ("大桥今天关闭。", "今天关"), ("สะพานปิดแล้ว", "ปิด")],
    )
    def test_takes_any_characters_of_a_script_without_blanks_between_words(self, text, words):
        assert quote(LiveBlog(id=BLOG, entries=[entry("a", text)]), words).exact == words

    def test_cuts_no_character_in_its_context(self):
        text = "x" + "e\u0301" * 20 + " here " + "👩\u200d👧" * 12
        made = quote(LiveBlog(id=BLOG, entries=[entry("a", text)]), "here")
        assert made.prefix == "e\u0301" * 15 + " "
        assert made.suffix == " " + "👩\u200d👧" * 10

    def test_can_be_narrowed_to_an_entry_a_paragraph_and_a_place(self):
        full = quote(TWICE, "it rained", entry=name("b"), paragraph=1)
        assert full == quote(TWICE, "it rained", entry=name("b").rpartition("#")[2], paragraph=1)
        assert (full.entry, full.paragraph, full.start) == (name("b"), 1, 5)
        assert quote(TWICE, "It rained", paragraph=0).entry == name("b")
        assert quote(TWICE, "rained", occurrence=2).start == 18
        assert quote(TWICE, "rained", occurrence=3).paragraph == 0

    @settings(derandomize=True, deadline=None, max_examples=60)
    @given(passages())
    def test_of_any_text_stands_where_it_says(self, passage):
        made = passage.quoted()
        assert made.exact == passage.words
        assert stands(made, passage.entry)
        around = passage.text if passage.paragraph == 0 else passage.entry.text
        assert f"{made.prefix}{made.exact}{made.suffix}" in around
        assert between_characters(around, around.index(f"{made.prefix}{made.exact}{made.suffix}"))


class TestARefusal:
    def test_of_words_that_are_not_there_names_the_nearest(self):
        local = BRIDGE.id.rpartition("#")[2]
        assert refusal(SAMPLE, "Traffic was led over the new road") == (
            f"{SAMPLE.id}: “Traffic was led over the new road” is not there; "
            f"the nearest is “Traffic was led over the old road.” in paragraph 1 of {local}: "
            "Traffic was led over the [-new-]{+old+} road"
        )
        assert f"in the headline of {local}" in refusal(SAMPLE, "Bridge closed and reopened", entry=BRIDGE.id)

    @pytest.mark.parametrize(
        ("words", "longer"),
        [
            ("1", "120"),
            ("f 120", "Of 120"),
            ("Of 12", "Of 120"),
            ("trains, 12", "trains, 12.5"),
            ("rains", "trains"),
            ("don", "don’t"),
            ("LATE, sh", "late, she"),
            ("다리", "다리가"),
        ],
    )
    def test_of_parts_of_words_and_numbers_names_the_whole_ones(self, words, longer):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "Of 120 trains, 12.5 were late, she said: don’t. 다리가")])
        assert refusal(blog, words) == (
            f"“{words}”: stands there only within longer words: “{longer}” in paragraph 1 of "
            f"{name('a').rpartition('#')[2]}; quote whole words"
        )
        assert "stands there only within" in refusal(blog, words, occurrence=1)

    @pytest.mark.parametrize(
        ("text", "words", "longer"),
        [
            ("Some 1 300 people died.", "300 people", "1 300 people"),
            ("About 1/2 of them left.", "2 of them", "1/2 of them"),
            ("It counts 3 000 000 dead.", "000 dead", "3 000 000 dead"),
            ("It was −5 degrees.", "5 degrees", "−5 degrees"),
            ("A non-lethal weapon.", "lethal weapon", "non-lethal weapon"),
            ("It grew by 12\u00a0%.", "by 12", "by 12 %"),
        ],
    )
    def test_of_a_part_of_a_number_names_the_whole(self, text, words, longer):
        blog = LiveBlog(id=BLOG, entries=[entry("a", text)])
        assert f"only within longer words: “{longer}” in" in refusal(blog, words)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("In 2024 300 people came.", "300 people"),
            ("On 5 March 300 people came.", "300 people"),
            ("The A380 300 people wait for.", "300 people"),
            ("He said – 300 people came.", "300 people"),
            ("It costs $300 a day.", "300 a day"),
        ],
    )
    def test_is_not_made_of_numbers_that_stand_alone(self, text, words):
        assert quote(LiveBlog(id=BLOG, entries=[entry("a", text)]), words).exact == words

    def test_of_words_above_the_entries_says_where_they_stand(self):
        blog = evolve(TWICE, description="It snowed, too.")
        assert refusal(blog, "it snowed") == (
            "“it snowed”: stands in the description, which has no identifier; cite the blog"
        )

    def test_names_the_stretch_that_shares_most_in_place(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "ha ha ho he ho ha he ha")])
        assert "the nearest is “ho he ho”" in refusal(blog, "ho he hu")
        assert "the nearest is “ha ha ho he ho”" in refusal(blog, "he, ha, ho, ha, ho")
        assert "the nearest is “ha ha ho he ho ha he ha”" in refusal(blog, "ha ha ho he ho ha he ha hu hu")

    def test_takes_no_longer_for_each_word_of_a_long_paragraph_that_repeats_itself(self):
        count = 30_000  # half a minute, where every stretch is counted anew
        blog = LiveBlog(id=BLOG, entries=[entry("a", "ha " * count)])
        assert "the nearest is" in refusal(blog, "ha " * (count // 2) + "hu")

    def test_of_words_of_another_entry_says_where_they_stand(self):
        a, b = (one.id for one in TWICE.entries)
        assert refusal(TWICE, "then it rained", entry=a) == (
            f"{a}: “then it rained” is not there; it stands in paragraph 1 of {b[-12:]}"
        )
        assert "the nearest is “and it rained.” in" in refusal(TWICE, "as it rained", entry=a)

    def test_names_what_has_the_words_in_their_order(self):
        blog = LiveBlog(
            id=BLOG,
            entries=[
                entry("a", "In the square the police of the city said so to the people of the press."),
                entry("b", "Later, police said that people in the square were safe."),
            ],
        )
        told = refusal(blog, "the police said that the people in the square were dead")
        assert "that people in the square were safe" in told

    def test_of_words_that_leave_some_out_says_how_to_quote_them(self):
        hint = "where … leaves words out, quote each side of it by itself; "
        for words in ("It rained … it rained", "It rained [...] it rained", "It rained . . . it rained"):
            assert f"is not there; {hint}the nearest is" in refusal(TWICE, words)
        assert f"{hint}quote the words" in refusal(TWICE, "Cats … dogs")
        assert hint not in refusal(TWICE, "it rained so much …")

    @pytest.mark.parametrize(
        ("words", "difference"),
        [
            ("the court will sit on Tuesday", "[-the-]{+The+} court will sit on [-Tuesday-]{+Monday+}"),
            ("No court will sit on Monday", "[-No-]{+The+} court will sit on Monday"),
            ("The court may sit on Monday", "The court [-may-]{+will+} sit on Monday"),
        ],
    )
    def test_tells_which_word_is_another(self, words, difference):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "It did not rise. The court will sit on Monday. It is open.")])
        assert refusal(blog, words).endswith(f": {difference}")

    def test_names_no_sign_for_a_word(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "She said – and left the hall.")])
        assert refusal(blog, "said and left").endswith("said {+– +}and left")
        assert "the nearest is" not in refusal(blog, "??? !!!")

    def test_names_the_nearest_of_many(self):
        near = [f"On day {number} it rained on the square." for number in range(300)]
        blog = LiveBlog(id=BLOG, entries=[entry("a", *near), entry("b", "And on day 7, it rained on the roof, too.")])
        assert "the nearest is “on day 7, it rained on the roof,” in" in refusal(
            blog, "On day 7, it rained on a roof."
        )

    def test_names_the_nearest_in_a_script_without_blanks(self):
        blog = LiveBlog(id=BLOG, entries=[entry("a", "昨夜。軍隊が橋を閉鎖した。")])
        assert "the nearest is “軍隊が橋を閉鎖した” in" in refusal(blog, "軍隊が道を閉鎖した")

    def test_names_nothing_where_nothing_is_near(self):
        assert refusal(SAMPLE, "cats and dogs") == (
            f"{SAMPLE.id}: “cats and dogs” is not there; quote the words as the entry has them"
        )

    def test_of_words_that_stand_twice_names_the_places(self):
        a, b = (name(word).rpartition("#")[2] for word in "ab")
        assert refusal(TWICE, "rained") == (
            f"“rained”: stands in 4 places: paragraph 1 of {a}, paragraph 1 of {a}, the headline of {b}, "
            f"paragraph 1 of {b}; quote more words, or give entry, paragraph or occurrence"
        )

    def test_of_words_that_stand_often_names_five_places(self):
        blog = identify(LiveBlog(id=BLOG, entries=[Entry(body=[Paragraph("the same words")])] * 9))
        assert "stands in 9 places" in refusal(blog, "the same words")
        assert "and 4 more" in refusal(blog, "the same words")

    def test_of_a_passage_over_paragraphs_says_so(self):
        assert refusal(TWICE, "it rained. The train was late.") == (
            "“it rained. The train was late.”: runs over several paragraphs; quote each paragraph by itself"
        )

    @pytest.mark.parametrize("words", ["", " \n"])
    def test_of_no_words(self, words):
        assert refusal(TWICE, words) == "an empty quote; give the words"

    def test_of_signs_that_are_not_there(self):
        assert "is not there; quote the words as" in refusal(TWICE, "!!!")

    def test_of_an_entry_that_is_not_there(self):
        assert refusal(TWICE, "rained", entry="43xsc59pt1p9") == (
            "43xsc59pt1p9: no entry with this id; take it from an export, or the last 12 characters of it"
        )
        assert refusal(LiveBlog(id=BLOG), "rained") == f"{BLOG}: a blog without entries; quote one that has some"

    @pytest.mark.parametrize("occurrence", [0, 5, -1])
    def test_of_a_place_that_is_not_there(self, occurrence):
        assert refusal(TWICE, "rained", occurrence=occurrence) == (
            f"“rained”: there is no place {occurrence}, of 4; give one from 1 to 4"
        )

    def test_of_a_paragraph_that_is_not_there(self):
        rain, picture, end = Paragraph("It rained."), Media(kind="image"), Paragraph("It stopped.")
        entries = [evolve(entry("a"), body=[rain, picture, end]), entry("b", "It rained.", headline="Weather")]
        blog = LiveBlog(id=BLOG, entries=entries)
        remedy = "count its paragraphs from 1; 0 is the headline"
        for paragraph in (9, 2, -1):  # the second is a picture
            assert refusal(blog, "rained", entry=name("a"), paragraph=paragraph) == (
                f"{name('a')}: the entry has no paragraph {paragraph} with words; {remedy}"
            )
        assert refusal(blog, "rained", entry=name("a"), paragraph=0) == (
            f"{name('a')}: the entry has no headline with words; {remedy}"
        )
        assert refusal(blog, "rained", paragraph=9) == f"{BLOG}: no entry has a paragraph 9 with words; {remedy}"

    def test_of_words_that_stand_in_another_paragraph_says_in_which(self):
        made = [entry("a", "It rained.", "It stopped.", "It rained again.", headline="Weather")]
        blog = LiveBlog(id=BLOG, entries=made)
        local = name("a").rpartition("#")[2]
        assert refusal(blog, "rained", paragraph=2) == (
            f"{BLOG}: “rained” is not in paragraph 2; it stands in paragraph 1 of {local}, paragraph 3 of {local}"
        )
        assert refusal(blog, "stopped", paragraph=0) == (
            f"{BLOG}: “stopped” is not in the headline; it stands in paragraph 2 of {local}"
        )
        assert refusal(blog, "It snowed", paragraph=1).startswith(f"{BLOG}: “It snowed” is not there; the nearest is")

    def test_of_words_that_stand_in_the_introduction_too_says_where_they_can_be_quoted(self):
        made = [entry("a", "It rained.", "It stopped.")]
        blog = LiveBlog(id=BLOG, entries=made, introduction=[Paragraph("It stopped, and it snowed.")])
        local = name("a").rpartition("#")[2]
        said = f"{BLOG}: “stopped” is not in paragraph 1; it stands in paragraph 2 of {local}"
        assert refusal(blog, "stopped", paragraph=1) == said
        said = "“it snowed”: stands in the introduction, which has no identifier; cite the blog"
        assert refusal(blog, "it snowed", paragraph=1) == said

    @pytest.mark.parametrize("number", ["1", 1.0, True])
    def test_of_a_number_that_is_none(self, number):
        assert refusal(TWICE, "rained", paragraph=number) == (
            f"paragraph {number!r} is no number; give one from 1; 0 is the headline"
        )
        assert refusal(TWICE, "rained", occurrence=number) == f"occurrence {number!r} is no number; give one from 1"

    @pytest.mark.parametrize(("words", "called"), [(None, "None"), (b"rained", "a value of the type bytes")])
    def test_of_words_that_are_no_text(self, words, called):
        assert refusal(TWICE, words) == f"{called} where words are expected; give them as a text"

    def test_looks_at_each_paragraph_once(self, monkeypatch):
        blog = LiveBlog(id=BLOG, entries=[entry("a", *["It rained."] * 200)])
        looked: list[object] = []
        monkeypatch.setattr(quoting, "parts", lambda one: looked.append(one) or parts(one))
        assert "stands in 200 places" in refusal(blog, "rained")
        assert len(looked) == 1

    def test_shortens_what_is_long(self):
        assert f"“{'word ' * 16}…”" in refusal(TWICE, "word " * 50)


class TestTheValue:
    GOOD = quote(TWICE, "Then it rained")

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"entry": "x"}, "not an entry id"),
            ({"version": "x"}, "expected VersionId"),
            ({"snapshot": "x"}, "expected VersionId"),
            ({"exact": "Then it rains!"}, None),
            ({"exact": "shorter"}, "7 characters at 0..14"),
            ({"exact": "", "end": 0}, "0 characters at 0..0"),
            ({"exact": 7}, "expected text"),
            ({"prefix": None}, "expected text"),
            ({"sha256": "\ud800"}, "lone surrogate"),
            ({"start": -1}, "expected a whole number"),
            ({"paragraph": True}, "expected a whole number"),
        ],
    )
    def test_has_the_form_of_a_quote(self, changes, message):
        if message is None:
            assert evolve(self.GOOD, **changes).exact == changes["exact"]
            return
        with pytest.raises(ModelError, match=message):
            evolve(self.GOOD, **changes)


class TestStanding:
    ENTRY = TWICE.entries[0]
    QUOTE = quote(TWICE, "and it rained")

    def test_is_saying_it_there(self):
        assert stands(self.QUOTE, self.ENTRY)

    @pytest.mark.parametrize(
        "changes",
        [
            {"exact": "and it poured"},
            {"prefix": "It rained; "},
            {"suffix": ","},
            {"entry": name("b")},
            {"sha256": "0" * 64},
            {"paragraph": 2},
            {"paragraph": 3},
            {"paragraph": 0},
            {"start": 12, "end": 25},
            {"start": 900, "end": 913},
        ],
    )
    def test_is_nothing_less(self, changes):
        assert not stands(evolve(self.QUOTE, **changes), self.ENTRY)

    @pytest.mark.parametrize(
        "changes", [{"prefix": ""}, {"suffix": ""}, {"prefix": "", "suffix": ""}, {"prefix": ", ", "suffix": "."}]
    )
    def test_claims_no_context_that_is_not_given(self, changes):
        assert stands(evolve(self.QUOTE, **changes), self.ENTRY)

    def test_may_have_a_longer_context(self):
        one = entry("a", f"{'before ' * 9}the words{' after' * 9}")
        made = quote(LiveBlog(id=BLOG, entries=[one]), "the words")
        assert stands(evolve(made, prefix="before " * 9, suffix=" after" * 9), one)
        assert not stands(evolve(made, prefix="before " * 10), one)

    def test_is_in_a_version_whatever_the_capture(self):
        assert stands(evolve(self.QUOTE, snapshot=None), self.ENTRY)

    def test_counts_blocks_without_text(self):
        one = Entry(id=name("a"), body=[Media(kind="image"), Paragraph("one"), Media(kind="image"), Paragraph("two")])
        made = anchored(one, 4, (0, 3), VersionId(bytes(32)))
        assert (made.exact, made.prefix) == ("two", "one\n\n")
        assert stands(made, one)
