"""Tables put right before they are read, and what is wrong with them said."""
