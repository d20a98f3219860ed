"""The ledger: what it remembers, what it refuses, and its text form, which shows every change."""

import hashlib
import json
import random

import pytest
from attrs import evolve

from liveblog_archive.errors import ArchiveError, ModelError
from liveblog_archive.identity import VersionId, snapshot_id, version_id
from liveblog_archive.identity.captures import LedgerCapture, segment_path
from liveblog_archive.identity.ledger import Ledger, Sighting, Step
from liveblog_archive.identity.links import LINK_KINDS, Matching
from liveblog_archive.model import LiveBlog
from tests.identity.histories import BLOG, IMPORTER, History, entry, link, name

A, B, C, D = (entry(word, f"The text of {word}.") for word in "abcd")
A2 = entry("a", "The text of a, edited.")
SAME = link("same", "a", "a")
REMEDY = "restore the ledger from a sound copy"


def told(error):
    """Return an error's record: two errors are never equal."""
    return error.what, error.where, error.remedy, error.line


def long_history():
    """Everything that can happen, in five captures."""
    return (
        History()
        .capture(A, B, C, D)
        .capture(
            A2, entry("e", "Half."), B, C,
            links=[
                link("edited", "a", "a", changes=["edited", "moved"], score=0.98765),
                link("inserted", "", "e"),
                link("deleted", "d"),
            ],
        )
        .capture(
            A2, entry("f", "Part."), B, C, D,
            links=[link("merged", "a e", "a", score=0.5), link("split", "b", "b f"), link("reinserted", "d", "d")],
        )
        .capture(
            A2, entry("g", "Who?"), entry("h", "Who!"), D, entry("f", "Part, later."),
            links=[link("retimed", "d", "d", changes=["retimed"]), link("edited", "f", "f", changes=["edited"])],
            review=[link("ambiguous", "b c", "g h", score=0.5)],
        )
        .capture(A2, entry("g", "Who?"), D, links=[link("deleted", "h"), link("deleted", "f")])
        .ledger
    )  # fmt: skip


class TestACapture:
    def test_holds_what_it_showed_in_order(self):
        capture = History().capture(A, B).ledger.latest
        assert capture.entries == ((name("a"), version_id(A)), (name("b"), version_id(B)))
        assert capture.ids == (name("a"), name("b"))
        assert (capture.kind, capture.importer, capture.source) == ("first", IMPORTER, f"{1:064x}")

    def test_is_sealed_by_a_snapshot_id_that_names_the_one_before(self):
        history = History().capture(A)
        first = history.ledger.latest.snapshot
        assert first == snapshot_id(history.blog)
        history.capture(A, source=2)
        assert history.ledger.latest.snapshot == snapshot_id(history.blog, first)
        assert history.ledger.unchained(2) == snapshot_id(history.blog)

    def test_of_another_source_is_a_revision_and_of_the_same_a_rederivation(self):
        history = History().capture(A, source=1).capture(A2, source=1).capture(A, source=2).capture(A2, source=1)
        assert [one.kind for one in history.ledger.captures] == ["first", "rederivation", "revision", "revision"]

    def test_without_a_source_is_a_revision(self):
        blog = LiveBlog(id=BLOG, entries=[A])
        ledger = Ledger(BLOG).extended(blog).extended(blog, Matching(links=[SAME]))
        assert [one.kind for one in ledger.captures] == ["first", "revision"]
        assert ledger.latest.source is ledger.latest.importer is None
        assert Ledger.read(ledger.segments()) == ledger

    def test_of_another_blog_is_refused(self):
        with pytest.raises(ArchiveError) as caught:
            Ledger(BLOG).extended(LiveBlog(id="tag:x"))
        assert told(caught.value) == ("a capture of 'tag:x'", BLOG, "give each blog its own ledger", None)


