"""What one element says of the entry that it shows.

In comes an element; out comes an `Update`: time, headline and author, which stand at its beginning and end, and the
blocks of its text, without furniture and with the posts of others as quotations.
"""
