"""The verbs of the library: read, parse, merge, export, stream, write, batch, cite, quote, match, revise, validate.

One verb a stage: `bytes -> importers -> model -> identity -> exporters / citation`. Formats are looked up in the
tables of `importers` and `exporters`; nothing heavy is loaded before a format asks for it.
"""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from . import garbage
from .errors import CitationError, ModelError, instead
from .exporters import Notify, exporter, exporter_for
from .identity import check_blog, identify, version_id
from .identity.quoting import find
from .importers.source import octets
from .model import Entry, LiveBlog, Note, checks
from .model.order import Order
from .sources import named_reader, naming, options_of, reader_of

if TYPE_CHECKING:
    from .batching import Progress, Summary
    from .identity.links import Matching
    from .identity.quotes import Quote
    from .validation import Problem


def parse(
    source: str | bytes,
    *,
    format: str | None = None,
    timezone: str | None = None,
    language: str | None = None,
    date: datetime.date | str | None = None,
    order: Order | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    encoding: str | None = None,
    mapping: str | os.PathLike[str] | None = None,
    where: str = "",
) -> LiveBlog:
    """Return the live blog that `source` holds, with an id for the blog and for every entry.

    `format` names an importer (`text`, `html`, `mhtml`, `feed`, `warc`, `jsonld`, `xml`, `mapping`, or a platform
    such as `guardian`); without it the content tells. `timezone` is an IANA key, needed for text that states none;
    `language` is a BCP 47 tag. `date` (or its ISO 8601 form) is the day of the first time in the source, and what
    headings without a year are nearest to. `order` is how the page runs; `title` and `url` are those of the page.
    `id` is the persistent id of the blog, an absolute URI without fragment; without it one is derived. `encoding`
    names the codec of bytes that are not UTF-8. `mapping` is the path of a mapping, or the name of a ready one, for
    JSON of any other shape. `where` names the source in errors. What is inferred is in `capture.notes`.

    Raises `ImportFailure` when no entry can be read, `ModelError` for a value that the model refuses.
    """
    options = options_of(
        format,
        timezone=timezone,
        language=language,
        date=date,
        order=order,
        title=title,
        url=url,
        id=id,
        encoding=None if isinstance(source, str) else encoding,
        mapping=mapping,
        where=where,
    )
    data = octets(source, where)
    reader = reader_of(data, where, format, mapping)
    with naming(where), garbage.kept():
        return identify(reader.read(data, options))


def read(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    timezone: str | None = None,
    language: str | None = None,
    date: datetime.date | str | None = None,
    order: Order | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    encoding: str | None = None,
    mapping: str | os.PathLike[str] | None = None,
) -> LiveBlog:
    """Return the live blog in a file; the arguments and errors are those of `parse`."""
    from .files import read_bytes

    return parse(
        read_bytes(path),
        format=format,
        timezone=timezone,
        language=language,
        date=date,
        order=order,
        title=title,
        url=url,
        id=id,
        encoding=encoding,
        mapping=mapping,
        where=os.fsdecode(path),
    )


def merge(pages: Iterable[LiveBlog]) -> LiveBlog:
    """Return one blog of several pages or captures of it: each entry once, in the version of the newest capture.

    Captures count by the time they were retrieved where all of them know it, else in the order given, the newest
    last. Ids that the pages were given are kept; those that were made from one page alone are made anew from all.

    Raises `ModelError` for no page at all, and for pages that were given the ids of different blogs.
    """
    from .merging import merge as merged

    if not isinstance(pages, Iterable):
        raise ModelError(instead(pages, "several blogs are"), remedy="give a list of them")
    several = tuple(pages)
    for page in several:
        check_blog(page)
    return identify(merged(several))


def stream(blog: LiveBlog, format: str, *, notify: Notify | None = None, **options: object) -> Iterator[bytes]:
    """Yield the bytes of `blog` piece by piece, in a format.

    Formats: `pdf`, `jsonld`, `xml`, `ical`, `html`, `newsml`, `tei`, or a suffix of one, such as `ics`. `options` are
    those of the format, by name, which docs/reference/api.md lists: `entries="all"` of a format for readers, for
    instance, also writes the entries that are not published. `notify` is called with a `Note` for whatever the format
    does not carry. Raises `ExportError` for an unknown format or option. Entries without an id get one first.
    """
    with garbage.kept():
        pieces = exporter(format).write(identify(blog), options, notify)
    return garbage.kept_by_piece(pieces)


