"""The Guardian: the page model that its pages are made from, blocks of it, and answers of the Content API.

In all of them an entry is a block with an id of 24 hexadecimal digits that begins with the second it was made in.
"""

from ...model import LiveBlog
from .. import shapes
from ..assembly import finish, open_json
from ..json_source import Node
from ..options import Options
from . import content_api, page

_WANTED = "blocks with elements (page model), or blocks.body (Content API)"


def read(data: bytes, options: Options) -> LiveBlog:
    """Return the live blog in a file of the Guardian's, without ids.

    Raises `ImportFailure` for bytes that are not JSON, and where there are no blocks.
    """
    opened = open_json(data, options)
    if (content := shapes.guardian_content(opened.value)) is not None:
        blog = content_api.blog(Node(content.value, opened.notes, content.path), options)
    elif shapes.is_guardian_page(opened.value):
        blog = page.blog(opened, options)
    else:
        blog = page.blog_of_blocks(opened, options)
    return finish(data, options, blog, opened.notes, "guardian", order="newest-first", wanted=_WANTED)
