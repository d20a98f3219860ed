"""A page is torn where its source ends inside an element that somebody had to close."""

import pytest

from liveblog_archive.importers.markup import ends_inside


@pytest.mark.parametrize(
    ("source", "inside"),
    [
        ("<html><body><article><p>Police", "article"),
        ("<div><SECTION class=a><p>One<li>two<br><img src=x>", "section"),
        ("<article><p>One</p></article><article><p>One</p><a href='x", "a"),
        ("<article><p>One</p></article><article><p", "p"),
        ("<div>Police</di", "di"),
        ("<div><i><b><i>One</i></b></i></i></div>", None),
        ("<div><script>'</div></body>'</script>", "div"),
        ("<div><script>'</div></body>'", "script"),
        ('<html><head><title>Storm</title><SCRIPT type="application/ld+json">{"headline": "Bri', "script"),
        ("<html><body><p>Police</p><!-- the <b>foot", "!--"),
        ("<html><body><p>Police</p><!-- the foot --><style>p {", "style"),
        ("<html><body><p>Police</p></body></html><!-- made at noon", None),
        ("<div><!-- </div></html> -->", "div"),
        ("<div><p>Carelessly <b>nested</div>", None),
        ("<p>One<li>two", None),
        ("</div><p>One</p></article>", None),
        ("<div><span>Carelessly nested</body>", None),
        ("<div><span>Carelessly nested</HTML\n>", None),
        ("Only words", None),
        ("<div>a</div><svg/>", None),
        ("<div><amp-ad src=x /><svg><path d='M0'/></svg><p/>", "div"),
        ("<div><svg><path d=M0/", "path"),
        ("<section><div/></section>Police<div/>", "div"),
    ],
)
def test_torn(source: str, inside: str | None) -> None:
    assert ends_inside(source) == inside
