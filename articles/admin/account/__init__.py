"""An editor's account: signing in, resetting the password, two-step sign-in."""
