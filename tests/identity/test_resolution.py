"""Resolution: every outcome, which of them wins, and what is carried beside it."""

import random
import re
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.identity import VersionId, snapshot_id, version_id
from liveblog_archive.identity.differences import Piece
from liveblog_archive.identity.ledger import Ledger
from liveblog_archive.identity.outcomes import STATUSES, Resolution
from liveblog_archive.identity.quotes import anchored, stands
from liveblog_archive.identity.quoting import quote
from liveblog_archive.identity.resolution import resolve
from liveblog_archive.model import Agent, Embed, Link, Media, Paragraph, Quotation
from tests.identity.histories import BLOG, History, entry, link, name
from tests.identity.passages import cut
from tests.samples import clock
from tests.strategies import texts

A = entry("a", "The bridge is closed.", "Two men were hurt, police said.", time=clock("9:05", 9, 5))
B = entry("b", "Buses are diverted.")
C = entry("c", "The harbour is open.")
D = entry("d", "A siren sounded.")
WORDS = "Two men were hurt"
EDITED = link("edited", "a", "a", changes=["edited"])
RETIMED = link("retimed", "a", "a", changes=["retimed"])
MOVED = link("moved", "a", "a", changes=["moved"])
CHANGED = link("edited", "a", "a", changes=["edited", "retimed", "moved"])
LATER = clock("9:15", 9, 15)
MORE = evolve(A, body=[*A.body, *B.body])
DENIED = entry("a", "The bridge is closed.", "Two men were hurt, police denied.", time=A.time)
WORSE = entry("a", "The bridge is closed.", "Three men were badly hurt, police said.", time=A.time)


def quoted(words=WORDS, word="a", **where):
    """Return a history of one capture, and a quote from it."""
    history = History().capture(A, B, C)
    return history, quote(history.blog, words, entry=name(word), **where)


def outcome(resolution):
    return resolution.status, resolution.also


def pieces(*texts):
    return tuple(Piece(kind, text) for kind, text in texts)


class TestVerified:
    def test_is_what_stands_as_it_was_cited(self):
        history, made = quoted()
        found = history.resolve(made)
        assert outcome(found) == ("verified", ())
        assert (found.entry, found.version, found.quote) == (made.entry, made.version, made)
        assert (found.now, found.current, found.since) == ((name("a"),), version_id(A), 1)
        assert (found.difference, found.steps) == ((), ())
        assert found.reason == "stands as cited"

    def test_is_what_other_entries_were_added_to(self):
        history, made = quoted()
        history.capture(entry("d", "News."), A, B, C, links=[link("inserted", "", "d")])
        found = history.resolve(made)
        assert outcome(found) == ("verified", ())
        assert found.quote == evolve(made, snapshot=snapshot_id(history.blog))

    def test_is_what_was_changed_and_changed_back(self):
        history, made = quoted()
        history.capture(WORSE, B, C, links=[EDITED]).capture(A, B, C, links=[EDITED])
        found = history.resolve(made)
        assert outcome(found) == ("verified", ())
        assert [step.capture for step in found.steps] == [2, 3]

    def test_is_what_was_deleted_and_put_back(self):
        history, made = quoted()
        history.capture(B, C, links=[link("deleted", "a")]).capture(A, B, C, links=[link("reinserted", "a", "a")])
        assert outcome(history.resolve(made)) == ("verified", ())


class TestVerifiedInALaterVersion:
    @pytest.mark.parametrize(
        "later",
        [
            MORE,
            evolve(A, headline="Bridge"),
            evolve(A, body=A.body[1:]),
            entry("a", "Two\u00a0men were\nhurt, police said.", time=A.time),
            entry("a", "Closed.", "Two", "men were", "hurt, police said.", time=A.time),
            entry("a", "Nobody fled. “Two” men, it said. Two men were hurt, police said. It rains.", time=A.time),
            entry("a", "Two men were hurt, POLICE said. Two men were hurt in May.", time=A.time),
        ],
    )
    def test_is_what_has_the_same_words_in_a_changed_entry(self, later):
        history, made = quoted()
        found = history.capture(later, B, C, links=[EDITED]).resolve(made)
        assert outcome(found) == ("verified-in-later-version", ())
        assert (found.now, found.current, found.difference) == ((name("a"),), version_id(later), ())
        assert found.reason == "the words stand as cited in a later version"

    def test_gives_the_quote_as_it_stands_there(self):
        history, made = quoted()
        later = entry("a", "Two\u00a0men were\nhurt.", time=A.time)
        found = history.capture(later, B, C, links=[EDITED]).resolve(made)
        assert (found.quote.exact, found.quote.paragraph) == ("Two\u00a0men were\nhurt", 1)
        assert stands(found.quote, later)

    def test_gives_no_quote_over_several_paragraphs(self):
        history, made = quoted()
        assert history.capture(entry("a", "Two men", "were hurt"), B, C, links=[EDITED]).resolve(made).quote is None

    def test_chooses_by_context_where_the_words_stand_twice(self):
        history, made = quoted()
        later = entry("a", "Two men were hurt in May.", "Now closed.", "Two men were hurt, police said.", time=A.time)
        found = history.capture(later, B, C, links=[EDITED]).resolve(made)
        assert outcome(found) == ("verified-in-later-version", ())
        assert found.quote.paragraph == 3

    def test_chooses_the_same_paragraph_where_contexts_are_alike(self):
        twice = entry("a", "Rain.", "Rain.")
        history = History().capture(twice)
        made = quote(history.blog, "Rain", occurrence=2)
        history.capture(entry("a", "Rain.", "Rain.", "Rain."), links=[EDITED])
        assert history.resolve(made).quote.paragraph == 2