class TestQuestions:
    def test_what_was_ever_minted_in_the_order_of_appearance(self):
        assert long_history().minted == tuple(map(name, "abcdefgh"))
        assert Ledger(BLOG).minted == ()

    def test_what_was_deleted_and_has_not_come_back(self):
        ledger = long_history()
        assert ledger.gone == (
            (name("h"), version_id(entry("h", "Who!"))),
            (name("f"), version_id(entry("f", "Part, later."))),
        )
        assert Ledger(BLOG, ledger.captures[:2]).gone == ((name("d"), version_id(D)),)
        assert Ledger(BLOG, ledger.captures[:3]).gone == ()
        assert Ledger(BLOG).gone == ()

    def test_the_latest_capture(self):
        assert Ledger(BLOG).latest is None
        assert long_history().latest.ids == (name("a"), name("g"), name("d"))

    def test_the_versions_of_an_entry(self):
        ledger = long_history()
        first, later = version_id(A), version_id(A2)
        assert ledger.sightings(name("a")) == (Sighting(1, first), *(Sighting(n, later) for n in (2, 3, 4, 5)))
        assert [one.capture for one in ledger.sightings(name("d"))] == [1, 3, 4, 5]
        assert ledger.sightings(name("z")) == ()


class TestAFate:
    def fate(self, word, since=None):
        fate = long_history().followed(name(word), since)
        steps = [(step.capture, step.link.kind) for step in fate.steps]
        return steps, fate.now, fate.candidates

    def test_of_an_entry_that_stayed_is_itself(self):
        assert self.fate("a", since=4) == ([], (name("a"),), ())

    def test_goes_through_edits_and_merges(self):
        assert self.fate("a") == ([(2, "edited"), (3, "merged")], (name("a"),), ())
        assert self.fate("e") == ([(3, "merged")], (name("a"),), ())

    def test_goes_through_a_deletion_to_the_return(self):
        assert self.fate("d") == ([(2, "deleted"), (3, "reinserted"), (4, "retimed")], (name("d"),), ())

    def test_of_a_split_entry_is_all_its_parts_and_what_became_of_each(self):
        steps, now, candidates = self.fate("b")
        assert steps == [(3, "split"), (4, "ambiguous"), (4, "edited"), (5, "deleted"), (5, "deleted")]
        assert (now, candidates) == ((), (name("g"),))

    def test_that_no_link_decided_is_a_list_of_candidates(self):
        assert self.fate("c") == ([(4, "ambiguous"), (5, "deleted")], (), (name("g"),))

    def test_of_candidates_that_are_in_doubt_again_is_more_candidates(self):
        history = History().capture(A).capture(B, C, review=[link("ambiguous", "a", "b c")])
        history.capture(D, entry("e"), C, review=[link("ambiguous", "b", "d e")])
        fate = history.ledger.followed(name("a"))
        assert (fate.now, fate.candidates) == ((), (name("d"), name("e"), name("c")))

    def test_of_a_deleted_entry_that_may_have_come_back_is_a_list_of_candidates(self):
        history = History().capture(A, B).capture(B, links=[link("deleted", "a")])
        history.capture(B, C, review=[link("ambiguous", "a", "c")])
        fate = history.ledger.followed(name("a"))
        assert (fate.now, fate.candidates) == ((), (name("c"),))
        assert history.ledger.gone == ((name("a"), version_id(A)),)
        history.capture(A, B, C, links=[link("reinserted", "a", "a")])
        fate = history.ledger.followed(name("a"))
        assert (fate.now, fate.candidates) == ((name("a"),), (name("c"),))

    def test_of_a_deleted_entry_is_nothing(self):
        assert self.fate("f") == ([(4, "edited"), (5, "deleted")], (), ())

    def test_holds_the_links_themselves_and_where_it_starts(self):
        fate = long_history().followed(name("e"))
        assert (fate.id, fate.since) == (name("e"), 2)
        assert fate.steps == (Step(3, link("merged", "a e", "a", score=0.5)),)

    @pytest.mark.parametrize(("word", "since"), [("z", None), ("e", 1), ("a", 6)])
    def test_of_an_entry_that_was_not_there_is_an_error(self, word, since):
        with pytest.raises(ArchiveError) as caught:
            long_history().followed(name(word), since)
        assert told(caught.value) == (
            "no entry of this ledger at that time",
            name(word),
            "look for a mistyped character",
            None,
        )


def capture_of(*entries, links=(), review=(), **fields):
    """Return a ledger of A and B, then a capture as it is given, sealed as it should be."""
    first = History().capture(A, B).ledger
    draft = LiveBlog(id=BLOG, entries=entries)
    capture = LedgerCapture(
        snapshot=snapshot_id(draft, first.latest.snapshot),
        entries=[(one.id, version_id(one)) for one in entries],
        links=links,
        review=review,
    )
    return Ledger(BLOG, [*first.captures, evolve(capture, **fields)])


NAMES = {word: name(word) for word in "abc"}
KEPT = [SAME, link("same", "b", "b")]


