"""What is asked of the program, each a pipeline of its own: an article, a quotation, links."""
