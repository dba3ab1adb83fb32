"""What the office does with articles and issues beside writing them: a page for each deed."""