class TestAnImpossibleHistory:
    """Whatever cannot have happened is refused, with the file and the line that say it."""

    @pytest.mark.parametrize(
        ("entries", "fields", "what", "line"),
        [
            ([A, B], {"links": KEPT[:1]}, "no link says what became of '{b}'", 5),
            ([A, B, C], {"links": KEPT}, "no link says what became of '{c}'", 7),
            ([A], {"links": KEPT}, "'{b}' is not in this capture, or was two things before", 4),
            ([A, B], {"links": [*KEPT, SAME]}, "'{a}' was not there to become anything, or became two things", 6),
            ([A, B, C], {"links": [*KEPT, link("same", "c", "c")]},
             "'{c}' was not there to become anything, or became two things", 7),
            ([A, B, C], {"links": [*KEPT, link("reinserted", "c", "c")]},
             "'{c}' was not there to become anything, or became two things", 7),
            ([A, B], {"links": [link("deleted", "a"), link("inserted", "", "a"), KEPT[1]]},
             "the id '{a}' is used a second time", 5),
            ([A, B], {"links": KEPT, "kind": "rederivation"},
             "a capture of kind 'rederivation' where its source makes it a 'revision'", 1),
            ([A, B], {"links": KEPT, "source": "b" * 64},
             "the snapshot id is not that of these entries, source and past", 1),
            ([A, B], {"links": KEPT, "snapshot": VersionId(bytes(32))},
             "the snapshot id is not that of these entries, source and past", 1),
        ],
    )  # fmt: skip
    def test_is_an_error_that_names_file_and_line(self, entries, fields, what, line):
        with pytest.raises(ArchiveError) as caught:
            capture_of(*entries, **fields)
        assert told(caught.value) == (what.format(**NAMES), "ledger/000002.jsonl", REMEDY, line)

    @pytest.mark.parametrize(
        "wrong",
        [
            link("same", "a", "b"),
            link("same", "a b", "a b"),
            link("inserted", "a", "a"),
            link("inserted"),
            link("deleted", "a", "a"),
            link("deleted"),
            link("split", "a", "a"),
            link("split", "a", "c d"),
            link("merged", "a b", "a b"),
            link("merged", "a", "a"),
            link("merged", "a b", "c"),
            link("merged", "a a", "a"),
            link("edited", "a", "a", changes=["rewritten"]),
            link("ambiguous", "a", "c"),
        ],
    )
    def test_has_links_of_wrong_shape(self, wrong):
        with pytest.raises(ArchiveError) as caught:
            capture_of(A, B, links=[wrong])
        expected = f"a link that cannot be of kind {wrong.kind!r}"
        assert told(caught.value) == (expected, "ledger/000002.jsonl", REMEDY, 4)

    @pytest.mark.parametrize(
        "wrong", [SAME, link("ambiguous", "a", "a"), link("ambiguous", "a"), link("ambiguous", "", "c")]
    )
    def test_has_a_review_of_wrong_shape(self, wrong):
        with pytest.raises(ArchiveError) as caught:
            capture_of(A, B, links=KEPT[1:], review=[wrong])
        assert caught.value.line == 5
        assert caught.value.what == f"a link that cannot be of kind {wrong.kind!r}"

    def test_has_links_in_its_first_capture(self):
        first = History().capture(A).ledger.latest
        with pytest.raises(ArchiveError) as caught:
            Ledger(BLOG, [evolve(first, links=[SAME])])
        assert told(caught.value) == ("links in the first capture", "ledger/000001.jsonl", REMEDY, 3)

    @pytest.mark.parametrize(
        ("entries", "what", "line"),
        [
            ([evolve(A, id="tag:x#000000000000")], f"'tag:x#000000000000' is an id of another blog than {BLOG!r}", 2),
            ([A, evolve(B, id="b")], "not an entry id: 'b'", 3),
        ],
    )
    def test_has_ids_of_another_blog_or_none(self, entries, what, line):
        with pytest.raises(ArchiveError) as caught:
            Ledger(BLOG).extended(LiveBlog(id=BLOG, entries=entries))
        assert told(caught.value) == (what, "ledger/000001.jsonl", REMEDY, line)

    def test_has_one_entry_twice(self):
        first = History().capture(A).ledger.latest
        pairs = [*first.entries, *first.entries]
        record = {"type": "liveblog-snapshot/1", "blog": BLOG, "source": first.source}
        record["entries"] = [[one, str(version)] for one, version in pairs]
        sealed = VersionId.of(json.dumps(record, sort_keys=True, separators=(",", ":")).encode())
        with pytest.raises(ArchiveError) as caught:
            Ledger(BLOG, [evolve(first, entries=pairs, snapshot=sealed)])
        assert told(caught.value) == (f"a second entry {name('a')!r}", "ledger/000001.jsonl", REMEDY, 3)

    def test_lets_one_entry_come_back_as_two_things(self):
        history = History().capture(A, B).capture(B, links=[link("deleted", "a")])
        with pytest.raises(ArchiveError, match="or became two things"):
            history.capture(A, B, C, links=[link("reinserted", "a", "a")], review=[link("ambiguous", "a", "c")])

    def test_is_of_a_blog_without_a_name(self):
        with pytest.raises(ModelError):
            Ledger("bridge")


