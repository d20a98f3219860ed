"""What a reader may follow is one rule, and every format that has links keeps to it."""

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path

import orjson
import pytest
from lxml import etree, html
from pypdf import PdfReader

import liveblog_archive as lba
from liveblog_archive.exporters import EXPORTERS
from liveblog_archive.hyperlinks import followable
from liveblog_archive.identity import identify
from liveblog_archive.model import Agent, Embed, Entry, Link, LiveBlog, Media, Paragraph
from liveblog_archive.schema_files import schema_path
from liveblog_archive.site import Plan, site
from tests.exporters.html.payloads import ADDRESSES
from tests.exporters.pdf.reading import addresses
from tests.samples import clock

BLOG_ID = "tag:news.example,2021:bridge"
FOLLOWED = {
    "http://news.example/a": "http://news.example/a",
    "HTTPS://news.example/a": "https://news.example/a",
    "mailto:desk@news.example": "mailto:desk@news.example",
    "MAILTO:desk@news.example": "MAILTO:desk@news.example",
}
NOT_FOLLOWED = (
    "ftp://news.example/a",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "tel:+1234",
    "//news.example/a",
    "/live/a",
    "a.html",
    "#a",
)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        *FOLLOWED.items(),
        *((url, None) for url in NOT_FOLLOWED),
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        ("HTTP://News.Example", "http://News.Example"),
        ("https://news.example:8443/", "https://news.example:8443/"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://п.example/ü?a=[1]", "https://%D0%BF.example/%C3%BC?a=%5B1%5D"),
        ('https://news.example/a b"c<d>', "https://news.example/a%20b%22c%3Cd%3E"),
        ("https://news.example/50%25%zz%", "https://news.example/50%25%25zz%25"),
        ("https://news.example/#a#b", "https://news.example/#a%23b"),
        ("https://news.example/#", "https://news.example/"),
        ("  https://news.example/ ", "https://news.example/"),
        ("http://a:b/", None),
        ("x", None),
        (None, None),
        ("", None),
    ],
)
def test_an_address_is_kept_as_a_link_can_have_it(url: str | None, kept: str | None) -> None:
    assert followable(url) == kept


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_that_could_run_is_no_link(url: str) -> None:
    found = followable(url)
    assert found is None or (found.startswith("https://evil.example/") and not set("\"'<> ") & {*found} - {"'"})


def _pdf(data: bytes) -> set[str]:
    return set(addresses(PdfReader(BytesIO(data))))


def _ical(data: bytes) -> set[str]:
    return {line.removeprefix(b"URL:").decode() for line in data.splitlines() if line.startswith(b"URL:")}


def _html(data: bytes) -> set[str]:
    """Return where a page leads outside of it: by what can be clicked, and by what it tells machines."""
    page = html.document_fromstring(data)
    told = [orjson.loads(one.text) for one in page.iterfind(".//script[@type='application/ld+json']")]
    leads = {node.get("href") for node in page.iter("a", "area") if node.get("href")}
    return {one for one in leads if not one.startswith("#")} | {
        node["isBasedOn"] for node in told if "isBasedOn" in node
    }


def _xml(*names: str) -> Callable[[bytes], set[str]]:
    return lambda data: {
        value for node in etree.fromstring(data).iter("{*}*") for name in names if (value := node.get(name))
    }


def _stylesheet(data: bytes) -> set[str]:
    return _html(bytes(etree.XSLT(etree.parse(str(schema_path("liveblog-1.xsl"))))(etree.fromstring(data))))


def _jsonld(data: bytes) -> set[str]:
    """Return what readers of schema.org fetch; every other address is the record itself."""
    [node] = orjson.loads(data)["liveBlogUpdate"]
    shared = {one["url"] for one in node.get("sharedContent", ())}
    return {*node.get("image", ())} | shared | {one["contentUrl"] for one in node.get("associatedMedia", ())}


# Where each format has addresses that a program follows.
FOLLOWED_IN: dict[str, Callable[[bytes], set[str]]] = {
    "pdf": _pdf,
    "jsonld": _jsonld,
    "xml": _stylesheet,
    "ical": _ical,
    "html": _html,
    "newsml": _xml("href", "uri"),
    "tei": _xml("target", "ref", "url"),
}


def blog_with(url: str) -> LiveBlog:
    """Return a blog that has an address wherever one can stand."""
    agent = Agent(name="Ani", url=url)
    body = [
        Paragraph("See here.", [Link(4, 8, url)]),
        *(Media(kind=kind, url=url) for kind in ("image", "video")),
        Embed(provider="example", url=url),
    ]
    entry = Entry(headline="Open", time=clock("17:50", 17, 50), authors=[agent], body=body, url=url)
    return identify(
        LiveBlog(
            id=BLOG_ID, url=url, title="Bridge", publisher=agent, authors=[agent], introduction=body, entries=[entry]
        )
    )


@pytest.mark.parametrize("name", [exporter.name for exporter in EXPORTERS])
@pytest.mark.parametrize("url", [*FOLLOWED, *NOT_FOLLOWED])
def test_every_format_leads_there_or_says_where_it_would(name: str, url: str) -> None:
    data = lba.export(blog_with(url), name)
    own = {"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml", BLOG_ID}
    found = {one for one in FOLLOWED_IN[name](data) - own if not one.startswith((f"{BLOG_ID}#", "#"))}
    kept = FOLLOWED.get(url)
    assert {one.lower() for one in found} == ({kept.lower()} if kept else set())
    if name != "pdf":
        assert url in unescape(data.replace(b"\r\n ", b"").decode().replace("\\,", ","))
    else:
        assert url in re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


@pytest.mark.parametrize("url", [*FOLLOWED, *NOT_FOLLOWED])
def test_a_site_leads_there_or_says_where_it_would(url: str, tmp_path: Path) -> None:
    archive = lba.Archive(tmp_path)
    archive.deposit(blog_with(url))
    files = {name: b"".join(pieces) for name, pieces in site(archive, Plan())}
    [page] = [name for name in files if re.fullmatch(r"blogs/[^/]+/index.html", name)]
    [feed] = [name for name in files if re.fullmatch(r"blogs/[^/]+/feed.atom", name)]
    kept = {FOLLOWED[url]} if url in FOLLOWED else set()
    assert {
        one for one in _html(files[page]) if "mailto" in one.lower() or one.endswith("example/a") or one == url
    } == kept
    assert set(etree.fromstring(files[feed]).xpath("//*[@rel='via']/@href")) == kept
    assert url in unescape(files[page].decode())
