"""Which elements of a page are its entries.

In come the tree and the elements that state or print a time; out come lists of elements, one for each entry. `find`
asks for ids, AMP lists and likeness; `untimed` and `others` add what stands beside these; `runs` is for pages
without boxes.
"""
