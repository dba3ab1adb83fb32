"""Bulk changes of the articles chosen in the list: asked for, previewed, applied, reported.

Every change is a row of `table.BULK_CHANGES`: what it asks, what it would do to each article, and
how it is done. Pages, limits, permissions and the signed selection are the same for all.
"""
