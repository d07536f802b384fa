"""Articles in languages that have no folder: their quoted words, and who speaks where no grammar is needed."""
