"""The reading page as a file: what it says of a blog to readers and to machines, and how large it is."""

import json
import re
import shutil
import subprocess
from datetime import date, datetime, timedelta
from importlib import resources

import lxml.html
import pytest
from attrs import evolve

import liveblog_archive as lba
from liveblog_archive.characters import RIGHT_TO_LEFT
from liveblog_archive.citation.wording import ABBREVIATIONS, FIRST_WORDS, brief
from liveblog_archive.errors import CitationError, ExportError
from liveblog_archive.exporters.format_options import PageOptions
from liveblog_archive.exporters.html.citing import first_words, squeezed
from liveblog_archive.exporters.html.machine import DESCRIBED, LATEST
from liveblog_archive.exporters.html.page import page
from liveblog_archive.exporters.html.setting import Landing, Reference, Setting
from liveblog_archive.exporters.html.words import SCRIPTED, Words
from liveblog_archive.identity import identify
from liveblog_archive.model import Agent, CapturedSource, Embed, Entry, Link, LiveBlog, Media, Moment, Paragraph
from liveblog_archive.overview.furniture import LANGUAGES, Furniture
from tests.benchmarks import material
from tests.benchmarks.opening import bare, text_size
from tests.samples import YEREVAN, clock, full_blog, headed

from .pages import ALL, rendered, written

ID = "tag:news.example,2026:page"


def blog(*entries: Entry, **more: object) -> LiveBlog:
    told = {"id": ID, "title": "A page", "language": "en", "timezone": "Asia/Yerevan", "order": "oldest-first"}
    return identify(LiveBlog(**(told | {"entries": entries} | more)))


def document(made: LiveBlog, options: PageOptions = ALL, setting: Setting | None = None) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(rendered(made, options, setting).decode())


def said(nodes: list[lxml.html.HtmlElement]) -> list[str]:
    return [" ".join(node.text_content().split()) for node in nodes]


# What readers see


def test_every_word_of_every_block_is_on_the_page() -> None:
    made = full_blog()
    text = " ".join(document(made).xpath("string(//main)").split())
    for entry in made.entries:
        for words in (
            entry.headline,
            entry.summary,
            *(part for block in entry.body for part in block.text.split("\n")),
        ):
            assert " ".join((words or "").split()) in text
    for words in ("Fire service", "A. Example", "A bridge under fog", "example-social", "https://social.example/1"):
        assert words in text


def test_every_paragraph_has_its_number_as_id() -> None:
    made = full_blog()
    page = document(made)
    for entry in made.entries:
        local = entry.id.rpartition("#")[2]
        (article,) = page.xpath(f"//article[@id='{local}']")
        assert article.xpath("./*[contains(@id, '.p')]/@id") == [f"{local}.p{n + 1}" for n in range(len(entry.body))]


@pytest.mark.parametrize(
    ("entry", "time", "remark"),
    [
        (Entry(body=[Paragraph("x")], time=clock("5:50 p.m.:", 17, 50)), "5:50 p.m.", []),
        (
            Entry(body=[Paragraph("x")], time=evolve(clock("17:50", 17, 50), qualifier="inferred")),
            "17:50",
            ["inferred"],
        ),
        (
            Entry(body=[Paragraph("x")], time=evolve(clock("3 p.m.", 15), qualifier="approximate")),
            "3 p.m.",
            ["about"],
        ),
        (
            Entry(body=[Paragraph("x")], time=evolve(clock("At approximately 3 p.m.,", 15), qualifier="approximate")),
            "about 15:00",
            ["At approximately 3 p.m."],
        ),
        (
            Entry(
                body=[Paragraph("x")],
                time=Moment(value=date(2021, 11, 16), precision="day", qualifier="approximate"),
            ),
            "about",
            ["about"],
        ),
        (Entry(body=[Paragraph("x")], time=clock("", 17, 50)), "17:50", []),
        (Entry(body=[Paragraph("x")], time=Moment(text="95'")), "95'", ["day not stated"]),
        (Entry(body=[Paragraph("x")]), "—", ["no time printed"]),
        (Entry(body=[Paragraph("x")], day=date(2021, 11, 16)), "—", ["some time that day"]),
    ],
)  # fmt: skip
def test_a_time_is_shown_as_it_was_printed_and_as_far_as_it_is_known(
    entry: Entry, time: str, remark: list[str]
) -> None:
    page = document(blog(entry))
    assert said(page.xpath("//article/h3/a")) == [time]
    assert said(page.xpath("//article/p[@class='meta']")) == remark


