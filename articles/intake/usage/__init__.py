"""Counts of usage on their way into the table: from access logs, and from an earlier system."""
