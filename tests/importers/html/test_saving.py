"""What those who save pages write into them: address and time of the capture, and no word of the blog."""

import base64
import html
from datetime import datetime
from hashlib import sha256

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.importers.captured import capture_of, memento
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import codes, note, of, page

URL = "https://news.example/live/storm"
COPY = f"https://web.archive.org/web/20260303162508/{URL}"
ENTRY = '<article id="p{0}"><time datetime="2026-03-03T1{0}:00:00Z">1{0}:00</time><p>{1}</p></article>'
BODY = f"<h1>Storm at Grey Harbour</h1>{ENTRY.format(5, 'She is afloat, with two tugs.')}" + ENTRY.format(
    4, 'She is on <a href="/bank">the bank</a>.'
)
PLAIN = page(BODY)

SINGLE_FILE = PLAIN.replace(
    "<head>",
    f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue Mar 03 2026 20:25:08 GMT+0400 (Gulf)\n-->"
    "<head>",
).replace("<body>", "<body><single-file-infobar><p>20:25 Saved on 3 March 2026.</p></single-file-infobar>")
BROWSER = PLAIN.replace("<html", f"<!-- saved from url=(0031){URL} -->\n<html", 1)
HTTRACK = PLAIN.replace(
    "<head>",
    "\n<!-- Mirrored from news.example/live/storm by HTTrack Website Copier/3.x [XR&CO'2014], "
    "Tue, 03 Mar 2026 16:25:08 GMT -->\n<head>",
)
TOOLBAR = f"""<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div id="wm-ipp">
<a href="{COPY.replace("162508", "162508*")}">42 captures</a><p>3 Mar 2026, 14:25: a capture was made.</p></div></div>
<div id="wm-ipp-print">The Wayback Machine - {COPY}</div><!-- END WAYBACK TOOLBAR INSERT -->"""
WOMBAT = f'<script>__wm.wombat("{URL}","20260303162508","https://web.archive.org/","web","/_static/");</script>'
REWRITTEN = PLAIN.replace('"/bank"', '"/web/20260303162508/https://news.example/bank"').replace(
    "<body>", f"<body>{TOOLBAR}"
)
WAYBACK = REWRITTEN.replace("<head>", f'<head>{WOMBAT}<link rel="canonical" href="{COPY}">')
OF_OLD = WAYBACK.replace(WOMBAT, f'<input name="url" id="wmtbURL" value="{URL}">').replace(TOOLBAR, "") + (
    "<!-- FILE ARCHIVED ON 16:25:08 Mar 3, 2026 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 12:00:01. -->"
)
TODAY = f"""<html itemscope itemtype="http://schema.org/Article"><head>
<meta property="og:site_name" content="archive.ph">
<meta property="og:url" content="https://archive.ph/x" itemprop="url">
<meta property="article:published_time" content="2026-03-03T16:25:08Z" itemprop="dateCreated">
<link rel="canonical" href="https://archive.ph/2026.03.03-162508/{URL}"><title>Storm</title></head>
<body><div id="HEADER">webpage capture</div><div id="CONTENT">{BODY.replace("/bank", "https://archive.ph/o/x1/https://news.example/bank")}</div>
<div id="FOOTER">0% 10% 20%</div></body></html>"""
GOOGLE = f"""<div id="google-cache-hdr">This is Google's cache of <a href="{URL}">{URL}</a>. It is a snapshot
of the page as it appeared on 3 Mar 2026 16:25:08 GMT. The current page could have changed since.</div>{PLAIN}"""
READER = PLAIN.replace("<body>", f'<body><a class="domain reader-domain" href="{URL}">news.example</a>')


@pytest.mark.parametrize(
    "saved",
    [SINGLE_FILE, HTTRACK, WAYBACK, REWRITTEN, OF_OLD, TODAY, GOOGLE],
    ids=["SingleFile", "HTTrack", "Wayback", "its toolbar", "of old", "archive.today", "Google"],
)
def test_address_and_time_are_those_of_the_capture(saved: str) -> None:
    blog = of(saved)
    assert (blog.url, capture_of(blog).url) == (URL, URL)
    assert capture_of(blog).retrieved == datetime.fromisoformat("2026-03-03T16:25:08+00:00")
    if saved != HTTRACK:
        assert told(blog) == told(of(PLAIN.replace("<head>", f'<head><link rel="canonical" href="{URL}">')))
    assert not {"above-entries", "page-furniture"} & {*codes(blog)}
    assert blog.publisher is None


