"""What a page tells otherwise where it has a statement's figure, or one end of its change."""

from collections.abc import Iterator
from itertools import chain

from audit.match.indirect.instead.cells import cells_otherwise
from audit.match.indirect.instead.of_another import figures_of_another
from audit.match.indirect.instead.turned.ends import ends_otherwise
from audit.match.indirect.instead.turned.opposed import opposed_otherwise
from audit.match.indirect.instead.turned.places import places_exchanged
from audit.match.indirect.instead.turned.rated import rated_otherwise
from audit.match.indirect.instead.weekdays import weekdays_otherwise
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Missing, Span


def changed_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that a page has of another end, the opposite or length of time.

    None twice: both ends of a change may be told of the opposite as well.
    """
    named: list[Span] = []
    for each in chain(
        ends_otherwise(attribution, page),
        opposed_otherwise(attribution, page),
        rated_otherwise(attribution, page),
        places_exchanged(attribution, page),
        weekdays_otherwise(attribution, page),
        cells_otherwise(attribution, page),
        figures_of_another(attribution, page),
    ):
        span = each.fact.span
        if not any(span.start < other.end and other.start < span.end for other in named):
            named.append(span)
            yield each
