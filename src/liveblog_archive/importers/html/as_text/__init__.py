"""Pages that only print their times, which the importer of text reads.

In comes a page without data; out comes a blog. Its blocks (`blocks`) or its lines (`lines`) become a text, whose
labels, days and direction are read by one set of rules, and what was found in it gets the page's own blocks back.
"""
