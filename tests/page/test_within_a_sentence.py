"""What markup puts into a sentence that no reader of the page sees or reads as its words."""

import pytest

from audit.match import verify_quote
from audit.model import Verdict
from audit.page.formats import source_text

SAID = "We have lost nine boats since the winter storm came to us and nobody has paid."
BEFORE, BEHIND = (
    "We have lost nine boats",
    " since the winter storm came to us and nobody has paid.",
)


def _check(body: str, quote: str = SAID) -> tuple[Verdict, tuple[str, ...]]:
    markup = (
        "<!DOCTYPE html><html lang=en><title>Boats lost</title><main><h1>Boats lost in the storm</h1>"
        "<p>The council met on Monday evening and heard from eleven residents of the lower town.</p>"
        f"{body}<p>The next meeting is on the second of June in the old school.</p></main></html>"
    )
    check = verify_quote(quote, source_text(markup.encode(), "text/html; charset=utf-8"))
    return check.verdict, check.cautions


@pytest.mark.parametrize(
    "inside",
    [
        "<span class='print-only'> (www.gazette.example)</span>",
        "<span class='visible-print-inline'> [page 7]</span>",
        "<span class='print-link-url'> (https://www.gazette.example/7)</span>",
        "<span class='print-footnote'>[1]</span>",
        "<span class='d-none d-print-inline'> see page 7</span>",
        "<span class='hidden print:inline'> see page 7</span>",
        "<span class='mobile-only'> Swipe for more</span>",
        "<span class='u-show-on-mobile'> Swipe for more</span>",
        "<span class='d-inline d-md-none'> (9)</span>",
        "<span class='lg:hidden'> (9)</span>",
        "<span class='uk-hidden@m'> (9)</span>",
        "<span popover id=a> A boat is a small vessel.</span>",
        "<span style='font-size:0'> Copied from the Gazette</span>",
        "<small style='color:red; font-size: 0px !important'> Copied from the Gazette</small>",
    ],
)
def test_words_of_another_medium_are_not_read_on_a_screen(inside: str) -> None:
    assert _check(f"<p>{BEFORE}{inside}{BEHIND}</p>") == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("d-none d-md-inline", "d-md-none"),
        ("hidden lg:inline", "lg:hidden"),
        ("hidden-xs", "visible-xs-inline"),
    ],
)
def test_what_is_said_twice_for_two_widths_is_said_once(wide: str, narrow: str) -> None:
    twice = f"<span class='{wide}'>nine</span><span class='{narrow}'>9</span>"
    assert _check(f"<p>We have lost {twice} boats{BEHIND}</p>") == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    "name", ["md:hidden lg:inline", "d-sm-none d-md-inline", "print", "mobile", "blueprint-only-x"]
)
def test_words_that_wide_screens_show_are_read(name: str) -> None:
    assert _check(f"<p><span class='{name}'>{BEFORE}</span>{BEHIND}</p>") == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    "inside",
    [
        "<span class='line-number'>5</span>",
        "<sup class='verse-num'>17 </sup>",
        "<span role='doc-pagebreak' id=p43>43</span>",
        "<a id=Page_43 class='pageno' title='43'>p. 43</a>",
        "<b class='paragraph-no'>12</b>",
        "<span class='ad-label'>Advertisement</span>",
        "<span class='highlight-count'>12</span>",
        "<span class='commentCount'>12</span>",
        "<span class='listen-button'>Listen</span>",
        "<a class='click-to-tweet' href='https://x.example'>Tweet this</a>",
        "<span class='timecode'>00:12</span>",
    ],
)
def test_what_stands_beside_a_line_is_set_aside(inside: str) -> None:
    assert _check(f"<p>{BEFORE} {inside}{BEHIND}</p>")[0] is Verdict.VERBATIM


@pytest.mark.parametrize(
    "name", ["number", "account-number", "page", "download", "headline", "time"]
)
def test_words_in_elements_of_like_names_are_read(name: str) -> None:
    assert _check(f"<p>We have lost <span class='{name}'>nine</span> boats{BEHIND}</p>") == (
        Verdict.VERBATIM,
        (),
    )


@pytest.mark.parametrize(
    "mark", ["<a href='javascript:void(0)' data-footnote=x>1</a>", "<sup>b, c</sup>"]
)
def test_marks_of_notes_are_no_words(mark: str) -> None:
    assert _check(f"<p>{BEFORE}{mark}{BEHIND}</p>") == (Verdict.VERBATIM, ())


@pytest.mark.parametrize("tag", ["a href='/cdn-cgi/l/email-protection'", "span"])
def test_an_address_that_is_hidden_from_programs_is_read(tag: str) -> None:
    shown = f"<{tag} class='__cf_email__' data-cfemail='422b2c242d02386c273a232f322e27'>[email&#160;protected]</{tag.split(maxsplit=1)[0]}>"
    said = "Whoever has seen the boats may write to info@z.example before the end of May."
    assert _check(f"<p>{said.replace('info@z.example', shown)}</p>", said) == (Verdict.VERBATIM, ())


_TWO = ("We have lost nine boats since the winter.", "Nobody has paid for a single plank of them.")


@pytest.mark.parametrize(
    "numbers", [("12.", "13."), ("(4)", "(5)"), ("9)", "10)"), ("(a)", "(b)"), ("c.", "d.")]
)
def test_paragraphs_that_count_are_read_without_their_numbers(numbers: tuple[str, str]) -> None:
    body = "".join(f"<p>{number} {text}</p>" for number, text in zip(numbers, _TWO, strict=True))
    assert _check(body, " ".join(_TWO))[0] is Verdict.VERBATIM


@pytest.mark.parametrize("numbers", [("12.", "30."), ("5.", "5."), ("(a)", "(d)")])
def test_figures_that_count_nothing_are_words(numbers: tuple[str, str]) -> None:
    body = "".join(f"<p>{number} {text}</p>" for number, text in zip(numbers, _TWO, strict=True))
    assert _check(body, " ".join(_TWO))[0] is Verdict.ALTERED


@pytest.mark.parametrize("times", [("00:12", "00:17", "00:21"), ("1:02:09", "1:02:13", "1:02:40")])
def test_lines_are_read_without_the_times_they_begin_with(times: tuple[str, ...]) -> None:
    lines = ("We have lost nine boats since", "the winter storm came to us", "and nobody has paid.")
    body = "".join(f"<p>{time} {line}</p>" for time, line in zip(times, lines, strict=True))
    assert _check(body)[0] is Verdict.VERBATIM


@pytest.mark.parametrize("alt", ["'A ferry in its dock'", '"I voted"', "'W.'", "'À table'"])
def test_a_picture_with_a_description_is_no_initial_letter(alt: str) -> None:
    body = f"<p>{BEFORE}</p><figure><img src=a.jpg alt={alt}></figure><p>{BEHIND}</p>"
    assert _check(body) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize("alt", ["'W'", "W", '"“W"'])
def test_a_picture_of_a_letter_is_one(alt: str) -> None:
    body = f"<p><img alt={alt} src=w.png>e have lost nine boats{BEHIND}</p>"
    assert _check(body) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    "label", ["Listen to this story", "Artikel anhören", "Écouter l’article", "LISTEN NOW"]
)
def test_the_label_of_a_recording_parts_no_quotation(label: str) -> None:
    assert _check(f"<p>{BEFORE}</p><p>{label}</p><p>{BEHIND}</p>") == (Verdict.VERBATIM, ())
    other = f"<p>{BEFORE}</p><p>{label} of a boat</p><p>{BEHIND}</p>"
    assert _check(other)[0] is not Verdict.VERBATIM