class TestTheTextForm:
    def test_is_one_file_a_capture(self):
        assert [segment_path(number) for number in (1, 12)] == ["ledger/000001.jsonl", "ledger/000012.jsonl"]
        assert len(long_history().segments()) == 5

    def test_is_read_again(self):
        ledger = long_history()
        assert Ledger.read(ledger.segments()) == ledger

    def test_is_the_same_for_what_was_read(self):
        segments = long_history().segments()
        assert Ledger.read(segments).segments() == segments

    def test_names_the_digest_of_the_segment_before(self):
        one, two, *_ = long_history().segments()
        assert "previous_segment" not in json.loads(one.splitlines()[0])
        assert json.loads(two.splitlines()[0])["previous_segment"] == hashlib.sha256(one).hexdigest()

    def test_grows_and_leaves_what_was_written(self):
        ledger = long_history()
        assert Ledger(BLOG, ledger.captures[:3]).segments() == ledger.segments()[:3]

    def test_is_canonical_lines_without_floats(self):
        for segment in long_history().segments():
            for line in segment.decode().splitlines():
                record = json.loads(line)
                assert json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == line
                assert not any(isinstance(value, float) for value in record.values())

    def test_says_every_kind_of_link(self):
        text = b"".join(long_history().segments()).decode()
        said = {json.loads(line).get("kind") for line in text.splitlines()}
        assert said - {None, "first", "revision", "moved"} | {"moved", "beyond", "absent"} == set(LINK_KINDS)

    def test_keeps_scores_with_four_digits(self):
        ledger = long_history()
        assert b'"score":"0.9877"' in ledger.segments()[1]
        assert ledger.captures[1].links[2].score == 0.9877


def changed(line, **members):
    record = {name: value for name, value in (json.loads(line) | members).items() if value is not None}
    return json.dumps(record, sort_keys=True, separators=(",", ":")).encode()


