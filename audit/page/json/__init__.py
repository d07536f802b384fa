"""JSON to a page: the words that its strings hold, and what a service says of a post."""
