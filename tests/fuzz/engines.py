"""Loads the extraction and its engines, which come with the first text that needs them.

To be instrumented takes them many times longer than one input may take.
"""

import audit.extract.article
import audit.extract.english.engine
import audit.extract.german.engine
import audit.extract.others.engine
import audit.extract.without_grammar.engine  # noqa: F401 — all five to be there
