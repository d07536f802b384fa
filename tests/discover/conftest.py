"""The outlet that most tests of a search ask, with a list of its pages and no old copies."""

from collections.abc import Iterator

import pytest

from tests.discover.press import Press, press


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap.xml")
        served.put("/wayback/cdx/search/cdx", "[]", "application/json")
        yield served
