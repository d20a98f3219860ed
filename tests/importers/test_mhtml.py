"""Pages that a browser saved in one file, and e-mails."""

import base64
import hashlib
import quopri
from email.message import EmailMessage

import pytest

import liveblog_archive as lba
from liveblog_archive.importers import importer_for
from liveblog_archive.importers.captured import capture_of
from tests.importers.carried import PAGE, TEXTS, URL, page
from tests.importers.platforms import notes

FRAME = "https://embed.example/live/77"
HEAD = (
    f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: =?utf-8?Q?Storm=20=E2=80=93=20live?=\r\n"
    "Date: Tue, 3 Mar 2026 16:25:08 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary----"\r\n\r\n\r\n'
)


def part(content: str, url: str = URL, *, kind: str = "text/html", name: str = "A1", charset: str = "utf-8") -> str:
    data = content.encode(charset)
    if kind == "text/html":
        coding, body = "quoted-printable", quopri.encodestring(data).decode().replace("\n", "\r\n")
    else:
        coding, body = "base64", base64.encodebytes(data).decode()
    stated = f"{kind}; charset={charset}" if charset != "utf-8" else kind
    return (
        f"------Boundary----\r\nContent-Type: {stated}\r\nContent-ID: <frame-{name}@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: {coding}\r\nContent-Location: {url}\r\n\r\n{body}\r\n"
    )


def mhtml(*parts: str, head: str = HEAD) -> bytes:
    return f"{head}{''.join(parts)}------Boundary------\r\n".encode("latin-1")


PICTURE = part("no picture", "https://news.example/a.png", kind="image/png", name="P")
AD = part("<p>Buy a boat.</p>", "https://ads.example/1", name="C3")
WITHOUT = page(body='<p>Our live blog:</p><iframe src="cid:frame-B2@mhtml.blink"></iframe>')


def test_the_page_is_read_with_its_address_and_time() -> None:
    data = mhtml(part(PAGE), PICTURE, AD)
    blog = lba.parse(data)
    assert importer_for(data, "").name == "mhtml"
    assert [entry.text for entry in blog.entries] == TEXTS
    assert blog.entries[1].body[0].links[0].url == "https://news.example/bank"
    assert (blog.url, blog.title) == (URL, "Storm")
    capture = capture_of(blog)
    assert capture.retrieved is not None
    assert (capture.url, capture.retrieved.isoformat()) == (URL, "2026-03-03T16:25:08+00:00")
    assert (capture.sha256, capture.length) == (hashlib.sha256(data).hexdigest(), len(data))
    assert capture.media_type == "multipart/related"
    assert notes(blog, "capture-stated") == [
        f"captured at {URL} on 2026-03-03T16:25:08+00:00, as the head of the file states"
    ]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\n"])
def test_what_programs_put_before_it_changes_nothing(before: bytes) -> None:
    assert lba.parse(before + mhtml(part(PAGE))).url == URL


def test_that_of_a_copy_in_an_archive_of_the_web_is_the_page_of_the_copy() -> None:
    copy = f"https://web.archive.org/web/20260303120000/{URL}"
    blog = lba.parse(mhtml(part(PAGE, copy), head=HEAD.replace(URL, copy)))
    retrieved = capture_of(blog).retrieved
    assert retrieved is not None
    assert (blog.url, capture_of(blog).url, retrieved.isoformat()) == (URL, URL, "2026-03-03T12:00:00+00:00")


def test_where_a_file_was_on_somebodys_disk_is_not_told() -> None:
    path = "file:///C:/Users/Ada/Storm.htm"
    blog = lba.parse(mhtml(part(PAGE, path), head=HEAD.replace(URL, path)))
    assert b"Ada" not in lba.export(blog, "jsonld")


def test_the_charset_of_a_part_counts() -> None:
    declared = PAGE.replace("<head>", '<head><meta charset="utf-8">')
    blog = lba.parse(mhtml(part(declared, charset="cp1252")))
    assert [entry.text for entry in blog.entries] == TEXTS


