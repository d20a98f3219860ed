"""Many blogs: sources, shards, manifests, engines."""