class TestWordsThatAreAPartOfLongerOnesNow:
    @pytest.mark.parametrize(
        ("said", "words", "later", "removed", "added"),
        [
            ("It killed 12.", "It killed 12", "It killed 120.", "12", "120"),
            ("It killed 12.", "It killed 12", "It killed 12,000.", "12", "12,000"),
            ("It costs 3.", "It costs 3", "It costs 3.50.", "3", "3.50"),
            ("At 10 it sank.", "10 it", "At 9:10 it sank.", "10", "9:10"),
            ("We can go.", "We can", "We can't go.", "can", "can't"),
            ("He was able.", "was able", "He was  ableist.", "able", "ableist"),
            ("A legal act.", "legal act", "An illegal act.", "legal", "An illegal"),
            ("It killed 12.", "It KILLED 12", "IT killed 120.", "It 12", "IT 120"),
            ("Some 300 died.", "300 died", "Some 1 300 died.", "300", "1 300"),
            ("Some 300 died.", "300 died", "Some 1\u202f300 died.", "300", "1\u202f300"),
            ("Some 300 died.", "300 died", "Some 1\u00a0300 died.", "300", "1\u00a0300"),
            ("Some 300 died.", "300 died", "Some 1’300 died.", "300", "1’300"),
            ("Some 300 died.", "300 died", "Some 1·300 died.", "300", "1·300"),
            ("Some 300 died.", "300 died", "Some 1٬300 died.", "300", "1٬300"),
            ("It was 5 degrees.", "5 degrees", "It was −5 degrees.", "5", "−5"),
            ("It was 5 degrees.", "5 degrees", "It was -5 degrees.", "5", "-5"),
            ("It was 5 degrees.", "5 degrees", "It was –5 degrees.", "5", "–5"),
            ("Up 5 percent.", "5 percent", "Up .5 percent.", "5", ".5"),
            ("It is 12.", "It is 12", "It is 12 %.", "12", "12 %"),
            ("It is 12.", "It is 12", "It is 12½.", "12", "12½"),
            ("They sent lethal aid.", "lethal aid", "They sent non-lethal aid.", "lethal", "non-lethal"),
            ("They sent lethal aid.", "lethal aid", "They sent non–lethal aid.", "lethal", "non–lethal"),
            ("Das ist legal und gut.", "legal und", "Das ist il\u00adlegal und gut.", "legal", "il\u00adlegal"),
            ("It is 12.", "It is 12", "It is 12\u20600.", "12", "12\u20600"),
            ("Some 300 died.", "300 died", "Some 1\u200b300 died.", "300", "1\u200b300"),
            ("It was 5 degrees.", "5 degrees", "It was −\u200e5 degrees.", "5", "−\u200e5"),
            ("It was 12 dead.", "12 dead", "It was 10—12 dead.", "12", "10—12"),
            ("It is 12.", "It is 12", "It is 12 1/2.", "12", "12 1/2"),
            ("The lapse is new.", "lapse is", "The col·lapse is new.", "lapse", "col·lapse"),
            ("הצעד חוקי לגמרי.", "חוקי לגמרי", "הצעד לא־חוקי לגמרי.", "חוקי", "לא־חוקי"),
            ("The U.S. said so.", "The U.S.", "The U.S.S.R. said so.", "U.S", "U.S.S.R"),
            (
                "See example.org there.",
                "See example.org",
                "See example.org.evil there.",
                "example.org",
                "example.org.evil",
            ),
            ("သေဆုံးသူ ၁၂ ဦး", "၁၂", "သေဆုံးသူ ၁၂၀ ဦး", "၁၂", "၁၂၀"),
            ("ស្លាប់ ១២ នាក់", "១២", "ស្លាប់ ១២០ នាក់", "១២", "១២០"),
            ("ตาย ๑๒ คน", "๑๒ คน", "ตาย ๓๑๒ คน", "๑๒", "๓๑๒"),
            ("造成十人死亡。", "十人死亡", "造成三十人死亡。", "十", "三十"),
            ("造成十人死亡。", "十人死亡", "造成数十人死亡。", "十", "数十"),
            ("死者12人。", "死者12", "死者12万人。", "12", "12万"),
        ],
    )
    def test_are_altered(self, said, words, later, removed, added):
        history = History().capture(entry("a", said))
        made = quote(history.blog, words)
        found = history.capture(entry("a", later), links=[EDITED]).resolve(made)
        assert found.status == "altered"
        changed = {
            kind: " ".join(piece.text.strip() for piece in found.difference if piece.kind == kind)
            for kind in ("removed", "added")
        }
        assert changed == {"removed": removed, "added": added}

    def test_over_several_paragraphs_too(self):
        history = History().capture(entry("a", "Dead are 12"))
        made = quote(history.blog, "are 12")
        assert history.capture(entry("a", "Dead are", "120"), links=[EDITED]).resolve(made).status == "altered"

    def test_count_where_the_quote_itself_is_a_part(self):
        history = History().capture(entry("a", "The storm killed 120."))
        made = cut(history.blog.entries[0], "storm kill")
        found = history.capture(entry("a", "The storm killed 130."), links=[EDITED]).resolve(made)
        assert found.status == "reframed"

    def test_do_not_count_beside_whole_ones(self):
        history = History().capture(entry("a", "The storm killed 12."))
        made = quote(history.blog, "killed 12")
        later = entry("a", "It killed 120, no, killed 12.")
        found = history.capture(later, links=[EDITED]).resolve(made)
        assert (found.status, found.quote.start) == ("reframed", 19)


class TestAQuoteThatCutsACharacter:
    """Others may make quotes that this library would not."""

    def test_is_followed_by_the_differences(self):
        history = History().capture(entry("a", "The cafe\u0301 is open."))
        made = anchored(history.blog.entries[0], 1, (4, 8), history.ledger.latest.entries[0][1])
        assert made.exact == "cafe"
        assert history.resolve(made).status == "verified"
        history.capture(entry("a", "The cafe\u0301 is open.", "Still."), links=[EDITED])
        assert history.resolve(made).status == "verified-in-later-version"
        history.capture(entry("a", "The bar is open."), links=[EDITED])
        assert history.resolve(made).status == "altered"


class TestAltered:
    def test_is_what_has_other_words_and_shows_which(self):
        history, made = quoted()
        found = history.capture(WORSE, B, C, links=[EDITED]).resolve(made)
        assert outcome(found) == ("altered", ())
        assert found.difference == pieces(
            ("removed", "Two"), ("added", "Three"), ("same", " men were "), ("added", "badly "), ("same", "hurt")
        )
        assert found.quote.exact == "Three men were badly hurt"
        assert found.reason == "the words were changed"

    def test_is_what_lost_all_its_words(self):
        history, made = quoted()
        found = history.capture(entry("a", "The bridge is closed.", time=A.time), B, C, links=[EDITED]).resolve(made)
        assert outcome(found) == ("altered", ())
        assert found.difference == pieces(("removed", "Two men were hurt"))
        assert found.quote is None
        assert found.reason == "the words were taken out"

    def test_is_what_has_other_quotation_marks(self):
        history = History().capture(entry("a", "He said “no” to it."))
        made = quote(history.blog, "said “no”")
        found = history.capture(entry("a", 'He said "no" to it.'), links=[EDITED]).resolve(made)
        assert outcome(found) == ("altered", ())
        assert found.quote.exact == 'said "no"'
        assert found.reason == "the words are the same but for their form: quotation marks"
        assert "".join(piece.text for piece in found.difference if piece.kind == "added") == '""'

    def test_is_what_has_a_raised_digit_that_was_another_number(self):
        history = History().capture(entry("a", "The army counted 102 dead."))
        made = quote(history.blog, "counted 102 dead")
        found = history.capture(entry("a", "The army counted 10² dead."), links=[EDITED]).resolve(made)
        assert outcome(found) == ("altered", ())
        assert found.reason == "the words were changed"

    def test_is_what_was_changed_here_and_stands_elsewhere_in_the_entry_unchanged(self):
        history = History().capture(entry("a", "In the city it rained.", "Later, in the city, it stopped."))
        made = quote(history.blog, "In the city", entry=name("a"), paragraph=1)
        other = quote(history.blog, "in the city,")
        history.capture(entry("a", "In the city it rained.", "Later, in the town, it stopped."), links=[EDITED])
        assert history.resolve(made).status == "verified-in-later-version"
        assert history.resolve(other).status == "altered"

    def test_is_the_one_of_two_places_that_was_changed(self):
        history = History().capture(entry("a", "Rain fell, then it dried.", "Wind, rain fell, hail."))
        first, second = (cut(history.blog.entries[0], "ain fell", paragraph) for paragraph in (1, 2))
        history.capture(entry("a", "Rain fell, then it dried.", "Wind, snow came, hail."), links=[EDITED])
        assert [history.resolve(one).status for one in (first, second)] == ["verified-in-later-version", "altered"]

    def test_counts_what_takes_the_place_of_removed_words_and_not_what_stands_beside_them(self):
        history, made = quoted()
        later = entry("a", "The bridge is closed.", "Indeed two women, police said.", time=A.time)
        found = history.capture(later, B, C, links=[EDITED]).resolve(made)
        assert "".join(piece.text for piece in found.difference if piece.kind != "added") == WORDS

    def test_of_a_whole_version_shows_the_difference_of_all_its_words(self):
        history, _ = quoted()
        found = history.capture(WORSE, B, C, links=[EDITED]).resolve(str(version_id(A)))
        assert outcome(found) == ("altered", ())
        assert "".join(piece.text for piece in found.difference if piece.kind == "added") == "Threebadly "
        assert found.quote is None

    def test_of_a_headline(self):
        history = History().capture(entry("a", "Text.", headline="Bridge closed"))
        made = quote(history.blog, "Bridge closed")
        found = history.capture(entry("a", "Text.", headline="Bridge open"), links=[EDITED]).resolve(made)
        assert (outcome(found), found.quote.paragraph, found.quote.exact) == (("altered", ()), 0, "Bridge open")

    def test_across_paragraphs_gives_no_quote(self):
        history, made = quoted()
        later = entry("a", "The bridge is closed.", "Two people", "were hurt, police said.", time=A.time)
        found = history.capture(later, B, C, links=[EDITED]).resolve(made)
        assert (outcome(found), found.quote) == (("altered", ()), None)


