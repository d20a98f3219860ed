"""How names are divided, inverted and shortened, and when they are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog_archive.citation.names import name_of
from liveblog_archive.model import Agent


@pytest.mark.parametrize(
    ("name", "inverted", "initialled"),
    [
        ("Alice Reporter", "Reporter, Alice", "Reporter, A."),
        ("Alice B. Reporter", "Reporter, Alice B.", "Reporter, A. B."),
        ("A.B. Reporter", "Reporter, A.B.", "Reporter, A. B."),
        ("Jean-Paul Dupont", "Dupont, Jean-Paul", "Dupont, J.-P."),
        ("J.-P. Dupont", "Dupont, J.-P.", "Dupont, J.-P."),
        ("Renée Zoë Müller-Lüdenscheidt", "Müller-Lüdenscheidt, Renée Zoë", "Müller-Lüdenscheidt, R. Z."),
        ("Émile Zola", "Zola, Émile", "Zola, É."),
        ("E\u0301mile Zola", "Zola, E\u0301mile", "Zola, E\u0301."),
        ("Øystein Ærø", "Ærø, Øystein", "Ærø, Ø."),
        ("Elçin Əliyev", "Əliyev, Elçin", "Əliyev, E."),
        ("Nguyễn Văn", "Văn, Nguyễn", "Văn, N."),
        ("Sinéad O’Connor", "O’Connor, Sinéad", "O’Connor, S."),
        ("D'Arcy Smith", "Smith, D'Arcy", "Smith, D."),
        ("Anna EXAMPLE", "EXAMPLE, Anna", "EXAMPLE, A."),
        ("ANNA EXAMPLE", "EXAMPLE, ANNA", "EXAMPLE, A."),
        ("A.B.C. Example", "Example, A.B.C.", "Example, A. B. C."),
        ("Deska Newsome", "Newsome, Deska", "Newsome, D."),
        ("  Carol \n Smith ", "Smith, Carol", "Smith, C."),
    ],
)
def test_the_last_word_of_a_name_in_latin_letters_is_the_family_name(
    name: str, inverted: str, initialled: str
) -> None:
    found = name_of(Agent(name=name))
    assert (found.inverted, found.initialled) == (inverted, initialled)


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Juana de la Cruz", "de la Cruz", "Juana"),
        ("Ursula Le Guin", "Le Guin", "Ursula"),
        ("Maria Von Trapp", "Von Trapp", "Maria"),
        ("ANNA VAN EXAMPLE", "VAN EXAMPLE", "ANNA"),
        ("Al Example", "Example", "Al"),
        ("Luciano da Silva", "da Silva", "Luciano"),
        ("Gerard 't Hooft", "'t Hooft", "Gerard"),
        ("Osama bin Munqidh", "bin Munqidh", "Osama"),
        ("Ahmad ibn Hanbal", "ibn Hanbal", "Ahmad"),
        ("Dodi al-Fayed", "al-Fayed", "Dodi"),
        ("Maria de los Angeles Garcia", "Garcia", "Maria de los Angeles"),
        ("Van Morrison", "Morrison", "Van"),
        ("De la Cruz", "la Cruz", "De"),
    ],
)
def test_particles_before_the_family_name_belong_to_it_but_never_the_first_word(
    name: str, family: str, given: str
) -> None:
    found = name_of(Agent(name=name))
    assert (found.family, found.given) == (family, given)


@pytest.mark.parametrize("suffix", ["Jr.", "Jr", "Sr.", "II", "III", "IV"])
def test_a_suffix_follows_the_given_name(suffix: str) -> None:
    found = name_of(Agent(name=f"Martin Luther King {suffix}"))
    assert (found.family, found.given, found.suffix) == ("King", "Martin Luther", suffix)
    assert found.inverted == f"King, Martin Luther, {suffix}"
    assert found.initialled == f"King, M. L., {suffix}"


@pytest.mark.parametrize(
    "name",
    [
        "Plato",
        "King Jr.",  # a suffix needs a given and a family name before it
        "Reporter, Alice",  # inverted already
        "Alice Smith and Bob Jones",
        "Anna Weber und Jörg Klein",
        "José Ortega y Gasset",
        "Alice Smith & Bob Jones",
        "Dr. Alice Reporter",
        "Sir Keir Example",
        "Lady Gaga",
        "Guardian staff",
        "Anna van",
        "NDTV Sports Desk",
        "Reuters Staff",
        "Strait Newsroom",
        "Agence France-Presse",
        "The Associated Press",
        "Associated Press",
        "Rédaction Exemple",
        "Redaktion Beispiel",
        "The Examiner",
        "Washington Post",
        "New York Times",
        "N. Y. Times",
        "Guardian Australia",
        "Deutsche Welle",
        "Deutsche Presse-Agentur",
        "Al Jazeera",
        "Le Monde",
        "Die Zeit",
        "De Telegraaf",
        "Sky News Live",
        "Live Reporter",
        "Staff Writer",
        "Guest Author",
        "Sussex Police",
        "Weird Al Yankovic",
        "Mohamed Al Fayed",
        "NDTV Cricket",
        "EXAMPLE Anna",
        "Ministry of Defence",
        "Human Rights Watch",
        "Doctors Without Borders",
        "Médecins Sans Frontières",
        "Save the Children",
        "Red Cross",
        "Syrian Archive",
        "Middle East Eye",
        "White Helmets",
        "UN Women",
        "Amnesty Deutschland",
        "Polizei Berlin",
        "Jane Doe in Kyiv",
        "Jane Doe reporting from Kyiv",
        "Agent 47",
        "Alice (BBC)",
        "安藤花子",
        "安藤 花子",
        "Анна Каренина",
        "Անի Օրինակ",
        "Անի Example",
        "דנה כהן",
        "نجيب محفوظ",
        "- .",
        "A B \u202b",
    ],
)
def test_a_name_that_cannot_be_divided_safely_is_left_as_it_is(name: str) -> None:
    found = name_of(Agent(name=name))
    assert found.inverted == found.initialled == found.literal
    assert found.literal.startswith(name)
    assert (found.family, found.given, found.suffix) == ("", "", "")


def test_an_organization_is_never_inverted() -> None:
    found = name_of(Agent(name="Example News", kind="organization"))
    assert (found.inverted, found.initialled, found.family) == ("Example News", "Example News", "")


def test_a_name_is_one_line_without_control_characters() -> None:
    assert name_of(Agent(name="Ali\x00ce\r\nReporter")).literal == "Ali[U+0000]ce Reporter"


@given(st.text(st.sampled_from("aBé.'’- vandrJ\u0301"), min_size=1).filter(str.strip))
@settings(derandomize=True, deadline=None)
def test_a_divided_name_has_the_same_words_as_the_name(name: str) -> None:
    found = name_of(Agent(name=name))
    assert found.literal == " ".join(name.split())
    if found.family:
        assert " ".join(filter(None, (found.given, found.family, found.suffix))) == found.literal
        assert found.given
