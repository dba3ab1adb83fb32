"""Intake: files become drafts. Their content is checked, linked to this site's rows, and saved."""
