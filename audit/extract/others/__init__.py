"""The engine for all languages but English: their words and endings are data, in phrasebooks."""
