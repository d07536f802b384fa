"""The version, said once."""

__version__ = "0.1.0"

REPOSITORY = "https://git.example/newsroom/citeaudit"
"""Where the project is kept: formats lead there. ``pyproject.toml`` has the same, held by a test.
"""
