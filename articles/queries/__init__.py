"""Queries of pages, exports and checks: ordinary querysets, one module for a page or purpose."""
