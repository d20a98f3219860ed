"""Sources as callers speak of them: which importer is to read one, from which day on, and with which mapping.

And every capture that is found in one.
"""

import datetime
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from attrs import evolve

from . import garbage
from .errors import ImportFailure
from .hyperlinks import followable
from .identity import identify
from .importers import Captures, Importer, Options, importer, importer_for

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def reader_of(data: bytes, where: str, name: str | None, mapping: object) -> Importer:
    """Return the importer that is named, or that a mapping needs, else the one that the content tells.

    Raises `ImportFailure` for an unknown name, and for content that is no format's, or that of several.
    """
    return named_reader(name, mapping) or importer_for(data, where)


def named_reader(name: str | None, mapping: object) -> Importer | None:
    """Return the importer that the caller names, or that a mapping needs; None where the content has to tell."""
    name = "mapping" if mapping is not None else name
    return importer(name) if name else None


@contextmanager
def naming(where: str) -> Iterator[None]:
    """Say in an error in which file it is, where the importer has not."""
    try:
        yield
    except ImportFailure as error:
        if error.where or not where:
            raise
        raise evolve(error, where=where) from error


def options_of(format_name: str | None, **told: Any) -> Options:
    """Return what a caller tells of a source, by the names of `parse`, as importers take it.

    Raises `ImportFailure` for a language, day, address or mapping that is none, and `ModelError` for another value
    that no blog may have.
    """
    for name, read in (("language", _language), ("date", _day)):
        told[name] = read(told.get(name))
    options = Options(**told | {"mapping": _mapping(told.get("mapping"), format_name)})
    if options.url is not None and followable(options.url) is None:  # as without its `https://`
        raise ImportFailure(
            f"{options.url!r} is not the address of a page", "url", "give one such as https://example.org/live/"
        )
    return options


def _mapping(told: str | os.PathLike[str] | None, format_name: str | None) -> bytes | None:
    """Return the mapping of a name that the library knows, else that in a file.

    Raises `ImportFailure` for a file that cannot be read or is no mapping, and beside a format that needs no mapping.
    """
    if told is None:
        return None
    if format_name not in (None, "mapping"):
        raise ImportFailure(
            f"a mapping is given, but the format {format_name} needs none", remedy="leave one of the two out"
        )
    from .files import read_bytes
    from .importers import mapping

    if told in mapping.READY:
        return mapping.ready(told)
    found = read_bytes(told)
    with naming(os.fspath(told)):
        mapping.table(found)  # what is wrong with it is no fault of any source
    return found


def _language(tag: str | None) -> str | None:
    """Return a language that a caller names, a BCP 47 tag; raise `ImportFailure` for one that nobody has a name for.

    Dates in such a language could not be read, and nothing would say why.
    """
    if not isinstance(tag, str):
        return tag  # which the model refuses, unless it is None
    from .cldr import language_meant, languages  # here, as most callers name none

    said, known = "-".join(tag.strip().split("_")), languages()
    is_known = _TAG.fullmatch(said) is not None and said.partition("-")[0].lower() in known
    if is_known and said == tag:
        return tag
    meant = said if is_known else language_meant(said)
    raise ImportFailure(
        f"language {tag!r} is not known",
        remedy=f"did you mean {meant}?" if meant else "give a BCP 47 tag such as en or pt-BR",
    )


def _day(value: datetime.date | str | None) -> datetime.date | None:
    """Return a day, which may be written in ISO 8601; raise `ImportFailure` for what is none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ImportFailure(f"date {value!r} is not a day", remedy="write it as 2021-11-16") from error


def captures(data: bytes, options: Options, name: str | None = None) -> Captures:
    """Return every capture that a file holds, by blog and the oldest first, all with ids.

    Of most formats that is the one that `parse` returns; a web archive may hold many, of several blogs. `name` is
    that of an importer; without it the content tells. The errors are those of `parse`.
    """
    reader = reader_of(data, options.where, name, options.mapping)
    with naming(options.where), garbage.kept():
        found = reader.captures(data, options)
    blogs = [[one._replace(blog=identify(one.blog)) for one in blog] for blog in found.blogs]
    return found._replace(blogs=blogs)
