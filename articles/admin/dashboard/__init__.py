"""The start page of the editorial office."""
