"""Joining what page and data say: the sources themselves stay as they were read."""

from copy import deepcopy
from datetime import UTC, datetime

import pytest
from lxml import html

from liveblog_archive.importers.html.joining import habits, sources
from liveblog_archive.importers.html.labels.printed import PrintedReader
from liveblog_archive.importers.html.update import Posting, Update
from liveblog_archive.model import Agent, Embed, Media, Moment, Paragraph
from tests.importers.html.reading import of, page, posting, script, update

DESK = [Agent(name="Desk")]
SHUT = Paragraph("The bridge is shut until noon.")
TALK = html.fromstring("<main><p>By Ada Example</p></main>")


def updates() -> list[Update]:
    return [
        Update(native_id="1", headline="The bridge is shut until…", authors=DESK, blocks=[SHUT]),
        Update(
            native_id="2", headline="Storm", authors=DESK, blocks=[Paragraph("Is she safe?"), Paragraph("She is.")]
        ),
    ]


def test_no_source_is_changed_by_what_is_made_of_it() -> None:
    page, data, others = updates(), updates(), [Update(native_id="3", headline="Storm")]
    asking = [Update(headline="Storm"), Update(blocks=[Paragraph("Is she safe?"), Paragraph("She is.")])]
    talk = [Update(element=TALK, headline=name, blocks=[Paragraph("Hello.")]) for name in ("Ada", "Bea") * 2]
    postings = [Posting(title="Storm", updates=data, authors=DESK), Posting(url="https://a.example/", updates=others)]
    before = deepcopy([page, data, others, asking, [each.headline for each in talk], postings])
    whole = sources.joined(postings, [])
    assert (whole.url, len(whole.updates)) == ("https://a.example/", 2)
    assert [each.authors for each in sources.without_page_facts(data, postings[0], [])] == [[], []]
    assert [each.headline for each in sources.without_page_facts(others * 2, postings[0], [])] == [None, None]
    assert [each.headline for each in sources.without_made_headlines(data, PrintedReader("en"))] == [None, "Storm"]
    assert [each.displayed for each in sources.with_page(data, sources.matches(page, data), [])] == [None, None]
    assert [each.headline for each in habits.settled(asking, TALK)] == ["Storm", "Is she safe?"]
    assert [each.headline for each in habits.settled(talk, TALK)] == [None] * 4
    assert [page, data, others, asking, [each.headline for each in talk], postings] == before


@pytest.mark.parametrize(
    ("headline", "text", "kept"),
    [
        ("The siren has sounded. The ball is", "The siren has sounded. The ball is still in play.", False),
        ("The siren has sounded but the ba", "The siren has sounded but the ball is still in play.", False),
        ("The siren has sounded at the ball", "The siren has sounded at the ball of the year.", True),
        ("The siren has sounded. It is over.", "The siren has sounded. It is over. They won.", True),
        ("The siren has sounded. It is over", "The siren has sounded. It is over", True),
        ("The siren", "The sirens have sounded.", True),
    ],
)
def test_a_headline_that_breaks_off_where_the_text_goes_on_is_how_this_begins(
    headline: str, text: str, *, kept: bool
) -> None:
    (found,) = sources.without_made_headlines(
        [Update(headline=headline, blocks=[Paragraph(text)])], PrintedReader("en")
    )
    assert found.headline == (headline if kept else None)


@pytest.mark.parametrize(("headline", "kept"), [("17h04", False), ("12.30 Uhr", False), ("Kick-off: 19:45", True)])
def test_a_headline_that_is_a_time_and_nothing_else_is_none(headline: str, *, kept: bool) -> None:
    (found,) = sources.without_made_headlines([Update(headline=headline, blocks=[SHUT])], PrintedReader("fr"))
    assert found.headline == (headline if kept else None)


