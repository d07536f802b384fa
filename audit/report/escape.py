r"""Everything from the article and the web passes here on its way into a report.

A reader of a report must see what is there, and nothing in it may act: no markup, no link but ours,
no control sequence, no text that runs the other way. Three layers:

* ``visible`` makes one line in which nothing is hidden: control characters, direction marks and
  invisible characters are shown by number, as ⟦U+202E⟧ (Unicode Technical Report 36;
  "Trojan Source", CVE-2021-42574). It is enough for a terminal.
* ``inline``, ``code``, ``fenced``, ``link`` and ``address`` write Markdown: CommonMark 0.31, the
GFM
  extensions, and what GitHub does to the rendered text afterwards (mentions, issue numbers, emoji
  codes), which no backslash stops. Words that would set off the latter become code spans: they read
  well, and the words stay as they are.
* ``json_text`` escapes what is invisible in JSON.
* ``in_place`` is ``visible`` for words between other words: for HTML, whose template escapes its
markup.
* ``cell`` makes a spreadsheet take a text for a text (OWASP, CSV Injection), ``command_data`` and
  ``command_property`` write the workflow commands of GitHub Actions, ``web_uri`` an address for a
  program.
* ``no_commands`` is for finished output, whatever its format: a build server reads it line by line.

Every function is linear in its input.
"""

import re
from urllib.parse import quote

_HIDDEN_RANGES = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL and C1, without the line breaks
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction: marks, embeddings, isolates
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"  # no width
    "\ufff9-\ufffb\ufffe\uffff"  # annotation anchors, noncharacters
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff"  # lone surrogates
)
_BREAK = "\t\n\v\f\r\x85\u2028\u2029"
# a run that is not one space alone, which is what nearly all are
_BREAKS = re.compile(f"(?:[{_BREAK}]| (?=[ {_BREAK}]))[ {_BREAK}]*")
# Joiners belong to many scripts and to emoji; beside Latin letters, signs and gaps they only hide.
_JOINED = r"[^\x00-\u024f\u2000-\u206f\u200c\u200d]"
_HIDDEN = re.compile(f"[{_HIDDEN_RANGES}]|(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})")
_HIDDEN_IN_FENCE = re.compile(f"{_HIDDEN.pattern}|[\v\f\r\x85\u2028\u2029]")
_HIDDEN_IN_JSON = re.compile(f"[{_HIDDEN_RANGES}\x85\u200c\u200d\u2028\u2029]")

_MARKDOWN = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?[0-9A-Za-z]{1,32};)")
_LINE_START = re.compile(r"\A[#+=:-]")
_LIST_NUMBER = re.compile(r"\A([0-9]{1,9})(?=[.)](?:\s|\Z))")
_WORD = re.compile(r"[^\s|()\[\]{}<>\"“”„«»‹›]+")
_SETS_OFF = re.compile(r"@|://|www\.|#[0-9]|gh-[0-9]|:(?![0-9]{2}:)[\w+-]+:", re.IGNORECASE)
_FORMULA = re.compile(r"((?:\A|;)[\s\"']*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫])")
_BACKTICKS = re.compile("`+")

# What runners of build servers take for a command in what a program prints. GitHub's: '::' where a
# line begins, white space aside, and '##[' anywhere in it; Azure's: '##vso[' and '##[', the same.
# They compare by the rules of .NET for cultures, which overlook characters without a width.
# GitLab's need a carriage return and an escape character, which are never printed.
_UNSEEN = "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
_COMMAND = re.compile("#(?=_#_(?:v_s_o_)?\\[)".replace("_", f"{_UNSEEN}*+"), re.IGNORECASE)
_COMMAND_LINE = re.compile(f"([\n\r](?:[^\\S\n\r]|{_UNSEEN})*+):(?={_UNSEEN}*+:)")

