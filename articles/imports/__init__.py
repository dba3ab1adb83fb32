"""Bytes to a record, with the lines it came from; nothing saved."""
