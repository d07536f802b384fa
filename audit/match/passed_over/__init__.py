"""What a source is read without: what was not spoken, what stands on the edge of a sheet, broken characters."""
