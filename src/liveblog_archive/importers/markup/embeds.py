"""What an element shows that is not text: pictures, recordings, and pieces of other services."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from ...model import Embed, Media
from ...model.blocks import MediaKind
from .captions import CAPTION, is_credit
from .classes import ClassPattern
from .names import UNREAD
from .tree import has_own_words, line_inside, parse, spaced, text_inside

# The service that a host belongs to; the host itself is the provider where it is not named here.
_PROVIDERS = {
    "twitter.com": "twitter",
    "x.com": "twitter",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "youtube-nocookie.com": "youtube",
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "tiktok.com": "tiktok",
    "vimeo.com": "vimeo",
    "dailymotion.com": "dailymotion",
    "bsky.app": "bluesky",
    "t.me": "telegram",
    "telegram.org": "telegram",
    "spotify.com": "spotify",
    "soundcloud.com": "soundcloud",
    "reddit.com": "reddit",
    "flourish.studio": "flourish",
    "datawrapper.de": "datawrapper",
    "dwcdn.net": "datawrapper",
}
# Block quotations, or boxes of one, that a service's script turns into a post: a word of the class, and the attribute
# with its URL.
_POSTS = {
    "twitter-tweet": ("twitter", ""),
    "twitter-video": ("twitter", ""),
    "twitter-post": ("twitter", ""),
    "instagram-media": ("instagram", "data-instgrm-permalink"),
    "tiktok-embed": ("tiktok", "cite"),
    "bluesky-embed": ("bluesky", ""),
    "reddit-embed-bq": ("reddit", ""),
    "reddit-card": ("reddit", ""),
    "text-post-media": ("threads", "data-text-post-permalink"),
    "mastodon-embed": ("mastodon", "data-embed-url"),
    "fb-xfbml-parse-ignore": ("facebook", "cite"),
    "fb-post": ("facebook", "data-href"),
    "fb-video": ("facebook", "data-href"),
}
# AMP's components: the service, the attribute with the id, and the address that the id stands in.
_AMP = {
    "amp-youtube": ("youtube", "data-videoid", "https://www.youtube.com/watch?v={}"),
    "amp-twitter": ("twitter", "data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("instagram", "data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-facebook": ("facebook", "data-href", "{}"),
    "amp-tiktok": ("tiktok", "data-src", "{}"),
    "amp-vimeo": ("vimeo", "data-videoid", "https://vimeo.com/{}"),
    "amp-dailymotion": ("dailymotion", "data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-soundcloud": ("soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/{}"),
    "amp-brightcove": ("brightcove", "data-video-id", "{}"),
    "amp-jwplayer": ("jwplayer", "data-media-id", "{}"),
    "amp-reddit": ("reddit", "data-src", "{}"),
}
AMP_EMBEDS = frozenset(_AMP)
_EMBED = ClassPattern.of_words("embed(?:ded)?|social-?embed|oembed")
_LONGEST = 700  # characters that stand in for what a frame shows
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-lazyload", "data-url", "srcset", "data-srcset")
_PICTURE = re.compile(r"[^?#]+\.(?:jpe?g|png|webp|avif|gif)(?:[?#].*)?", re.IGNORECASE | re.DOTALL)
_LATE = (
    "data-url",
    "data-href",
    "data-embed-url",
    "data-canonical-url",
    "data-embedded-content-path",
    "data-tweet-url",
)
_WORD = re.compile(r"[\w\s]")
_UNSEEN = {"0", "1", "0px", "1px"}
_NOWHERE = ("data:", "about:", "javascript:", "blob:", "chrome:")
# An absolute address that needs no resolving, as by far most are.
_PLAIN = re.compile(r"https?://[^\s/?#\[\]]+/[^\s?#]*(?<!\.)(?:\?[^\s#]*)?(?:#\S*)?")
# One on the page's own site, without steps up that need resolving.
_ON_SITE = re.compile(r"/(?!/)[^\s?#;]*(?:\?[^\s#]+)?(?:#\S+)?")
# What Chrome, Firefox, Word and others save beside a page: `./Fire%20on%20Mill%20Street_files/crew.jpg`.
_SAVED = re.compile(
    r"(?:\./)?[^/?#:]+(?:_files|_fichiers|_archivos|_arquivos|_ficheiros|_file|_bestanden|_pliki|_soubory|_dosyalar|"
    r"\.files|\.fld|_datoteke|-?[Dd]ateien|-bestanden|-filer|_filer|_tiedostot|_elemei|_fitxers|_\u0444\u0430\u0439\u043b\u044b)/"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINKED = ("http", "https", "ftp", "ftps")
_UNSET = frozenset({"undefined", "null", "None"})  # what scripts and templates write where they have no text


def address(url: str | None, base: str | None) -> str | None:
    """Return an address as an absolute URL where `base` allows, else as it stands; None for one that leads nowhere.

    Addresses of mail are nobody's business and lead nowhere; so do scripts, data and places on the page itself. That
    of a copy beside a saved page stays as it is: its publisher has nothing there.
    """
    if url is None:
        return None
    if _PLAIN.fullmatch(url):
        return url
    if _SAVED.match(url.strip()):
        return url.strip().replace(" ", "%20")
    if "/." not in url and _ON_SITE.fullmatch(url) and (site := _site(base)) is not None:
        return site + url
    return _address("".join(url.split()), base)


def is_saved_copy(url: str) -> bool:
    """Tell whether an address is that of a file which a browser saved in a folder beside the page.

    It stands nowhere but there. Browsers name such a folder for the page, with an ending in the reader's language.
    """
    return _SAVED.match(url) is not None


@lru_cache(maxsize=64)
def _site(base: str | None) -> str | None:
    """Return what stands before a path on the site of `base`: nothing without a base, None where it is no page's."""
    if not base:
        return ""
    root = _address("/", base) or ""
    return root[:-1] if root.startswith(("http://", "https://")) and root.endswith("/") else None


