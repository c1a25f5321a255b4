"""What follows from a note's own figures: goals, fulfilment, phase, sums over municipalities."""
