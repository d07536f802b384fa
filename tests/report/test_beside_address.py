"""A line with the address of a source has it once, whatever a rule's message begins with."""

import pytest

from audit.model import Finding, Severity
from audit.report.outline import beside_address
from tests.report.sample_sources import sources

RECORD = sources()[0]
URL = RECORD.source.url


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (f"{URL} has moved for good to https://x.example/", "has moved for good to https://x.example/"),
        (f"{URL[:-3]}… is behind a subscription.", "is behind a subscription."),
        (f"The post at {URL} cannot be read.", f"The post at {URL} cannot be read."),
        ("https://other.example/ is read in its place.", "https://other.example/ is read in its place."),
        (URL, URL),
    ],
)  # fmt: skip
def test_an_address_at_the_beginning_of_a_message_is_not_said_twice(
    message: str, said: str
) -> None:
    assert beside_address(RECORD, Finding("link-moved", Severity.NOTE, message)) == said
