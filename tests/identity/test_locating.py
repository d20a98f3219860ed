"""Where words are now, in entries whose sentences were changed, dropped, added and shuffled at random."""

import random

import pytest

from liveblog_archive.identity.locating import locate
from liveblog_archive.identity.quotes import anchored
from liveblog_archive.identity.versions import version_id
from tests.identity.histories import entry

PLACES = ("road", "bridge", "school", "port", "station", "airport", "market", "church")
STATES = ("closed", "open", "flooded")


def told(states, sentences):
    """Return an entry that says what the state of places is, so many sentences a paragraph."""
    said = [f"The {place} is {state}." for place, state in states]
    return entry("a", *(" ".join(said[at : at + sentences]) for at in range(0, len(said), sentences)))


@pytest.mark.parametrize("seed", range(400))
def test_words_stand_as_cited_where_their_own_sentence_does_and_nowhere_else(seed):
    chance = random.Random(seed)
    names = chance.sample(PLACES, chance.randint(2, 5))
    old = [(name, chance.choice(STATES)) for name in names]
    new = [(name, chance.choice(STATES) if chance.random() < 0.2 else state) for name, state in old]
    new = [one for one in new if chance.random() < 0.85]
    new.insert(chance.randint(0, len(new)), (chance.choice(PLACES[5:]) + " hall", chance.choice(STATES)))
    if chance.random() < 0.2:
        chance.shuffle(new)
    cited, later = told(old, 2), told(new, chance.choice((2, 3)))
    at = chance.randrange(len(old))
    name, state = old[at]
    paragraph = at // 2 + 1
    start = cited.body[paragraph - 1].text.index(f"The {name} is {state}.") + len(f"The {name} is ")
    made = anchored(cited, paragraph, (start, start + len(state)), version_id(cited))
    found = locate(made, cited, [later])
    assert (found.difference == ()) is ((name, state) in new)
    if not found.difference:
        assert found.quote.exact == state
