"""Where a page stands: alone, or in a site, with other files beside it and a past that it knows."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen(kw_only=True)
class Reference:
    """Another file that a page names: `href` is relative to the page, or absolute."""

    href: str
    text: str
    media_type: str | None = None
    current: bool = False


@frozen(kw_only=True)
class Landing:
    """What became of an entry that is not on the page: who follows its id lands here, or on the first of `now`.

    `local` and `now` are the last 12 characters of ids; `reason` is one line; `href` is a page that tells more.
    """

    local: str
    status: str
    reason: str
    now: tuple[str, ...] = ()
    href: str | None = None


@frozen(kw_only=True)
class Setting:
    """What a page is told of its surroundings; nothing, where it is a file of its own.

    `cite_as` is the address that a citation should give (RFC 8574), `canonical` that of the page itself. `relations`
    are links of machines by their relation: `latest-version`, `predecessor-version` (RFC 5829), `linkset` (RFC 9264).
    `histories` are pages of entries that have several versions, by local id.
    """

    cite_as: str | None = None
    canonical: str | None = None
    alternates: tuple[Reference, ...] = ()
    relations: tuple[tuple[str, Reference], ...] = ()
    landings: tuple[Landing, ...] = ()
    histories: Mapping[str, str] = field(factory=dict)
    captures: tuple[Reference, ...] = ()
    home: Reference | None = None
    verify: Reference | None = None
