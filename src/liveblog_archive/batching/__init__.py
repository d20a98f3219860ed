"""Many blogs: source -> documents -> shards -> `map_shard` on an engine -> outputs and parts -> manifest.

A part of the manifest is committed when all outputs of its shard are complete, and until then nothing of the shard
counts: whatever is killed, and when, the next run does what is missing and nothing twice.
"""

from .map_shard import Job, formats_of
from .run import Progress, Summary, run

__all__ = ["Job", "Progress", "Summary", "formats_of", "run"]
