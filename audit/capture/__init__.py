"""From URLs to captures: one client, one policy, every exchange kept."""
