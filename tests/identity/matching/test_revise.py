"""The later capture under the ids of the earlier one: an id is kept, or new, and never used twice."""

import pytest
from attrs import evolve

from liveblog_archive.errors import ModelError
from liveblog_archive.identity import identify, version_id
from liveblog_archive.identity.links import Link
from liveblog_archive.identity.matching import match, renamed, revise, revised
from liveblog_archive.model import LiveBlog
from tests.benchmarks.unchanged import FORMS, unchanged

from .pages import BLOG, TEXTS, entry, ids, page
from .test_match import LONG

FIRST = page(*TEXTS)


class TestWhatIsKept:
    def test_nothing_changed_nothing_changes(self):
        assert revise(FIRST, FIRST) == FIRST

    def test_an_edited_entry_keeps_its_id(self):
        later = page(*TEXTS[:3], TEXTS[3].replace("power", "current"), *TEXTS[4:])
        assert ids(later)[3] != ids(FIRST)[3]
        assert ids(revise(FIRST, later)) == ids(FIRST)

    def test_it_keeps_it_through_many_captures(self):
        text, blog = TEXTS[3], FIRST
        for word in ("Trains", "shores", "stand", "still", "because", "power", "failed"):
            text = text.replace(word, word[::-1].lower())
            blog = revise(blog, page(*TEXTS[:3], text, *TEXTS[4:]))
        assert ids(blog) == ids(FIRST)

    def test_all_but_the_ids_is_of_the_later_capture(self):
        later = page(*TEXTS[:3], TEXTS[3].upper(), *TEXTS[4:], title="Storm", order="manual")
        final = revise(FIRST, later)
        assert evolve(final, entries=()) == evolve(later, entries=())
        assert [one.text for one in final.entries] == [one.text for one in later.entries]

    def test_the_greatest_part_of_a_split_keeps_the_id_and_the_others_are_new(self):
        sentences = LONG.split(". ")
        one = page(LONG, *TEXTS)
        later = page(entry(sentences[0], 0), entry(". ".join(sentences[1:]), 0), *TEXTS)
        final = ids(revise(one, later))
        assert final[1] == ids(one)[0]
        assert final[0] not in ids(one)

    def test_a_merged_entry_keeps_the_id_of_the_greatest(self):
        one = page(TEXTS[0], LONG, *TEXTS[1:])
        later = page(f"{TEXTS[0]} {LONG}", *TEXTS[1:])
        assert ids(revise(one, later))[0] == ids(one)[1]

    def test_what_was_gone_gets_its_old_id_back(self):
        middle = revise(FIRST, page(*TEXTS[:7]))
        later = page(*TEXTS[:7], TEXTS[7].replace("whole", "entire"))
        assert ids(revise(middle, later, gone=[FIRST.entries[7]])) == ids(FIRST)

    def test_another_blog_id_that_was_only_derived_gives_way(self):
        later = page(*TEXTS[1:], "Something new that nobody has heard of before.", id="", title="Storm")
        final = revise(FIRST, later)
        assert final.id == BLOG
        assert ids(final)[:7] == ids(FIRST)[1:]
        assert ids(final)[7].startswith(f"{BLOG}#")

    def test_a_capture_without_ids_is_given_them(self):
        later = LiveBlog(order="oldest-first", entries=[evolve(one, id="") for one in FIRST.entries])
        assert ids(revise(FIRST, later)) == ids(FIRST)

    @pytest.mark.parametrize("form", FORMS)
    def test_an_unchanged_source_in_another_form_keeps_ids_and_versions(self, form):
        assert unchanged(form)

    def test_a_changed_source_is_not_called_unchanged(self, monkeypatch):
        monkeypatch.setitem(FORMS, "a word less", lambda text: text.replace(" the ", " a ").encode())
        assert not unchanged("a word less")


