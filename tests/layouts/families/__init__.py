"""Whole manuscripts in the conventions of many journals, each family with its truth."""
