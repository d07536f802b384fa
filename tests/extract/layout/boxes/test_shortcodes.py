"""Shortcodes of content systems: who is quoted in them, and what they show."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions

FLOOD = "If you build it there, it will flood, and I will say that I told you."
ECHO = "https://echo.example/ledbury"
BESIDE = "The minister had been warned."


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        (
            f'{{{{< quote author="Ann Ledbury" source="The Echo" url="{ECHO}" >}}}}',
            "{{< /quote >}}",
        ),
        (f'{{{{% pullquote by="Ann Ledbury" link="{ECHO}" %}}}}', "{{% /pullquote %}}"),
        (f"{{% blockquote Ann Ledbury, The Echo {ECHO} %}}", "{% endblockquote %}"),
        (f'[pullquote author="Ann Ledbury" link="{ECHO}"]', "[/pullquote]"),
        (f"[quote author=”Ann Ledbury” url=”{ECHO}”]", "[/quote]"),
    ],
)
@pytest.mark.parametrize("form", ["markdown", "html", "text"])
def test_a_code_around_words_says_whose_they_are(form: str, opening: str, closing: str) -> None:
    parts = [BESIDE, opening, FLOOD, closing]
    if form == "html":
        written = [part.replace("<", "&lt;").replace(">", "&gt;") for part in parts]
        text = "".join(f"<p>{part}</p>" for part in written)
    else:
        text = "\n\n".join(parts)
    [said] = [
        each for each in attributions(text, format=form) if each.kind is not AttributionKind.LINK
    ]
    assert [part.text for part in said.contents] == [FLOOD]
    assert (said.speaker_name, said.url) == ("Ann Ledbury", ECHO)


def test_words_beside_a_code_are_read_as_ever() -> None:
    text = f'She left. [quote author="Bo Orr"]{FLOOD}[/quote] “I know,” said Ann Lee.'
    names = [said.speaker_name for said in attributions(text)]
    assert names == ["Bo Orr", "Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        f'```\n{{{{< quote author="Ann Ledbury" >}}}}{FLOOD}{{{{< /quote >}}}}\n```',  # code
        f'{{{{< quote author="Ann Ledbury" >}}}}\n{FLOOD}\n',  # never closed
        f"He filled in [quote] and [x]. {BESIDE}",
    ],
)
def test_what_is_no_quotation_of_a_code_gives_words_to_nobody(text: str) -> None:
    found = attributions(text, format="markdown")
    assert all(said.speaker_name != "Ann Ledbury" for said in found)


@pytest.mark.parametrize(
    ("code", "url"),
    [
        ('{{< tweet user="beaquill" id="1700000000000000001" >}}', "https://x.com/beaquill/status/1700000000000000001"),
        ("{{< tweet 1700000000000000001 >}}", "https://x.com/i/web/status/1700000000000000001"),
        ("{% twitter https://twitter.com/beaquill/status/17 %}", "https://twitter.com/beaquill/status/17"),
    ],
)  # fmt: skip
def test_a_code_that_shows_a_post_leads_to_the_words_above_it(code: str, url: str) -> None:
    text = f"Senator Bea Quill wrote on X: “The bill is dead.”\n\n{code}"
    assert [said.url for said in attributions(text, format="markdown")] == [url]


def test_a_code_that_shows_a_video_leads_to_what_was_said_in_one() -> None:
    text = "“I was nineteen,” Lola Vane said in a video.\n\n{{< youtube abcDEF12345 >}}"
    [said] = attributions(text, format="markdown")
    assert said.url == "https://www.youtube.com/watch?v=abcDEF12345"