@pytest.mark.parametrize(
    ("language", "byline", "listed"),
    [
        ("en", "By Ani (Reporter), Desk and Ines", "Ani (Reporter), Desk and Ines"),
        ("es", "Por Ani (Reporter), Desk e Ines", "Ani (Reporter), Desk e Ines"),
    ],
)
def test_people_have_their_roles_and_lead_to_their_addresses(language: str, byline: str, listed: str) -> None:
    people = [Agent(name="Ani", role="Reporter", url="https://a.example/"), Agent(name="Desk"), Agent(name="Ines")]
    page = document(blog(Entry(body=[Paragraph("a")], authors=people), authors=people, language=language))
    (below,), (above,) = page.xpath("//article/p[@class='meta']/span[a]"), page.xpath("//dl[@class='scope']//dd[a]")
    assert (below.text_content(), above.text_content()) == (byline, listed)
    for place in (below, above):
        assert [(link.text, link.get("href")) for link in place.xpath("a")] == [
            ("Ani (Reporter)", "https://a.example/")
        ]


def test_the_address_of_a_person_that_no_page_may_lead_to_is_printed() -> None:
    page = document(blog(Entry(body=[Paragraph("a")], authors=[Agent(name="Ani", url="ftp://a.example/ani")])))
    assert said(page.xpath("//span[span]")) == ["By Ani [address not linked: ftp://a.example/ani]"]


def test_an_entry_without_a_time_stands_between_its_neighbours() -> None:
    before, after = clock("13:45", 13, 45), clock("15:00", 15)
    between = Entry(headline="Between", day=date(2021, 11, 16))

    def remark(*entries: Entry) -> list[str]:
        return said(document(blog(*entries)).xpath("//article[h3/span]/p[@class='meta']"))

    first, last = Entry(body=[Paragraph("a")], time=before), Entry(body=[Paragraph("b")], time=after)
    assert remark(first, between, last) == ["between 13:45 and 15:00"]
    lone = Entry(headline="Lone")
    assert remark(first, lone) == ["after 16 November 2021, 13:45 UTC+4"]
    assert remark(lone, last) == ["before 16 November 2021, 15:00 UTC+4"]


def test_a_second_that_ends_an_interval_is_told_as_one() -> None:
    first, last = (
        Entry(headline="a", time=Moment(value=value, precision="second", offset_source="stated"))
        for value in (
            datetime(2021, 11, 16, 14, 5, 31, tzinfo=YEREVAN),
            datetime(2021, 11, 16, 15, 0, 5, tzinfo=YEREVAN),
        )
    )
    page = document(blog(first, Entry(headline="Between", day=date(2021, 11, 16)), last))
    assert said(page.xpath("//article[h3/span]/p[@class='meta']")) == ["between 14:05:31 and 15:00:05"]


def test_days_are_named_and_a_day_that_comes_again_is_continued() -> None:
    page = document(
        blog(
            Entry(body=[Paragraph("a")], time=clock("12:00", 12)),
            Entry(body=[Paragraph("b")], time=clock("12:00", 12, day=17)),
            Entry(body=[Paragraph("c")], time=clock("13:00", 13)),
            Entry(body=[Paragraph("d")]),
            order="manual",
        )
    )
    assert said(page.xpath("//section/h2[starts-with(@id, 'day')]")) == [
        "16 November 2021 Tuesday",
        "17 November 2021 Wednesday",
        "16 November 2021 (continued) Tuesday",
        "Day not stated",
    ]
    assert page.xpath("//section/h2/@id")[2] == "day-2021-11-16-2"


def test_nobody_is_offered_an_end_of_time_where_the_order_is_not_known() -> None:
    entries = Entry(body=[Paragraph("a")]), Entry(body=[Paragraph("b")])
    assert len(document(blog(*entries)).xpath("//input[@name='order']")) == 2
    assert document(blog(*entries, order="manual")).xpath("//fieldset | //input[@name='order']") == []


