"""Literals: what a string has to look like to be of a schema.org data type."""

import pytest

from liveblog_archive.validation import literals
from liveblog_archive.validation.vocabulary import vocabulary


@pytest.mark.parametrize("text", ["12:05", "12:05:30", "12:05Z", "12:05:30.5+04:00", "12:05+0400"])
def test_a_time_of_day(text):
    assert literals.is_time(text)


@pytest.mark.parametrize("text", ["", "12", "25:00", "12:60", "12:05 p.m.", "2021-11-16T12:05"])
def test_no_time_of_day(text):
    assert not literals.is_time(text)


@pytest.mark.parametrize("text", ["P1D", "PT1H30M", "-P2W", "PT0.5S", "P1Y2M3DT4H5M6S"])
def test_a_duration(text):
    assert literals.is_duration(text)


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "1D", "PT1D"])
def test_no_duration(text):
    assert not literals.is_duration(text)


@pytest.mark.parametrize(
    ("text", "url", "absolute"),
    [
        ("https://news.example/a", True, True),
        ("/a#b", True, False),
        ("a/b:c", True, False),
        ("urn:uuid:1", True, True),
        (" https://news.example/a ", True, False),
        ("https://news.example/a b", False, False),
        ("1http://news.example", False, False),
        ("mailto:", False, False),
    ],
)
def test_addresses(text, url, absolute):
    assert (literals.is_url(text), literals.is_absolute(text)) == (url, absolute)


@pytest.mark.parametrize(
    ("value", "ranges", "fits"),
    [
        ("12", ["Number"], True),
        ("twelve", ["Integer"], False),
        (12, ["Text"], False),
        (12.0, ["Integer"], True),
        (12.5, ["Integer"], False),
        (12.5, ["QuantitativeValue"], True),
        (10**400, ["Integer"], True),
        (float("inf"), ["Integer"], False),
        (float("nan"), ["Integer"], False),
        (True, ["Boolean"], True),
        (True, ["Number"], False),
        ("false", ["Boolean"], True),
        ("no", ["Boolean"], False),
        ("Alice", ["Person"], True),
        ("any words", ["URL", "Text"], True),
        ("12:05", ["Time"], True),
    ],
)
def test_values(value, ranges, fits):
    assert literals.fits(value, ranges) is fits


@pytest.mark.parametrize("tag", ["en", "EN", "pt-BR", "zh-Hant", "es-419", "sr-Latn-RS", "gsw", "de-CH-1996"])
def test_a_language(tag):
    assert literals.is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "English", "xq", "en_GB", "en-", "12"])
def test_no_language(tag):
    assert not literals.is_language(tag)


def test_a_type_is_of_all_the_kinds_that_it_is_under():
    assert vocabulary().lineage(["LiveBlogPosting"]) == {
        *("LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Article", "CreativeWork", "Thing"),
    }
    assert {"Organization", "Place"} < vocabulary().lineage(["LocalBusiness"])
    assert "Thing" in vocabulary().lineage(["LocalBusiness", "Thing"])
