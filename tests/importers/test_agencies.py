"""Authors that are no persons: news agencies, and offices by the words that their names begin or end with."""

import pytest

from liveblog_archive.importers.agencies import author


@pytest.mark.parametrize(
    "name",
    [
        "dpa",
        "AFP/Reuters",
        "Campus Police",
        "City of Selvane",
        "Press Office",
        "The News Desk",
        "Redaktion",
        "Sportredaktion",
        "Polizei Nordhafen",
        "Stadt Selvane",
        "Pressestelle der Feuerwehr",
        "Rédaction",
        "La rédaction web",
        "Mairie de Selvane",
        "Redacción",
        "Ayuntamiento de Selvane",
        "Redazione",
        "Comune di Selvane",
        "Redação",
        "Prefeitura de Selvane",
        "Redactie",
        "Gemeente Selvane",
    ],
)
def test_agencies_and_offices_are_organizations(name: str) -> None:
    assert author(name).kind == "organization"


@pytest.mark.parametrize(
    "name",
    [
        "Ada Example",
        "Jean Bureau",
        "Ned Press",
        "Jo Staff",
        "Stadtler Ida",
        "Officer Dee",
        "Cityman Ofori",
        "Polizeiner",
    ],
)
def test_a_name_that_only_looks_like_one_is_a_person(name: str) -> None:
    assert author(name).kind == "person"
