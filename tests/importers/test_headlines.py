"""Headlines of platforms that hold markup: one line, and a note of where it leads."""

import pytest

import liveblog_archive as lba
from tests.importers.platforms import data, notes

PLAIN = (b'"Ferry refloated"', b'"Aground"', b'"Refloated"')
LINKED = rb'"Tugs <em>pull</em><br><a href=\"https://news.example/tugs\">her off</a>"'


@pytest.mark.parametrize(
    "name",
    [
        "24liveblog.json",
        "bbc.json",
        "guardian_content_api.json",
        "guardian_page.json",
        "scribblelive.json",
        "superdesk.json",
        "wordpress.json",
    ],
)
def test_a_link_in_a_headline_is_noted(name: str) -> None:
    file = (
        data(name)
        .replace(b'"Content":', b'"Title": "Aground", "Content":')
        .replace(b'"type": "new"', b'"type": "new", "headline": "Aground"')
    )
    for plain in PLAIN:
        file = file.replace(plain, LINKED)
    found = lba.parse(file)
    headlines = [entry.headline for entry in found.entries]
    assert "Tugs pull her off" in headlines
    assert "https://news.example/tugs" in notes(found, "link-unkept")
