"""One blog in three captures in which everything happens, and what resolution says of each citation of it.

`tests/golden/identity/history.json` holds the whole of it as data: what another implementation needs to check itself.
"""

import json

from attrs import evolve

from liveblog_archive.canonical import entry_record
from liveblog_archive.identity import snapshot_id, version_id
from liveblog_archive.identity.annotation import to_annotation
from liveblog_archive.identity.quoting import quote
from tests.identity.histories import History, entry, link, name
from tests.samples import clock
from tests.storm import ROOT

PATH = ROOT / "tests" / "golden" / "identity" / "history.json"

STANDS = entry("stands", "The ferry runs every hour.", time=clock("9:05", 9, 5))
LATER = entry("later", "The harbour is open.", "Waves are two metres high.", time=clock("9:10", 9, 10))
ALTERED = entry("altered", "Two men were hurt, police said.", time=clock("9:20", 9, 20))
RETIMED = entry("retimed", "The mayor will speak at noon.", time=clock("9:30", 9, 30))
MOVED = entry("moved", "Schools are closed.", time=clock("9:40", 9, 40))
SPLIT = entry("split", "The bridge is closed.", "Buses are diverted.", headline="Bridge", time=clock("9:50", 9, 50))
MERGED = entry("merged", "A tree fell on the road.", time=clock("10:00", 10))
TAKER = entry("taker", "Rain will last until night.", time=clock("10:10", 10, 10))
DELETED = entry("deleted", "The dam has broken.", time=clock("10:20", 10, 20))
DOUBTFUL = entry("doubtful", "Nobody is missing.", time=clock("10:30", 10, 30))
BACK = entry("back", "Shops are open.", time=clock("10:40", 10, 40))
BEYOND = entry("beyond", "A fog horn was heard.", time=clock("9:00", 9))
ABSENT = entry("absent", "Lamps are lit.", time=clock("8:50", 8, 50))
REFRAMED = entry("reframed", "He was found guilty on all counts.", time=clock("8:40", 8, 40))
FIRST = (
    STANDS,
    LATER,
    ALTERED,
    RETIMED,
    MOVED,
    SPLIT,
    MERGED,
    TAKER,
    DELETED,
    DOUBTFUL,
    BACK,
    BEYOND,
    ABSENT,
    REFRAMED,
)

SECOND = (
    entry("news", "A siren sounded.", time=clock("10:50", 10, 50)),
    STANDS,
    evolve(LATER, key_event=True),
    ALTERED,
    RETIMED,
    entry("split", "The bridge is closed.", headline="Bridge", time=SPLIT.time),
    entry("part", "Buses are diverted.", time=SPLIT.time),
    MERGED,
    TAKER,
    MOVED,
    DELETED,
    DOUBTFUL,
    BEYOND,
    ABSENT,
    REFRAMED,
)
THIRD = (
    *SECOND[:3],
    entry("altered", "Three men were badly hurt, police said.", time=ALTERED.time),
    evolve(RETIMED, time=clock("9:35", 9, 35)),
    *SECOND[5:7],
    entry("taker", "Rain will last until night.", "A tree fell on the road.", time=TAKER.time),
    MOVED,
    entry("one", "Nobody is missing."),
    entry("two", "Nobody is missing!"),
    BACK,
    entry("reframed", "He was found not guilty on all counts.", time=REFRAMED.time),
)


def history():
    """Return the history after its three captures."""
    return (
        History()
        .capture(*FIRST)
        .capture(
            *SECOND,
            links=[
                link("inserted", "", "news"),
                link("edited", "later", "later", changes=["edited"]),
                link("split", "split", "split part", score=0.75),
                link("moved", "moved", "moved", changes=["moved"]),
                link("deleted", "back"),
            ],
        )
        .capture(
            *THIRD,
            links=[
                link("edited", "altered", "altered", changes=["edited"], score=0.8125),
                link("retimed", "retimed", "retimed", changes=["retimed"]),
                link("edited", "reframed", "reframed", changes=["edited"]),
                link("merged", "taker merged", "taker", score=0.5),
                link("reinserted", "back", "back"),
                link("deleted", "deleted"),
                link("beyond", "beyond"),
                link("absent", "absent"),
            ],
            review=[link("ambiguous", "doubtful", "one two", score=0.5)],
        )
    )


def citations():
    """Return every citation by a name: quotes and identifiers."""
    blog = History().capture(*FIRST).blog
    made = {
        one: quote(blog, words, entry=name(one))
        for one, words in {
            "stands": "runs every hour",
            "later": "two metres high",
            "altered": "Two men were hurt",
            "reframed": "guilty on all counts",
            "retimed": "will speak at noon",
            "moved": "Schools are closed",
            "split": "Buses are diverted",
            "merged": "fell on the road",
            "deleted": "dam has broken",
            "beyond": "fog horn was heard",
            "absent": "Lamps are lit",
            "doubtful": "Nobody is missing",
            "back": "Shops are open",
        }.items()
    }
    return made | {
        "another word in a quote": evolve(made["stands"], exact="runs every week"),
        "another version in a quote": evolve(made["stands"], version=version_id(LATER)),
        "a headline": quote(blog, "Bridge"),
        "an entry": name("split"),
        "an entry that was changed": name("later"),
        "a version of an entry": f"{name('altered')} version {version_id(ALTERED).short}",
        "a local id": name("merged").rpartition("#")[2],
        "a mistyped local id": "0" * 11 + "1",
        "a deleted entry": name("deleted"),
        "a version": str(version_id(SPLIT)),
        "a version in hexadecimal": version_id(ALTERED).hex,
        "a short version": version_id(STANDS).short,
        "the first snapshot as cited": str(snapshot_id(blog)),
        "the last snapshot": str(history().ledger.latest.snapshot),
        "the blog": blog.id,
        "another blog": "tag:other.example,2021-11-16:bridge#000000000000",
    }


def told(resolution):
    """Return what a resolution says, as data; the reason is for people and may change."""
    found = {
        "status": resolution.status,
        "also": list(resolution.also),
        "entry": resolution.entry,
        "version": resolution.version and str(resolution.version),
        "now": list(resolution.now),
        "current": resolution.current and str(resolution.current),
        "since": resolution.since,
        "difference": [[piece.kind, piece.text] for piece in resolution.difference],
    }
    return {member: value for member, value in found.items() if value}


def data():
    """Return the whole history as data."""
    whole = history()
    return {
        "records": [entry_record(one) for one in whole.store.values()],
        "segments": [segment.decode().splitlines() for segment in whole.ledger.segments()],
        "resolutions": [
            {
                "name": named,
                "cited": cited if isinstance(cited, str) else to_annotation(cited),
                "outcome": told(whole.resolve(cited)),
            }
            for named, cited in citations().items()
        ],
    }


if __name__ == "__main__":
    PATH.write_text(json.dumps(data(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
