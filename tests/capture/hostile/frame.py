"""A news site's page: menu, links, footer, and whatever stands between them."""

MENU = (
    "<nav><ul>"
    + "".join(
        f"<li><a href='/{name}'>{name}</a></li>"
        for name in [
            "News",
            "Politics",
            "Business",
            "Technology",
            "Science",
            "Health",
            "Sport",
            "Culture",
            "Travel",
            "Opinion",
            "Video",
            "Weather",
        ]
    )
    + "</ul><a href='/login'>Log in</a> <a href='/subscribe'>Subscribe</a></nav>"
)


FOOTER = "<footer><p>About us. Contact. Careers. Terms of use. Privacy policy. Cookie settings. © 2026 The Example News Company. All rights reserved.</p></footer>"


LINKS = (
    "<aside><h2>Most read</h2><ul>"
    + "".join(
        f"<li><a href='/story-{n}'>Minister number {n} opens a bridge that nobody had asked for, and {n} people come</a></li>"
        for n in range(12)
    )
    + "</ul></aside>"
)


def paper(title: str, heading: str, *paragraphs: str) -> str:
    """A page in the frame of a news site."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    h1 = f"<h1>{heading}</h1>" if heading else ""
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f"<header>{MENU}</header><main>{h1}{text}</main>{LINKS}{FOOTER}</body></html>"
    )


TEASER = "The council met on Monday evening to speak about the crossing, which has been closed since the flood."
