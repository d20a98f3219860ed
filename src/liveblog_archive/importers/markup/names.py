"""Names of the elements of HTML, in sets that are asked for in several places.

A set that only one module asks for stands there.
"""

_INLINE = (
    "a abbr acronym b bdi bdo big button cite code data datalist del dfn em font i input ins kbd label mark marquee "
    "meter nobr option optgroup output progress q rp rt ruby s samp select slot small span strike strong sub sup "
    "template textarea time tt u var wbr img"
)
_BLOCK = (
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe embed object legend li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul video audio picture source script style noscript svg"
)
INLINE = frozenset(_INLINE.split())
BLOCKS = frozenset(_BLOCK.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SUBHEADINGS = HEADINGS - {"h1"}  # all but that of the page
LISTS = frozenset({"ul", "ol"})
UNREAD = frozenset({"script", "style", "template", "noscript"})
TIMES = frozenset({"time", "amp-timeago"})
SHOWN = frozenset({"figure", "img", "picture", "video", "audio", "iframe", "amp-img"})  # and not read, as text is
