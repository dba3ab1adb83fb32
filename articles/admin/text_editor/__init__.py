"""The editor of a full text and of a journal's page: toolbar, text, and preview beside it."""
