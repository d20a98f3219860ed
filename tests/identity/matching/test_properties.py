"""What is true of every matching, whatever the captures."""

import os
import subprocess
import sys

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.identity import identify, version_id
from liveblog_archive.identity.links import ABSENCES
from liveblog_archive.identity.matching import match, renamed, revise, revised
from liveblog_archive.identity.runs import longest_either_way, longest_run
from liveblog_archive.model import Entry, LiveBlog, Paragraph
from tests.storm import ROOT
from tests.strategies import blogs

from .pages import BLOG, TEXTS, at, ids, page

WORDS = ("storm", "bridge", "closed", "north", "mayor", "Goal", "said", "94", "again", "橋は閉鎖", "الجسر")
quick = settings(derandomize=True, deadline=None, max_examples=60)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Entries of so few words that captures share many, with and without times and native ids."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=9))
    minute = draw(st.one_of(st.none(), st.integers(0, 60)))
    return Entry(
        body=[Paragraph(" ".join(words))] if words else [],
        time=None if minute is None else at(minute),
        native_id=draw(st.one_of(st.none(), st.sampled_from("abcd"))),
    )


@st.composite
def captures(draw: st.DrawFn) -> LiveBlog:
    """Pages of few words in any order."""
    order = draw(st.sampled_from(["oldest-first", "newest-first", "newest-day-first", "manual"]))
    return identify(LiveBlog(id=BLOG, order=order, entries=draw(st.lists(entries(), max_size=9))))


@quick
@given(captures(), captures(), st.integers(0, 3))
def test_every_id_of_both_sides_stands_in_exactly_one_link(earlier, later, left):
    cut = evolve(earlier, entries=earlier.entries[left:])
    gone = earlier.entries[:left]
    matching = match(cut, later, gone=gone)
    links = [*matching.links, *matching.review]
    old = {one.id for one in gone}
    assert sorted(i for link in links for i in link.previous if i not in old) == sorted(ids(cut))
    assert sorted(i for link in links for i in link.current) == sorted(ids(later))
    known = [i for link in links for i in link.previous if i in old]
    assert len(known) == len(set(known))


@quick
@given(captures(), captures())
def test_ids_are_never_used_twice(earlier, later):
    reserved = ids(later)[:2]
    matching = match(earlier, later)
    final = revised(earlier, later, matching, reserved=reserved)
    assert len(set(ids(final))) == len(final.entries)
    kept = {link.current[0]: link.previous[0] for link in matching.links if link.current and link.previous}
    for before, after in zip(later.entries, final.entries, strict=True):
        if before.id in kept:
            assert after.id == kept[before.id]
        else:
            assert after.id not in {*ids(earlier), *reserved}


@quick
@given(captures(), captures())
def test_links_have_the_shape_of_their_kind(earlier, later):
    shapes = {
        "inserted": (0, 1),
        "deleted": (1, 0),
        "beyond": (1, 0),
        "absent": (1, 0),
        "same": (1, 1),
        "edited": (1, 1),
        "retimed": (1, 1),
        "moved": (1, 1),
    }
    matching = match(earlier, later)
    for link in matching.links:
        shape = len(link.previous), len(link.current)
        if link.kind in shapes:
            assert shape == shapes[link.kind]
            assert link.changes[:1] == (() if link.kind in {"same", "inserted", *ABSENCES} else (link.kind,))
        else:
            assert min(shape) == 1
            assert max(shape) > 1
        assert round(link.score, 4) == link.score
    assert all(link.kind == "ambiguous" and link.previous and link.current for link in matching.review)


@quick
@given(captures())
def test_a_capture_revises_itself_to_itself(blog):
    assert revise(blog, blog) == blog


@settings(derandomize=True, deadline=None, max_examples=30)
@given(blogs())
def test_so_does_a_blog_of_any_blocks_and_times(blog):
    assert revise(blog, blog) == blog


@quick
@given(captures(), captures())
def test_same_means_the_same_version(earlier, later):
    matching = match(earlier, later)
    final = revised(earlier, later, matching)
    before = {one.id: version_id(one) for one in earlier.entries}
    after = {one.id: version_id(one) for one in final.entries}
    for link in renamed(matching, later, final).links:
        if len(link.previous) == len(link.current) == 1:
            unchanged = not set(link.changes) - {"moved"}
            assert (before[link.previous[0]] == after[link.current[0]]) is unchanged


@quick
@given(captures(), captures())
def test_the_same_captures_give_the_same_matching(earlier, later):
    assert match(earlier, later) == match(evolve(earlier), evolve(later))


@quick
@given(st.permutations(range(12)))
def test_shuffling_a_page_keeps_its_ids(order):
    blog = page(*TEXTS, *(f"{text} And so on." for text in TEXTS[:4]))
    shuffled = identify(LiveBlog(id=BLOG, order="manual", entries=[evolve(blog.entries[n], id="") for n in order]))
    assert ids(revise(blog, shuffled)) == [blog.entries[n].id for n in order]


@quick
@given(st.lists(st.integers(-9, 9), max_size=12))
def test_the_longest_run_is_increasing_and_none_is_longer(values):
    run = [values[index] for index in longest_run(values)]
    assert run == sorted(set(run))
    longest = [1] * len(values)
    for last in range(len(values)):
        longest[last] = 1 + max((longest[n] for n in range(last) if values[n] < values[last]), default=0)
    assert len(run) == max(longest, default=0)


@given(st.permutations(range(9)))
@quick
def test_a_run_of_a_reversed_sequence_is_as_long(values):
    run, _ = longest_either_way(values)
    assert len(run) == len(longest_either_way(values[::-1])[0])


SCRIPT = """
from random import Random
from tests.benchmarks.identity import cases
from tests.benchmarks.newsroom import BRIEF, HELD_OUT
from liveblog_archive.identity.matching import match
for one in cases(BRIEF, HELD_OUT, 2):
    earlier, later, gone = one.blogs(natives=False)
    found = match(earlier, later, gone=gone)
    print(found.links, found.review)
"""


def test_processes_with_other_hash_seeds_give_the_same_matching():
    printed = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, cwd=ROOT, capture_output=True, check=True
        )
        printed.add(done.stdout)
    (only,) = printed
    assert only.count(b"Link(") > 100
