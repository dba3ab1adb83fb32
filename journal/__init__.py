"""The Django project: settings, URLs, middleware, the admin site, translations."""
