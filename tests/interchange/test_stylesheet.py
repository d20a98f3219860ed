"""The stylesheet shows every word of a document, links only where browsers may follow, and changes nothing in it."""

import pytest
from lxml import etree, html

import liveblog_archive as lba
from liveblog_archive.errors import ExportError
from liveblog_archive.identity import identify
from liveblog_archive.model import Embed, Entry, Link, ListBlock, LiveBlog, Media, Paragraph
from liveblog_archive.schema_files import schema_path
from tests.samples import full_blog

BLOG_ID = "tag:news.example,2021-11-16:bridge"


def shown(blog: LiveBlog) -> html.HtmlElement:
    """Return the page that the stylesheet makes of a blog."""
    style = etree.XSLT(etree.parse(str(schema_path("liveblog-1.xsl"))))
    return html.document_fromstring(str(style(etree.fromstring(lba.export(blog, "xml")))))


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_word_is_on_the_page_and_every_entry_under_its_id() -> None:
    blog = full_blog()
    page = shown(blog)
    whole = words(page.text_content())
    assert page.findtext(".//h1") == page.findtext(".//title") == blog.title
    assert len(page.findall(".//article")) == len(blog.entries)
    for entry in blog.entries:
        article = page.get_element_by_id(entry.id.rpartition("#")[2])
        said = words(article.text_content())
        for text in (entry.headline, entry.summary, *(agent.name for agent in entry.authors)):
            assert words(text or "") in said
        for block in entry.body:
            told = block.items if isinstance(block, ListBlock) else (block.text,)
            assert all(words(one) in said for one in told)
            if isinstance(block, Media | Embed):
                assert (block.url or "") in said
        assert lba.cite(blog, entry.id, style="apa").split(" tag:")[0] in said
    assert lba.cite(blog, style="apa").split(" tag:")[0] in whole


def test_only_an_address_that_can_be_followed_is_a_link() -> None:
    addresses = ["https://a.example/?a=1&b=2", "HTTP://b.example/", "mailto:x@a.example", "javascript:alert(1)", "#x"]
    body = [Paragraph("here", [Link(0, 4, address)]) for address in addresses]
    page = shown(identify(LiveBlog(id=BLOG_ID, entries=[Entry(body=body)])))
    assert [anchor.get("href") for anchor in page.iter("a")] == addresses[:3]
    assert [one.text_content() for one in page.findall(".//article/p")][1:-1] == ["here"] * len(addresses)


def test_markup_in_the_text_stays_text() -> None:
    blog = identify(LiveBlog(id=BLOG_ID, title="<b>&amp;</b>", entries=[Entry(headline="<script>alert(1)</script>")]))
    page = shown(blog)
    assert page.findtext(".//h1") == "<b>&amp;</b>"
    assert page.findtext(".//h2") == "<script>alert(1)</script>"
    assert page.find(".//script") is None


def test_a_document_names_the_stylesheet_if_it_is_told_to() -> None:
    blog = full_blog()
    plain, told = lba.export(blog, "xml"), lba.export(blog, "xml", stylesheet='a&b"?>.xsl')
    line = b'<?xml-stylesheet type="text/xsl" href="a&amp;b&quot;?&gt;.xsl"?>\n'
    assert told.replace(line, b"") == plain
    assert line in told
    assert lba.parse(told) == lba.parse(plain) == blog


def test_a_stylesheet_is_an_address_on_one_line() -> None:
    for value in ("a\nb", 7):
        with pytest.raises(ExportError) as caught:
            lba.export(full_blog(), "xml", stylesheet=value)
        assert str(caught.value) == (
            f"xml: option stylesheet cannot be {value!r}; give the address of a stylesheet, such as liveblog-1.xsl"
        )
