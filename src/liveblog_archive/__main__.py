"""`python -m liveblog_archive` is `liveblog-archive`."""

from .cli import main

main()
