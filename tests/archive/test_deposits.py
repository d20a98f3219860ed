"""What a deposit adds: nothing, a first version, a revision, or a re-derivation."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import orjson
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.archive import Archive, Version
from liveblog_archive.canonical import entry_bytes
from liveblog_archive.errors import ArchiveError, ModelError
from liveblog_archive.identity import snapshot_id, version_id
from liveblog_archive.identity.identifiers import VersionId
from liveblog_archive.model import Agent, LiveBlog
from tests.samples import full_blog
from tests.storm import EXAMPLE

from .captures import FIRST, OTHER, SECOND, STORM, THIRD, ZONE, captured, make, tree

MORNING = datetime(2026, 3, 4, 8, tzinfo=UTC)


def add(archive: Archive, text: str, created: datetime | None = None) -> Version:
    return archive.deposit(captured(text), text.encode(), created)


def refused(archive: Archive, root: Path, blog: LiveBlog, *more: object) -> str:
    """Return the error that a deposit ends with; nothing is changed by it."""
    before = tree(root)
    with pytest.raises(ArchiveError) as raised:
        archive.deposit(blog, *more)  # type: ignore[arg-type]
    assert tree(root) == before
    return str(raised.value)


def test_a_blog_comes_back_as_it_was_deposited(empty: Archive) -> None:
    blog = full_blog()
    version = empty.deposit(blog)
    assert empty.blog(version) == blog
    assert empty.verify() == ()


def test_the_long_example_comes_back_with_its_source(empty: Archive) -> None:
    data = EXAMPLE.read_bytes()
    blog = lba.parse(data, timezone=ZONE, id="tag:example.org,2026:strait-storm")
    version = empty.deposit(blog, data)
    assert empty.blog(version) == blog
    assert empty.source(version) == data
    assert version.entries == len(blog.entries)


def test_a_blog_says_when_it_was_captured_where_its_deposit_stated_it(empty: Archive) -> None:
    version = add(empty, FIRST, MORNING)
    blog = empty.blog(version)
    assert blog.capture is not None
    assert blog.capture.retrieved == MORNING
    assert add(empty, FIRST) == version
    assert empty.verify() == ()


def test_a_blog_that_says_it_itself_keeps_its_own_words(empty: Archive) -> None:
    blog = captured(FIRST)
    blog = evolve(blog, capture=evolve(blog.capture, retrieved=MORNING))
    version = empty.deposit(blog, FIRST.encode(), MORNING + timedelta(hours=1))
    assert empty.blog(version) == blog


def test_a_version_says_what_is_known_of_it(empty: Archive) -> None:
    blog = captured(FIRST)
    assert blog.capture is not None
    assert add(empty, FIRST) == Version(
        blog_id=STORM,
        number=1,
        created=datetime(2026, 5, 7, 9, tzinfo=UTC),  # as the archive's clock says
        captured=None,
        snapshot=snapshot_id(blog),
        kind="first",
        source=blog.capture.sha256,
        importer=blog.capture.importer,
        entries=4,
    )


def test_every_entry_is_a_file_that_sha256sum_can_check(empty: Archive, root: Path) -> None:
    version = add(empty, FIRST)
    digests = {path.name for path in root.rglob("entries/*/*.json")}
    assert digests == {f"{version_id(entry).hex}.json" for entry in empty.blog(version).entries}
    for path in root.rglob("entries/*/*.json"):
        assert VersionId.of(path.read_bytes()).hex == path.stem


def test_an_edited_entry_keeps_its_id_and_gets_a_version(empty: Archive) -> None:
    one, two = add(empty, FIRST), add(empty, SECOND)
    before, after = empty.blog(one), empty.blog(two)
    assert [entry.id for entry in after.entries[:4]] == [entry.id for entry in before.entries]
    assert [version_id(new) == version_id(old) for new, old in zip(after.entries, before.entries, strict=False)] == [
        True, False, True, True,
    ]  # fmt: skip
    assert (two.number, two.name, two.kind, two.entries) == (2, "v2", "revision", 5)
    assert [link.kind for link in empty.ledger().captures[1].links] == ["same", "edited", "same", "same", "inserted"]


def test_what_was_not_changed_is_stored_once(empty: Archive, root: Path) -> None:
    add(empty, FIRST)
    add(empty, SECOND)
    assert len(list(root.rglob("entries/*/*.json"))) == 4 + 2


def test_an_entry_that_comes_back_has_its_old_id(archive: Archive) -> None:
    gone = archive.blog(archive.versions(STORM)[1]).entries[3]
    add(archive, SECOND + "6:00 p.m.: The ferry is afloat.\n")
    again = archive.blog(archive.versions(STORM)[3]).entries[3]
    assert again == gone
    assert {link.kind for link in archive.ledger(STORM).captures[3].links} == {"same", "inserted", "reinserted"}


def test_no_deposit_touches_what_is_there(archive: Archive, root: Path) -> None:
    before = tree(root)
    add(archive, THIRD + "6:00 p.m.: The ferry is afloat.\n")
    after = tree(root)
    changed = {path for path in before if after[path] != before[path]}
    assert {path.rpartition("/")[2] for path in changed} == {
        "checksums.sha512", "inventory.json", "inventory.json.sha512",
    }  # fmt: skip
    assert len(changed) == 3


def test_the_same_blogs_give_the_same_octets(tmp_path: Path) -> None:
    make(tmp_path / "one")
    make(tmp_path / "other")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_the_text_that_was_parsed_is_the_source_as_its_bytes_are(empty: Archive) -> None:
    version = empty.deposit(captured(FIRST), FIRST)
    assert empty.source(version) == FIRST.encode()
    assert empty.deposit(captured(FIRST), bytearray(FIRST.encode())) == version


@pytest.mark.parametrize("source", [SECOND, FIRST + "\udcff"])
def test_another_text_is_not_the_source(empty: Archive, root: Path, source: str) -> None:
    assert refused(empty, root, captured(FIRST), source).startswith(
        f"{STORM}: the source is not the one that the blog was read from, which is "
    )


@pytest.mark.parametrize(("source", "kind"), [(3, "int"), (Path("storm.txt"), "PosixPath")])
def test_what_is_no_source_is_called_what_it_is(empty: Archive, root: Path, source: object, kind: str) -> None:
    assert refused(empty, root, captured(FIRST), source) == (
        f"source: a value of the type {kind} where text or bytes are expected; give what was parsed, or leave it out"
    )


# The same source


def test_the_same_source_is_no_new_version(empty: Archive, root: Path) -> None:
    one = add(empty, FIRST)
    before = tree(root)
    assert add(empty, FIRST) == one
    assert empty.deposit(captured(FIRST)) == one
    assert add(empty, FIRST, MORNING) == one
    assert tree(root) == before


def test_a_series_of_captures_may_be_added_again(archive: Archive, root: Path) -> None:
    before, versions = tree(root), archive.versions(STORM)
    assert tuple(add(archive, text) for text in (FIRST, SECOND, THIRD)) == versions
    assert tree(root) == before


def test_a_page_that_was_put_back_is_a_new_version(empty: Archive) -> None:
    day = timedelta(days=1)
    first = add(empty, FIRST, MORNING)
    add(empty, SECOND, MORNING + day)
    again = add(empty, FIRST, MORNING + 2 * day)
    assert again.number == 3
    assert [entry.id for entry in empty.blog(again).entries] == [entry.id for entry in empty.blog(first).entries]
    assert add(empty, FIRST, MORNING + day) == again


def test_a_page_is_put_back_where_it_was_captured_after_all_deposits(archive: Archive) -> None:
    """Nobody states when the versions were captured, but a capture is never later than its deposit."""
    assert add(archive, FIRST, datetime(2026, 5, 7, 9, 3, tzinfo=UTC)).number == 1
    again = add(archive, FIRST, datetime(2026, 5, 7, 9, 3, 1, tzinfo=UTC))
    assert (again.number, again.kind) == (4, "revision")


def test_captures_of_no_known_time_that_come_again_with_theirs_are_the_versions_that_are_here(root: Path) -> None:
    """To take one for a page that was put back would make up an edit."""
    archive = Archive(root)
    for text in (FIRST, SECOND):
        add(archive, text)
    before = tree(root)
    again = ((FIRST, MORNING), (SECOND, MORNING + timedelta(hours=1)), (FIRST, MORNING + timedelta(hours=2)))
    assert [add(archive, *one).number for one in again] == [1, 2, 1]
    assert tree(root) == before
    anew = evolve(captured(FIRST), title="Storm in the strait")
    assert refused(archive, root, anew, FIRST.encode(), MORNING).endswith(
        "only the latest source can be read anew or added to its record; "
        "that a page was put back can only be told where the time of an earlier capture or deposit is known"
    )


def test_a_capture_is_the_version_that_was_shown_when_it_was_made(empty: Archive) -> None:
    """A page was put back; the crawl that has it comes again, grown."""
    hours = [MORNING + timedelta(hours=hour) for hour in range(3)]
    for text, time in zip((FIRST, SECOND, FIRST), hours, strict=True):
        add(empty, text, time)
    again = [(FIRST, hours[0]), (FIRST, hours[0] + timedelta(minutes=20)), (SECOND, hours[1]), (FIRST, hours[2])]
    assert [add(empty, *one).number for one in again] == [1, 1, 2, 3]
    assert add(empty, FIRST).number == 3
    better = evolve(captured(FIRST), title="Storm in the strait")
    anew = [empty.deposit(better, FIRST.encode(), time).number for time in (hours[2], hours[0])]
    assert anew == [4, 1]


def test_a_reading_that_was_put_back_is_a_new_version_too(empty: Archive) -> None:
    """A record with other words stands above the source that it names: the source can be put above it again."""
    add(empty, FIRST, MORNING)
    assert empty.deposit(_forged()).number == 2
    assert add(empty, FIRST).number == 1
    again = add(empty, FIRST, MORNING + timedelta(hours=1))
    assert (again.number, again.kind) == (3, "rederivation")
    assert empty.blog(again).entries == captured(FIRST).entries


def test_a_better_reading_of_the_source_is_a_rederivation(empty: Archive) -> None:
    one = add(empty, FIRST)
    better = evolve(captured(FIRST), title="Storm in the strait", publisher=Agent(name="News", kind="organization"))
    two = empty.deposit(better, FIRST.encode())
    assert (two.number, two.kind, two.source) == (2, "rederivation", one.source)
    assert empty.blog(two) == better
    assert [link.kind for link in empty.ledger().captures[1].links] == ["same"] * 4
    assert add(empty, SECOND).kind == "revision"


def test_another_importer_that_reads_the_same_is_no_new_version(empty: Archive) -> None:
    one = add(empty, FIRST)
    blog = captured(FIRST)
    assert blog.capture is not None
    other = evolve(blog, capture=evolve(blog.capture, importer="text 2", retrieved=MORNING))
    assert empty.deposit(other, FIRST.encode()) == one


def test_ids_that_a_blog_brings_do_not_make_it_another(empty: Archive) -> None:
    one = add(empty, FIRST)
    blog = captured(FIRST)
    swapped = evolve(blog, entries=[a.named(b.id) for a, b in zip(blog.entries, reversed(blog.entries), strict=True)])
    assert empty.deposit(swapped, FIRST.encode()) == one


def test_an_old_source_that_is_read_anew_is_refused(archive: Archive, root: Path) -> None:
    better = evolve(captured(FIRST), title="Storm in the strait")
    assert refused(archive, root, better, FIRST.encode()) == (
        f"{STORM}: its source is that of version 1, read in another way, and version 3 is newer; "
        "only the latest source can be read anew or added to its record; "
        "for a page that was put back, state when it was captured"
    )


def test_an_old_capture_that_is_read_anew_is_that_capture(empty: Archive, root: Path) -> None:
    """A crawl that has grown brings all its captures again, and they may be read in another way by now."""
    times = [MORNING + timedelta(hours=hour) for hour in range(5)]
    texts = [FIRST, SECOND, FIRST, THIRD, f"{THIRD}6:00 p.m.: The ferry is afloat.\n"]
    for text, time in zip(texts[:4], times, strict=False):
        add(empty, text, time)
    for title, numbers in (("Storm", [1, 2, 3, 5, 6]), ("Storm", [1, 2, 3, 5, 6]), ("A storm", [1, 2, 3, 5, 7])):
        anew = [(evolve(captured(text), title=title), text.encode()) for text in texts]
        found = [empty.deposit(*one, time).number for one, time in zip(anew, times, strict=True)]
        assert found == numbers
    assert [version.kind for version in empty.versions()][3:] == [
        "revision", "rederivation", "revision", "rederivation",
    ]  # fmt: skip
    assert empty.verify() == ()
    assert "read in another way" in refused(empty, root, anew[0][0], anew[0][1], MORNING - timedelta(hours=1))
    assert "read in another way" in refused(empty, root, anew[0][0], None, MORNING)


def test_an_old_record_is_not_the_capture_whose_source_it_lacks(empty: Archive, root: Path) -> None:
    empty.deposit(captured(FIRST), None, MORNING)
    add(empty, SECOND, MORNING + timedelta(hours=1))
    assert "is named, but not held, by version 1" in refused(empty, root, captured(FIRST), FIRST.encode(), MORNING)


@pytest.mark.parametrize(("title", "way"), [(None, ""), ("Storm in the strait", ", read in another way")])
def test_the_source_of_an_old_record_is_refused_and_said_to_be_the_same(
    empty: Archive, root: Path, title: str | None, way: str
) -> None:
    empty.deposit(captured(FIRST))
    empty.deposit(captured(SECOND))
    assert refused(empty, root, evolve(captured(FIRST), title=title), FIRST.encode()) == (
        f"{STORM}: its source is named, but not held, by version 1{way}, and version 2 is newer; "
        "only the latest source can be read anew or added to its record; "
        "for a page that was put back, state when it was captured"
    )


def test_an_old_source_that_was_met_elsewhere_is_no_new_capture(archive: Archive) -> None:
    """A crawl has the bytes of the first version too, and says where it met them: they strand nothing."""
    blog = captured(FIRST)
    assert blog.capture is not None
    met = evolve(blog, capture=evolve(blog.capture, url="https://news.example/live", retrieved=MORNING))
    assert archive.deposit(met, FIRST.encode()).number == 1
    latest = captured(THIRD)
    assert latest.capture is not None
    met = evolve(latest, capture=evolve(latest.capture, url="https://news.example/live"))
    assert (archive.deposit(met, THIRD.encode()).number, archive.latest(STORM).kind) == (4, "rederivation")


# Sources


def test_a_blog_may_come_without_its_source(empty: Archive) -> None:
    one = empty.deposit(captured(FIRST))
    assert empty.source(one) is None
    assert empty.verify() == ()
    two = add(empty, FIRST)
    assert (two.number, two.kind) == (2, "rederivation")
    assert empty.source(two) == FIRST.encode()
    assert empty.source(one) is None
    assert empty.verify() == ()


def test_a_record_without_the_bytes_is_no_rederivation_of_a_source_that_is_here(empty: Archive) -> None:
    """Anyone can change the words of an export, and leave in it the digest of a genuine source."""
    one = add(empty, FIRST)
    forged = empty.deposit(_forged())
    assert (forged.kind, forged.source) == ("revision", one.source)
    assert empty.source(forged) is None
    assert empty.verify() == ()
    found = empty.resolve(version_id(empty.blog(one).entries[1]).short)
    assert (found.status, found.reason) == (
        "altered",
        "the words were changed; the same source is named, but did not come with it",
    )


def _forged() -> LiveBlog:
    """Return other words under the digest of the first capture."""
    return evolve(captured(FIRST.replace("a crew of six", "no crew at all")), capture=captured(FIRST).capture)


def test_a_blog_made_by_hand_has_none(empty: Archive, root: Path) -> None:
    blog = evolve(captured(FIRST), capture=None)
    one = empty.deposit(blog)
    assert (one.source, one.importer, empty.source(one)) == (None, None, None)
    assert empty.deposit(blog) == one
    assert refused(empty, root, blog, FIRST.encode()) == (
        f"{STORM}: the blog does not say what it was read from; deposit it without a source"
    )
    two = empty.deposit(evolve(blog, title="Storm"))
    assert two.kind == "revision"
    assert empty.deposit(blog).number == 3
    assert empty.verify() == ()


def test_a_source_that_is_also_an_entry_s_file_is_kept_once(empty: Archive, root: Path) -> None:
    """Whoever archives the record of an entry as a source of its own gets it back."""
    blog = captured(FIRST)
    entry = blog.entries[0]
    assert blog.capture is not None
    source = entry_bytes(entry)
    odd = evolve(blog, capture=evolve(blog.capture, sha256=version_id(entry).hex, length=len(source)))
    version = empty.deposit(odd, source)
    assert empty.source(version) == source
    assert empty.blog(version) == odd
    assert empty.verify() == ()


def test_another_source_than_was_read_is_refused(empty: Archive, root: Path) -> None:
    blog = captured(FIRST)
    assert blog.capture is not None
    assert refused(empty, root, blog, SECOND.encode()) == (
        f"{STORM}: the source is not the one that the blog was read from, which is {blog.capture.sha256}; "
        "give what was parsed, or leave it out"
    )


# Times


def test_a_stated_time_is_kept_in_utc(empty: Archive) -> None:
    version = add(empty, FIRST, datetime(2026, 3, 4, 11, 30, tzinfo=timezone(timedelta(hours=3, minutes=30))))
    assert version.created == version.captured == MORNING
    assert version.created.isoformat() == "2026-03-04T08:00:00+00:00"


def test_a_capture_that_says_when_it_was_retrieved_needs_no_other_time(empty: Archive) -> None:
    blog = full_blog()
    assert blog.capture is not None
    assert empty.deposit(blog).captured == blog.capture.retrieved


def test_an_older_capture_is_refused(empty: Archive, root: Path) -> None:
    add(empty, SECOND, MORNING)
    assert refused(empty, root, captured(FIRST), FIRST.encode(), MORNING - timedelta(hours=1)) == (
        f"{STORM}: captured at 2026-03-04T07:00:00+00:00, before version 1 at 2026-03-04T08:00:00+00:00; "
        "deposit captures in the order they were made in, into a new archive if need be"
    )


def test_a_capture_is_refused_that_is_older_than_one_before_a_capture_without_a_time(
    empty: Archive, root: Path
) -> None:
    add(empty, FIRST, MORNING)
    add(empty, SECOND)
    assert refused(empty, root, captured(THIRD), THIRD.encode(), MORNING - timedelta(hours=1)) == (
        f"{STORM}: captured at 2026-03-04T07:00:00+00:00, before version 1 at 2026-03-04T08:00:00+00:00; "
        "deposit captures in the order they were made in, into a new archive if need be"
    )
    assert add(empty, THIRD, MORNING + timedelta(hours=1)).number == 3


def test_a_page_may_be_put_back_after_a_capture_without_a_time(empty: Archive) -> None:
    add(empty, FIRST, MORNING)
    add(empty, SECOND)
    assert add(empty, FIRST, MORNING).number == 1
    assert add(empty, FIRST, MORNING + timedelta(hours=1)).number == 3


def test_a_time_of_deposit_is_no_time_of_capture(empty: Archive) -> None:
    """What was deposited in May, and captured nobody knows when, may be followed by a capture of March."""
    add(empty, FIRST)
    assert add(empty, SECOND, MORNING).number == 2


def test_a_time_without_an_offset_is_refused(empty: Archive, root: Path) -> None:
    assert refused(empty, root, captured(FIRST), None, datetime(2026, 3, 4, 8)) == (  # noqa: DTZ001
        "created: a time without an offset: 2026-03-04T08:00:00; give one such as +00:00"
    )


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+04:00", "9999-12-31T23:00:00-04:00"])
def test_a_time_that_is_in_no_year_of_utc_is_refused(empty: Archive, root: Path, time: str) -> None:
    assert refused(empty, root, captured(FIRST), None, datetime.fromisoformat(time)) == (
        f"created: in UTC, {time} is in no year from 1 to 9999; give the time of the capture"
    )


@pytest.mark.parametrize("time", ["2026-03-04T08:00:00+00:00", "", 0, date(2026, 3, 4)])
def test_what_is_no_datetime_is_no_time_of_capture(empty: Archive, root: Path, time: object) -> None:
    assert refused(empty, root, captured(FIRST), None, time) == (
        f"created: not a datetime, but of the type {type(time).__name__}; give a datetime"
    )


def test_a_deposit_that_nobody_dates_is_the_same_everywhere_and_says_that_its_time_is_unknown(tmp_path: Path) -> None:
    one, other = (Archive(tmp_path / name) for name in "ab")
    version = one.deposit(captured(FIRST), FIRST.encode())
    assert (version.created, version.captured) == (None, None)
    assert other.deposit(captured(FIRST), FIRST.encode()) == version
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert one.deposit(captured(SECOND), SECOND.encode(), MORNING).created == MORNING
    assert one.verify() == ()


def test_a_clock_without_an_offset_is_refused_before_anything_is_written(root: Path) -> None:
    archive = Archive(root, clock=lambda: datetime(2026, 3, 4, 8))  # noqa: DTZ001
    assert "a time without an offset" in refused(archive, root, captured(FIRST))


def test_the_clock_is_asked_only_for_what_is_new_and_has_no_time(root: Path) -> None:
    def stopped() -> datetime:
        raise OSError("the clock has stopped")

    one = add(Archive(root), FIRST)
    archive = Archive(root, clock=stopped)
    assert add(archive, FIRST) == one
    assert add(archive, SECOND, MORNING).number == 2
    before = tree(root)
    with pytest.raises(OSError, match="the clock has stopped"):
        add(archive, THIRD)
    assert tree(root) == before


@pytest.mark.parametrize("there", [False, True])
def test_a_clock_that_fails_makes_no_folder(root: Path, there: bool) -> None:
    def stopped() -> datetime:
        raise OSError("the clock has stopped")

    if there:
        root.mkdir()
    with pytest.raises(OSError, match="the clock has stopped"):
        add(Archive(root, clock=stopped), FIRST)
    assert root.exists() is there
    assert not there or [*root.iterdir()] == []


def test_the_clock_is_asked_again_where_another_made_the_archive_meanwhile(root: Path) -> None:
    times = [MORNING, MORNING + timedelta(hours=1)]

    def clock() -> datetime:
        if not root.exists():
            add(Archive(root), FIRST)
        return times.pop(0)

    assert add(Archive(root, clock=clock), SECOND).created == MORNING + timedelta(hours=1)


def test_times_of_deposit_run_as_the_versions_do(root: Path) -> None:
    """The clock is asked under the lock: whoever adds meanwhile waits, and asks for the time after that."""

    def clock() -> datetime:
        with pytest.raises(ArchiveError, match="another process is adding to it"):
            add(Archive(root), SECOND)
        return MORNING

    add(Archive(root), FIRST)
    assert add(Archive(root, clock=clock), SECOND).created == MORNING


# Ids


@pytest.mark.parametrize(
    "name",
    [
        "tag:a.example,2026:../../../../etc/passwd",
        "file:///etc/passwd",
        "x:" + "y" * 3000,
        "tag:пример.example,2026:шторм",
        "http://[::1]/a?b=%00&c='\"".replace('"', ""),
        "urn:uuid:00000000-0000-0000-0000-000000000000",
    ],
)
def test_hostile_ids_are_names_like_others(empty: Archive, root: Path, name: str) -> None:
    version = empty.deposit(captured(OTHER, name), OTHER.encode())
    assert empty.blogs() == (name,)
    assert empty.blog(version) == captured(OTHER, name)
    assert empty.verify() == ()
    assert max(len(part) for path in tree(root) for part in path.split("/")) <= 200
    assert sorted(path.name for path in root.parent.iterdir()) == ["archive"]


def test_two_ids_that_differ_in_case_are_two_blogs(empty: Archive) -> None:
    for name in ("tag:a.example,2026:Storm", "tag:a.example,2026:storm"):
        empty.deposit(captured(OTHER, name), OTHER.encode())
    assert len(empty.blogs()) == 2
    assert empty.verify() == ()


def test_an_entry_of_another_blog_is_refused(empty: Archive, root: Path) -> None:
    blog = evolve(captured(FIRST), id="tag:other.example,2026:x")
    before = tree(root)
    with pytest.raises(ModelError, match="is of another blog than"):
        empty.deposit(blog)
    assert tree(root) == before


def test_a_blog_without_ids_gets_them(empty: Archive) -> None:
    blog = captured(FIRST)
    bare = evolve(blog, entries=[entry.named("") for entry in blog.entries])
    assert empty.blog(empty.deposit(bare)) == blog


def test_a_blog_without_entries_is_kept_too(empty: Archive) -> None:
    version = empty.deposit(evolve(full_blog(), entries=()))
    assert empty.blog(version).entries == ()
    assert empty.verify() == ()
    assert empty.deposit(full_blog()).entries == 9


@pytest.mark.parametrize(
    ("created", "clocked", "told"),
    [
        (True, True, "captured at this time"),
        (False, True, "deposited at this time; that of the capture is not stated"),
        (False, False, "no time is stated, neither of the capture nor of the deposit; the date stands for none"),
    ],
)
def test_the_crate_says_what_its_date_is_of(tmp_path: Path, created: bool, clocked: bool, told: str) -> None:
    when = datetime(2026, 5, 7, 9, tzinfo=UTC)
    archive = Archive(tmp_path / "archive", clock=(lambda: when) if clocked else None)
    archive.deposit(captured(FIRST), FIRST.encode(), when if created else None)
    (path,) = (tmp_path / "archive").rglob("ro-crate-metadata.json")
    root = orjson.loads(path.read_bytes())["@graph"][1]
    assert root["description"] == f"A live blog as one capture shows it, with 4 entries. Its date: {told}."
