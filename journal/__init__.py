"""The Django project: settings, addresses, the server and its database."""
