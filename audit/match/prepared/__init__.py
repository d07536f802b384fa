"""The two sides of a comparison, a quotation and a source, each made ready once."""