class TestReframed:
    """The words stand, and a reader would be misled by the answer that they stand as cited."""

    @pytest.mark.parametrize(
        ("said", "words", "later", "difference"),
        [
            (
                "He was found guilty on all counts. It rains.",
                "guilty on all counts",
                "He was found not guilty on all counts. It rains.",
                [("same", "He was found "), ("added", "not "), ("same", "guilty on all counts.")],
            ),
            (
                "Two men were hurt.",
                "men were hurt",
                "Eight men were hurt.",
                [("removed", "Two"), ("added", "Eight"), ("same", " men were hurt.")],
            ),
            (
                "The army says: “It is over. The city fell.”",
                "city fell",
                "The army denies: “It is over. The city fell.”",
                [
                    ("same", "The army "),
                    ("removed", "says"),
                    ("added", "denies"),
                    ("same", ": “It is over. The city fell.”"),
                ],
            ),
            (
                "The toll is 12 dead. It rains.",
                "12 dead. It",
                "The toll is 12 dead. It never rains.",
                [("same", "The toll is 12 dead. It "), ("added", "never "), ("same", "rains.")],
            ),
            (
                "“Will they come?” Zelensky asked. It rains.",
                "Will they come",
                "“Will they come?” Putin asked. It rains.",
                [("same", "“Will they come?” "), ("removed", "Zelensky"), ("added", "Putin"), ("same", " asked.")],
            ),
            (
                "事故で東京の男性が死亡。雨が降る。",
                "男性が死亡",
                "事故で大阪の男性が死亡。雨が降る。",
                [("same", "事故で"), ("removed", "東京"), ("added", "大阪"), ("same", "の男性が死亡。")],
            ),
        ],
    )
    def test_is_what_stands_in_a_changed_sentence(self, said, words, later, difference):
        history = History().capture(entry("a", said))
        made = quote(history.blog, words)
        found = history.capture(entry("a", later), links=[EDITED]).resolve(made)
        assert outcome(found) == ("reframed", ())
        assert found.reason == "the words stand; changed around them: the sentence"
        assert found.difference == pieces(*difference)
        assert found.quote.exact == words

    @pytest.mark.parametrize(
        ("said", "words", "later"),
        [
            ("These were killed:\nAnna\nBoris", "Boris", "These were freed:\nAnna\nBoris"),
            ("Rain. These were killed:\n\nAnna\nBoris", "Boris", "Rain. These were freed:\n\nAnna\nBoris"),
            ("军方说：\n雨。\n桥塌了", "桥塌了", "警方说：\n雨。\n桥塌了"),
            ("Smith says: We fired. We aimed.", "We aimed", "Hall says: We fired. We aimed."),
            (
                "It rains. Smith says: We ran. We fired: twice.",
                "We fired",
                "It rains. Hall says: We ran. We fired: twice.",
            ),
            ("Killed:\nSmith: We fired. We aimed.", "We aimed", "Freed:\nSmith: We fired. We aimed."),
            ("He was killed: twice.\nFreed:\nA\nB", "B", "He was killed: twice.\nHeld:\nA\nB"),
            ("Smith was defiant. “We will win.”", "We will win", "Hall was defiant. “We will win.”"),
            ("Q: Did he die? A: No.", "No", "Q: Did he live? A: No."),
            (
                "Did they fire?\n\nYes, they did. They did twice.",
                "twice",
                "Did they flee?\n\nYes, they did. They did twice.",
            ),
            ("هل مات؟ لا، لم يمت.", "لم يمت", "هل عاش؟ لا، لم يمت."),
            ("Smith was there. “We won.” “We did.”", "We did", "Hall was there. “We won.” “We did.”"),
        ],
    )
    def test_is_what_stands_behind_another_lead(self, said, words, later):
        history = History().capture(entry("a", *said.split("\n\n")))
        made = quote(history.blog, words)
        found = history.capture(entry("a", *later.split("\n\n")), links=[EDITED]).resolve(made)
        assert (outcome(found), found.quote.exact) == (("reframed", ()), words)
        assert found.reason == "the words stand; changed around them: the sentence"
        told = [
            "".join(piece.text for piece in found.difference if piece.kind != kind) for kind in ("added", "removed")
        ]
        assert told[0] != told[1]
        assert all(words in text for text in told)

    @pytest.mark.parametrize(
        ("said", "words", "later"),
        [
            ("These were killed:\nAnna\nBoris", "Boris", "These were killed:\nOlga\nAnna\nBoris\nClara"),
            (
                "At a low: that is how it ended. Rain fell.",
                "Rain fell",
                "On a high: that is how it ended. Rain fell.",
            ),
            ("The toll: 12. Rain fell.", "Rain fell", "The new toll: 12. Rain fell."),
            ("Did it fall? It did. It rains.", "It rains", "Did it burn? It did. It rains."),
            ("Did it fall?\n\nIt did.\n\nIt rains.", "It rains", "Did it burn?\n\nIt did.\n\nIt rains."),
            ("Rain: it fell.\nIt stopped.", "It stopped", "Snow: it fell.\nIt stopped."),
            (
                "Smith said: “We fired.” Then it rained. It stopped.",
                "It stopped",
                "Hall said: “No.” Then it rained. It stopped.",
            ),
            (
                "Smith left. “We fired,” said Hall. It rains.",
                "It rains",
                "Ray left. “We fired,” said Hall. It rains.",
            ),
            ("At 12:30 it rained. It stopped.", "It stopped", "At 12:40 it rained. It stopped."),
            ("Killed:\nAnna\nBoris\n\nThe port burns.", "port burns", "Freed:\nAnna\nBoris\n\nThe port burns."),
            ("It rains.\n“We fired.”", "We fired", "It snows.\n“We fired.”"),
        ],
    )
    def test_is_not_what_stands_behind_what_leads_to_something_else(self, said, words, later):
        history = History().capture(entry("a", *said.split("\n\n")))
        made = quote(history.blog, words)
        found = history.capture(entry("a", *later.split("\n\n")), links=[EDITED]).resolve(made)
        assert outcome(found) == ("verified-in-later-version", ())

    @pytest.mark.parametrize(
        ("said", "words", "later"),
        [
            ("A was freed. B was jailed.", "was freed", "A was jailed. B was freed."),
            ("Both were released.", "were released", "Both were charged. Later a dog and a cat were released."),
            ("The road is open. The port is open.", "open", "The road is shut. The port is open. Ferries are open."),
        ],
    )
    def test_is_not_what_was_changed_there_and_stands_in_another_sentence(self, said, words, later):
        history = History().capture(entry("a", said))
        made = quote(history.blog, words, occurrence=1)
        found = history.capture(entry("a", later), links=[EDITED]).resolve(made)
        assert (found.status, found.reason) == ("altered", "the words were changed; they stand in another sentence")

    @pytest.mark.parametrize(
        ("said", "later"),
        [
            ("The toll is 12 dead. The driver fled.", "The toll is 12 dead. The driver was caught."),
            ("It rains. The toll is 12 dead.", "It snows. The toll is 12 dead."),
            ("The toll is 12 dead. It rains.", "It rains. The toll is 12 dead."),
            ("The toll is 12 dead", "The toll is 12 dead. It rains."),
            ("He said “no”; the toll is 12 dead.", 'He said "no"; the  toll is 12 dead. It is new.'),
        ],
    )
    def test_is_not_what_has_other_sentences_beside_it(self, said, later):
        history = History().capture(entry("a", said))
        made = quote(history.blog, "12 dead")
        found = history.capture(entry("a", later), links=[EDITED]).resolve(made)
        assert outcome(found) == ("verified-in-later-version", ())

    def test_is_what_someone_else_is_quoted_with(self):
        said, shown = (
            Quotation("We fired no shot.", source="The minister"),
            Media(kind="image", caption="A house.", credit="AFP"),
        )
        history = History().capture(evolve(A, body=[said, shown]))
        cited = [
            *(quote(history.blog, words) for words in ("no shot", "A house")),
            str(history.ledger.latest.entries[0][1]),
        ]
        later = evolve(A, body=[evolve(said, source="The rebel leader"), evolve(shown, credit="Reuters")])
        history.capture(later, links=[EDITED])
        for one in cited:
            found = history.resolve(one)
            assert outcome(found) == ("reframed", ())
            assert found.reason == "the words stand; changed around them: the attribution"
            assert {"removed", "added"} <= {piece.kind for piece in found.difference}

    def test_is_what_someone_else_says_below_in_the_last_paragraph_of_it(self):
        first, last = Paragraph("Hours later: “They left. They flee."), "“Nobody stays,” vowed {}."
        history = History().capture(evolve(A, body=[first, Paragraph(last.format("the minister"))]))
        made = quote(history.blog, "They flee")
        history.capture(evolve(A, body=[first, Paragraph(last.format("a rebel"))]), links=[EDITED])
        found = history.resolve(made)
        assert outcome(found) == ("reframed", ())
        assert found.reason == "the words stand; changed around them: the sentence"

    def test_is_a_whole_version_with_another_summary(self):
        history = History().capture(evolve(A, summary="Two hurt"), B, C)
        made, cited = quote(history.blog, WORDS), str(history.ledger.latest.entries[0][1])
        history.capture(evolve(A, summary="Ten hurt"), B, C, links=[EDITED])
        found = history.resolve(cited)
        assert (outcome(found), found.reason) == (
            ("reframed", ()), "the words stand; changed around them: the summary"
        )  # fmt: skip
        assert found.difference == pieces(("removed", "Two"), ("added", "Ten"), ("same", " hurt"))
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())

    @pytest.mark.parametrize(
        ("said", "words", "later", "status"),
        [
            ("The bridge fell. ❌", "bridge fell", "The bridge fell. ✅", "reframed"),
            ("Dead\n12\nHurt\n30", "12", "Hurt\n12\nDead\n30", "altered"),
            ("Dead\n12\nHurt\n30", "12", "Freed\n12\nHurt\n30", "reframed"),
        ],
    )
    def test_is_what_stands_beside_another_sign_or_number(self, said, words, later, status):
        history = History().capture(entry("a", said))
        made = quote(history.blog, words)
        assert history.capture(entry("a", later), links=[EDITED]).resolve(made).status == status

    @pytest.mark.parametrize(
        ("said", "later", "status"),
        [
            ("He said no | more died", "He said no more died", "reframed"),
            ("Not guilty\nAnna", "Not\nguilty Anna", "reframed"),
            ("It fell.\nIt burns. | It rains", "It fell. It burns.\n\nIt  rains", "verified-in-later-version"),
            ("two men\nthree dogs", "two men | three dogs", "verified-in-later-version"),
        ],
    )
    def test_is_a_whole_version_whose_lines_end_elsewhere_within_a_sentence(self, said, later, status):
        history = History().capture(entry("a", *said.split(" | ")))
        cited = str(history.ledger.latest.entries[0][1])
        found = history.capture(entry("a", *later.split(" | ")), links=[EDITED]).resolve(cited)
        assert outcome(found) == (status, ())
        assert bool(found.difference) is (status == "reframed")

    def test_is_what_has_another_byline(self):
        history, made = quoted()
        cited = str(version_id(A))
        history.capture(evolve(A, authors=[Agent(name="Ann Lee")]), B, C, links=[EDITED])
        for one in (made, cited):
            found = history.resolve(one)
            assert outcome(found) == ("reframed", ())
            assert found.reason == "the words stand; changed around them: the byline"
            assert found.difference == pieces(("added", "Ann Lee"))

    def test_is_not_a_source_that_was_merged_in(self):
        history = History().capture(evolve(A, body=[Quotation("No.", source="X")]), B)
        cited = str(history.ledger.latest.entries[0][1])
        both = evolve(A, body=[Quotation("No.", source="X"), Quotation(B.body[0].text, source="Y")])
        history.capture(both, links=[link("merged", "a b", "a")])
        assert outcome(history.resolve(cited)) == ("merged", ("verified-in-later-version",))

    def test_yields_to_changed_words(self):
        history, made = quoted()
        found = history.capture(evolve(WORSE, authors=[Agent(name="A")]), B, C, links=[EDITED]).resolve(made)
        assert outcome(found) == ("altered", ())


