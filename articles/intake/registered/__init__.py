"""What a journal has registered at Crossref, compared with its articles here."""