def export(blog: LiveBlog, format: str, *, notify: Notify | None = None, **options: object) -> bytes:
    """Return the bytes of `blog` in a format: the same for the same blog and options.

    The arguments and errors are those of `stream`.
    """
    return b"".join(stream(blog, format, notify=notify, **options))


def write(
    blog: LiveBlog,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    overwrite: bool = False,
    notify: Notify | None = None,
    **options: object,
) -> tuple[Note, ...]:
    """Write `blog` to a file; the suffix picks the format unless `format` does. Return what the file does not carry.

    `notify` and `options` are those of `stream`. The file is complete or absent. Raises `ExportError` for an
    unknown format or option, a path that cannot be written, and where the file exists already unless `overwrite` is
    true.
    """
    from .files import write_files

    check_blog(blog)
    target = os.fsdecode(path)
    name = exporter_for(target, format).name
    notes: list[Note] = []

    def told(note: Note) -> None:
        notes.append(note)
        if notify:
            notify(note)

    write_files({target: stream(blog, name, notify=told, **options)}, overwrite)
    return tuple(notes)


def batch(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    destination: str | os.PathLike[str],
    *,
    to: str | Sequence[str] = "jsonld",
    jobs: int | None = None,
    engine: str = "pool",
    scheduler: str | None = None,
    largest: int = 128 * 2**20,
    progress: "Callable[[Progress], object] | None" = None,
    format: str | None = None,
    timezone: str | None = None,
    language: str | None = None,
    date: datetime.date | str | None = None,
    order: Order | None = None,
    encoding: str | None = None,
    mapping: str | os.PathLike[str] | None = None,
    options: Mapping[str, object] = {},
) -> "Summary":
    """Read every live blog of a source, and write it into a folder in each format of `to`; return what was done.

    `source` is a folder, a file, a glob, several paths, or `@` before a file with a path a line; it and `destination`
    may be `fsspec` addresses, such as `s3://bucket/folder`. What an earlier run did of the same bytes in the same way
    is kept. `jobs` is how many processes work, by default one a processor; `engine` is `pool`, `dask` or `spark`, and
    `scheduler` its address. A document of more than `largest` bytes is refused. `progress` is called with a
    `Progress` first and after each shard. `options` are those of formats, by name.

    A blog that fails is in the list that the summary names, and stops no other. Raises `ImportFailure` for no file,
    `ExportError` for a destination that cannot be written or has a run, and first what `parse` and `stream` raise.
    """
    from .batching import Job, formats_of, run

    told = options_of(
        format, timezone=timezone, language=language, date=date, order=order, encoding=encoding, mapping=mapping
    )
    reader = named_reader(format, mapping)
    job = Job(
        destination=os.fspath(destination),
        formats=formats_of([to] if isinstance(to, str) else to, options),
        options=told,
        importer=reader.name if reader else None,
        largest=largest,
    )
    return run(_addresses(source), job, engine=engine, jobs=jobs, scheduler=scheduler, progress=progress)


def _addresses(source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> str | list[str]:
    return os.fspath(source) if isinstance(source, str | os.PathLike) else [os.fspath(one) for one in source]


def _id(entry: Entry | str, blog: LiveBlog, identified: LiveBlog) -> str:
    """Return the id of an entry, which `identified` gave it where `blog` has none for it yet."""
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, Entry):
        raise CitationError(instead(entry, "an entry or its id is"), remedy="take it from blog.entries")
    for own, named in zip(blog.entries, identified.entries, strict=True):
        if own is entry:  # not `==`: two entries without ids may say the same
            return named.id
    return entry.id


