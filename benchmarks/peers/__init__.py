"""Other tools on the same notes: what they read, and the most generous use of it."""