class TestWhatIsNew:
    def test_a_new_entry_has_the_id_that_anybody_would_mint(self):
        later = page(*TEXTS, "Something new that nobody has heard of before.")
        assert ids(revise(FIRST, later)) == ids(later)

    def test_an_id_given_by_hand_is_kept(self):
        later = evolve(
            FIRST, entries=[*FIRST.entries[:7], entry("Nothing that was.", 500).named(f"{BLOG}#cq8jg4cf0d8h")]
        )
        assert ids(revise(FIRST, later))[7] == f"{BLOG}#cq8jg4cf0d8h"

    def test_a_new_entry_with_the_text_of_one_that_was_edited_gets_another_id(self):
        edited = revise(FIRST, page(TEXTS[0].replace("quay", "market"), *TEXTS[1:]))
        again = page(TEXTS[0].replace("quay", "market"), *TEXTS[1:], entry(TEXTS[0], 700))
        final = ids(revise(edited, again))
        assert final[:8] == ids(FIRST)
        assert final[8] not in ids(FIRST)

    def test_an_id_that_was_ever_used_is_not_used_again(self):
        later = page(*TEXTS, "Something new that nobody has heard of before.")
        final = revised(FIRST, later, match(FIRST, later), reserved=[ids(later)[8]])
        assert ids(final)[8] not in ids(later)

    def test_an_entry_that_was_gone_keeps_its_id_to_itself(self):
        gone = FIRST.entries[7]
        later = page(*TEXTS[:7], entry("Nothing of what had been gone is said in here.", 70))
        taken = evolve(later, entries=[*later.entries[:7], later.entries[7].named(gone.id)])
        final = revise(
            page(*TEXTS[:7]),
            identify(evolve(taken, entries=[*taken.entries[:7], evolve(later.entries[7], id="")])),
            gone=[gone],
        )
        assert ids(final)[7] != gone.id

    def test_what_is_in_doubt_gets_new_ids(self):
        model = "Wind at the station of Karsa reached {} kilometres an hour at the full hour."
        one = page(*TEXTS, entry(model.format(94), 90))
        later = page(*TEXTS, entry(model.format(101), 88), entry(model.format(87), 92))
        final = ids(revise(one, later))
        assert len(set(final)) == 10
        assert not {*final[8:]} & {*ids(one)}

    def test_equal_new_texts_get_different_ids(self):
        later = page(*TEXTS, *(entry("Goal!", 100 + n) for n in range(3)))
        final = ids(revised(FIRST, later, match(FIRST, later), reserved=ids(later)[8:10]))
        assert len({*final, *ids(later)[8:10]}) == 13

    def test_equal_new_texts_are_told_apart_from_the_oldest_under_whatever_id_the_page_came(self):
        first = page("Kick off", order="newest-first", url="https://news.example/match")
        entries = [entry("Goal!", 60), entry("Goal!", 30), entry("Kick off", 0)]
        named = page(*entries, order="newest-first")
        derived = page(*entries, order="newest-first", url="https://news.example/match", id="")
        assert derived.id != named.id
        assert ids(revise(first, derived)) == ids(revise(first, named)) == ids(named)


class TestTheMatchingInFinalIds:
    def test_current_ids_are_those_of_the_revised_blog(self):
        later = page("Something new that nobody has heard of before.", TEXTS[0].upper(), *TEXTS[2:])
        matching = match(FIRST, later)
        final = revised(FIRST, later, matching)
        links = renamed(matching, later, final).links
        assert [link.current[0] for link in links if link.current] == ids(final)
        assert [link.previous for link in links] == [link.previous for link in matching.links]
        assert [link.kind for link in links] == [link.kind for link in matching.links]

    def test_the_review_list_too(self):
        matching = match(FIRST, FIRST)
        final = evolve(
            FIRST,
            entries=[one.named(f"{BLOG}#cq8jg4cf0d8h") if n == 0 else one for n, one in enumerate(FIRST.entries)],
        )
        doubt = Link(kind="ambiguous", current=[ids(FIRST)[0]])
        assert renamed(evolve(matching, review=[doubt]), FIRST, final).review[0].current == (f"{BLOG}#cq8jg4cf0d8h",)

    def test_of_a_derived_blog_id(self):
        later = page(*TEXTS, id="", title="Storm")
        final = revised(FIRST, later, match(FIRST, later))
        assert {link.kind for link in renamed(match(FIRST, later), later, final).links} == {"same"}
        assert [link.current for link in renamed(match(FIRST, later), later, final).links] == [
            (i,) for i in ids(FIRST)
        ]


def test_versions_are_unchanged_where_the_link_says_same():
    later = page(*TEXTS[:4], TEXTS[4].replace("bread", "cake"), *TEXTS[5:])
    matching = match(FIRST, later)
    final = revised(FIRST, later, matching)
    versions = {one.id: version_id(one) for one in FIRST.entries}
    for link in renamed(matching, later, final).links:
        same = versions[link.previous[0]] == version_id(
            next(one for one in final.entries if one.id == link.current[0])
        )
        assert same is (link.kind == "same")


def test_captures_of_two_blogs_are_refused():
    with pytest.raises(ModelError, match="captures of two blogs"):
        revise(FIRST, page(*TEXTS, id="tag:example.org,2024:other"))


def test_captures_that_share_neither_the_address_nor_an_entry_are_of_two_blogs_though_an_id_is_derived():
    def captured(*texts: str, url: str | None) -> LiveBlog:
        return identify(
            evolve(page(*texts), id="", url=url, entries=[evolve(e, id="") for e in page(*texts).entries])
        )

    others = ["The jury has been sent out to consider its verdict on all of the counts.", "Polls close at six today."]
    for url in (None, "https://news.example/live/trial"):
        with pytest.raises(ModelError, match="captures of two blogs"):
            revise(captured(*TEXTS, url="https://news.example/live/vote"), captured(*others, url=url))
    here = "https://news.example/live/vote"
    assert revise(captured(*TEXTS, url=here), captured(*others, url=f"{here}?page=2")).id
    assert revise(captured(*TEXTS, url=here), captured(TEXTS[0], *others, url=None)).id
    assert revise(captured(*TEXTS, url=here), captured(url=None)).entries == ()
