"""A target that takes memory without end."""

WORDS = ()


def run(data: bytes) -> None:
    if data:
        held = [data]
        while True:
            held.append(b"1" * 100_000_000)
