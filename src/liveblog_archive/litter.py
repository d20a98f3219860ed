"""What operating systems and editors leave in any folder that people open: files that nobody put there to be kept."""

import re

# Of macOS, Windows, network file systems; then backups, locks and swap files of editors. None of ours is called so.
_LITTER = re.compile(
    r"\.ds_store|\._.+|thumbs\.db|desktop\.ini|\.directory|\.nfs[0-9a-f]+|\.fuse_hidden[0-9a-f]+"
    r"|.+~|\.#.+|#.+#|\..+\.sw[a-p]",
    re.IGNORECASE,
)


def is_litter(path: str) -> bool:
    """Tell by its name whether a file, at a path with slashes, is one of these."""
    return _LITTER.fullmatch(path.rpartition("/")[2]) is not None
