"""Parts of a site: what things are called, the search index, feeds, and histories."""

import re
from datetime import UTC, date, datetime
from importlib import resources

import feedparser
import lxml.html
import orjson
import pytest
from lxml import etree
from tests.samples import clock

import liveblog_archive as lba
from liveblog_archive.errors import ExportError
from liveblog_archive.exporters.html.printing import PROGRAM
from liveblog_archive.exporters.html.safety import direction
from liveblog_archive.exporters.html.words import Words, phrases
from liveblog_archive.identity import identify
from liveblog_archive.identity.edits import PARTS
from liveblog_archive.identity.history import History
from liveblog_archive.identity.links import LINK_KINDS
from liveblog_archive.identity.typography import GROUPED
from liveblog_archive.model import (
    Entry,
    LiveBlog,
    Moment,
    Paragraph,
    Quotation,
)  # fmt: skip
from liveblog_archive.overview.furniture import Furniture
from liveblog_archive.searching import LETTERS, MARKS, QUOTATION_MARKS, terms
from liveblog_archive.site import Plan, feeds, site
from liveblog_archive.site.plan import slug
from liveblog_archive.site.search import SearchIndex, shard_of, words

from .archives import BLOG_ID, FOLDER, captures


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        (BLOG_ID, FOLDER),
        ("https://news.example/live/Été à l’Île/", "ete-a-lile-"),
        ("tag:news.example,2021:буря", ""),
        (f"tag:news.example,2021:{'long-' * 40}", "long-long-long-long-long-long-long-long-long-lon-"),
        ("tag:a.example,2021:../../etc/passwd", "passwd-"),
    ],
)
def test_a_folder_depends_on_the_id_alone(name: str, folder: str) -> None:
    found = slug(name)
    assert found == folder or (found.startswith(folder) and len(found) == len(folder) + 8)
    assert found.replace("-", "").isalnum()
    assert found.isascii()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x/",
        "example.org",
        "https://",
        "https://a.example/?q",
        "https://a.example/#f",
        "http://[",
        "http://[x]/",
        "http://:80/",
        "http://a.example:x/",
        "http://a.example:99999/",
        "http://a.example/a b",
        "http://a.example/\n",
    ],
)
def test_an_address_that_is_none_is_an_error(url: str) -> None:
    with pytest.raises(ExportError, match="is not the address of a site; give one such as"):
        Plan(url=url)


def test_an_address_is_that_of_a_folder() -> None:
    plan = Plan(url="https://example.org/live")
    assert (plan.url, plan.root) == ("https://example.org/live/", "/live/")
    assert plan.absolute("blogs/a/index.html") == "https://example.org/live/blogs/a/"
    assert (Plan().root, Plan().absolute("index.html")) == ("/", None)


# The search index


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ferry, the ferry!", {"the", "ferry"}),
        ("Café ŠEF İstanbul", {"cafe", "sef", "istanbul"}),
        ("Ծովափ 2021թ.", {"ծովափ", "2021թ"}),
        ("οδός", {"οδοσ"}),
        ("東京で", {"東", "京", "で"}),
        ("สะพานปิดแล้ว", {*"สะพานปิดแล้ว"}),
        ("हिंदी हादा", {"हिंदी", "हादा"}),
        ("שָׁלוֹם", {"שלום"}),
        ("مُحَمَّد", {"محمد"}),
        ("𠮷野", {"𠮷", "野"}),
        ("ﬁre", {"fire"}),
        ("IŞIK ışık", {"isik"}),
        ("Straße STRASSE", {"strasse"}),
        ("a\u00adground", {"aground"}),
        ("2:0 ⚽️🔴goal", {"2", "0", "⚽", "🔴", "goal"}),
        ("x" * 41, set()),
        ("a_b-c", {"a", "b", "c"}),
        ("1,200 of 3.141.592, 1.5", {"1", "200", "1200", "of", "3", "141", "592", "3141592", "5"}),
    ],
)
def test_words_are_found_whatever_their_marks_and_case(text: str, found: set[str]) -> None:
    assert words(text) == found
    assert all(words(word) == {word} for word in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("missing deckhand", [("missing", False), ("deckhand", False)]),
        ('"missing deckhand" found', [("missing deckhand", True), ("found", False)]),
        (
            "„eins zwei“ «un deux» “one two” »eins«",
            [("eins zwei", True), ("un deux", True), ("one two", True), ("eins", True)],
        ),
        ('the "still typ', [("the", False), ("still typ", True)]),
        ('צה"ל אישר', [('צה"ל', False), ("אישר", False)]),
        ('"צה"ל אישר" את', [('צה"ל אישר', True), ("את", False)]),
        ('a 5" gun', [("a", False), ('5"', False), ("gun", False)]),
        ('"" " "', []),
        ("", []),
    ],
)
def test_quotation_marks_of_any_language_make_a_phrase(text: str, found: list[tuple[str, bool]]) -> None:
    assert terms(text) == found


