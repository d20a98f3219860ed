"""The site of an archive: what stands where, what it says of the past, and that a browser can use it."""

import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import lxml.html
import orjson
import pytest
from icalendar import Calendar
from lxml import etree
from tests.exporters.html.pages import HOSTILE_ID
from tests.judges.browser import Answer, look, served

import liveblog_archive as lba
from liveblog_archive.archive.opening import make
from liveblog_archive.archive.storage import Storage
from liveblog_archive.errors import ArchiveError
from liveblog_archive.folders import update_folder
from liveblog_archive.identity import version_id
from liveblog_archive.site import Plan, site

from .archives import BLOG_ID, FOLDER, archive, captures

PLAN = Plan(title="Harbours & <b>storms</b>", url="https://example.org/live")
NOW = {entry.headline: entry.id.rpartition("#")[2] for entry in captures()[0].entries}
FERRY, TURNS, LIFEBOAT, CAFE = (
    NOW[name] for name in ("Ferry leaves", "Ferry turns back", "Lifeboat is back", "Café opens")
)
PILOTS, LIGHT = NOW["A second light"], NOW["Pilots meet"]  # the second carries on what is merged
PHRASES = ('"met at the station"', "„Pilots met“", "«the station» PILOTS", "“talk about mar",
           '"for 1200 crowns"', "1.200 pilots", "pilots 1200", "1\u202f200 pilots")  # fmt: skip
NO_PHRASES = ('"at met"', '"talk about mar"', "„lights pilots“")
HISTORIES = {FERRY, TURNS, LIFEBOAT, CAFE, PILOTS, LIGHT}

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> lba.Archive:
    return archive(tmp_path_factory.mktemp("site") / "archive")


@pytest.fixture(scope="module")
def files(kept: lba.Archive) -> Files:
    return {path: b"".join(pieces) for path, pieces in site(kept, PLAN)}


