"""Rules about the pages themselves: links, sources, posts and their outlets."""
