"""Running text put right and cut into sentences; what a note says of itself."""
