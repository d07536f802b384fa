"""What is not marked: the nearest passage, what differs there, and how much it weighs."""
