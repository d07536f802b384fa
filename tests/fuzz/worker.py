"""The process in which a target is fuzzed: ``python -m tests.fuzz.worker MODULE [libFuzzer's arguments]``."""

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import atheris


def main() -> None:
    """Loads the target and hands it to libFuzzer; whatever of ours is imported, now or later, is instrumented."""
    _, module, *arguments = sys.argv
    with atheris.instrument_imports(include=["audit"]):
        run = import_module(module).run
        refused = import_module("audit.errors").CiteauditError

        def one(data: bytes) -> None:
            with suppress(refused):  # with a sentence, as it should be
                run(data)

        for folder in map(Path, arguments):
            for seed in folder.iterdir() if folder.is_dir() else ():
                with suppress(Exception):  # it comes again, watched; now what it imports is loaded
                    one(seed.read_bytes())
        atheris.Setup([module, *arguments], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
