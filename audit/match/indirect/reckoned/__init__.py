"""What a figure of a statement may stand for: rounded, counted, worked out, of a table."""
