"""What every row of the importers' and exporters' tables says of its format."""

from attrs import frozen


@frozen
class Format:
    """A file format: its name in this library, suffixes (with their dot), media type, and a line for people."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    description: str
