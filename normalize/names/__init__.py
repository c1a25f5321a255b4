"""Names of municipalities, alone, in running text and in tables, however they were read."""
