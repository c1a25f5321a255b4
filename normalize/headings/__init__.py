"""What the columns of a table measure, of when and of whom, by their headings."""
