"""What a page tells otherwise where it has a statement's figure, or one end of its change."""

from collections.abc import Iterator

from audit.match.indirect.instead.ends import ends_otherwise
from audit.match.indirect.instead.rated import rated_otherwise
from audit.match.indirect.instead.turned import turned_otherwise
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Missing


def changed_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has of another end, direction or length of time."""
    yield from ends_otherwise(attribution, page)
    yield from turned_otherwise(attribution, page)
    yield from rated_otherwise(attribution, page)