def test_the_live_blog_may_be_in_a_frame() -> None:
    blog = lba.parse(mhtml(part(WITHOUT), AD, part(PAGE, FRAME, name="B2")))
    assert [entry.text for entry in blog.entries] == TEXTS
    assert (blog.url, capture_of(blog).url) == (FRAME, URL)


def test_a_frame_within_an_entry_has_its_own_address() -> None:
    film = '<iframe src="cid:frame-B2@mhtml.blink" title="Film"></iframe>'
    blog = lba.parse(mhtml(part(PAGE.replace("<p>The storm", f"{film}<p>The storm")), part("", FRAME, name="B2")))
    assert FRAME in [getattr(block, "url", None) for block in blog.entries[2].body]


def test_other_live_blogs_in_it_are_noted() -> None:
    comments = page(*["I saw it."] * 5)
    blog = lba.parse(mhtml(part(PAGE), part(comments, FRAME), AD))
    assert [entry.text for entry in blog.entries] == TEXTS
    assert notes(blog, "other-blog") == [f"{FRAME}: 5 entries, in a part of the file"]
    teaser = lba.parse(mhtml(part(page("The bridge is shut.", "It is open.")), part(PAGE, FRAME)))
    assert [entry.text for entry in teaser.entries] == TEXTS
    assert notes(teaser, "other-blog") == [f"{URL}: 2 entries, in a part of the file"]


def mail(html: str | None, plain: str = "14:05 UTC: Aground.\n\n13:00 UTC: A storm.\n", **heads: str) -> bytes:
    message = EmailMessage()
    for name, value in {"From": "Desk <desk@news.example>", "To": "ada@home.example", "Subject": "Storm"}.items():
        message[name] = value
    for name, value in heads.items():
        message[name] = value
    message.set_content(plain)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return b"From ada Tue Mar  3 2026\nReceived: from a by b;\n\tTue, 3 Mar 2026\n" + message.as_bytes()


def test_an_e_mail_is_read_and_nobody_in_its_head() -> None:
    blog = lba.parse(mail(PAGE, Date="Tue, 03 Mar 2026 20:25:08 +0400 (GST)"))
    assert [entry.text for entry in blog.entries] == TEXTS
    retrieved = capture_of(blog).retrieved
    assert retrieved is not None
    assert retrieved.isoformat() == "2026-03-03T20:25:08+04:00"
    written = lba.export(blog, "jsonld")
    assert b"desk@" not in written
    assert b"home.example" not in written


def test_an_e_mail_of_plain_text_is_read_as_text() -> None:
    blog = lba.parse(mail(None), date="2026-03-03")
    assert [entry.text for entry in blog.entries] == ["Aground.", "A storm."]
    assert blog.title == "Storm"


def test_a_title_in_an_encoding_that_nobody_knows_is_none() -> None:
    data = mail(None).replace(b"Subject: Storm", b"Subject: =?x-unknown?Q?Storm=E9?=")
    assert lba.parse(data, date="2026-03-03").title is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mhtml(PICTURE), "storm.mhtml: holds no page; save the page as HTML"),
        (mhtml(part(page())), "storm.mhtml: no entry found: looked for"),
        (
            mail(PAGE) + b"\n\n" + mail(PAGE),
            "storm.mhtml: a mailbox of several e-mails; save each in a file of its own",
        ),
        (mail(None, "14:05: Aground."), "storm.mhtml: no time zone is given"),
    ],
    ids=["no page", "no entry", "mailbox", "no zone"],
)
def test_what_is_no_live_blog_is_one_clear_line(data: bytes, said: str) -> None:
    with pytest.raises(lba.ImportFailure) as caught:
        lba.parse(data, where="storm.mhtml")
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    "text", ["Live: 14:05\nContent-Type: none\nShe is aground.\n", "14:05: a\n\nMIME-Version: 1"]
)
def test_a_text_is_no_message(text: str) -> None:
    assert importer_for(text.encode(), "").name == "text"