SHOT = Media(kind="image", url="https://news.example/1.jpg", caption="The bridge at noon.")
OTHER = evolve(SHOT, url="https://news.example/2.jpg")
POST = Embed(provider="example-social", url="https://social.example/1", text="Stay at home.")
LINKED = Paragraph("See the report.", [Link(4, 14, "https://news.example/report")])


class TestWhatAnEntryShowsAndLeadsTo:
    """The words stand, and whoever cited the whole entry cited what is beside them too."""

    @pytest.mark.parametrize(
        ("was", "now", "name", "gone", "come"),
        [
            ([SHOT], [OTHER], "the picture", "1.jpg", "2.jpg"),
            ([evolve(SHOT, kind="video")], [evolve(OTHER, kind="video")], "the video", "1.jpg", "2.jpg"),
            ([evolve(SHOT, kind="audio")], [evolve(OTHER, kind="audio")], "the recording", "1.jpg", "2.jpg"),
            ([evolve(SHOT, kind="document")], [evolve(OTHER, kind="document")], "the document", "1.jpg", "2.jpg"),
            ([evolve(SHOT, caption=None)], [], "the picture", "1.jpg", ""),
            ([], [evolve(SHOT, caption=None)], "the picture", "", "1.jpg"),
            ([evolve(SHOT, url=None)], [SHOT], "the picture", "", "1.jpg"),
            (
                [SHOT],
                [evolve(SHOT, url="http://www.news.example/1.jpg?utm_source=live")],
                "the address of the picture",
                "https",
                "http:",
            ),
            ([SHOT], [evolve(SHOT, url="https://news.example/1.jpg?width=80")], "the picture", "1.jpg", "?width=80"),
            ([POST], [evolve(POST, url="http://social.example/1")], "the address of the embed", "https", "http:"),
            (
                [LINKED],
                [evolve(LINKED, links=[Link(4, 14, "http://news.example/report")])],
                "addresses of links",
                "https",
                "http:",
            ),
            (
                [LINKED],
                [evolve(LINKED, links=[Link(4, 14, "https://news.example/report#end")])],
                "the links",
                "/report",
                "#end",
            ),
            ([SHOT], [evolve(SHOT, kind="video")], "the picture, the video", "1.jpg", "1.jpg"),
            ([POST], [evolve(POST, url="https://social.example/2")], "the embed", "/1", "/2"),
            ([POST], [evolve(POST, provider="other-social")], "the embed", "example-social", "other-social"),
            ([LINKED], [Paragraph(LINKED.text)], "the links", "news.example/report", ""),
            ([LINKED], [evolve(LINKED, links=[Link(4, 14, "/REPORT")])], "the links", "/report", "/REPORT"),
            (
                [LINKED],
                [evolve(LINKED, links=[Link(8, 14, LINKED.links[0].url)])],
                "the links",
                "the report:",
                "report:",
            ),
            (
                [SHOT, evolve(OTHER, caption="At night.")],
                [OTHER, evolve(SHOT, caption="At night.")],
                "the picture",
                "The bridge at noon.: https://news.example/1.jpg",
                "The bridge at noon.: https://news.example/2.jpg",
            ),
            (
                [Quotation("No.", source="A"), SHOT, LINKED],
                [Quotation("No.", source="B"), OTHER, Paragraph(LINKED.text)],
                "the attribution, the picture, the links",
                "No.: A",
                "No.: B",
            ),
        ],
    )
    def test_is_told_where_it_was_changed_alone(self, was, now, name, gone, come):
        history = History().capture(evolve(A, body=[*A.body, *was]), B)
        cited = str(history.ledger.latest.entries[0][1])
        found = history.capture(evolve(A, body=[*A.body, *now]), B, links=[EDITED]).resolve(cited)
        assert outcome(found) == ("reframed", ())
        assert found.reason == f"the words stand; changed around them: {name}"
        texts = [
            "".join(piece.text for piece in found.difference if piece.kind != kind) for kind in ("added", "removed")
        ]
        assert gone in texts[0]
        assert come in texts[1]

    @pytest.mark.parametrize("now", [[SHOT, POST, LINKED], [POST, LINKED, SHOT]])
    def test_is_nothing_to_tell_where_it_is_the_same(self, now):
        history = History().capture(evolve(A, body=[SHOT]), B)
        cited = str(history.ledger.latest.entries[0][1])
        both = evolve(A, body=now)
        history.capture(both, links=[link("merged", "a b", "a")])
        assert outcome(history.resolve(cited)) == ("merged", ("verified-in-later-version",))

    def test_is_told_where_a_merge_left_it_out(self):
        history = History().capture(evolve(A, body=[*A.body, evolve(SHOT, caption=None)]), B)
        cited = str(history.ledger.latest.entries[0][1])
        history.capture(evolve(A, body=[*A.body, *B.body]), links=[link("merged", "a b", "a")])
        assert outcome(history.resolve(cited)) == ("reframed", ("merged",))

    @pytest.mark.parametrize(
        ("was", "now", "words", "name"),
        [
            (SHOT, OTHER, "bridge at noon", "the picture"),
            (evolve(SHOT, credit="AFP"), evolve(OTHER, credit="AP"), "at noon", "the attribution, the picture"),
            (SHOT, Paragraph(SHOT.text), "bridge at noon", "the picture"),
            (POST, evolve(POST, url="https://social.example/2"), "Stay at home", "the embed"),
        ],
    )
    def test_frames_a_quote_of_what_stands_below_it(self, was, now, words, name):
        history = History().capture(evolve(A, body=[*A.body, was]))
        cited, beside = quote(history.blog, words), quote(history.blog, WORDS)
        history.capture(evolve(A, body=[*A.body, now]), links=[EDITED])
        found = history.resolve(cited)
        assert outcome(found) == ("reframed", ())
        assert found.reason == f"the words stand; changed around them: {name}"
        assert outcome(history.resolve(beside)) == ("verified-in-later-version", ())

    def test_is_not_what_is_quoted_in_a_text_with_links(self):
        history = History().capture(evolve(A, body=[LINKED]))
        made = quote(history.blog, "the report")
        history.capture(evolve(A, body=[Paragraph(LINKED.text)]), links=[EDITED])
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())


