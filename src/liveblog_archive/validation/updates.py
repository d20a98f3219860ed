"""What a live blog needs beyond the vocabulary: updates with content, each once, in the order of their positions."""

from collections.abc import Iterator

from . import Problem
from .documents import is_ours
from .terms import Terms, items

_BODIES = ("articleBody", "headline", "name", "text", "image", "video", "audio", "associatedMedia", "sharedContent")


def updates(blog: dict[str, object], path: str, terms: Terms) -> Iterator[Problem]:
    """Yield what is wrong with the updates of a `LiveBlogPosting`.

    A blog without updates, and an update without content, is an oversight of a page. This library writes both for a
    blog or an entry that has nothing, as a deleted entry may; what is missing there is found when it is read back.
    """
    ours = is_ours(blog)
    found = next((value for key, value in blog.items() if terms.name(key) == "liveBlogUpdate"), None)
    listed = [] if found in (None, []) else [*items(found, f"{path}.liveBlogUpdate")]
    if not listed and not ours:
        yield Problem(f"{path}.liveBlogUpdate", "no updates: a live blog without entries")
    stated, seen = False, set[object]()
    for index, (place, value) in enumerate(listed):
        if not isinstance(value, dict):
            yield Problem(place, "an update that is not an object says nothing")
            continue
        update = {terms.name(key): one for key, one in value.items()}
        if not ours and update.keys() - {"@id"} and not any(update.get(key) for key in _BODIES):
            yield Problem(place, f"the update has no body: none of {', '.join(_BODIES)}")
        if (name := update.get("@id")) is not None and str(name) in seen:
            yield Problem(f"{place}.@id", f"a second update {name!r}")
        seen.add(str(name))
        stated = stated or "position" in update
        if stated and str(update.get("position")) != str(index + 1):
            yield Problem(f"{place}.position", f"{update.get('position')!r} for update {index + 1} of the list")
