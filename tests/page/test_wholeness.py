"""A page that shows a beginning is not whole, and what it lacks is not absent."""

import pytest

from audit.match import verify_quote
from audit.model import NotCompared, Verdict
from audit.page.formats import source_text
from tests.page.wall_pages import WRITTEN_AFTER, WRITTEN_BEFORE, WallPage


@pytest.mark.parametrize("wall", [*WRITTEN_BEFORE, *WRITTEN_AFTER], ids=lambda wall: wall.name)
def test_what_a_beginning_lacks_is_not_absent(wall: WallPage) -> None:
    page = source_text(wall.markup.encode(), "text/html; charset=utf-8", wall.url)
    found = verify_quote("Nobody in this valley has ever asked us about the ferry", page)
    if wall.is_whole:
        assert (page.whole, found.verdict) == (True, Verdict.ABSENT)
    else:
        assert page.why_not_whole
        assert found.reason is NotCompared.SOURCE_NOT_WHOLE