class TestAnAlternativeText:
    def test_stands_behind_a_caption_that_was_added(self):
        shown = Media(kind="image", alt="Smoke over the port")
        history = History().capture(evolve(A, body=[shown]))
        made, cited = quote(history.blog, "Smoke over"), str(history.ledger.latest.entries[0][1])
        history.capture(evolve(A, body=[evolve(shown, caption="Port, Tuesday")]), links=[EDITED])
        found = history.resolve(made)
        assert (outcome(found), found.quote) == (("verified-in-later-version", ()), None)
        found = history.resolve(cited)
        assert (found.status, found.difference) == (
            "altered", pieces(("added", "Port, Tuesday\n\n"), ("same", "Smoke over the port"))
        )  # fmt: skip


class TestRetimed:
    def test_is_the_same_words_at_another_time(self):
        history, made = quoted()
        found = history.capture(evolve(A, time=LATER), B, C, links=[RETIMED]).resolve(made)
        assert outcome(found) == ("retimed", ("verified-in-later-version",))
        assert found.reason == "the words stand as cited; the time was changed"

    def test_is_another_day_or_another_word_for_it_too(self):
        history = History().capture(entry("a", "Text.", day=date(2021, 11, 16)))
        made = quote(history.blog, "Text")
        history.capture(entry("a", "Text.", day=date(2021, 11, 17)), links=[RETIMED])
        assert history.resolve(made).status == "retimed"

    def test_is_about_that_time_instead_of_that_time(self):
        history, made = quoted()
        later = evolve(A, time=evolve(A.time, text="ca. 9:05", qualifier="approximate"))
        assert history.capture(later, B, C, links=[RETIMED]).resolve(made).status == "retimed"

    def test_is_not_the_same_time_printed_otherwise(self):
        history, made = quoted()
        history.capture(evolve(A, time=clock("9.05 a.m.", 9, 5)), B, C, links=[EDITED])
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())

    def test_yields_to_changed_words(self):
        history, made = quoted()
        found = history.capture(B, C, evolve(WORSE, time=LATER), links=[CHANGED]).resolve(made)
        assert outcome(found) == ("altered", ("retimed", "moved"))


class TestMoved:
    def test_is_the_same_version_in_another_place(self):
        history, made = quoted()
        found = history.capture(B, C, A, links=[MOVED]).resolve(made)
        assert outcome(found) == ("moved", ("verified",))
        assert found.reason == "the words stand as cited; the entry has another place among the others"

    def test_yields_to_another_time(self):
        history, made = quoted()
        found = history.capture(B, C, evolve(A, time=LATER), links=[CHANGED]).resolve(made)
        assert outcome(found) == ("retimed", ("moved", "verified-in-later-version"))

    def test_is_not_what_was_put_back(self):
        history, made = quoted()
        history.capture(B, C, A, links=[MOVED]).capture(A, B, C, links=[MOVED])
        assert outcome(history.resolve(made)) == ("verified", ())
        history.capture(D, A, B, C, links=[link("inserted", "", "d")])
        assert outcome(history.resolve(made)) == ("verified", ())
        history.capture(C, B, A, D)
        assert outcome(history.resolve(made)) == ("verified", ())
        history.capture(MORE, B, C, D, links=[EDITED])
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())

    def test_is_told_where_as_many_may_have_moved_as_have_stayed(self):
        history = History().capture(A, B, C, D)
        made = quote(history.blog, WORDS)
        moved = [MOVED, link("moved", "b", "b", changes=["moved"])]
        assert history.capture(C, D, A, B, links=moved).resolve(made).status == "moved"
        assert history.resolve(quote(History().capture(A, B, C, D).blog, "harbour")).status == "verified"

    def test_is_nothing_to_tell_of_what_stands_in_another_entry(self):
        history, made = quoted()
        history.capture(B, C, A, links=[MOVED]).capture(BOTH, C, links=[MERGED])
        assert outcome(history.resolve(made)) == ("merged", ("verified-in-later-version",))

    def test_counts_from_the_capture_that_was_quoted(self):
        history, made = quoted()
        history.capture(B, C, A, links=[MOVED])
        after = quote(history.blog, WORDS)
        assert (made.version, made.snapshot) == (after.version, evolve(made).snapshot)
        assert history.resolve(after).status == "verified"
        assert history.resolve(after).since == 2
        assert history.resolve(evolve(after, snapshot=None)).status == "moved"
        assert history.resolve(evolve(after, snapshot=VersionId(bytes(32)))).since == 1


FIRST, SECOND = entry("a", "The bridge is closed.", time=A.time), entry("d", "Two men were hurt, police said.")
SPLIT = link("split", "a", "a d")


