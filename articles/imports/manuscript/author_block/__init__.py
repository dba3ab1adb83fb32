"""A pasted author block: names, organisations and contacts, in one language or several."""
