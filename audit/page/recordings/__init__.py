"""What was said in recordings, in the formats that players and services have for it."""
