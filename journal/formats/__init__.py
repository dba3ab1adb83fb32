"""Formats of dates and numbers, one package for each language; Django has none for Kazakh."""