_COLON = "⟦U+003A⟧"

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\\@]+(?=[/?#]|\Z)", re.IGNORECASE)
_URL_SAFE = ":/?#[]@!$&'()*+,;=%~"
_ENTITY_IN_URL = re.compile(r"&(#?[0-9A-Za-z]{1,32});")


def visible(text: str) -> str:
    """The text on one line, with everything that a reader could not see shown by its number."""
    return in_place(text).strip(" ")


def in_place(text: str) -> str:
    """The same for a stretch of a line: its outer spaces stay."""
    line = _BREAKS.sub(" ", text)
    if line.isascii() and line.isprintable():
        return line
    return _HIDDEN.sub(_mark, line)


def inline(text: str) -> str:
    """Markdown that renders as ``visible(text)`` in a paragraph, heading, list or cell."""
    line = visible(text)
    pieces: list[str] = []
    done = 0
    for word in _WORD.finditer(line):
        if _SETS_OFF.search(word[0]):
            core = word[0].strip(".,;!?'‘’…")
            start = word.start() + word[0].index(core)
            pieces += (_backslashed(line[done:start]), _code_span(core))
            done = start + len(core)
    pieces.append(_backslashed(line[done:]))
    return _LIST_NUMBER.sub(r"\1\\", _LINE_START.sub(r"\\\g<0>", "".join(pieces)))


def code(text: str) -> str:
    """A code span of the text; empty when the text is.

    Not for table cells, where ``|`` would split.
    """
    line = visible(text)
    return _code_span(line) if line else ""


def fenced(text: str, info: str = "") -> str:
    """A fenced code block, behind a fence longer than any run of backticks in it."""
    lines = text.replace("\r\n", "\n").split("\n")
    body = "\n".join(_HIDDEN_IN_FENCE.sub(_mark, line) for line in lines)
    fence = "`" * max(3, _longest_run(body) + 1)
    return f"{fence}{info}\n{body}\n{fence}"


def link(label: str, url: str) -> str:
    """A link of that label; label and address as text where the address is no plain web address."""
    if not _WEB_ADDRESS.match(url):
        return f"{inline(label)} ({code(url)})"
    return f"[{inline(label)}](<{_encoded(url)}>)"


def address(url: str) -> str:
    """The address as a link that shows itself; as text where it is no plain web address.

    Plain means ``http`` or ``https``, a host, and no user name or password before it.
    """
    return f"<{_encoded(url)}>" if _WEB_ADDRESS.match(url) else code(url)


def json_text(text: str) -> str:
    r"""JSON in which invisible characters and lone surrogates are written as ``\uXXXX``.

    The text must be JSON already: such characters occur only inside its strings. What a build
    server would take for a command is escaped, too, and comes back from a parser as it was.
    """
    return _COMMAND.sub(_json_escape, _HIDDEN_IN_JSON.sub(_json_escape, text))


def no_commands(text: str) -> str:
    """Finished lines that no build server takes for a command: the first sign is escaped."""
    lines = f"\n{_COMMAND.sub(_mark, text)}"  # so that a break stands before the first, too
    return _COMMAND_LINE.sub(rf"\1{_COLON}", lines)[1:]


def web_uri(url: str) -> str | None:
    """The address, percent-encoded where need be; None where it is no plain web address."""
    return quote(url, safe=_URL_SAFE, errors="surrogatepass") if _WEB_ADDRESS.match(url) else None


def cell(text: str) -> str:
    """The visible text for a cell of a sheet; an apostrophe keeps it from being a formula.

    A formula may begin the cell, or what stands behind a semicolon: in many countries a spreadsheet
    splits there and takes no notice of quotation marks that come later.
    """
    return _FORMULA.sub(r"\1'", visible(text))


def command_data(text: str) -> str:
    """The visible text as the message of a workflow command."""
    return _COMMAND.sub(_mark, visible(text)).replace("%", "%25")


def command_property(text: str) -> str:
    """The visible text as a property of a workflow command."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def _mark(hidden: re.Match[str]) -> str:
    return f"⟦U+{ord(hidden[0]):04X}⟧"


def _json_escape(hidden: re.Match[str]) -> str:
    units = hidden[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _backslashed(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _code_span(line: str) -> str:
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)


def _encoded(url: str) -> str:
    """The URL with every character that is none of a URL's percent-encoded (RFC 3986, 2).

    Renderers differ on entities inside ``<…>``, so a semicolon that would end one is encoded too.
    """
    return _ENTITY_IN_URL.sub(r"&\1%3B", quote(url, safe=_URL_SAFE, errors="surrogatepass"))