def _meant(entry: Entry | str, blog: LiveBlog, identified: LiveBlog) -> Entry:
    """Return the entry of `identified` that is meant; raise `CitationError` where the one given says other things."""
    found = find(identified, _id(entry, blog, identified))
    if isinstance(entry, Entry) and version_id(entry.named(found.id)) != version_id(found):
        raise CitationError(
            "the entry that was given is another version of it than this blog has",
            found.id,
            "cite it from the blog that has this version",
        )
    return found


def cite(
    blog: LiveBlog,
    cited: "Entry | Quote | str | None" = None,
    *,
    style: str = "chicago",
    paragraph: int | None = None,
) -> str:
    """Return a citation of the blog, of an entry of it or its id, of one paragraph of it (from 1), or of a quote.

    Styles: `apa`, `chicago`, `mla`, `bibtex` (BibLaTeX), `ris`, `csl-json`. Raises `CitationError` for an unknown
    style, entry or paragraph, for an entry in another version than this blog has, and for a quote that this blog's
    version of the entry does not bear out.

    Each call looks through the blog: an export has the citations of all entries of a long one.
    """
    from .citation import Citer
    from .identity.quotes import Quote

    # To check every id takes far longer than all else here, so where none is missing `find` checks its own.
    check_blog(blog)
    has_ids = cited is not None and blog.id and all(entry.id for entry in blog.entries)
    identified = blog if has_ids else identify(blog)
    citer = Citer(identified)
    if cited is None:
        return citer.render(None, style, paragraph)
    if isinstance(cited, Entry | str):
        return citer.render(_meant(cited, blog, identified), style, paragraph)
    if not isinstance(cited, Quote):
        what = instead(cited, "an entry, its id or a quote is")
        raise CitationError(what, remedy="take it from blog.entries, or from quote()")
    if paragraph is not None:
        raise CitationError("a paragraph beside a quote, which has its own", cited.entry, "leave the paragraph out")
    return citer.render_quote(cited, find(identified, cited.entry), style)


def quote(
    blog: LiveBlog,
    exact: str,
    *,
    entry: Entry | str | None = None,
    paragraph: int | None = None,
    occurrence: int | None = None,
) -> "Quote":
    """Return the quote of words that stand once in the blog, or in the entry or paragraph given.

    `entry` is an entry of the blog, or its id. `paragraph` counts from 1; 0 is the headline. `occurrence`, from 1,
    says which one is meant. Raises `CitationError` when the words are not there, or stand twice.
    """
    from .identity.quoting import quote as made

    identified = identify(blog)
    within = None if entry is None else _meant(entry, blog, identified).id
    return made(identified, exact, entry=within, paragraph=paragraph, occurrence=occurrence)


def match(previous: LiveBlog, current: LiveBlog, *, gone: Sequence[Entry] = ()) -> "Matching":
    """Return what became of every entry of an earlier capture, and where every entry of the later one comes from.

    `gone` are entries that were deleted before, in their last version. What is doubtful is listed for review, never
    guessed. Raises `ModelError` for captures of two blogs, unless the id of the later one was only derived.
    """
    from .identity.matching import match as found

    return found(identify(previous), identify(current), gone=_checked(gone))


def revise(previous: LiveBlog, current: LiveBlog, *, gone: Sequence[Entry] = ()) -> LiveBlog:
    """Return the later capture with the ids of the earlier one carried over; raises `ModelError` as `match` does."""
    from .identity.matching import revise as carried

    return carried(identify(previous), identify(current), gone=_checked(gone))


def _checked(gone: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries that are gone; raise `ModelError` for what is none, such as an id."""
    found: tuple[Entry, ...] = checks.as_tuple(gone)
    checks.items("gone", found, Entry)
    return found


def validate(data: str | bytes, format: str | None = None, *, where: str = "") -> "tuple[Problem, ...]":
    """Return all that is wrong in a file of a format (`jsonld`, `xml`, `ical`); empty when it is valid.

    Any JSON-LD is judged by the vocabulary of schema.org, any calendar by RFC 5545. What this library wrote is judged
    by its schemas too, and read back: its ids and versions have to fit its text. Without `format` the content tells.
    Raises `ImportFailure`, which names the file as `where`, for an unknown format, or content that is none of them.
    """
    from .checking import problems

    return problems(octets(data, where), format, where)
