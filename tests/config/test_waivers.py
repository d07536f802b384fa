"""A waiver is added to settings as text: whatever it says, it says nothing else."""

import tempfile
import tomllib
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from audit.config import add_waiver
from audit.errors import UsageError
from audit.model import NamedWaiver, Waiver

TEXT = st.text(
    st.one_of(st.sampled_from("\"'\\\n\r\t[]=#.\x7f\x00\u2028\ud800"), st.characters()), max_size=20
)


@given(TEXT, TEXT, TEXT, TEXT)
@example("\udcff", "", "", "")
@example("fine", "", "", "a\nfail-on = 'never'")
def test_what_is_written_is_what_was_meant_or_nothing(
    reason: str, who: str, article: str, about: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "own.toml")
        before = 'fail-on = "note"\n'
        path.write_text(before, encoding="utf-8")
        waiver = Waiver(reason, "", who)
        named = NamedWaiver("quote-absent", "0" * 32, waiver, article)
        try:
            add_waiver(named, about, path)
        except UsageError:
            assert path.read_text(encoding="utf-8") == before
            return
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
        assert tree.keys() == {"fail-on", "waive"}
        [table] = tree["waive"]
        assert (table["reason"], table["who"], table["article"]) == (reason, who, article)
