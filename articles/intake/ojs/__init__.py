"""Moving in from OJS: a plan of what will come, decisions on what is suspicious, and the import."""