@lru_cache(maxsize=4096)
def _address(url: str, base: str | None) -> str | None:
    if not url or url.startswith("#"):
        return None
    try:
        if base:
            url = urljoin(base, url)
        scheme = urlsplit(url).scheme
    except ValueError:  # half an IPv6 address
        return url
    return url if scheme in _LINKED or not _SCHEME.match(url) else None


def provider(url: str) -> str:
    """Return the name of the service that an address belongs to: its host where none is known, else `embed`."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    suffix = host
    while suffix:
        if suffix in _PROVIDERS:
            return _PROVIDERS[suffix]
        suffix = suffix.partition(".")[2]
    return host or "embed"


def is_post(element: etree._Element) -> bool:
    """Tell whether a block quotation is a post of another service."""
    return next(_posted(element), None) is not None


def post(element: etree._Element, base: str | None, text: str) -> Embed:
    """Return the post of another service that a block quotation is, with the text in it."""
    name, said = next(_posted(element))
    return Embed(provider=name, url=address(said, base) or _last_link(element, base), text=text)


def _posted(element: etree._Element) -> Iterator[tuple[str, str | None]]:
    """Yield the service that a block quotation or its box is named for, and the address that this states."""
    for part in (element, *islice(element.iterancestors(), 1)):
        for word in (part.get("class") or "").split():
            if word in _POSTS:
                name, attribute = _POSTS[word]
                yield name, part.get(attribute) if attribute else None


def _last_link(element: etree._Element, base: str | None) -> str | None:
    """Return where the last link leads: a post closes with the link of its date to itself."""
    for link in reversed(element.findall(".//a[@href]")):
        if url := address(link.get("href"), base):
            return url
    return None


def framed(element: etree._Element, base: str | None, text: str) -> Embed | None:
    """Return what a frame, object or AMP component shows; None for one that shows nothing, such as a counter."""
    if str(element.tag).lower() in _AMP:
        name, attribute, pattern = _AMP[str(element.tag).lower()]
        number = (element.get(attribute) or "").strip()
        return Embed(provider=name, url=pattern.format(number) if number else None, text=text)
    url = _source(element, base, ("src", "data-src", "data-lazy-src", "data"))
    title = (element.get("title") or "").strip()
    if url is None:
        document = element.get("srcdoc")
        text = "\n".join(dict.fromkeys(filter(None, (title, _words_of(document))))) if document else ""
    if _unseen(element) or not (url or text):
        return None
    return Embed(provider=provider(url or ""), url=url, text=text or title)


def _words_of(document: str) -> str:
    """Return the words of a document that is written in a frame itself."""
    root = parse(document).root
    if root is None:
        return ""
    etree.strip_elements(root, *UNREAD, with_tail=False)
    return line_inside(root)


def frame_in(box: etree._Element) -> etree._Element | None:
    """Return the frame that a box is named for and begins with, above words that stand in for what it shows."""
    first = box[0]
    if first.tag != "iframe" or not _EMBED.fits(box) or len(text_inside(box)) > _LONGEST:
        return None
    is_alone = not any(text and text.strip() for text in (box.text, first.tail))
    return first if is_alone and not any(map(_is_of_picture, box)) else None


def link_alone(box: etree._Element) -> etree._Element | None:
    """Return the link that is all there is in a box named for what it embeds: `View this post`."""
    link = box[0]
    is_one = link.tag == "a" and _EMBED.fits(box) and not has_own_words(box)
    return link if is_one and text_inside(link).strip() else None


def _is_of_picture(part: etree._Element) -> bool:
    return part.tag == "figcaption" or CAPTION.fits(part) or is_credit(part)


def told(box: etree._Element, base: str | None, text: str) -> Embed:
    """Return the post that a line in a box tells of, such as `Ada Example on Threads: "The bridge is shut"`."""
    url = _source(box, base, ("data-src", *_LATE)) or _last_link(box, base)
    return Embed(provider=provider(url or ""), url=url, text=text)


def placeholder(element: etree._Element, base: str | None) -> Embed | None:
    """Return what a script puts into an element that is empty without it: the address is in an attribute."""
    for name in _LATE:
        said = (element.get(name) or "").strip()
        if said.startswith(("http://", "https://", "//")) and (url := address(said, base)):
            return Embed(provider=provider(url), url=url)
    return None


def picture(element: etree._Element, base: str | None) -> Media | None:
    """Return an image; None for one that nobody sees, such as a counter of one pixel."""
    if _unseen(element):
        return None
    url = _source(element, base, _SOURCES)
    if url is None or is_saved_copy(url):
        # The parser knows no end of a `source`: an image stands inside of those that it is the last choice of.
        sources = (source for box in element.iterancestors("picture") for source in box.iter("source"))
        url = _first_source(sources, base) or url
    alt = spaced(element.get("alt") or "")
    alt = "" if alt in _UNSET else alt
    return Media(kind="image", url=url, alt=alt or None) if url or alt else None


def names_picture(element: etree._Element) -> bool:
    """Tell whether an element has the address of a file that is a picture."""
    return any(_PICTURE.fullmatch(element.get(name) or "") for name in _SOURCES)


def _first_source(parts: Iterable[etree._Element], base: str | None) -> str | None:
    return next((url for part in parts if (url := _source(part, base, _SOURCES))), None)


def pictograph(element: etree._Element) -> str | None:
    """Return the characters that an image stands for inside a line: an emoji, whose text is its alternative text."""
    alt = (element.get("alt") or "").strip()
    if (alt and len(alt) <= 8 and not _WORD.search(alt)) or "emoji" in (element.get("class") or ""):
        return alt
    return None


def recording(element: etree._Element, base: str | None) -> Media | None:
    """Return a video or sound; None for a player without any address or title."""
    kind: MediaKind = "audio" if str(element.tag).lower().endswith("audio") else "video"
    url = _first_source((element, *element.iter("source")), base)
    title = (element.get("title") or element.get("aria-label") or "").strip() or None
    return Media(kind=kind, url=url, alt=title) if url or title else None


def _source(element: etree._Element, base: str | None, names: tuple[str, ...]) -> str | None:
    """Return the address of what is shown: pages that load pictures late keep it beside a placeholder in `src`.

    That of a copy counts only where no attribute has the original.
    """
    copy = None
    for name in names:
        value = (element.get(name) or "").strip()
        if not value:
            continue
        if "srcset" in name:
            value = value.split(",")[-1].strip().partition(" ")[0]  # the last candidate is the largest, by custom
        if value and not value.lower().startswith(_NOWHERE) and (url := address(value, base)):
            if not is_saved_copy(url):
                return url
            copy = copy or url
    return copy


def _unseen(element: etree._Element) -> bool:
    return element.get("width") in _UNSEEN and element.get("height") in _UNSEEN
