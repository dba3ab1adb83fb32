"""The article as a value: known to no database, to no request and to no active language."""
