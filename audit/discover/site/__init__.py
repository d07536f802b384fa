"""What an outlet's site says of its pages: robots.txt, sitemaps, feeds, first page, sections."""