def test_the_script_of_pages_leaves_out_the_same_marks_and_knows_the_same_phrases() -> None:
    source = resources.files("liveblog_archive.exporters.html").joinpath("assets/searching.js").read_text("utf-8")
    (term,) = re.findall(r"const TERM = /(.*)/gsu;", source)
    assert set(re.findall(r"\[([^\]]*\"[^\]]*)\]", term)) == {QUOTATION_MARKS}
    (marks,) = re.findall(r"const MARKS = /\[(.*?)\]/gu;", source)
    assert marks.encode().decode("unicode_escape") == MARKS
    (grouped,) = re.findall(r"const GROUPED = /(.*)/gu;", source)
    as_here = grouped.replace(r"\p{Nd}", r"\d").replace("(?<sign>", "(?P<sign>").replace(r"\k<sign>", "(?P=sign)")
    assert as_here == GROUPED.pattern
    assert all(f'"{letter.lower()}": "{other.lower()}"' in source for letter, other in LETTERS.items())


def test_an_index_is_in_files_by_first_letters() -> None:
    blog = captures()[0]
    index = SearchIndex()
    titles = dict(index.add("harbour", blog.entries, [entry.id for entry in blog.entries]))
    (title,) = titles
    assert title == "search/entries/harbour-0.json"
    assert orjson.loads(titles[title])[0] == [
        blog.entries[0].id.rpartition("#")[2], "2021-11-16", "12:01", "Ferry leaves",
    ]  # fmt: skip
    files = dict(index.files())
    assert orjson.loads(files[f"search/words/{shard_of('pilots')}.json"])["pilots"] == {"harbour": [1, 4]}
    local = blog.entries[0].id.rpartition("#")[2]
    assert orjson.loads(files[f"search/ids/{local[:2]}.json"])[local] == ["harbour"]


def test_titles_are_in_files_of_five_hundred() -> None:
    entries = [Entry(body=[Paragraph(f"Report {n}")]) for n in range(501)]
    blog = identify(LiveBlog(id=BLOG_ID, entries=entries))
    names = [name for name, _ in SearchIndex().add("a", blog.entries, [entry.id for entry in blog.entries])]
    assert names == ["search/entries/a-0.json", "search/entries/a-1.json"]


# Feeds


def feed_of(*entries: Entry) -> bytes | None:
    blog = identify(LiveBlog(id=BLOG_ID, entries=entries))
    return feeds.blog_feed(blog, blog.entries, "index.html", None, History())


def test_a_feed_has_what_is_certain_of_time() -> None:
    assert feed_of(Entry(body=[Paragraph("x")])) is None
    naive = Moment(value=datetime(2021, 11, 16, 12), precision="minute")  # noqa: DTZ001 - a clock of no known zone
    day = Moment(value=date(2021, 11, 16), precision="day")
    assert feed_of(Entry(body=[Paragraph("x")], time=naive), Entry(headline="y", time=day)) is None
    data = feed_of(
        Entry(headline="One", time=clock("12:00", 12), modified=clock("", 13), url="https://news.example/#1"),
        Entry(body=[Paragraph("Two\x0b")], time=clock("12:30", 12, 30)),
    )
    read = feedparser.parse(data)
    assert [one.title for one in read.entries] == ["Two[U+000B]", "One"]
    assert [one.updated for one in read.entries] == ["2021-11-16T12:30:00+04:00", "2021-11-16T13:00:00+04:00"]
    assert read.feed.updated == "2021-11-16T13:00:00+04:00"
    assert [link.rel for link in read.entries[1].links] == ["alternate", "via"]
    assert read.feed.author == BLOG_ID


