"""What a report says in words of its own: the scale, one sentence a row, labels, the lines to paste."""
