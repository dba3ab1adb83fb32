"""What readers' browsers ask for: each view fetches, calls, and answers."""
