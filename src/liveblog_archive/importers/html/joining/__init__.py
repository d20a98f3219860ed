"""One list of entries from all that a page says of them.

In come the updates of data and those of elements; out come updates with the best of both, and from these the entries
of the model, with a note for each conflict.
"""
