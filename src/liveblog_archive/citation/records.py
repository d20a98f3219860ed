"""What a record of a reference manager says of what it cites, whatever its format."""

from typing import NamedTuple


class Record(NamedTuple):
    """A record that stands in a text from `start` to `end`, half-open.

    `ids` are the fields that have an identifier, as one text; `paragraph` counts from 1, and is None where the record
    names none; so are `words`, where it quotes none.
    """

    start: int
    end: int
    ids: str
    paragraph: int | None
    words: str | None
