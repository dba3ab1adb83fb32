"""Papers around articles: certificates for authors, reprints, what each article of an issue has."""
