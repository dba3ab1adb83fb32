"""The first page of the editorial office: what is waiting, what comes out next, what failed."""
