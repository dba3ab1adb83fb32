"""Search: texts are analysed into keys, stored as rows, and matched by queries."""
