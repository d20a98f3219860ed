"""How long ago something was: what pages print for it, by the forms of CLDR and by their own."""

import pytest

from liveblog_archive.importers.html.labels.distances import is_relative


@pytest.mark.parametrize(
    "text",
    [
        "4m ago", "one hour ago", "1 hr 7 min ago", "2 weeks ago", "vor 5 Minuten", "vor einer Stunde",
        "5 dgn geleden", "il y a 2 h", "5 дн. назад", "5 日前", "πριν από 5 ημ.", "5 dk. önce", "for 3 timer siden",
    ],
)  # fmt: skip
def test_distances_from_now_are_known_in_many_languages(text: str) -> None:
    assert is_relative(text)


@pytest.mark.parametrize(
    "text", ["vor dem Spiel", "il y a deux morts", "14:05", "5 min", "2 goals ago and a match won"]
)
def test_other_words_are_none(text: str) -> None:
    assert not is_relative(text)
