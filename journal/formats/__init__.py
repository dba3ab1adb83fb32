"""How dates and numbers are written, a package a language; Django has none for Kazakh."""
