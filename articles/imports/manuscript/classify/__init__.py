"""Which part of the manuscript each paragraph belongs to."""
