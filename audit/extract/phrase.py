"""The unit that both engines speak of: some neighbouring tokens of a sentence."""

from typing import TypeAlias

Phrase: TypeAlias = range
"""The numbers of a phrase's tokens in their sentence: ``start`` up to, not including, ``stop``."""
