"""A target that raises what is no error of ours."""

WORDS = ("needle",)


def run(data: bytes) -> None:
    if b"needle" in data:
        raise IndexError("out of range")
