"""Numbers: in digits, in words, in Chinese characters, in order."""
