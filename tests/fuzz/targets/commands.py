"""Any text → what is printed of it: no line is a command to a build server, and JSON comes back."""

import json
import re

from audit.report.escape import command_data, inline, json_text, no_commands, visible
from tests.cli.test_workflow_commands import orders

WORDS = (
    "::",
    "##[",
    "##vso[",
    "#",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\r",
    "\n",
    "\x1b[0K",
    "]",
    "::error::",
)
RUNS = 20_000
_OURS = re.compile("::error ")


def run(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for printed in (no_commands(text), no_commands(visible(text)), no_commands(inline(text))):
        assert not [order for order in orders(printed) if order != "a section"]
    assert not orders(no_commands(visible(text)))
    assert not orders(f"::error ::{command_data(text)}", _OURS)
    written = json_text(json.dumps(text, ensure_ascii=False))
    assert not orders(written)
    assert json.loads(written) == text
