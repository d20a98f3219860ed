"""What a caller may tell an importer; everything left out is found in the source, or stays unknown."""

import datetime

from attrs import fields, frozen

from ..errors import ImportFailure
from ..model import LiveBlog
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

    def __attrs_post_init__(self) -> None:
        """Refuse what no live blog may have before a source is read: it is no fault of any source."""
        LiveBlog(
            id="" if self.id is None else self.id,
            title=self.title,
            language=self.language,
            timezone=self.timezone,
            url=self.url,
            order="manual" if self.order is None else self.order,
        )
        if self.encoding is not None:
            _check_encoding(self.encoding, self.where)

    def refuse_all(self, name: str) -> None:
        """Raise `ImportFailure` when anything is told of a source whose format states all of it itself."""
        for option in fields(Options):
            if option.name != "where" and getattr(self, option.name) is not None:
                raise ImportFailure(
                    f"{option.name} is given, but the format {name} states it itself", self.where, "leave it out"
                )


def _check_encoding(name: str, where: str) -> None:
    """Raise `ImportFailure` for a name that no codec of texts has."""
    try:
        b" ".decode(name)
    except UnicodeDecodeError:
        return  # it has more octets to a character
    except (LookupError, TypeError, ValueError) as error:
        raise ImportFailure(f"unknown encoding {name!r}", where, "name one such as utf-8 or cp1251") from error