class TestSplit:
    def test_is_followed_to_the_part_that_has_the_words(self):
        history, made = quoted()
        found = history.capture(FIRST, SECOND, B, C, links=[SPLIT]).resolve(made)
        assert outcome(found) == ("split", ("verified-in-later-version",))
        assert (found.now, found.current) == ((name("d"),), version_id(SECOND))
        assert found.reason == f"split; the words stand in {name('d')[-12:]}"
        assert stands(found.quote, SECOND)

    def test_yields_to_changed_words_in_the_part_that_kept_most(self):
        history, made = quoted()
        found = history.capture(FIRST, entry("d", "Two men were injured."), B, C, links=[SPLIT]).resolve(made)
        assert (outcome(found), found.now) == (("altered", ("split",)), (name("d"),))

    @pytest.mark.parametrize("entries", [(FIRST, SECOND, B, C), (SECOND, FIRST, B, C)])
    def test_of_a_whole_version_names_all_parts(self, entries):
        history, _ = quoted()
        found = history.capture(*entries, links=[SPLIT]).resolve(str(version_id(A)))
        assert outcome(found) == ("split", ("verified-in-later-version",))
        assert found.now == (name("a"), name("d"))

    @pytest.mark.parametrize(("kept", "parted"), [("a", "d"), ("d", "a")])
    def test_of_a_whole_version_is_followed_to_the_part_that_has_all_of_it(self, kept, parted):
        history, _ = quoted()
        history.capture(MORE, B, C, links=[EDITED])
        said, more = evolve(A, id=name(kept), key_event=True), entry(parted, B.text)
        found = history.capture(said, more, B, C, links=[SPLIT]).resolve(str(version_id(A)))
        assert outcome(found) == ("split", ("verified-in-later-version",))
        assert (found.now[0], found.current) == (name(kept), version_id(said))
        assert found.difference == ()

    def test_is_not_what_was_joined_again(self):
        history, made = quoted()
        history.capture(FIRST, SECOND, B, C, links=[SPLIT])
        history.capture(MORE, B, C, links=[link("merged", "a d", "a")])
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())
        assert outcome(history.resolve(name("a"))) == ("present", ())

    def test_is_what_has_a_part_in_another_entry_now(self):
        history, made = quoted()
        history.capture(FIRST, SECOND, B, C, links=[SPLIT])
        other = evolve(B, body=[*B.body, *SECOND.body])
        found = history.capture(FIRST, other, C, links=[link("merged", "b d", "b")]).resolve(made)
        assert outcome(found) == ("merged", ("split", "verified-in-later-version"))

    def test_is_told_of_an_entry_id(self):
        history, _ = quoted()
        found = history.capture(FIRST, SECOND, B, C, links=[SPLIT]).resolve(name("a"))
        assert outcome(found) == ("split", ())
        assert found.reason.startswith(f"split into {name('a')[-12:]}, {name('d')[-12:]}; no version was cited, and ")


MERGED = link("merged", "b a", "b")
MERGED_EDIT = link("edited", "b", "b", changes=["edited"])
BOTH = entry("b", "Buses are diverted.", "The bridge is closed.", "Two men were hurt, police said.", time=LATER)


class TestMerged:
    def test_is_followed_to_the_entry_that_took_it_in(self):
        history, made = quoted()
        found = history.capture(BOTH, C, links=[MERGED]).resolve(made)
        assert outcome(found) == ("merged", ("verified-in-later-version",))
        assert (found.now, found.quote.entry) == ((name("b"),), name("b"))
        assert found.reason == f"merged into {name('b')[-12:]}; the words stand there"

    def test_of_a_whole_version_needs_all_its_words_in_a_row(self):
        history, _ = quoted()
        history.capture(BOTH, C, links=[MERGED])
        assert outcome(history.resolve(str(version_id(A)))) == ("merged", ("verified-in-later-version",))
        history, _ = quoted()
        history.capture(entry("b", "Buses. The bridge is closed, police said."), C, links=[MERGED])
        assert outcome(history.resolve(str(version_id(A)))) == ("altered", ("merged",))

    @pytest.mark.parametrize(
        ("said", "later", "status", "reason"),
        [
            ("It killed 12", "It killed 12. Two fled.", "merged", "the words stand there"),
            ("It killed 12", "It killed 120.", "altered", "the words were changed"),
            ("12 died.", "Some −12 died.", "altered", "the words were changed"),
            ("It fell.", "Police denied that It fell.", "reframed", "changed around them: the sentence"),
            ("It fell.", "Not so: “It fell.”", "reframed", "changed around them: the sentence"),
            ("It fell.", "Not so: It fell. At last, it fell.", "reframed", "changed around them: the sentence"),
            ("It fell.", "He denied: it fell. Then: It fell.", "reframed", "changed around them: the sentence"),
            ("It fell.", "Not so: It fell. | It fell.", "merged", "the words stand there"),
        ],
    )
    def test_of_a_whole_version_needs_its_words_as_sentences_of_their_own(self, said, later, status, reason):
        history = History().capture(entry("a", said), B)
        cited = str(history.ledger.latest.entries[0][1])
        history.capture(entry("b", B.text, *later.split(" | ")), links=[MERGED])
        found = history.resolve(cited)
        assert (found.status, "merged" in (found.status, *found.also)) == (status, True)
        assert found.reason.endswith(reason)
        assert ("".join(piece.text for piece in found.difference if piece.kind != "added") == said) is (
            status != "merged"
        )

    def test_is_not_what_is_by_itself_again(self):
        history, made = quoted()
        other = quote(history.blog, "Buses are")
        history.capture(BOTH, C, links=[MERGED]).capture(evolve(BOTH, key_event=True), C, links=[MERGED_EDIT])
        history.capture(MORE, B, C, links=[link("reinserted", "a", "a"), MERGED_EDIT])
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())
        found = history.resolve(made)
        assert found.now == (name("a"),)
        assert [(step.capture, step.link.kind) for step in found.steps] == [
            (2, "merged"),
            (3, "edited"),
            (4, "reinserted"),
        ]
        assert outcome(history.resolve(other)) == ("verified", ())
        assert outcome(history.resolve(name("b"))) == ("present", ())

    def test_is_told_of_an_entry_id(self):
        history, _ = quoted()
        found = history.capture(BOTH, C, links=[MERGED]).resolve(name("a"))
        assert (outcome(found), found.now) == (("merged", ()), (name("b"),))
        assert found.reason == f"merged into {name('b')[-12:]}"


class TestDeleted:
    def test_is_what_is_nowhere_any_more(self):
        history, made = quoted()
        history.capture(A, B, C).capture(B, C, links=[link("deleted", "a")])
        found = history.resolve(made)
        assert outcome(found) == ("deleted", ())
        assert (found.now, found.current, found.quote) == ((), None, None)
        assert found.reason == "gone since capture 3"

    @pytest.mark.parametrize("reference", [name("a"), str(version_id(A))])
    def test_is_told_of_ids(self, reference):
        history, _ = quoted()
        found = history.capture(B, C, links=[link("deleted", "a")]).resolve(reference)
        cited = None if reference == name("a") else version_id(A)
        assert (outcome(found), found.entry, found.version) == (("deleted", ()), name("a"), cited)

    @pytest.mark.parametrize("gone", ["deleted", "absent", "beyond"])
    @pytest.mark.parametrize("whole", [False, True])
    def test_is_told_with_what_the_words_had_become_by_then(self, gone, whole):
        history, made = quoted()
        cited = str(version_id(A)) if whole else made
        changed = history.capture(WORSE, B, C, links=[EDITED]).resolve(cited)
        found = history.capture(WORSE, B, C).capture(B, C, links=[link(gone, "a")]).resolve(cited)
        assert outcome(found) == (gone, ("altered",))
        assert found.difference == changed.difference != ()
        assert found.reason.endswith("; in capture 3: the words were changed")
        assert (found.now, found.current, found.quote) == ((), None, None)
        assert [step.link.kind for step in found.steps] == ["edited", gone]

    def test_is_told_with_the_entry_that_had_taken_it_in(self):
        history, made = quoted()
        history.capture(BOTH, C, links=[MERGED]).capture(C, links=[link("deleted", "b")])
        found = history.resolve(made)
        assert found.status == "deleted"
        assert "merged" in found.also
        assert (
            found.reason
            == f"gone since capture 3; in capture 2: merged into {name('b')[-12:]}; the words stand there"
        )

    def test_tells_nothing_of_words_that_stood_until_the_end(self):
        history, made = quoted()
        history.capture(MORE, B, C, links=[EDITED]).capture(B, C, links=[link("deleted", "a")])
        assert outcome(history.resolve(made)) == ("deleted", ())
        assert history.resolve(made).reason == "gone since capture 3"

    def test_is_what_is_still_listed_and_marked_as_deleted(self):
        history, made = quoted()
        found = history.capture(evolve(A, status="deleted"), B, C, links=[EDITED]).resolve(made)
        assert outcome(found) == ("deleted", ("verified-in-later-version",))
        assert found.reason == "still listed, marked as deleted"
        assert history.resolve(name("a")).status == "deleted"

    @pytest.mark.parametrize("later", [A, MORE])
    def test_is_what_was_marked_already_when_it_was_cited(self, later):
        history = History().capture(evolve(A, status="deleted"))
        made = quote(history.blog, WORDS)
        stands = "verified" if later == A else "verified-in-later-version"
        for reference in (made, str(version_id(history.blog.entries[0]))):
            found = history.capture(evolve(later, status="deleted"), links=[EDITED]).resolve(reference)
            assert found.status == "deleted"
            assert found.reason == "still listed, marked as deleted"
        assert outcome(history.resolve(made)) == ("deleted", (stands,))

    def test_is_not_what_was_put_back(self):
        history = History().capture(evolve(A, status="deleted")).capture(A, links=[EDITED])
        assert history.resolve(str(version_id(A))).status == "verified"


