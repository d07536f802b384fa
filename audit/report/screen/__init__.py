"""What a person or a log reads on a terminal: the summary, lines, one quotation's answer."""
