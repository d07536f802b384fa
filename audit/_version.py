"""The version, said once."""

__version__ = "0.1.0"

REPOSITORY = "https://git.example/newsroom/citeaudit"
"""Where the project is kept: formats lead there. A placeholder, until the project has an address of
its own; ``pyproject.toml`` and the guides have the same, held by a test.
"""
