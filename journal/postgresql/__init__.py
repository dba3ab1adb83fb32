"""Django's PostgreSQL backend with limits on waiting (DATABASES, ENGINE)."""
