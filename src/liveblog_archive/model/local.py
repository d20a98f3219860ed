"""What an entry is called within its blog."""


def local_of(entry_id: str) -> str:
    """Return the part of an entry id after the `#`, by which its element on a page is called; all of any other id."""
    return entry_id.rpartition("#")[2]
