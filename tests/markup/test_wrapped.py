"""What leads through a counter, a filter or a cache is taken for the page that it names."""

import time

import pytest

from audit.markup.addresses.wrapped import unwrapped

PAGE = "https://www.gazette.example/ferry?id=1&page=2"
CODED = "https%3A%2F%2Fwww.gazette.example%2Fferry%3Fid%3D1%26page%3D2"
BASE64 = "aHR0cHM6Ly93d3cuZ2F6ZXR0ZS5leGFtcGxlL2ZlcnJ5P2lkPTEmcGFnZT0y"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.google.com/url?q={CODED}&sa=D&source=editors&ust=1700000000000000&usg=AOvVaw0",
        f"http://google.co.uk/url?sa=t&rct=j&url={CODED}&usg=AOvVaw0",
        f"https://nam10.safelinks.protection.outlook.com/?url={CODED}&data=05%7C01&reserved=0",
        f"https://l.facebook.com/l.php?u={CODED}&h=AT0",
        f"https://lm.facebook.com/l.php?u={CODED}",
        f"https://l.instagram.com/?u={CODED}&e=AT0",
        f"https://out.reddit.com/t3_1?url={CODED}&token=A",
        f"https://www.youtube.com/redirect?event=video&redir_token=Q&q={CODED}",
        f"https://t.umblr.com/redirect?z={CODED}&t=Z",
        f"https://slack-redir.net/link?url={CODED}",
        f"https://www.linkedin.com/safety/go?url={CODED}&trk=x",
        f"https://duckduckgo.com/l/?uddg={CODED}&rut=1",
        f"https://www.bing.com/ck/a?!&&p=1&ptn=3&u=a1{BASE64}&ntb=1",
        f"https://x.protection.sophos.com/?d=gazette.example&u={BASE64}&i=1",
        f"https://secure-web.cisco.com/1AbC/{CODED}",
        f"https://r.search.yahoo.com/_ylt=A/RV=2/RU={CODED}/RK=2/RS=x-",
        f"https://protect2.fireeye.com/v1/url?k=1&u={CODED}",
        f"https://deref-gmx.net/mail/client/A/dereferrer/?redirectUrl={CODED}",
        f"https://vk.com/away.php?to={CODED}",
        f"https://urldefense.proofpoint.com/v1/url?u={CODED}&k=1",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.gazette.example_ferry-3Fid-3D1-26page-3D2&d=DwMF&c=x",
        f"https://urldefense.com/v3/__{PAGE}__;!!AAA!BBB$",
        "https://urldefense.com/v3/__https:/www.gazette.example/ferry*id=1&page=2__;Pw!!AAA!B$",
        "https://www-gazette-example.cdn.ampproject.org/c/s/www.gazette.example/ferry?id=1&page=2",
        "https://www.google.com/amp/s/www.gazette.example/ferry?id=1&page=2",
        "https://www-gazette-example.translate.goog/ferry?id=1&page=2&_x_tr_sl=en&_x_tr_tl=de",
        f"https://translate.google.com/translate?sl=en&tl=de&u={CODED}",
        f"https://href.li/?{PAGE}",
    ],
)
def test_a_wrapper_gives_the_page_that_it_names(url: str) -> None:
    assert unwrapped(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "https://us1.list-manage.com/track/click?u=1&id=2",
        "https://protect-eu.mimecast.com/s/AbC?domain=gazette.example",
        "https://bit.ly/3AbC",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/url?q=",
        "https://www.google.com/search?q=https://gazette.example/",
        "https://www.google.com.evil.example/url?q=https://gazette.example/",
        "https://gazette.example/url?q=https://other.example/",
        "https://www.youtube.com/watch?v=1&q=https://gazette.example/",
        "https://www.bing.com/ck/a?u=a1%%%",
        "https://urldefense.com/v3/__;!!",
        "https://web.archive.org/web/2020/https://gazette.example/",
        "http://[::1",
        "",
    ],
)
def test_what_names_no_page_stays_as_it_is(url: str) -> None:
    assert unwrapped(url) == url


def test_wrappers_in_each_other_are_unwrapped_up_to_a_bound() -> None:
    def wrap(url: str, times: int) -> str:
        for _ in range(times):
            url = "https://www.google.com/url?q=" + url.replace("%", "%25").replace("&", "%26")
        return url

    assert unwrapped(wrap("https://e.example/a", 3)) == "https://e.example/a"
    left = unwrapped(wrap("https://e.example/a", 40))
    assert left.startswith("https://www.google.com/url?q=")


def test_time_stays_linear_in_the_length_of_an_address() -> None:
    start = time.process_time()
    for unit in ("*", "**A", "__", "&u=", "%25", "-3A"):
        unwrapped("https://urldefense.com/v3/__https://e.example/" + unit * 200_000 + "__;Pw!!")
        unwrapped("https://urldefense.proofpoint.com/v2/url?u=" + unit * 2_000)
        unwrapped("https://urldefense.com/v3/__https://e.example/" + unit * 2_000 + "__;Pw!!")
    assert time.process_time() - start < 30
