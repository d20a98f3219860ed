"""Which elements of a page are its entries.

In come the tree and the elements that state or print a time; out come lists of elements, one for each entry.
`elements` asks for ids, AMP lists and likeness; `beside` adds what stands between these; `runs` is for pages without
boxes.
"""