def told(blog: LiveBlog) -> list[object]:
    return [(entry.body, entry.time, entry.published) for entry in blog.entries]


def test_the_time_of_a_zone_is_kept_as_it_was_stated() -> None:
    retrieved = capture_of(of(SINGLE_FILE)).retrieved
    assert retrieved is not None
    assert retrieved.isoformat() == "2026-03-03T20:25:08+04:00"


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (BROWSER, f"captured at {URL}, as a browser states"),
        (READER, f"captured at {URL}, as Firefox's reader view states"),
        (SINGLE_FILE.split(" saved date")[0] + "--><head>" + SINGLE_FILE.split("<head>")[1],
         f"captured at {URL}, as SingleFile states"),
        (HTTRACK, f"captured at {URL} on 2026-03-03T16:25:08+00:00, as HTTrack, which does not tell http from https, "
                  "states"),
        (SINGLE_FILE.replace(URL, COPY),
         f"captured at {URL} on 2026-03-03T16:25:08+00:00, as SingleFile states"),
    ],
    ids=["browser", "reader", "no date", "HTTrack", "a copy of a copy"],
)  # fmt: skip
def test_a_note_says_who_states_them(saved: str, said: str) -> None:
    assert note(of(saved), "capture-stated") == said


@pytest.mark.parametrize("url", ["about:internet", "file:///home/storm.html", "storm", "http://[half"])
def test_an_address_of_no_page_is_none(url: str) -> None:
    blog = of(BROWSER.replace(URL, url))
    assert (blog.url, capture_of(blog).url, "capture-stated" in codes(blog)) == (None, None, False)


def test_what_the_page_says_of_itself_and_what_is_given_count_before() -> None:
    canonical = '<head><link rel="canonical" href="https://news.example/storm">'
    blog = of(SINGLE_FILE.replace("<head>", canonical))
    assert (blog.url, capture_of(blog).url) == ("https://news.example/storm", URL)
    assert of(SINGLE_FILE, url="https://news.example/other").url == "https://news.example/other"


def test_an_address_that_is_not_absolute_is_resolved_or_none() -> None:
    head = '<head><link rel="canonical" href="storm?page=2">'
    assert of(PLAIN.replace("<head>", head)).url is None
    assert of(SINGLE_FILE.replace("<head>", head)).url == "https://news.example/live/storm?page=2"
    assert (
        of(PLAIN.replace("<head>", f'{head}<base href="https://a.example/b">')).url
        == "https://a.example/storm?page=2"
    )
    data = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "url": "/live/storm"}</script>'
    assert of(PLAIN.replace("<head>", f"<head>{data}")).url is None
    both = f'{head}<meta property="og:url" content="{URL}"><base href="/live/">'
    assert of(PLAIN.replace("<head>", both)).url == URL


def test_the_links_of_a_site_that_was_mirrored_lead_to_files_and_nowhere_on_the_web() -> None:
    saved = HTTRACK.replace('"/bank"', '"../bank.html"').replace(
        "<head>", '<head><link rel="canonical" href="storm.html">'
    )
    blog = of(saved)
    assert (blog.url, blog.entries[1].body[0].links[0].url) == (URL, "../bank.html")


def test_a_link_to_another_copy_stays() -> None:
    other = COPY.replace("2026", "2019")
    (link,) = of(WAYBACK.replace("/web/20260303162508/https://news.example/bank", other)).entries[1].body[0].links
    assert link.url == other


def test_it_is_found_in_a_page_of_megabytes_that_holds_its_pictures() -> None:
    picture = f'<img src="data:image/png;base64,{base64.b64encode(bytes(2**21)).decode()}">'
    blog = of(OF_OLD.replace("She is afloat", f"{picture}She is afloat"))
    assert capture_of(blog).retrieved is not None


