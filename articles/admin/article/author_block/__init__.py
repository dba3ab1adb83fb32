"""The pasted author block of the article form: read, shown as understood, filled into the rows."""
