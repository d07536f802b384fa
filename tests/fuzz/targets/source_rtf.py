"""A source in Rich Text Format → text."""

from audit import source_text

WORDS = (
    "\\par ", "\\'92", "\\u8217?", "\\uc0", "\\uc99 ", "{\\fonttbl{\\f0\\fcharset0 A;}}", "\\f0 ",
    '{\\field{\\*\\fldinst{HYPERLINK "a"}}{\\fldrslt{b}}}', "\\ansicpg932", "\\fcharset128",
    "{\\*\\x ", "}", "{", "\\bin3 ", "{\\pict ", "\\u-10179?\\u-8704?", "\\cell ", "\\row ",
)  # fmt: skip
RUNS = 2000


def run(data: bytes) -> None:
    page = source_text(b"{\\rtf1\\ansi " + data)
    for block in page.blocks:
        assert 0 <= block.start < block.end <= len(page.text)
    page.text.encode()
    assert page.whole or page.why_not_whole
