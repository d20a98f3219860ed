"""What a page says of its blog for machines: schema.org's LiveBlogPosting in JSON-LD, microdata or RDFa.

In come its scripts and attributes, broken as they may be; out come a `Posting` and its `Update`s. The ids here are
also those that elements have, so that what data and page say of one entry can be joined.
"""
