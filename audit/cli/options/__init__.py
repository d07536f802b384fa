"""The options of the commands, declared once each and grouped in dataclasses. Loads no stage's work."""
