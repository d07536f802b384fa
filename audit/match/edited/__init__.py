"""What an editor marks in a quotation, ellipses and brackets, laid along the source."""