def test_it_opens_with_the_end_that_is_asked_for() -> None:
    made = full_blog()
    oldest = document(made).xpath("//article/@id")
    newest = document(made, PageOptions(entries="all", order="newest"))
    assert newest.xpath("//article/@id") == oldest[::-1]
    assert newest.xpath("//input[@name='order'][@checked]/@value") == ["newest"]
    with pytest.raises(ExportError, match="option order cannot be 'up'; use one of: oldest, newest"):
        lba.export(made, "html", order="up")


def test_it_shows_what_is_selected_and_says_what_is_not() -> None:
    made = full_blog()
    page = document(made, PageOptions(text="rain"))
    [shown] = page.xpath("//article/@id")
    assert made.entries[1].id.endswith(f"#{shown}")
    assert said(page.xpath("//p[@class='remark']"))[1] == "Not shown here: 6 not selected, 1 draft and 1 deleted."
    with pytest.raises(ExportError, match="no entry is selected"):
        document(made, PageOptions(text="no such words"))


def test_what_is_missing_is_said() -> None:
    made = full_blog()
    page = document(made, PageOptions())
    assert said(page.xpath("//p[@class='remark']")) == [
        "The source declares 12 entries; this capture holds 9.",
        "Not shown here: 1 draft and 1 deleted.",
    ]
    deleted = next(entry for entry in made.entries if entry.status == "deleted").id.rpartition("#")[2]
    assert said(page.xpath("//section[@class='gone']//li")) == [f"{deleted} deleted: deleted in the source"]
    assert page.xpath("//section[@class='gone']//li/@id") == [deleted]


def test_what_a_site_knows_of_a_deleted_entry_comes_first() -> None:
    made = full_blog()
    deleted = next(entry for entry in made.entries if entry.status == "deleted").id.rpartition("#")[2]
    landing = Landing(local=deleted, status="deleted", reason="since capture 2", href="e.html")
    page = document(made, PageOptions(), Setting(landings=(landing,)))
    assert said(page.xpath("//section[@class='gone']//li")) == [f"{deleted} deleted: since capture 2 History"]


def test_each_capture_that_was_merged_has_the_digest_of_its_file() -> None:
    made = full_blog()
    sources = [CapturedSource(sha256=digit * 64, media_type="text/html", length=1) for digit in "12"]
    merged = document(evolve(made, capture=evolve(made.capture, sources=sources)))
    words = " ".join(merged.text_content().split())
    assert words.index("1" * 64) < words.index("2" * 64)
    assert made.capture.sha256 not in words


def test_flags_are_words() -> None:
    flags = said(document(full_blog()).xpath("//article/p[@class='meta']/b"))
    assert flags == ["Key event", "Pinned", "draft", "deleted"] or set(flags) == {
        "Key event",
        "Pinned",
        "draft",
        "deleted",
    }


def test_an_address_that_is_no_link_is_shown() -> None:
    entry = Entry(
        body=[
            Paragraph("Read this now.", [Link(5, 9, "javascript:alert(1)")]),
            Media(kind="video", url="file:///secret"),
            Embed(provider="Other", url="data:text/html,x"),
            Media(kind="audio"),
        ]
    )
    article = document(blog(entry)).xpath("//article")[0]
    assert article.xpath(".//a[not(starts-with(@href, '#'))]") == []
    text = " ".join(article.text_content().split())
    assert "Read this [address not linked: javascript:alert(1)] now." in text
    assert "Video file:///secret" in text
    assert "data:text/html,x" in text


def test_a_page_in_a_setting_leads_to_what_is_around_it() -> None:
    made = blog(Entry(body=[Paragraph("a")], time=clock("12:00", 12)))
    local = made.entries[0].id.rpartition("#")[2]
    setting = Setting(
        canonical="https://example.org/x/",
        cite_as="https://example.org/x/",
        alternates=(Reference(href="blog.pdf", text="PDF", media_type="application/pdf"),),
        relations=(("linkset", Reference(href="linkset.json", text="", media_type="application/linkset+json")),),
        histories={local: f"entries/{local}.html"},
        captures=(Reference(href="v1.html", text="v1", current=True),),
        home=Reference(href="../", text="All"),
        verify=Reference(href="../verify.html", text="Verify"),
    )
    page = document(made, setting=setting)
    for href in ("blog.pdf", f"entries/{local}.html", "v1.html", "../", "../verify.html"):
        assert page.xpath(f"//body//a[@href='{href}']"), href
    links = {one.get("rel"): one.get("href") for one in page.xpath("//head/link")}
    assert links["cite-as"] == links["canonical"] == "https://example.org/x/"
    assert (links["alternate"], links["linkset"]) == ("blog.pdf", "linkset.json")


