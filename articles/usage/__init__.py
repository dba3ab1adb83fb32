"""Usage of articles, counted from access logs by the rules of COUNTER's Code of Practice 5.1.

Nothing here knows a table: lines are read, classified and counted, reports are written.
"""