def test_an_entry_is_that_of_the_data_without_what_it_only_shows() -> None:
    short = Paragraph("Here it is:")
    shown = [
        Media(url="https://a.example/1.jpg", kind="image", caption="The slip"),
        Embed(provider="Threads", text="What a night"),
    ]
    page = [Update(blocks=[short, *shown]), Update(blocks=[SHUT, shown[1]]), Update(blocks=[Paragraph("It is up.")])]
    data = [Update(native_id=name, blocks=[block]) for name, block in (("1", SHUT), ("2", short), ("3", short))]
    assert [place for _, place in sources.matches(page, data[:2])] == [1, 0, None]
    assert [place for _, place in sources.matches(page, data)] == [None, 0, None]  # which of the two is not known


@pytest.mark.parametrize(
    ("times", "shown", "order"),
    [
        ([14, 12, 13], [14, 12], [14, 13, 12]),
        ([12, 14, 13], [12, 14], [12, 13, 14]),
        ([13, 14, 12], [14, 12], [14, 13, 12]),
        ([14, 13, 12], [14, 12], [14, 13, 12]),
        ([14, 12, 13], [12, 14, 13], [12, 14, 13]),
        ([14, 15, 12, 13], [14, 15, 12], [14, 15, 12, 13]),
        ([14, 12, None], [14, 12], [14, 12, None]),
    ],
)
def test_what_only_data_has_stands_by_its_time_where_data_is_in_no_order(
    times: list[int | None], shown: list[int], order: list[int | None]
) -> None:
    def told(hour: int | None) -> Update:
        published = (
            None
            if hour is None
            else Moment(
                text=str(hour), value=datetime(2026, 3, 3, hour, tzinfo=UTC), precision="hour", offset_source="stated"
            )
        )
        return Update(native_id=f"id-{hour}", published=published)

    data, page = [told(hour) for hour in times], [told(hour) for hour in shown]
    found = sources.with_page(data, sources.matches(page, data), [])
    assert [update.native_id for update in found] == [f"id-{hour}" for hour in order]


def test_data_may_have_the_headline_in_front_of_the_text() -> None:
    heads = ["« Nobody’s fault »", "The bridge", "The ferry"]
    page = [Update(headline=head, blocks=[Paragraph(f"It is told at {n}.")]) for n, head in enumerate(heads)]
    data = [
        Update(blocks=[Paragraph(f"{head.replace('’', chr(39))}. It is told at {n}.")])
        for n, head in enumerate(heads)
    ]
    assert [place for _, place in sources.matches(page, data)] == [0, 1, 2]


@pytest.mark.parametrize(
    "question",
    ["Leserfrage: Is she safe?", "Question d’une lectrice : est-elle sauve ?", "Ada from Leeds asks: is she safe?"],
)
def test_a_question_that_says_by_itself_that_a_reader_asks_is_text(question: str) -> None:
    asked = Update(blocks=[Paragraph(question), Paragraph("She is.")])
    assert [each.headline for each in habits.settled([Update(headline="Storm"), asked], TALK)] == ["Storm", None]


def test_what_readers_asked_is_no_headline() -> None:
    box = html.fromstring('<div><div class="post__question"><p>Is she safe?</p></div><p>She is.</p></div>')
    asked = Update(element=box, blocks=[Paragraph("Is she safe?"), Paragraph("She is.")])
    assert [each.headline for each in habits.settled([Update(headline="Storm"), asked], TALK)] == ["Storm", None]


def test_a_change_without_a_day_does_not_keep_a_time_from_that_of_its_neighbour() -> None:
    data = posting(update(**{"@id": "#p2", "datePublished": "2026-03-03T19:05:00+01:00", "articleBody": "Wind."}))
    rows = "".join(
        f'<li class="e" id="p{n}"><div><b>{at}</b><i>3 March</i></div>{changed}<p>The wind is at {n}.</p></li>'
        for n, at, changed in ((2, "19:05", ""), (1, "17:52", "<p class='updated'>Updated at 18:20</p>"))
    )
    blog = of(page(f"<main><ul>{rows}</ul></main>", head=script(data)))
    assert [entry.time and str(entry.time.value)[:16] for entry in blog.entries] == [
        "2026-03-03 19:05",
        "2026-03-03 17:52",
    ]
