"""What templates may say that Django's own tags do not."""
