"""What an outlet's own site says of its pages: robots.txt, sitemaps, feeds, its first page."""
