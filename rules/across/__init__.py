"""What several notes of an archive say of the same thing."""
