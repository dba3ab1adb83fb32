"""Files that editors upload, exports of OJS and others: kept in pieces, planned and imported."""
