"""Names of a package that are loaded with their file when the first is taken."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from sys import modules


def on_demand(
    package: str, names: Collection[str], files: Sequence[str]
) -> Callable[[str], object]:
    """The ``__getattr__`` of a package (PEP 562).

    Args:
        package: Its name.
        names: What it offers.
        files: Its files that define them, those first that load little: they are asked in turn.
    """

    def get(name: str) -> object:
        if name in names:
            for file in files:
                module = import_module(f"{package}.{file}")
                if hasattr(module, name):
                    found: object = getattr(module, name)
                    setattr(modules[package], name, found)  # so that it is asked for once
                    return found
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get