def test_a_blog_of_nothing_is_a_page_too() -> None:
    page = document(LiveBlog(id="tag:news.example,2026:none"))
    assert said(page.xpath("//h1")) == ["Untitled live blog"]
    assert page.xpath("//figure[@class='timeline']") == []
    assert page.xpath("//article") == []
    assert page.xpath("//script[@type='application/ld+json']") == []  # a live blog has entries


def test_no_level_of_headings_is_passed_over() -> None:
    found = [int(node.tag[1]) for node in document(headed()).xpath("//h1 | //h2 | //h3 | //h4")]
    assert [later for one, later in zip([0, *found], found, strict=False) if later > one + 1] == []
    assert found.count(4) == 3


def test_a_blog_without_a_title_is_called_by_how_it_begins() -> None:
    made = LiveBlog(id="tag:news.example,2026:dam", introduction=[Paragraph("The dam gave way in the night.")])
    page = document(made)
    assert said(page.xpath("//h1")) == said(page.xpath("//title")) == ["“The dam gave way in the night.”"]


def test_a_blog_without_an_id_cannot_be_cited() -> None:
    with pytest.raises(CitationError, match="the blog has no id to cite"):
        rendered(LiveBlog(title="x"))


def test_an_entry_without_an_id_is_refused_before_anything_is_printed() -> None:
    made = blog(*(Entry(body=[Paragraph(f"{n}")], time=clock("12:00", 12)) for n in range(3)))
    nameless = evolve(made, entries=(*made.entries[:2], evolve(made.entries[2], id="")))
    with pytest.raises(CitationError, match="the entry has no id to cite"):
        next(page(nameless, nameless.entries, ALL))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (" the gate is shut ", "the gate is shut"),
        ("the  gate\tis\u00a0\nshut", "the gate is shut"),
        ("\u2003the gate", "the gate"),
        ("the\u200bgate", "the\u200bgate"),
    ],
)
def test_blanks_are_seen_as_the_script_sees_them(text: str, seen: str) -> None:
    assert squeezed(text) == seen


# The timeline


def test_the_timeline_leads_to_the_first_entry_of_each_step() -> None:
    entries = [Entry(body=[Paragraph(f"{n}")], time=clock(f"12:{n:02d}", 12, n)) for n in (0, 0, 30, 59)]
    wrong = [
        evolve(entries[0], body=[Paragraph(f"{year}")], time=_in_year(year)) for year in (1800, 9000)
    ]  # years that no live blog is of
    made = blog(*entries, *wrong, order="manual")
    page = document(made)
    links = page.xpath("//figure[@class='timeline']//a/@href")
    locals_ = [entry.id.rpartition("#")[2] for entry in made.entries]
    assert links == [f"#{locals_[n]}" for n in (0, 2, 3)]
    labels = page.xpath("//figure[@class='timeline']//a/@aria-label")
    assert labels[0] == "2 entries, 16 November 2021, 12:00 UTC+4"


def _in_year(year: int) -> Moment:
    return Moment(value=datetime(year, 1, 1, 12), precision="minute")  # noqa: DTZ001 - a clock of no known zone


def test_it_runs_from_the_right_where_the_language_does() -> None:
    entries = [Entry(body=[Paragraph(f"{n}")], time=clock(f"{n}:00", n)) for n in (1, 2, 9, 23)]

    def places(language: str) -> list[float]:
        bars = document(blog(*entries, language=language)).xpath("//rect[@class='bar']/@x")
        return [float(one.rstrip("%")) for one in bars]

    assert places("en") == sorted(places("en"))
    assert places("he") == sorted(places("he"), reverse=True)
    assert document(blog(*entries, language="he")).get("dir") == "rtl"


# What machines read


def json_ld(page: lxml.html.HtmlElement) -> str:
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    return str(text)


