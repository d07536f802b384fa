"""Rules about words that differ from their source, or do not stand there."""
