"""The views of the public pages; each fetches, calls and answers."""
