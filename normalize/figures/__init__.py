"""One cell: its figure or status, and how far its readings may be believed."""
