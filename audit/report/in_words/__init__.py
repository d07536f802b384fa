"""What a report says in words of its own: the scale, a sentence a row, labels, answers."""
