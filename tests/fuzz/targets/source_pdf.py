"""A PDF source → text. It is read in a process of its own: what is tried here is that nothing comes back but pages."""

from audit import source_text

WORDS = (
    "%PDF-1.4\n",
    "xref",
    "trailer",
    "stream\n",
    "endstream",
    "/Length ",
    "/Kids [1 0 R]",
    "BT ",
    " Tj",
    "startxref",
)
RUNS = 15


def run(data: bytes) -> None:
    page = source_text(b"%PDF-" + data, "application/pdf")
    assert page.whole or page.why_not_whole
