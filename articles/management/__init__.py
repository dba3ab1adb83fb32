"""What is done from a terminal or by cron."""
