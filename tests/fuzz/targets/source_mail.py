"""A mail or a page saved as one → text; the first byte chooses what stands before it."""

from audit import source_text

WORDS = (
    "MIME-Version: 1.0\n",
    "Content-Type: multipart/related; boundary=b\n\n",
    "Content-Type: multipart/alternative; boundary=c\n\n",
    "Content-Type: text/html; charset=utf-8\n",
    "Content-Type: message/rfc822\n\n",
    "Content-Transfer-Encoding: base64\n\n",
    "Content-Transfer-Encoding: quoted-printable\n\n",
    "Content-Disposition: attachment\n",
    "Subject: =?utf-8?q?=E2=80=99?=\n",
    "charset*=utf-8''x",
    "\n--b\n",
    "\n--c--\n",
    "=E2=80=99",
    "<p>",
)
RUNS = 3000
BEGINNINGS = (b"", b"MIME-Version: 1.0\n", b"123\nMIME-Version: 1.0\n", b"bplist00WebMainResource")


def run(data: bytes) -> None:
    begin = BEGINNINGS[data[0] % len(BEGINNINGS)] if data else b""
    page = source_text(begin + data[1:], "message/rfc822")
    for block in page.blocks:
        assert 0 <= block.start <= block.end <= len(page.text)
    assert page.whole or page.why_not_whole
