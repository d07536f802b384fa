"""A real browser, driven over the pipe of the DevTools protocol, that shows what a text fragment highlights."""

import base64
import itertools
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

from tests import loopback

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--remote-debugging-pipe", "--force-device-scale-factor=1", "--hide-scrollbars"),
)
COLOUR = (255, 0, 254)
STYLE = f"<style>::target-text{{background:rgb{COLOUR};color:rgb{COLOUR}}}</style>"
RECTANGLES = """
((id, first, last) => {
  const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  const nodes = []; let all = "";
  while (walk.nextNode()) { nodes.push([walk.currentNode, all.length]); all += walk.currentNode.data; }
  const from = all.indexOf(first), to = all.indexOf(last, from) + last.length;
  if (from < 0 || to < last.length) throw new Error("not in #" + id + ": " + first + " … " + last);
  const rectangles = [];
  for (const [node, start] of nodes) {
    const low = Math.max(from, start), high = Math.min(to, start + node.length);
    if (low >= high) continue;
    const range = document.createRange();
    range.setStart(node, low - start); range.setEnd(node, high - start);
    for (const one of range.getClientRects()) rectangles.push([one.left, one.top, one.right, one.bottom]);
  }
  return rectangles;
})(%s, %s, %s)
"""

LETTERS = r"""
((first, last) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const letters = [], rectangles = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (getComputedStyle(node.parentElement).display === "none") continue;
    for (let at = 0; at < node.length; at++) if (!/\s/.test(node.data[at])) letters.push([node, at]);
  }
  let words = "";
  for (const [node, at] of letters.slice(first, last)) {
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + 1);
    words += node.data[at];
    for (const one of range.getClientRects()) rectangles.push([one.left, one.top, one.right, one.bottom]);
  }
  return [words, rectangles];
})(%d, %d)
"""


@dataclass(frozen=True)
class Shown:
    """How much of the passage is in the colour of ``::target-text``, and how much besides it is."""

    inside: float
    outside: int


class Browser:
    def __init__(self, profile: Path) -> None:
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()

        def place() -> None:
            os.dup2(to_browser, 3)
            os.dup2(from_browser, 4)

        command = ["chromium", *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=False,
            preexec_fn=place,  # noqa: PLW1509 — no other thread is running yet
        )
        os.close(to_browser)
        os.close(from_browser)
        self._ids = itertools.count(1)
        self._buffer = b""
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.call("Page.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=800, height=6000, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        os.close(self._write)
        os.close(self._read)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            chunk = os.read(self._read, 1 << 20)
            assert chunk, "the browser has gone"
            self._buffer += chunk
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def shown(self, url: str, element: str, first: str, last: str) -> Shown:
        """What is highlighted at ``url``, held against an element's text from ``first`` to ``last``."""
        self._open(url)
        script = RECTANGLES % (json.dumps(element), json.dumps(first), json.dumps(last))
        return _shown(self._picture(), self._evaluated(script))

    def shown_letters(self, url: str, before: str, words: str) -> Shown:
        """What is highlighted at ``url``, held against ``words``, ``before`` which a page shows those words."""
        self._open(url)
        start, length = (len("".join(text.split())) for text in (before, words))
        found, rectangles = self._evaluated(LETTERS % (start, start + length))
        assert found == "".join(words.split())
        return _shown(self._picture(), rectangles)

    def _open(self, url: str) -> None:
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=url)
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def _evaluated(self, script: str) -> Any:
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"]["value"]

    def _picture(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])


def _shown(png: bytes, rectangles: list[list[float]]) -> Shown:
    image = Image.open(BytesIO(png)).convert("RGB")
    difference = ImageChops.difference(image, Image.new("RGB", image.size, COLOUR))
    coloured = difference.convert("L").point(lambda value: 255 if value == 0 else 0)
    passage = Image.new("L", image.size, 0)
    grown = Image.new("L", image.size, 0)
    for left, top, right, bottom in rectangles:
        inner = (round(left), round(top), round(right), round(bottom))
        passage.paste(255, inner)
        grown.paste(255, (inner[0] - 6, inner[1] - 6, inner[2] + 6, inner[3] + 6))
    hit = ImageChops.multiply(coloured, passage).histogram()[255]
    outside = ImageChops.subtract(coloured, grown).histogram()[255]
    return Shown(hit / max(passage.histogram()[255], 1), outside)


@contextmanager
def serving(page: bytes) -> Iterator[str]:
    """Serves one page on loopback; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: Any) -> None:
            pass

    with loopback.serving(Handler) as site:
        yield f"http://{site}/page"
