"""Evidence from the figure's side: which figure of the note a sentence's own figure is."""
