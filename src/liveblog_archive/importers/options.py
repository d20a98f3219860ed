"""What a caller may tell an importer; everything left out is found in the source, or stays unknown."""

import datetime

from attrs import fields, frozen

from ..errors import ImportFailure
from ..model.order import Order


@frozen(kw_only=True)
class Options:
    """The caller's knowledge of a source.

    `timezone` is an IANA key, `language` a BCP 47 tag, `encoding` a codec name. `date` is the day of the first time
    that stands in the source, and the day that headings without a year are nearest to. `where` names the source in
    errors. `mapping` is the TOML of a mapping, for JSON of a shape that no importer knows.
    """

    timezone: str | None = None
    language: str | None = None
    date: datetime.date | None = None
    order: Order | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    encoding: str | None = None
    mapping: bytes | None = None
    where: str = ""

    def refuse_all(self, name: str) -> None:
        """Raise `ImportFailure` when anything is told of a source whose format states all of it itself."""
        for option in fields(Options):
            if option.name != "where" and getattr(self, option.name) is not None:
                raise ImportFailure(
                    f"{option.name} is given, but the format {name} states it itself", self.where, "leave it out"
                )
