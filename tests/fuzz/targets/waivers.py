"""A settings file, a reason, and a line about a finding → one waiver more, and nothing else is otherwise.

The three are parted by NULs.
"""

import tempfile
import tomllib
from pathlib import Path

from audit.config import add_waiver
from audit.model import NamedWaiver, Waiver
from audit.report.escape import visible
from tests.fuzz.words import TOML

WORDS = (
    *TOML,
    *("[[waive]]", "rule = 'quote-altered'", f"fingerprint = '{'0' * 32}'", "reason = 'x'", "waive = []"),
    *("fail-on = 'never'", "[severity]", "\0", "\r\n", "#", "\\u0000", "\x7f", "\\ud800", "[tool.citeaudit]"),
)  # fmt: skip
RUNS = 3000


def run(data: bytes) -> None:
    settings, _, rest = data.partition(b"\0")
    reason, _, about = rest.decode("utf-8", "surrogateescape").partition("\0")
    waiver = NamedWaiver("quote-altered", "f" * 32, Waiver(" ".join(reason.split()), ""), None)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "citeaudit.toml")
        path.write_bytes(settings)
        _, is_new = add_waiver(waiver, visible(about), path)
        after = path.read_bytes()
    if not is_new:
        assert after == settings
        return
    before, found = (
        tomllib.loads(settings.decode("utf-8-sig")),
        tomllib.loads(after.decode("utf-8-sig")),
    )
    *had, added = found.pop("waive")
    assert had == before.pop("waive", [])
    assert found == before
    assert added["fingerprint"] == "f" * 32
    assert added["reason"] == waiver.waiver.reason
