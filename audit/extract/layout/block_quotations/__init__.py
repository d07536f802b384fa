"""Block quotations: where they stand, who introduces or signs them, and whose words they are."""
