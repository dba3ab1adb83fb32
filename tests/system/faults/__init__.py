"""Faults while editors save, upload, release and deposit: `python -m tests.system.faults`."""
