"""What a source is read without: what was not spoken, edges of sheets, broken characters."""
