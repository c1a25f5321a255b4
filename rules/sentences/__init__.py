"""The note's sentences made ready for the claims: who and what each speaks of."""