def test_the_json_ld_is_valid_and_repeats_no_text() -> None:
    made = full_blog()
    text = json_ld(document(made, setting=Setting(canonical="https://example.org/x/")))
    assert lba.validate(text, "jsonld") == ()
    import json

    node = json.loads(text)
    assert [one["@id"] for one in node["liveBlogUpdate"]] == [entry.id for entry in made.chronological()]
    assert node["liveBlogUpdate"][0]["url"].startswith("https://example.org/x/#")
    assert "articleBody" not in text


def test_of_a_long_blog_only_the_latest_entries_are_described() -> None:
    start = datetime(2021, 11, 1, tzinfo=YEREVAN)
    entries = [
        Entry(
            body=[Paragraph(f"Report {n}")],
            time=Moment(value=start + timedelta(minutes=n), precision="minute", offset_source="blog"),
        )
        for n in range(DESCRIBED + 1)
    ]
    made = blog(*entries)
    text = json_ld(document(made))
    assert lba.validate(text, "jsonld") == ()
    assert text.count('"BlogPosting"') == LATEST
    assert made.entries[-1].id in text


def test_json_ld_of_the_page_states_no_more_than_the_record() -> None:
    day = date(2026, 3, 4)
    about = Moment(text="about 4 March", value=day, precision="day", qualifier="approximate", offset_source="unknown")
    mere = Moment(text="4 March", value=day, precision="day", offset_source="unknown")
    data = clock("12:00", 12)
    entries = [
        Entry(headline="One", day=day),
        Entry(headline="Two", published=data),
        Entry(headline="Three", time=about),
    ]
    for moment in (about, mere):
        made = blog(*entries, coverage_start=moment, coverage_end=moment)
        (found,) = document(made).xpath("//script[@type='application/ld+json']/text()")
        assert lba.validate(found.encode(), "jsonld") == ()
        told, record = json.loads(found), json.loads(lba.export(made, "jsonld"))
        for name in ("coverageStartTime", "coverageEndTime"):
            assert told.get(name) == record.get(name) is None
        dates = [one.get("datePublished") for one in told["liveBlogUpdate"]]
        assert dates == [one.get("datePublished") for one in record["liveBlogUpdate"]]
        assert dates == ["2026-03-04", "2021-11-16T12:00+04:00", None]


def test_reference_managers_are_given_the_day_that_the_citation_gives() -> None:
    made = blog(Entry(headline="One", day=date(2026, 3, 4)), declared_total=40)
    assert "(n.d.)" in lba.cite(made, style="apa")
    page = document(made)
    assert page.xpath("//meta[@name='citation_publication_date']") == []
    assert "rft.date" not in page.xpath("//span[@class='Z3988']/@title")[0]


def test_highwire_tags_coins_and_robust_links() -> None:
    page = document(full_blog())
    tags = [(one.get("name"), one.get("content")) for one in page.xpath("//meta[starts-with(@name, 'citation_')]")]
    assert (
        tags
        == [
            ("citation_title", "The bridge, live"),
            ("citation_author", "Example, Անի")
            if ("citation_author", "Example, Անի") in tags
            else ("citation_author", "Անի Example"),
            ("citation_publication_date", "2021/11/16"),
            ("citation_publisher", "Example News"),
            ("citation_journal_title", "Example News"),
            ("citation_language", "en"),
            ("citation_public_url", "tag:news.example,2021-11-16:bridge"),
        ]
        or ("citation_public_url", "https://news.example/live/bridge") in tags
    )
    (coins,) = page.xpath("//span[@class='Z3988']/@title")
    assert coins.startswith("ctx_ver=Z39.88-2004&")
    assert "rft.title=The+bridge%2C+live" in coins
    outside = page.xpath("//main//a[starts-with(@href, 'https:')]")
    assert {(one.get("rel"), one.get("data-versiondate")) for one in outside} == {
        ("external noreferrer", "2021-11-18")
    }


def test_what_is_not_known_of_a_blog_is_not_in_its_tags() -> None:
    page = document(blog(Entry(body=[Paragraph("x")]), title=None, language=None))
    assert page.xpath("//meta[starts-with(@name, 'citation_')]/@name") == ["citation_title"]
    assert page.xpath("//a/@data-versiondate") == []


def test_an_author_is_not_a_publisher() -> None:
    page = document(blog(Entry(body=[Paragraph("x")]), authors=[Agent(name="Alice B. Reporter")]))
    assert page.xpath("//meta[@name='citation_author']/@content") == ["Reporter, Alice B."]
    assert page.xpath("//meta[@name='citation_journal_title']/@content") == ["A page"]


# Languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_phrase_with_the_same_places(language: str) -> None:
    def read(name: str) -> dict[str, str]:
        data = resources.files("liveblog_archive.exporters.html").joinpath(f"words/{name}.json").read_text("utf-8")
        return dict(json.loads(data))

    english, own = read("en"), read(language)
    assert list(own) == list(english)
    for key, text in own.items():
        assert text.strip() == text != ""
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key])), key


def test_every_phrase_is_used() -> None:
    room = resources.files("liveblog_archive.exporters.html")
    site = room.parent.parent / "site"
    texts = [path.read_text("utf-8") for folder in (room, room / "templates", site, site / "templates")
             for path in folder.iterdir() if path.name.endswith((".py", ".jinja"))]  # fmt: skip
    used = " ".join(texts)
    made_up = {"status-", "fate-", "part-"}
    for key in json.loads(room.joinpath("words/en.json").read_text("utf-8")):
        named = f'"{key}"' in used or any(key.startswith(one) for one in made_up)
        assert named or key in {"picture", "video", "audio", "document"}, key
    assert set(SCRIPTED) <= set(Words(Furniture("en")).scripted())


def test_the_script_knows_the_abbreviations_that_the_library_knows() -> None:
    script = resources.files("liveblog_archive.exporters.html").joinpath("assets/cite.js").read_text("utf-8")
    listed = script.partition("new Set((")[2].partition(")")[0]
    assert set("".join(re.findall('"(.*)"', listed)).split()) == ABBREVIATIONS


def test_the_script_isolates_what_the_library_isolates() -> None:
    script = resources.files("liveblog_archive.exporters.html").joinpath("assets/cite.js").read_text("utf-8")
    (ranges,) = re.findall(r"RIGHT_TO_LEFT = /\[(.*)\]/u;", script)
    assert re.sub(r"\\u\{?([0-9a-f]+)\}?", lambda found: chr(int(found[1], 16)), ranges) == RIGHT_TO_LEFT


def test_the_script_shortens_titles_by_the_rule_of_the_library() -> None:
    script = resources.files("liveblog_archive.exporters.html").joinpath("assets/cite.js").read_text("utf-8")
    rule = script[script.index("const brief") : script.index("const apart")]
    titles = ["word " * 60, "word " * 60 + "word", "w" * 300, "\U0001f6a2" * 301, "a, " * 150, "\u2067" + "a " * 200]
    asked = f"{rule}; console.log(JSON.stringify({json.dumps(titles)}.map(brief)))"
    node = shutil.which("node") or pytest.skip("node is not installed")
    found = subprocess.run([node, "-e", asked], capture_output=True, check=True)
    assert json.loads(found.stdout) == [*map(brief, titles)]


def test_the_script_cuts_first_words_by_the_rule_that_facts_are_compared_with() -> None:
    script = resources.files("liveblog_archive.exporters.html").joinpath("assets/page.js").read_text("utf-8")
    rule = script[script.index("BLANKS =") : script.index("const clock =")]
    (blanks,), (trailing,) = re.findall(r"BLANKS = /(.*)/gu", rule), re.findall(r"replace\(/(.*)\$/u", rule)
    assert all(bool(re.fullmatch(blanks, each)) is (squeezed(each) == "") for each in map(chr, range(0xD800)))
    assert all(bool(re.fullmatch(trailing, each)) is (first_words("a" * 59 + f"{each} b")[59] != each)
               for each in map(chr, range(0x3001)))  # fmt: skip
    assert set(re.findall(r"\b\d\d\b", rule)) == {str(FIRST_WORDS)}


# Size


def test_five_thousand_entries_take_at_most_1_6_times_their_text() -> None:
    """The text is what readers read of the entries: the printed time, the headline, the body, in UTF-8."""
    made = lba.parse(material.text(5000), format="text", timezone="Asia/Yerevan", id="tag:example.org,2021:long")
    assert len(made.entries) == 5000
    size = text_size(made)
    assert size / 5000 < 500, "entries as short as this are the hard case"
    assert size < len(bare(made)) < len(written(made)) <= 1.6 * size
