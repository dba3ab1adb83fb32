"""The first person who can sign in to a new site."""

import secrets

from django.contrib.auth import get_user_model
from django.utils.crypto import get_random_string

USERNAME = "editor"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without l, i, o, 0 and 1
LENGTH = 12


def create_first_editor() -> None:
    """Create a superuser and print its password, if nobody can sign in yet."""
    users = get_user_model()._default_manager
    if users.filter(is_active=True, is_staff=True).exists():
        return
    name = USERNAME
    if users.filter(username=name).exists():
        name = f"{USERNAME}-{secrets.token_hex(2)}"
    password = get_random_string(LENGTH, LETTERS)
    users.create_superuser(username=name, password=password)
    print(f"\n  An editor's login, shown once:  {name}  /  {password}")
    print(f"  Forgotten? .venv/bin/python manage.py changepassword {name}\n", flush=True)