class TestDamage:
    """Anything but the bytes that were written is an error that names file and line."""

    def refused(self, segments):
        with pytest.raises(ArchiveError) as caught:
            Ledger.read(segments)
        assert caught.value.remedy == REMEDY
        assert "\n" not in str(caught.value)
        return caught.value.what, caught.value.where, caught.value.line

    @pytest.mark.parametrize(
        ("number", "line", "members", "what"),
        [
            (1, 1, {"type": "liveblog-ledger/2"}, "not a header of liveblog-ledger/1: type 'liveblog-ledger/2'"),
            (1, 1, {"blog": None}, "'blog' is missing, or not of the right kind"),
            (1, 1, {"blog": "bridge"}, "not a blog id: 'bridge'"),
            (1, 1, {"snapshot": None}, "'snapshot' is missing, or not of the right kind"),
            (1, 1, {"snapshot": "ni:"}, "not a version id: 'ni:'"),
            (1, 1, {"source": 1}, "'source' is missing, or not of the right kind"),
            (1, 1, {"importer": [1]}, "'importer' is missing, or not of the right kind"),
            (1, 1, {"capture": 2}, "the line is not as a ledger writes it here"),
            (1, 1, {"more": 2}, "the line is not as a ledger writes it here"),
            (1, 1, {"kind": "revision"}, "a capture of kind 'revision' where its source makes it a 'first'"),
            (1, 1, {"kind": ["first"]}, "'kind' is missing, or not of the right kind"),
            (1, 1, {"kind": None}, "the line is not as a ledger writes it here"),
            (2, 1, {"blog": "tag:x"}, "the line is not as a ledger writes it here"),
            (2, 1, {"previous_segment": "0" * 64}, "it does not follow the segment before it, or that was changed"),
            (2, 1, {"previous_segment": None}, "it does not follow the segment before it, or that was changed"),
            (1, 2, {"type": None}, "'type' is missing, or not of the right kind"),
            (1, 2, {"id": 7}, "'id' is missing, or not of the right kind"),
            (1, 2, {"version": "7"}, "not a version id: '7'"),
            (1, 2, {"version": version_id(A).hex}, "the line is not as a ledger writes it here"),
            (1, 2, {"type": "note", "score": "1.0000", "kind": "same"}, "the line is not as a ledger writes it here"),
            (2, 6, {"kind": "renamed"}, "not a kind of link: 'renamed'"),
            (2, 6, {"kind": None}, "not a kind of link: ''"),
            (2, 6, {"score": "much"}, "not a score: 'much'"),
            (2, 6, {"score": "nan"}, "a score of nan"),
            (2, 6, {"score": "1"}, "the line is not as a ledger writes it here"),
            (2, 6, {"score": 1}, "'score' is missing, or not of the right kind"),
            (2, 6, {"previous": [1]}, "'previous' does not hold texts"),
            (2, 6, {"previous": "a"}, "'previous' is missing, or not of the right kind"),
        ],
    )  # fmt: skip
    def test_of_a_member_is_found_in_its_line(self, number, line, members, what):
        segments = list(long_history().segments())
        lines = segments[number - 1].split(b"\n")
        lines[line - 1] = changed(lines[line - 1], **members)
        segments[number - 1] = b"\n".join(lines)
        assert self.refused(segments[:number]) == (what, segment_path(number), line)

    @pytest.mark.parametrize(
        ("damage", "what", "line"),
        [
            (lambda text: b"", "the last line has no end", 1),
            (lambda text: text[:-1], "the last line has no end", 5),
            (lambda text: text + b"{}", "the last line has no end", 6),
            (lambda text: text.replace(b'"type":"entry"', b'"type":"entry', 1), None, 2),
            (lambda text: text + b"[]\n", "not a JSON object", 6),
            (lambda text: b"[]\n" + text, "not a JSON object", 1),
            (lambda text: text.replace(b"{", b"{ ", 1), "the line is not as a ledger writes it here", 1),
            (lambda text: text.replace(b"\n", b"\r\n", 1), "the line is not as a ledger writes it here", 1),
            (lambda text: text + text.splitlines(keepends=True)[0], None, 6),
        ],
    )
    def test_of_the_form_is_found(self, damage, what, line):
        found, where, at = self.refused([damage(long_history().segments()[0])])
        assert (where, at) == ("ledger/000001.jsonl", line)
        assert what in (None, found)

    def test_of_what_is_not_there_is_found(self):
        assert self.refused([]) == ("there is no capture in the ledger", "ledger/000001.jsonl", None)

    def test_shows_when_segments_are_left_out_or_swapped(self):
        one, two, three, *_ = long_history().segments()
        message = "it does not follow the segment before it, or that was changed"
        assert self.refused([two]) == (message, "ledger/000001.jsonl", 1)
        assert self.refused([one, three]) == (message, "ledger/000002.jsonl", 1)
        assert self.refused([one, three, two])[1] == "ledger/000002.jsonl"

    def test_of_any_one_bit_any_one_line_or_any_length_is_found_by_the_segment_after(self):
        segments = long_history().segments()
        chance = random.Random(7)
        for trial in range(600):
            damaged = list(segments)
            place = chance.randrange(len(damaged) - 1)  # nothing seals the last one but who keeps it
            text = bytearray(damaged[place])
            match trial % 4:
                case 0:
                    text[chance.randrange(len(text))] ^= 1 << chance.randrange(8)
                case 1:
                    del text[chance.randrange(len(text)) :]
                case 2:
                    lines = text.splitlines(keepends=True)
                    lines.pop(chance.randrange(len(lines)))
                    text = bytearray(b"".join(lines))
                case _:
                    lines = text.splitlines(keepends=True)
                    one, other = chance.sample(range(len(lines)), 2)
                    lines[one], lines[other] = lines[other], lines[one]
                    text = bytearray(b"".join(lines))
            damaged[place] = bytes(text)
            if tuple(damaged) != segments:
                self.refused(damaged)