def test_a_very_large_site_has_several_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST", 2)
    pages = [("index.html", datetime(2021, 11, 16, tzinfo=UTC)), ("a.html", None), ("b.html", None)]
    files = dict(feeds.sitemap(Plan(url="https://example.org/"), pages))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    inside = [node.text for node in etree.fromstring(files["sitemap.xml"]).iter("{*}loc")]
    assert inside == ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"]


def test_where_no_time_is_known_there_is_no_feed(tmp_path) -> None:
    kept = lba.Archive(tmp_path / "archive")
    kept.deposit(identify(LiveBlog(id=BLOG_ID, title="x", entries=[Entry(body=[Paragraph("x")])])))
    files = {path: b"".join(pieces) for path, pieces in site(kept, Plan())}
    assert not [path for path in files if path.endswith(("feed.atom", "blog.ics"))]
    assert b"blog.ics" not in files[f"blogs/{FOLDER}/index.html"]
    assert f'<a href="verify.html#{FOLDER}">without blog.ics</a>'.encode() in files["index.html"]
    reason = "no time is known of any entry nor of the capture, and iCalendar demands one (RFC 5545 3.8.7.2)"
    assert f"blog.ics</th><td>not here: {reason}</td>".encode() in files["verify.html"]
    assert b"feed.atom" not in files["index.html"] + files[f"blogs/{FOLDER}/index.html"]
    assert b"feed.atom" not in files[f"blogs/{FOLDER}/linkset.json"]


def test_a_site_without_an_address_has_a_feed_with_a_name_of_its_own(tmp_path) -> None:
    kept = lba.Archive(tmp_path / "archive")
    kept.deposit(captures()[0], created=datetime(2021, 11, 17, tzinfo=UTC))
    files = {path: b"".join(pieces) for path, pieces in site(kept, Plan())}
    read = feedparser.parse(files["feed.atom"])
    assert read.feed.id.startswith("urn:uuid:")
    assert read.entries[0].link == f"blogs/{FOLDER}/v1.html"


# Histories


@pytest.mark.parametrize("basis", ["captured", "deposited"])
def test_the_time_of_a_deposit_is_never_told_as_that_of_a_capture(tmp_path, basis: str) -> None:
    when = datetime(2021, 11, 17, 8, tzinfo=UTC)
    kept = lba.Archive(tmp_path / "archive", clock=lambda: when)
    for one in captures()[:2]:
        kept.deposit(one, created=when if basis == "captured" else None)
    files = {path: b"".join(pieces).decode(errors="replace") for path, pieces in site(kept, Plan())}
    stated = "2021-11-17T08:00:00+00:00"
    assert f"<td>{basis} {stated}</td>" in files["verify.html"]
    pages = [text for path, text in files.items() if "/entries/" in path and path.endswith(".html")]
    assert pages
    for page in pages:
        said = f"{basis} 17 November 2021, 08:00 UTC"
        assert page.count(f'<time datetime="{stated}">{said}</time>') == page.count(f'"{stated}"') > 0
    day = "17 November 2021" if basis == "captured" else "deposited 17 November 2021"
    assert f"v1 ({day})" in files[f"blogs/{FOLDER}/index.html"]


def test_a_history_in_arabic_has_its_dates_written_out_and_what_is_typed_from_left_to_right(tmp_path) -> None:
    kept = lba.Archive(tmp_path / "archive")
    for hour in (9, 10):
        shown = Entry(native_id="b1", body=[Paragraph("السوق مغلق.")], time=clock(f"{hour}:00", hour))
        blog = identify(LiveBlog(id=BLOG_ID, title="السوق", language="ar", entries=[shown]))
        kept.deposit(blog, created=datetime(2021, 11, 17, hour, tzinfo=UTC))
    files = {path: b"".join(pieces).decode(errors="replace") for path, pieces in site(kept, Plan())}
    [page] = (text for path, text in files.items() if "/entries/" in path and path.endswith(".html"))
    shown = re.sub(r"<[^>]*>", "", page)
    assert "حُفظت في 17 نوفمبر 2021، 10:00" in shown
    assert not re.search(r"[\u0600-\u06ff] \d{4}-\d\d-\d\d", shown)  # a date that lines of Arabic turn round
    assert '<p class="difference" dir="ltr"' in page
    assert "<bdi>10:00</bdi>" in page


