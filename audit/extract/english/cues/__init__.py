"""Finds the cues of an English sentence: verbs, passives, and words without a verb."""
