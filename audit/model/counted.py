"""Numbers of things in sentences."""


def counted(number: int, thing: str, things: str = "") -> str:
    """A number of things: '1 page', '0 pages', '1,200 pages', '2 entries'.

    Args:
        number: How many.
        thing: What one of them is called.
        things: What several are called, where that is more than an s.
    """
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
