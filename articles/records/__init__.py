"""The article as a value, independent of the database, of requests and of the active language."""