class TestADraft:
    @pytest.mark.parametrize("status", ["draft", "comment"])
    def test_is_like_what_was_deleted_where_that_was_shown(self, status):
        history, made = quoted()
        history.capture(evolve(A, status=status), B, C, links=[EDITED])
        for one in (made, str(version_id(A))):
            found = history.resolve(one)
            assert outcome(found) == ("deleted", ("verified-in-later-version",))
            assert found.reason == f"still listed, marked as {status}"

    @pytest.mark.parametrize(
        ("status", "later"), [("draft", "draft"), ("comment", "comment"), ("draft", "published")]
    )
    def test_is_no_more_and_no_less_than_it_was_cited_as(self, status, later):
        history = History().capture(evolve(A, status=status), B)
        made = quote(history.blog, WORDS)
        history.capture(evolve(A, status=later, key_event=True), B, links=[EDITED])
        assert outcome(history.resolve(made)) == ("verified-in-later-version", ())


class TestAmbiguous:
    def test_is_what_no_link_decided(self):
        history, made = quoted()
        one, other = entry("d", "Two men were hurt."), entry("e", "Two men were hurt!")
        history.capture(one, other, B, C, review=[link("ambiguous", "a", "d e")])
        found = history.resolve(made)
        assert outcome(found) == ("ambiguous", ())
        assert found.now == (name("d"), name("e"))
        assert found.reason == f"2 entries may carry it, none for certain: {name('d')[-12:]}, {name('e')[-12:]}"

    def test_is_a_short_id_of_several_things(self, monkeypatch):
        history, _ = quoted()
        monkeypatch.setattr(VersionId, "short", "0123456789ab")
        found = history.resolve("0123456789ab")
        assert outcome(found) == ("ambiguous", ())
        assert found.now == (name("a"), name("b"), name("c"))
        assert found.reason == "4 things have this short id; give the whole id"


class TestUnknown:
    @pytest.mark.parametrize(
        ("reference", "reason"),
        [
            ("tag:other.example,2021:x#000000000000", "an entry of another blog, tag:other.example,2021:x"),
            (name("z"), "no capture of this blog shows anything with this id"),
            (name("z")[-12:], "no capture of this blog shows anything with this id"),
            (str(VersionId(bytes(32))), "no capture of this blog shows anything with this id"),
            ("the bridge", "no capture of this blog shows anything with this id"),
            ("", "no capture of this blog shows anything with this id"),
            (f"{BLOG}#100000000000", "Entry.id: the check character of '100000000000' does not fit; "
             "look for a mistyped character"),
        ],
    )  # fmt: skip
    def test_is_an_id_that_names_nothing_here(self, reference, reason):
        found = quoted()[0].resolve(reference)
        assert found == Resolution(status="unknown", reason=reason)

    def test_is_a_quote_from_another_blog_another_entry_or_another_version(self):
        history, made = quoted()
        found = history.resolve(evolve(made, entry="tag:x#000000000000"))
        assert (found.status, found.reason) == ("unknown", "an entry of another blog, tag:x")
        here = (
            f"the entry is here, but no capture shows it in this version; its versions are v1 {version_id(A).short}"
        )
        for other, reason in (
            (evolve(made, entry=name("z")), "no capture of this blog shows this version"),
            (evolve(made, version=version_id(B)), here),
        ):
            found = history.resolve(other)
            assert (found.status, found.reason) == ("unknown", reason)
            assert (found.entry, found.version) == (other.entry, other.version)

    @settings(derandomize=True, deadline=None, max_examples=200)
    @given(st.one_of(st.text(max_size=14), st.text(st.sampled_from("ni:/sha-256;#0a"), max_size=60), texts()))
    def test_is_any_other_text(self, text):
        assert quoted()[0].resolve(text).status == "unknown"

    def test_is_everything_before_the_first_capture(self):
        assert resolve(BLOG, Ledger(BLOG), {}.get).status == "unknown"


class TestTampered:
    def test_is_a_quote_that_its_version_does_not_say(self):
        history, made = quoted()
        found = history.resolve(evolve(made, exact="Ten men were hurt"))
        assert outcome(found) == ("tampered", ())
        assert found.reason == "the cited version does not say this there"
        assert found.difference == pieces(("removed", "Two"), ("added", "Ten"), ("same", " men were hurt"))
        assert (found.entry, found.version, found.since) == (made.entry, made.version, 1)

    def test_is_a_quote_that_was_set_in_another_typography(self):
        history, made = quoted()
        found = history.resolve(evolve(made, exact=made.exact.replace(" ", "\u00a0")))
        assert outcome(found) == ("tampered", ())
        assert found.reason == "the cited version says this there with other blanks"

    @pytest.mark.parametrize("changes", [{"prefix": "x"}, {"suffix": "x"}, {"sha256": "0" * 64}])
    def test_is_a_quote_whose_digest_or_context_is_another(self, changes):
        history, made = quoted()
        found = history.resolve(evolve(made, **changes))
        reason = "the digest or the context of the quote is not that of the cited version"
        assert (found.status, found.reason) == ("tampered", reason)

    def test_is_a_version_whose_record_was_changed(self):
        history, made = quoted()
        history.tampered(version_id(A), headline="New")
        for reference in (made, name("a"), str(version_id(A)), BLOG):
            found = history.resolve(reference)
            what = f"version {version_id(A).short} of {name('a')[-12:]} is not what its id says"
            assert (found.status, found.reason) == ("tampered", what)

    def test_is_a_version_that_is_lost(self):
        history, made = quoted()
        del history.store[version_id(A)]
        found = history.resolve(made)
        assert found.reason == f"version {version_id(A).short} of {name('a')[-12:]} is missing"

    def test_is_a_version_of_another_entry_under_its_id(self):
        history, made = quoted()
        history.store[version_id(A)] = B
        assert history.resolve(made).status == "tampered"

    def test_is_a_change_of_the_version_that_it_is_compared_with(self):
        history, made = quoted()
        history.capture(MORE, B, C, links=[EDITED]).tampered(version_id(MORE), headline="New")
        assert history.resolve(made).status == "tampered"

    def test_is_any_change_of_one_character_and_nothing_else(self):
        chance = random.Random(4)
        history, made = quoted()
        for _ in range(400):
            paragraph = chance.randrange(2)
            text = A.body[paragraph].text
            place = chance.randrange(len(text))
            other = chance.choice(
                [text[:place] + text[place + 1 :], text[:place] + chance.choice("xé ") + text[place:]]
            )
            body = list(A.body)
            body[paragraph] = evolve(body[paragraph], text=other)
            history.store[version_id(A)] = evolve(A, body=body)
            assert history.resolve(made).status == "tampered"
            history.store[version_id(A)] = A
            assert history.resolve(made).status == "verified"


