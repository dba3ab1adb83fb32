"""Exports that editors upload: kept in pieces, then planned and imported by a worker."""
