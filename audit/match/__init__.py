"""From quotations and captured pages to checks: what is there, and what differs."""