def test_a_history_names_who_is_quoted_and_has_no_word_of_another_language(tmp_path) -> None:
    kept = lba.Archive(tmp_path / "archive")
    said = Paragraph("Das Wehr ist seit heute früh wieder offen, sagt die Stadt.")
    for body in ((said, Quotation("Niemand ist in Gefahr.", "Die Bürgermeisterin")), (said,)):
        entries = [Entry(native_id="b1", body=body, time=clock("9:00", 9))]
        kept.deposit(identify(LiveBlog(id=BLOG_ID, title="Hafen", language="de", entries=entries)))
    files = {path: b"".join(pieces).decode(errors="replace") for path, pieces in site(kept, Plan())}
    [page] = (text for path, text in files.items() if "/entries/" in path and path.endswith(".html"))
    assert "<del>Zitat</del>" in page
    assert "quotation" not in page
    assert '<p dir="auto">Niemand ist in Gefahr.</p><p dir="auto">— Die Bürgermeisterin</p>' in page


def test_what_a_capture_ends_before_is_not_said_to_be_deleted(tmp_path) -> None:
    kept = lba.Archive(tmp_path / "archive")
    shown = [Entry(native_id=f"b{n}", body=[Paragraph(f"Post number {n}.")], time=clock("x", 9, n)) for n in range(4)]
    for first in (0, 1):
        entries = shown[first : first + 3][::-1]
        kept.deposit(identify(LiveBlog(id=BLOG_ID, title="x", order="newest-first", entries=entries)))
    files = {path: b"".join(pieces) for path, pieces in site(kept, Plan())}
    page = b" ".join(re.sub(rb"<[^>]*>", b"", files[f"blogs/{FOLDER}/index.html"]).split())
    assert b"beyond the end of the capture: since capture 2" in page
    path = f"blogs/{FOLDER}/entries/{kept.unseen()[0].id.rpartition('#')[2]}.html"
    assert b"The latest capture does not show this entry" in files[path]
    assert b"no longer in the blog" not in files[path]


@pytest.mark.parametrize(("language", "own"), [("he", "he"), ("fa", "en"), (None, "en")])
def test_the_page_of_an_entry_is_in_the_language_of_its_blog(tmp_path, language: str | None, own: str) -> None:
    kept = lba.Archive(tmp_path / "archive")
    body = [Paragraph("השופטת שרקה לפתיחת המשחק באולם המלא.")]
    other = Entry(headline="המשחק מתחיל", body=body, time=clock("x", 8))
    for score in ("41", "43"):
        body = [Paragraph(f"הקבוצה הביתית מובילה {score} לפני הרבע האחרון.")]
        entries = [other, Entry(headline="מאמן הקבוצה: “נילחם עד הסוף”", body=body, time=clock("x", 9))]
        kept.deposit(identify(LiveBlog(id=BLOG_ID, title="כדורסל", language=language, entries=entries)))
    files = {path: b"".join(pieces) for path, pieces in site(kept, Plan())}
    (path,) = (path for path in files if re.search("/entries/.*html", path))
    page = lxml.html.document_fromstring(files[path].decode())
    said = Words(Furniture(own))
    assert (page.get("lang"), page.get("dir")) == (own, direction(own))
    assert [one.text_content() for one in page.xpath("//h2 | //h3 | //h4 | //summary")] == [
        said("happened"), said("versions"), said("capture-n", n=2), said("changed", part=said("part-text")),
        said("whole-text"), said("capture-n", n=1),
    ]  # fmt: skip
    assert page.xpath("//li/b/text()") == [said("fate-edited")]
    assert page.xpath("//p[@class='lead']/a/text()") == [said("entry-here")]
    assert page.xpath("//footer//text()") == [said("made-with", program=PROGRAM)]
    assert page.xpath("//h1/@lang | //p[@class='difference']/@lang") == (["fa"] * 2 if language == "fa" else [])
    assert (
        b"ins, del, time, code { unicode-bidi: isolate; }" in files[path]
    )  # or the numbers of a change run together


def test_every_part_and_every_event_has_a_name() -> None:
    named = set(phrases("en"))
    assert {f"part-{part}" for part in PARTS} <= named
    assert {f"fate-{kind}" for kind in set(LINK_KINDS) - {"same", "inserted"}} <= named