@pytest.mark.parametrize(
    ("url", "original"),
    [
        (COPY, URL),
        (COPY.replace("/https", "id_/https"), URL),
        (COPY.replace("https://news", "https:/news"), URL),
        (f"https://arquivo.pt/noFrame/replay/20260303162508/{URL}", URL),
        (f"https://archive.ph/2026.03.03-162508/{URL}", URL),
    ],
)
def test_an_address_in_an_archive_of_the_web_is_that_of_a_copy(url: str, original: str) -> None:
    assert memento(url) == (original, datetime.fromisoformat("2026-03-03T16:25:08+00:00"))


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/20260303162508/storm.html",
        URL,
        f"https://news.example/20269999999999/{URL}",
        "https://archive.ph/AbCdE",
    ],
)
def test_any_other_address_is_none(url: str) -> None:
    assert memento(url) == (url, None)


@pytest.mark.parametrize("url", [None, "", "file:///C:/Users/Ada/Storm.htm", "urn:uuid:1"])
def test_a_file_of_somebody_has_no_address(url: str | None) -> None:
    assert memento(url) == (None, None)


def test_relative_addresses_are_those_of_the_page_that_is_given() -> None:
    (link,) = of(PLAIN, url=URL).entries[1].body[0].links
    assert link.url == "https://news.example/bank"


def test_a_saved_view_of_the_source_is_the_page() -> None:
    lines = SINGLE_FILE.replace("<article", "\n<article").split("\n")
    rows = "".join(
        f'<tr><td class="line-number" value="{number}"></td><td class="line-content">'
        f"<span>{html.escape(line)}</span></td>"
        for number, line in enumerate(lines, 1)
    )
    blog = of(page(f"<table>{rows}</table>"))
    assert (told(blog), blog.url) == (told(of(SINGLE_FILE)), URL)


@pytest.mark.parametrize("box", ["", "header", "main", "x-app", "article", "div"])
@pytest.mark.parametrize(
    "head",
    [
        "<meta content=\"a > b\" name='c > d'><title>Storm</title>",
        "<!-- > --><title>Storm</title><script>a < b</script><style>p > a {}</style><link rel=a>",
        "<head><title>Storm</title></head>",
    ],
)
def test_a_page_may_leave_out_the_tag_of_its_body(head: str, box: str) -> None:
    rest = BODY.replace("</p>", "")
    saved = f"<!doctype html><html lang=en>{head}\n{f'<{box}>{rest}</{box}>' if box else rest}"
    assert told(of(saved, url=URL)) == told(of(PLAIN, url=URL))
    assert of(saved).title == "Storm at Grey Harbour"


# Frames

AD = "<p>Buy a boat.</p>"


def framed(*sources: str, body: str = "<h1>Storm</h1><p>Our live blog:</p>") -> str:
    return page(body + "".join(f'<iframe srcdoc="{html.escape(source)}"></iframe>' for source in sources))


def test_the_live_blog_may_be_in_a_frame_that_was_saved_within_the_page() -> None:
    saved = framed(AD, PLAIN).replace(
        "<head>", SINGLE_FILE[SINGLE_FILE.index("<!--\n") : SINGLE_FILE.index("<head>")] + "<head>"
    )
    blog = of(saved)
    assert told(blog) == told(of(PLAIN))
    assert (capture_of(blog).sha256, capture_of(blog).url) == (sha256(saved.encode()).hexdigest(), URL)


def test_what_the_page_shows_itself_counts_before_its_frames() -> None:
    assert told(of(framed(PLAIN.replace("afloat", "in port"), body=BODY))) == told(of(PLAIN))


def test_the_frames_of_a_page_without_entries_are_named() -> None:
    frames = "".join(f'<iframe src="{url}"></iframe>' for url in ("/live/7", "./Storm_files/a.html", "about:blank"))
    with pytest.raises(ImportFailure) as caught:
        of(framed(AD, body=f"<h1>Storm</h1>{frames}"), url=URL)
    said = "if the live blog is in a frame of it, give that: https://news.example/live/7, ./Storm_files/a.html"
    assert str(caught.value).endswith(f"check that this is a live blog; {said}")
    with pytest.raises(ImportFailure, match=r"live blog\Z"):
        of(framed(AD))
