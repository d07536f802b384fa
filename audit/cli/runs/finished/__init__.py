"""What is done with finished reports: verified, asked again, rendered, answered for."""
