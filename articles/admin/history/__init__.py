"""The history of an article: its versions, what each changed, and going back to one."""