class TestIdentifiers:
    def test_of_an_entry_claim_that_there_is_one(self):
        history, _ = quoted()
        history.capture(B, C, WORSE, links=[CHANGED])
        for reference in (name("a"), name("a")[-12:]):
            found = history.resolve(reference)
            assert (outcome(found), found.version, found.current) == (("present", ()), None, version_id(WORSE))
            assert (found.now, found.difference) == ((name("a"),), ())
            assert found.reason == (
                "the entry is here; no version was cited, and it was changed once: "
                f"v1 {version_id(A).short}, v2 {version_id(WORSE).short}"
            )

    def test_of_an_entry_that_was_never_changed_claim_no_more(self):
        history, _ = quoted()
        found = history.capture(B, C, A, links=[MOVED]).resolve(name("a"))
        assert (outcome(found), found.reason) == (("verified", ()), "the entry is here, and was never changed")

    def test_of_an_entry_that_was_changed_often_name_its_first_and_last_versions(self):
        history = History()
        for number in range(20):
            history.capture(entry("a", f"{number // 2} are missing."), links=[EDITED] if number else ())
        reason = history.resolve(name("a")).reason
        assert "it was changed 9 times: v1 " in reason
        assert re.findall(r"v(\d+) [0-9a-f]{12}|…", reason) == ["1", "3", "5", "7", "", "13", "15", "17", "19"]

    def test_of_an_entry_and_a_version_are_that_version(self):
        history, _ = quoted()
        history.capture(MORE, B, C, links=[EDITED])
        for one in (name("a"), name("a")[-12:]):
            for version in (str(version_id(A)), version_id(A).hex, version_id(A).short):
                found = history.resolve(f"{one} version {version}")
                assert (found.status, found.version) == ("altered", version_id(A))
        for one in (name("b"), name("b")[-12:]):
            found = history.resolve(f"{one} version {version_id(A).short}")
            assert (found.status, found.entry, found.version) == ("unknown", name("b"), None)
            here = "the entry is here, but no capture shows it in this version; its versions are"
            assert found.reason == f"{here} v1 {version_id(B).short}"

    def test_of_a_version_in_every_form(self):
        history, _ = quoted()
        history.capture(MORE, B, C, links=[EDITED])
        for reference in (str(version_id(A)), version_id(A).hex, version_id(A).short):
            found = history.resolve(reference)
            assert (found.status, found.entry, found.version) == ("altered", name("a"), version_id(A))

    def test_of_a_version_with_other_facts_and_the_same_words(self):
        history, _ = quoted()
        history.capture(evolve(A, key_event=True), B, C, links=[EDITED])
        assert history.resolve(str(version_id(A))).status == "verified-in-later-version"

    def test_of_a_snapshot_chained_or_not_in_every_form(self):
        history, _ = quoted()
        cited = snapshot_id(history.blog)
        history.capture(A, B, C)
        chained = history.ledger.latest.snapshot
        for one in (cited, chained, history.ledger.unchained(2)):
            for reference in (str(one), one.hex, one.short):
                found = history.resolve(reference)
                assert (outcome(found), found.current) == (("verified", ()), chained)
        history.capture(A, B, links=[link("deleted", "c")])
        found = history.resolve(str(cited))
        assert (outcome(found), found.since, found.version) == (("altered", ()), 1, cited)
        assert found.reason == "kept as it was cited; the blog was changed since"

    def test_of_the_blog_is_its_latest_capture(self):
        history, _ = quoted()
        found = history.capture(A, B, links=[link("deleted", "c")]).resolve(BLOG)
        assert (outcome(found), found.since) == (("verified", ()), 2)
        assert found.reason == "every entry is as it was cited"

    def test_of_a_snapshot_that_came_twice_is_the_later(self):
        history = (
            History()
            .capture(A, source=1)
            .capture(B, source=2, links=[link("deleted", "a"), link("inserted", "", "b")])
        )
        history.capture(A, source=1, links=[link("deleted", "b"), link("reinserted", "a", "a")])
        found = history.resolve(str(snapshot_id(history.blog)))
        assert (found.status, found.since) == ("verified", 3)


class TestARederivation:
    def test_is_told_from_a_revision(self):
        history = History().capture(A, source=1)
        made = quote(history.blog, WORDS)
        history.capture(WORSE, source=1, links=[EDITED])
        assert history.resolve(made).reason == "the words were changed; the source is the same, and was read anew"
        history.capture(WORSE, source=2)
        assert history.resolve(made).reason == "the words were changed"

    def test_is_told_from_a_record_that_only_names_the_source(self):
        history = History().capture(A, source=1)
        made = quote(history.blog, WORDS)
        history.capture(WORSE, source=1, links=[EDITED])
        first, second = history.ledger.captures
        history.ledger = Ledger(BLOG, [first, evolve(second, kind="revision")])
        assert history.resolve(made).reason == (
            "the words were changed; the same source is named, but did not come with it"
        )

    def test_is_nothing_to_tell_of_what_has_no_source(self):
        history = History().capture(A, source=1)
        made = quote(history.blog, WORDS)
        history.capture(WORSE, source=2, links=[EDITED])
        captures = []
        for one in history.ledger.captures:
            bare = evolve(one, source=None)
            captures.append(
                evolve(bare, snapshot=VersionId.of(bare.sealed(BLOG, captures[-1].snapshot if captures else None)))
            )
        history.ledger = Ledger(BLOG, captures)
        assert history.resolve(evolve(made, snapshot=None)).reason == "the words were changed"

    def test_is_nothing_to_tell_of_what_stands(self):
        history = History().capture(A, source=1).capture(A, source=1)
        assert history.resolve(quote(history.blog, WORDS)).reason == "stands as cited"
        assert history.resolve(name("a")).reason == "the entry is here, and was never changed"

    def test_is_not_what_has_no_later_capture(self):
        history = History().capture(evolve(A, status="deleted"), source=1)
        assert history.resolve(name("a")).reason == "still listed, marked as deleted"


TWO = entry("d", "Two men were hurt."), entry("e", "Two men were hurt!")
EVERY = {
    "tampered": lambda history: history.store.clear(),
    "unknown": lambda history: vars(history).update(ledger=Ledger(BLOG)),
    "ambiguous": lambda history: history.capture(*TWO, B, C, review=[link("ambiguous", "a", "d e")]),
    "deleted": lambda history: history.capture(B, C, links=[link("deleted", "a")]),
    "absent": lambda history: history.capture(B, C, links=[link("absent", "a")]),
    "beyond": lambda history: history.capture(B, C, links=[link("beyond", "a")]),
    "altered": lambda history: history.capture(WORSE, B, C, links=[EDITED]),
    "reframed": lambda history: history.capture(DENIED, B, C, links=[EDITED]),
    "merged": lambda history: history.capture(BOTH, C, links=[MERGED]),
    "split": lambda history: history.capture(FIRST, SECOND, B, C, links=[SPLIT]),
    "retimed": lambda history: history.capture(evolve(A, time=LATER), B, C, links=[RETIMED]),
    "moved": lambda history: history.capture(B, C, A, links=[MOVED]),
    "present": lambda history: history.capture(MORE, B, C, links=[EDITED]),
    "verified-in-later-version": lambda history: history.capture(MORE, B, C, links=[EDITED]),
    "verified": lambda history: history.capture(A, B, C),
}


@pytest.mark.parametrize("status", STATUSES)
def test_every_outcome_is_reached(status):
    assert tuple(EVERY) == STATUSES
    history, made = quoted()
    EVERY[status](history)
    assert history.resolve(name("a") if status == "present" else made).status == status


class TestWhatIsNotShown:
    """A capture that ends before an entry does not say that it was deleted."""

    @pytest.mark.parametrize(
        ("kind", "reason"),
        [
            ("beyond", "last seen in capture 2: what was captured since ends before it"),
            ("absent", "last seen in capture 2: deleted since, or beyond the end of what was captured since"),
        ],
    )
    def test_was_last_seen_before(self, kind, reason):
        history, made = quoted()
        history.capture(A, B, C).capture(B, C, links=[link(kind, "a")]).capture(C, links=[link("deleted", "b")])
        found = history.resolve(made)
        assert (found.status, found.reason, found.now) == (kind, reason, ())

    def test_may_come_back(self):
        history, made = quoted()
        history.capture(B, C, links=[link("beyond", "a")]).capture(A, B, C, links=[link("reinserted", "a", "a")])
        assert history.resolve(made).status == "verified"
