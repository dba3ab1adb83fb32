"""A manuscript to a draft: handed in, read apart from the server, looked at, saved by an editor."""
