"""An editor's own account: signing in, a forgotten password, the second step."""
