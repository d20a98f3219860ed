"""Entries and times that a page shows in unusual places, and what looks like them and is none."""

from datetime import UTC, datetime

import pytest

from liveblog_archive.errors import ImportFailure
from liveblog_archive.model import LiveBlog
from tests.importers.html.reading import of, page


def values(blog: LiveBlog) -> list[object]:
    return [entry.time and entry.time.value for entry in blog.entries]


class TestATimeBehindADistance:
    def body(self, title: str, shown: str) -> str:
        return "".join(
            f'<li class="e"><a href="#" title="{title} 1{hour}:35 Uhr">{shown}</a><p>Es brennt in Halle {hour}.</p></li>'
            for hour in "54"
        )

    @pytest.mark.parametrize(
        ("language", "shown"),
        [("de", "vor 3 Std."), ("fr", "il y a 3 min."), ("es", "hace 3 min."), ("it", "3 min. fa"),
         ("no", "for 3 min. siden")],
    )  # fmt: skip
    def test_that_is_shortened_is_the_time_of_the_entry(self, language: str, shown: str) -> None:
        title = "3.3.2026," if language != "es" else "03/03/2026"
        body = self.body(title, shown).replace(" Uhr", "")
        blog = of(page(f"<ol>{body}</ol>", language=language), timezone="UTC")
        assert values(blog) == [datetime(2026, 3, 3, hour, 35, tzinfo=UTC) for hour in (15, 14)]
        assert [entry.text for entry in blog.entries] == ["Es brennt in Halle 5.", "Es brennt in Halle 4."]

    def test_is_none_where_the_title_tells_something_else(self) -> None:
        body = self.body("Nach oben", "vor 3 Std.").replace(" 15:35 Uhr", "").replace(" 14:35 Uhr", "")
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(f"<ol>{body}</ol>", language="de"), timezone="UTC")


class TestASignatureBelow:
    def body(self, said: str) -> str:
        return "".join(
            f'<section class="carte"><p>{text}</p><div><span>{said} Ada Dubrulle, reporter, à {at}</span></div></section>'
            for at, text in (("00:40", "Un accord est signé."), ("21:14", "La ministre est là."))
        )

    def test_says_who_posted_the_entry_and_when(self) -> None:
        head = "<h1>La nuit</h1><p>Publié le 20 mars 2026 à 15:30</p>"
        blog = of(page(head + self.body("Posté par"), language="fr"), timezone="UTC")
        assert values(blog) == [datetime(2026, 3, 21, 0, 40, tzinfo=UTC), datetime(2026, 3, 20, 21, 14, tzinfo=UTC)]
        assert [[agent.name for agent in entry.authors] for entry in blog.entries] == [["Ada Dubrulle"]] * 2
        assert [entry.text for entry in blog.entries] == ["Un accord est signé.", "La ministre est là."]

    def test_that_says_who_was_seen_is_no_time_of_an_entry(self) -> None:
        with pytest.raises(ImportFailure, match="no entry found"):
            of(page(self.body("Retrouvé par"), language="fr"), timezone="UTC")
