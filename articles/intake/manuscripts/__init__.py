"""Manuscripts: uploaded files are queued, read in a process of their own, and saved as drafts."""
