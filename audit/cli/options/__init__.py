"""The options of the commands, declared once each, in groups. Loads nothing of what they do."""
