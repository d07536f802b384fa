"""Where an article leads: its hyperlinks, addresses in its text, identifiers."""
