"""The pages of a site around its blogs: the front page, entries with a past, digests, and what is not there."""

from collections.abc import Iterator, Sequence

from ..archive import Version
from ..citation.wording import name_of_entry, one_line
from ..exporters.html.printing import PROGRAM, asset, environment, in_page
from ..exporters.html.safety import data, direction, policy, printable
from ..exporters.html.setting import Reference, Setting
from ..exporters.html.words import Words
from ..identity.edits import TYPED, entry_difference
from ..identity.links import UNSEEN
from ..model import Block, LiveBlog, Quotation, local_of
from ..overview import Furniture, furniture_for, titled
from .history import Edition, EntryHistories
from .plan import BLOGS, Plan, Shown

# What is around all blogs, whichever languages they have.
_ENGLISH = Words(Furniture("en"))


def _rendered(
    template: str,
    *,
    title: str,
    setting: Setting,
    words: Words = _ENGLISH,
    scripts: Sequence[tuple[str, str]] = (),
    **given: object,
) -> bytes:
    style = asset("page", "common.css") + asset("site", "site.css")
    script = "".join(asset(kind, name) for kind, name in scripts)
    text = (
        environment()
        .get_template(f"site/{template}.html.jinja")
        .render(
            {
                "title": title,
                "description": "",
                "program": PROGRAM,
                "setting": setting,
                "policy": policy(style, script, fetches=bool(scripts)),
                "style": in_page(style),
                "script": in_page(script),
                "w": words,
                "language": words.language,
                "dir": direction(words.language),
                **given,
            }
        )
    )
    return text.encode()


def front(plan: Plan, blogs: Sequence[Shown], *, has_feed: bool) -> bytes:
    """Return the front page: every blog, and a search over all entries."""
    feed = Reference(href="feed.atom", text="Atom", media_type="application/atom+xml")
    setting = Setting(
        canonical=plan.absolute("index.html"),
        alternates=(feed,) if has_feed else (),
        relations=(("linkset", Reference(href="linkset.json", text="", media_type="application/linkset+json")),),
    )
    titles = {one.folder.removeprefix(BLOGS): one.title for one in blogs}
    return _rendered(
        "front",
        title=plan.title,
        setting=setting,
        scripts=[("page", "searching.js"), ("site", "search.js")],
        blogs=blogs,
        facts=data({"blogs": titles}),
    )


def verification(plan: Plan, blogs: Sequence[Shown]) -> bytes:
    """Return the page that explains how anybody can check a citation, and shows the digests of every blog."""
    setting = Setting(canonical=plan.absolute("verify.html"))
    return _rendered("verify", title=f"Verify: {plan.title}", setting=setting, home=plan.title, blogs=blogs)


def missing(plan: Plan) -> bytes:
    """Return the page that a server gives for an address that it does not have; it looks for the id in it."""
    facts = data({"root": plan.root})
    return _rendered(
        "missing", title="Not found", setting=Setting(), scripts=[("site", "missing.js")], root=plan.root, facts=facts
    )


def entry_page(
    plan: Plan,
    path: str,
    blog: LiveBlog,
    *,
    history: EntryHistories,
    editions: Sequence[Edition],
    versions: Sequence[Version],
) -> bytes:
    """Return the page of an entry with a past: its versions with what was changed; a tombstone, where it is gone.

    What is said around the entry is in the language of the blog, or in English where there are no words of that.
    """
    words = Words(furniture_for(blog))
    last = editions[-1]
    public = [one.entry for one in editions if one.entry.status == "published"]
    name = last.entry.id
    local = local_of(name)
    gone = last.last < len(versions) or last.entry is not public[-1]
    home = plan.absolute(f"{path.partition('/entries/')[0]}/index.html")
    left = history.ledger.followed(name, last.last).left
    cited = f"{home}#{local}" if home else name
    relations = [("collection", Reference(href="../index.html", text=""))]
    if not gone:
        relations.append(("latest-version", Reference(href=f"../index.html#{local}", text="")))
    return _rendered(
        "entry",
        title=printable(name_of_entry(public[-1]) or local),
        setting=Setting(cite_as=cited, canonical=plan.absolute(path), relations=tuple(relations)),
        words=words,
        blog_language=blog.language or words.language,
        blog_title=printable(titled(blog, words.furniture)),
        name=name,
        local=local,
        gone=gone,
        unseen=bool(left) and left[-1].link.kind in UNSEEN,
        editions=_editions(editions, versions, words),
        events=[
            {"capture": event.capture, "kind": event.kind, "others": [local_of(one) for one in event.others]}
            for event in history.events(name)
        ],
        present={local_of(one) for one in history.ledger.captures[-1].ids},
        told=history.told,
    )


def _editions(editions: Sequence[Edition], versions: Sequence[Version], words: Words) -> list[dict[str, object]]:
    """Return what the template prints of the versions of an entry, the latest first.

    What is not public has no words here; what is, is compared with what was public before.
    """
    found, before = [], None
    for edition in editions:
        is_public = edition.entry.status == "published"
        found.append(_edition(edition, before if is_public else None, versions, words))
        before = edition if is_public else before
    return found[::-1]


def _edition(
    edition: Edition, before: Edition | None, versions: Sequence[Version], words: Words
) -> dict[str, object]:
    """Return what the template prints of a version of an entry, and of what was changed since `before`."""
    furniture = words.furniture
    changes = entry_difference(before.entry, edition.entry, furniture.term) if before else {}
    entry = edition.entry
    version = versions[edition.first - 1]
    when = furniture.instant(version.created) if version.created else ""
    time = entry.time.shown if entry.time else ""
    day = entry.calendar_day
    return {
        "first": edition.first,
        "last": edition.last,
        "created": version.created.isoformat() if version.created else "",
        "dated": words("captured-on" if version.captured else "deposited", day=when),
        "version": str(edition.version),
        "hex": edition.version.hex,
        "short": edition.version.short,
        "changes": [
            (part, "ltr" if part in TYPED else "auto", [(piece.kind, printable(piece.text)) for piece in pieces])
            for part, pieces in changes.items()
        ],
        "headline": printable(entry.headline or ""),
        "day": furniture.day(day) if day else "",
        "time": printable(one_line(time)),
        "status": entry.status,
        "texts": [printable(text) for block in entry.body for text in _texts(block) if text],
    }


def _texts(block: Block) -> Iterator[str]:
    """Yield the text of a block, and who is quoted in it."""
    yield block.text
    if isinstance(block, Quotation) and block.source:
        yield f"— {block.source}"
