"""The page of results: which parts it has, the goals held against it, and its pictures."""