def document(files: Files, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(files[path].decode())


def words(node: lxml.html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_everything_stands_where_the_manual_says(files: Files) -> None:
    around = {"index.html", "verify.html", "404.html", "robots.txt", "sitemap.xml", "feed.atom", "linkset.json"}
    inside = {"index.html", "v1.html", "v2.html", "v3.html", "blog.ics", "blog.jsonld", "blog.pdf", "blog.xml"}
    inside |= {"versions.txt", "feed.atom", "linkset.json"} | {f"entries/{local}.html" for local in HISTORIES}
    assert around | {f"blogs/{FOLDER}/{name}" for name in inside} <= set(files)
    own = {path for path in files if path.startswith(f"blogs/{FOLDER}/")}
    assert own == {f"blogs/{FOLDER}/{name}" for name in inside}


def test_every_link_within_the_site_leads_somewhere(files: Files) -> None:
    ids = {path: set(document(files, path).xpath("//@id")) for path in files if path.endswith(".html")}
    dead = []
    for path in ids:
        if path == "404.html":
            continue
        for href in document(files, path).xpath("//a/@href | //head/link/@href"):
            if re.match(r"[a-z]+:", href):
                continue
            name, _, fragment = href.partition("#")
            target = str((Path("/") / Path(path).parent / name).resolve())[1:] if name else path
            target = f"{target}/index.html" if name.endswith("/") else target
            if target not in files or (fragment and fragment not in ids.get(target, {fragment})):
                dead.append((path, href))
    assert dead == []


def test_the_latest_page_says_what_became_of_entries(files: Files) -> None:
    page = document(files, f"blogs/{FOLDER}/index.html")
    gone = {words(item) for item in page.xpath("//section[@class='gone']//li")}
    split = next(one for one in gone if one.startswith(TURNS))
    assert re.fullmatch(rf"{TURNS} split into several entries: since capture 2 [0-9a-z]{{12}} History", split)
    assert gone - {split} == {
        f"{CAFE} deleted: since capture 2 History",
        f"{LIFEBOAT} deleted: since capture 3 History",
        f"{LIGHT} merged with another entry: since capture 2 {PILOTS} History",
    }
    assert set(page.xpath("//section[@class='gone']//li/@id")) == {CAFE, LIFEBOAT, LIGHT}


def test_a_history_shows_what_was_changed_word_by_word(files: Files) -> None:
    page = document(files, f"blogs/{FOLDER}/entries/{FERRY}.html")
    assert page.xpath("//del/text()") == ["forty"]
    assert page.xpath("//ins/text()") == ["fifty"]
    assert [words(one) for one in page.xpath("//section[@class='version']/h3")] == ["Captures 2 to 3", "Capture 1"]
    first = captures()[0].entries[0]
    assert str(version_id(first)) in words(page)


def test_a_tombstone_shows_what_an_entry_said(files: Files) -> None:
    page = document(files, f"blogs/{FOLDER}/entries/{CAFE}.html")
    said = words(page)
    assert "This entry is no longer in the blog" in said
    assert "The café on the mole will open at six" in said
    assert "Capture 2: deleted" in said
    assert "Capture 2: merged" in words(document(files, f"blogs/{FOLDER}/entries/{LIGHT}.html"))


def test_versions_lead_to_each_other(files: Files) -> None:
    def links(path: str) -> dict[str, str]:
        found = document(files, f"blogs/{FOLDER}/{path}").xpath("//head/link[@rel]")
        return {one.get("rel"): one.get("href") for one in found}

    assert links("v1.html")["successor-version"] == "v2.html"
    assert links("v2.html")["predecessor-version"] == "v1.html"
    assert links("v3.html")["latest-version"] == "./"
    assert "successor-version" not in links("v3.html")
    assert links(f"entries/{FERRY}.html")["cite-as"] == f"https://example.org/live/blogs/{FOLDER}/#{FERRY}"
    assert links("index.html")["type"] == "https://schema.org/LiveBlogPosting"
    assert (links("index.html")["item"], links("index.html")["describedby"]) == ("blog.pdf", "blog.ics")
    assert links("index.html")["cite-as"] == f"https://example.org/live/blogs/{FOLDER}/"


def test_the_other_formats_are_valid_and_their_digests_are_shown(files: Files) -> None:
    import hashlib

    shown = words(document(files, "verify.html"))
    for name in ("blog.jsonld", "blog.xml", "blog.ics"):
        data = files[f"blogs/{FOLDER}/{name}"]
        assert lba.validate(data) == ()
    for name in ("blog.jsonld", "blog.xml", "blog.ics", "blog.pdf"):
        assert hashlib.sha256(files[f"blogs/{FOLDER}/{name}"]).hexdigest() in shown
    blog = lba.parse(files[f"blogs/{FOLDER}/blog.jsonld"])
    lines = files[f"blogs/{FOLDER}/versions.txt"].decode().splitlines()
    assert lines == [f"{version_id(entry).hex}  {entry.id}" for entry in blog.entries]


@pytest.mark.parametrize(("name", "file"), [("ical", "blog.ics"), ("jsonld", "blog.jsonld")])
def test_formats_that_tell_of_the_past_are_what_the_archive_exports(
    kept: lba.Archive, files: Files, name: str, file: str
) -> None:
    latest = kept.versions(BLOG_ID)[-1]
    assert files[f"blogs/{FOLDER}/{file}"] == kept.export(latest, name) != lba.export(kept.blog(latest), name)


def test_who_subscribes_to_the_calendar_is_told_of_edits_and_withdrawals(files: Files) -> None:
    events = {
        str(event["X-LIVEBLOG-ENTRY-ID"]).rpartition("#")[2]: (int(event["SEQUENCE"]), str(event["STATUS"]))
        for event in Calendar.from_ical(files[f"blogs/{FOLDER}/blog.ics"]).events
    }
    edited, withdrawn = (1, "CONFIRMED"), (1, "CANCELLED")
    known = {FERRY: edited, TURNS: edited, PILOTS: edited, CAFE: withdrawn, LIFEBOAT: withdrawn, LIGHT: withdrawn}
    assert {name: event for name, event in events.items() if name in known} == known
    assert [event for name, event in events.items() if name not in known] == [(0, "CONFIRMED")]


def test_the_feed_dates_an_entry_that_was_edited_by_the_capture_that_shows_it_so(files: Files) -> None:
    read = feedparser.parse(files[f"blogs/{FOLDER}/feed.atom"])
    dated = {one.title: one.updated for one in read.entries}
    assert dated["All are safe"] == "2021-11-16T12:06:00+04:00"
    assert dated["Ferry leaves"] == read.feed.updated == "2021-11-18T08:00:00+00:00"


def test_the_json_ld_of_every_page_is_valid(files: Files) -> None:
    pages = [path for path in files if re.search(r"/(index|v\d+)\.html$", path)]
    assert len(pages) > 5
    for path in pages:
        (data,) = document(files, path).xpath("//script[@type='application/ld+json']/text()")
        assert lba.validate(data, "jsonld") == (), path


ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("path", ["feed.atom", f"blogs/{FOLDER}/feed.atom"])
def test_feeds_are_what_rfc_4287_asks(files: Files, path: str) -> None:
    read = feedparser.parse(files[path])
    assert not read.bozo
    root = etree.fromstring(files[path])
    assert root.tag == f"{ATOM}feed"
    for node in [root, *root.iter(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1, (path, name)
        assert re.fullmatch(r"[a-z]+:.+", node.findtext(f"{ATOM}id"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)", node.findtext(f"{ATOM}updated"))
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert {one.get("rel") for one in root.findall(f"{ATOM}link")} == {"alternate", "self"}
    ids = [one.findtext(f"{ATOM}id") for one in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > 2


def test_machines_find_the_parts(files: Files) -> None:
    links = orjson.loads(files[f"blogs/{FOLDER}/linkset.json"])["linkset"][0]
    here = f"https://example.org/live/blogs/{FOLDER}/"
    assert links["anchor"] == here
    assert links["cite-as"] == [{"href": here}]
    assert [one["href"] for one in links["describedby"]] == [
        f"{here}{name}" for name in ("blog.jsonld", "blog.xml", "blog.ics")
    ]
    assert links["item"] == [{"href": f"{here}blog.pdf", "type": "application/pdf"}]
    assert len(orjson.loads(files["linkset.json"])["linkset"][0]["item"]) == 2
    root = etree.fromstring(files["sitemap.xml"])
    addresses = [node.text for node in root.iter("{*}loc")]
    assert "https://example.org/live/" in addresses
    assert f"{here}v2.html" in addresses
    assert f"{here}entries/{CAFE}.html" in addresses
    assert len(addresses) == len(set(addresses)) == sum(path.endswith(".html") for path in files) - 1
    assert files["robots.txt"].decode().endswith("Sitemap: https://example.org/live/sitemap.xml\n")


def test_without_an_address_nothing_is_made_up(kept: lba.Archive) -> None:
    found = {path: b"".join(pieces) for path, pieces in site(kept, Plan(), [BLOG_ID])}
    assert "sitemap.xml" not in found
    assert found["robots.txt"] == b"User-agent: *\nAllow: /\n"
    page = document(found, f"blogs/{FOLDER}/index.html")
    assert page.xpath("//link[@rel='canonical']") == []
    assert page.xpath("//link[@rel='cite-as']/@href") == [BLOG_ID]
    assert {path.split("/")[1] for path in found if path.startswith("blogs/")} == {FOLDER}


def test_it_is_the_same_every_time(kept: lba.Archive, files: Files) -> None:
    assert {path: b"".join(pieces) for path, pieces in site(kept, PLAN)} == files


def test_blogs_without_a_title_are_told_apart_by_how_they_begin(tmp_path: Path) -> None:
    kept = lba.Archive(tmp_path / "kept")
    for number, begins in enumerate(("The dam gave way in the night.", "The mill is on fire.")):
        text = f"{begins}\n\n2026-03-09\n\n05:20: Nobody is hurt.\n\n05:40: The road is closed."
        kept.deposit(lba.parse(text, timezone="UTC", id=f"tag:r.example,2026:{number}"), text)
    found = {path: b"".join(content) for path, content in site(kept, Plan())}
    assert [words(one) for one in document(found, "index.html").xpath("//li/h3")] == [
        "“The dam gave way in the night.”",
        "“The mill is on fire.”",
    ]
    feeds = [content.decode() for path, content in found.items() if path.endswith("/feed.atom")]
    assert sum("<title>“The mill is on fire.”</title>" in one for one in feeds) == 1


def test_a_blog_that_is_not_there_is_an_error(kept: lba.Archive) -> None:
    with pytest.raises(ArchiveError) as caught:
        next(site(kept, PLAN, ["tag:news.example,2021:other"]))
    assert str(caught.value) == "tag:news.example,2021:other: the archive has no blog with this id; list its blogs"


def test_an_archive_that_is_damaged_is_an_error(tmp_path: Path) -> None:
    kept = archive(tmp_path / "archive")
    damaged = sorted((tmp_path / "archive").rglob("entries/*/*.json"))[:2]
    for path in damaged:
        path.write_bytes(b"{}")
    with pytest.raises(ArchiveError, match=r"damaged: .*, and \d+ more; verify the archive") as caught:
        next(site(kept, PLAN))
    assert "\n" not in str(caught.value)


def test_one_damage_is_told_alone(tmp_path: Path) -> None:
    kept = archive(tmp_path / "archive")
    (tmp_path / "archive" / "more.txt").write_bytes(b"x")
    with pytest.raises(ArchiveError, match=r"^more.txt: damaged: [^,]*; verify"):
        next(site(kept, PLAN))


def test_an_empty_archive_is_an_error(tmp_path: Path) -> None:
    make(Storage(tmp_path / "archive"))
    with pytest.raises(ArchiveError, match="the archive is empty; add a capture first"):
        next(site(lba.Archive(tmp_path / "archive"), PLAN))


# In a browser


@pytest.fixture(scope="module")
def seen(kept: lba.Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Answer]]:
    root = tmp_path_factory.mktemp("served")
    update_folder(root, site(kept, Plan(title="Harbours")))
    found, axe = {"wait": "document.querySelector('#results a')"}, {"axe": {}}
    none = {"wait": "document.getElementById('found').textContent === '0 entries'"}
    told = {"wait": "document.getElementById('found').textContent"}
    said = {
        "evaluate": "[document.getElementById('found').textContent,"
        " document.querySelector('#results a')?.getAttribute('href')]"
    }
    arrived = {
        "evaluate": "[location.pathname.split('/').slice(-2).join('/') + location.hash,"
        " document.querySelector(':target')?.id ?? null, document.getElementById('landed').textContent]"
    }
    landed = [{"wait": "location.hash"}, {"wait": "!document.getElementById('landed').hidden"}, arrived]
    ran = {"evaluate": "window.pwned ?? document.scripts.length"}
    width = {"evaluate": "document.documentElement.scrollWidth"}

    def typed(words: str) -> dict[str, list[str]]:
        return {"fill": ["#words", words]}

    moved = tmp_path_factory.mktemp("moved")
    update_folder(moved, site(kept, Plan(title="Harbours", url="https://news.example/live/")))
    with served(root) as url, served(moved) as elsewhere:
        jobs = {
            "elsewhere": {"url": f"{elsewhere}x/{CAFE}", "steps": [told, said]},
            "front": {"url": url, "steps": [axe, typed("the PILOTS lig"), found, said, axe]},
            "an id": {"url": url, "steps": [typed(f"{BLOG_ID}#{CAFE}.p1"), found, said]},
            "nothing": {"url": url, "steps": [typed("xyzzy"), told, said]},
            "an old address": {"url": f"{url}old/place/{LIGHT}.p1", "steps": landed},
            "a tombstone": {"url": f"{url}blogs/{FOLDER}/#{CAFE}", "steps": [arrived, axe]},
            "no such id": {"url": f"{url}x/222222222222", "steps": [told, said, axe]},
            "no id at all": {"url": f"{url}nothing", "steps": [said]},
            "phrases": {
                "url": url,
                "steps": [step for one in PHRASES for step in (typed("xyzzy"), none, typed(one), found, said)],
            },
            "no phrase": {
                "url": url,
                "steps": [step for one in NO_PHRASES for step in (typed("the"), found, typed(one), none, said)],
            },
            "verify": {"url": f"{url}verify.html", "width": 320, "steps": [axe, width]},
            "history": {"url": f"{url}blogs/{FOLDER}/entries/{FERRY}.html", "dark": True, "steps": [axe]},
            "hostile front": {"url": url, "steps": [typed("window pwned"), found, ran]},
        }
        yield dict(zip(jobs, look(list(jobs.values())), strict=True))


def test_a_browser_has_nothing_to_complain_of(seen: dict[str, Answer]) -> None:
    assert {name: answer.error for name, answer in seen.items() if answer.error} == {}
    said = [one for answer in seen.values() for one in answer.console if "404 (Not Found)" not in one]
    assert said == []
    assert all(url.startswith("http://127.0.0.1:") for answer in seen.values() for url in answer.requests)


def test_axe_has_nothing_to_complain_of(seen: dict[str, Answer]) -> None:
    assert seen["front"].results[0] == seen["front"].results[2] == []
    assert seen["a tombstone"].results[1] == seen["no such id"].results[1] == seen["verify"].results[0] == []
    assert seen["history"].results == [[]]
    assert seen["verify"].results[1] <= 320


def test_the_search_finds_entries_and_ids(seen: dict[str, Answer]) -> None:
    assert seen["front"].results[1] == ["1 entry", f"blogs/{FOLDER}/index.html#{PILOTS}"]
    assert seen["an id"].results[0] == ["1 entry", f"blogs/{FOLDER}/index.html#{CAFE}"]
    assert seen["nothing"].results[0] == ["0 entries", None]
    assert seen["hostile front"].results == [2]


def test_words_in_quotation_marks_stand_side_by_side(seen: dict[str, Answer]) -> None:
    assert seen["phrases"].results == [["1 entry", f"blogs/{FOLDER}/index.html#{PILOTS}"]] * len(PHRASES)
    assert seen["no phrase"].results == [["0 entries", None]] * len(NO_PHRASES)


def test_an_address_that_is_not_there_finds_what_became_of_its_entry(seen: dict[str, Answer]) -> None:
    path, target, notice = seen["an old address"].results[0]
    assert (path, target) == (f"{FOLDER}/index.html#{PILOTS}", PILOTS)
    assert notice == f"{LIGHT} · merged with another entry: since capture 2 · {PILOTS}"
    assert seen["a tombstone"].results[0][:2] == [f"{FOLDER}/#{CAFE}", CAFE]
    assert seen["no such id"].results[0][0] == "No blog here has an entry 222222222222."
    assert seen["elsewhere"].results[0][0] == f"The entry {CAFE} could not be looked for."
    assert seen["no id at all"].results[0] == ["", None]


def test_hostile_blogs_are_in_it(files: Files) -> None:
    assert HOSTILE_ID in words(document(files, "verify.html"))
    assert "<b>storms</b>" in words(document(files, "index.html"))
