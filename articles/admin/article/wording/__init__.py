"""A record's fields and values in the editor's language, for errors, conflicts and history."""
