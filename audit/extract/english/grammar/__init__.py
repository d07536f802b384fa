"""What the words of an English sentence are to each other: forms, phrases, clauses, subjects."""
