"""What is called comments: the commentary of a match is the text of its page, what readers say of one is not."""

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page

HEAD = '<meta property="article:published_time" content="2026-03-03T09:00:00Z">'
PLAYED = ("Ada passes to Ben, who shoots.", "The <b>keeper</b> has it.", "They begin.")
SAID = ("What a match this was!", "I was there, in the rain.", "Who is this Ben?", "Nobody asked me about it.")


def called(name: str, *texts: str) -> str:
    return "".join(
        f'<div class="{name}"><span class="hour">{21 - n}:05</span><p>{text}</p></div>'
        for n, text in enumerate(texts)
    )


def read(body: str) -> LiveBlog:
    return of(page(body, head=HEAD), timezone="UTC")


def texts(blog: LiveBlog) -> list[str]:
    return [entry.text for entry in blog.entries]


@pytest.mark.parametrize("name", ["comment-item is-goal", "match-comments__one", "kommentare", "live-conversation"])
@pytest.mark.parametrize(
    "above", ["", "<p>Follow the second round with us.</p>", f"<aside>{'It rains. ' * 40}</aside>"]
)
def test_commentary_is_the_text_of_its_page(name: str, above: str) -> None:
    blog = read(f'<h1>Ash - Beech</h1>{above}<div id="comments">{called(name, *PLAYED)}</div>')
    assert texts(blog) == ["Ada passes to Ben, who shoots.", "The keeper has it.", "They begin."]


def test_commentary_has_its_own_forms_and_margins() -> None:
    form = '<form class="comment-form"><p>Say what you think of it.</p></form>'
    blog = read(f"<h1>Ash - Beech</h1>{called('comment', *PLAYED)}{form}<script>var comment = 1;</script>")
    assert texts(blog) == ["Ada passes to Ben, who shoots.", "The keeper has it.", "They begin."]


def test_comments_below_a_ticker_are_those_of_readers() -> None:
    blog = read(f"<h1>Ash - Beech</h1>{called('entry', *PLAYED)}{called('comment', *SAID)}")
    assert len(blog.entries) == len(PLAYED)


@pytest.mark.parametrize("name", ["comment", "comment-body"])
def test_comments_below_an_article_are_no_entries_though_they_say_more(name: str) -> None:
    article = f"<h1>Ash</h1><p>{'Ash wins again, and nobody knows why. ' * 10}</p>"
    with pytest.raises(ImportFailure, match="no entry found"):
        read(f"{article}{called(name, *(6 * text for text in SAID))}")


@pytest.mark.parametrize("heading", ["Comments", "Kommentare", "Commentaires", "Comentarios (3)"])
def test_commentary_may_have_such_a_heading(heading: str) -> None:
    blog = read(f"<h1>Ash - Beech</h1><section><h2>{heading}</h2>{called('live-item', *PLAYED)}</section>")
    assert texts(blog) == ["Ada passes to Ben, who shoots.", "The keeper has it.", "They begin."]


def test_comments_of_readers_have_one_below_the_text() -> None:
    said = f"<section><h2>3 comments</h2>{called('one', *SAID)}</section>"
    blog = read(f"<h1>Ash - Beech</h1>{called('entry', *PLAYED)}{said}")
    assert len(blog.entries) == len(PLAYED)


@pytest.mark.parametrize("name", ["node node-teaser", "node--view-mode-teaser node", "teaser"])
def test_entries_may_be_called_teasers(name: str) -> None:
    rows = "".join(f"<div>{called(name, text)}</div>" for text in PLAYED)
    assert len(read(f"<h1>Ash - Beech</h1>{rows}").entries) == len(PLAYED)
    assert len(read(f"<h1>Ash - Beech</h1>{called(name, *PLAYED)}").entries) == len(PLAYED)


def test_teasers_beside_entries_are_none() -> None:
    blog = read(f"<h1>Ash - Beech</h1>{called('entry', *PLAYED)}{called('teaser', *SAID)}")
    assert len(blog.entries) == len(PLAYED)


@pytest.mark.parametrize(
    "around",
    [
        "<script>{}</script>",
        "<style>{}</style>",
        "<div><script>{}</script></div>",
        "<template><style>{}</style></template>",
    ],
)
def test_scripts_and_styles_are_no_text_however_long(around: str) -> None:
    ticker = f'<div class="teaser live">{"".join(called("entry", text) for text in PLAYED)}</div>'
    long = around.format("var a = 1;" * 400)
    assert len(read(f"{long}<p>About.</p>{ticker}").entries) == len(PLAYED)
    assert len(of(page(ticker, head=HEAD + long), timezone="UTC").entries) == len(PLAYED)


def test_comments_above_most_of_the_text_are_no_entries() -> None:
    blog = read(f"<h1>Ash</h1>{called('latest-comment', *SAID[:2])}{called('entry', *PLAYED, *PLAYED)}")
    assert len(blog.entries) == 2 * len(PLAYED)


@pytest.mark.parametrize(
    "said",
    [
        '<ul class="Comments"><li class="Comment"><b>reader_7</b> {}</li></ul>',
        '<div class="post-comments"><h4>One</h4><div class="post-comment"><b>reader_7</b><p>{}</p></div></div>',
        '<section class="kommentare"><div class="kommentare__liste"><i>reader_7</i><p>{}</p></div></section>',
    ],
)
def test_comments_below_the_text_of_an_entry_are_none_of_it(said: str) -> None:
    first, *others = (
        f'<div class="entry"><span class="hour">{21 - n}:05</span><p>{text}</p>{{}}</div>'
        for n, text in enumerate(PLAYED)
    )
    blog = read(f"<h1>Ash - Beech</h1>{first.format(said.format(SAID[0]))}{''.join(others).replace('{}', '')}")
    assert texts(blog) == ["Ada passes to Ben, who shoots.", "The keeper has it.", "They begin."]
    assert blog.capture is not None
    assert any(f"reader_7 {SAID[0]}" in (note.text or "") for note in blog.capture.notes)


def test_what_is_called_comments_is_the_text_where_none_stands_above_it() -> None:
    rows = (
        f'<div class="entry"><span class="hour">{21 - n}:05</span>'
        f'<ul class="comments"><li class="comment">{text}</li></ul></div>'
        for n, text in enumerate(SAID)
    )
    assert texts(read(f"<h1>Ash - Beech</h1>{''.join(rows)}")) == [*SAID]
