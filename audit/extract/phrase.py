"""The unit that both engines speak of: some neighbouring tokens of a sentence."""

from typing import TypeAlias

Phrase: TypeAlias = range
"""The numbers of the tokens of a phrase in their sentence, the first up to, not including, ``stop``."""
