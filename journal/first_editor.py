"""The first person who can sign in to a new site."""

import secrets

from django.contrib.auth import get_user_model
from django.utils.crypto import get_random_string

NAME = "editor"
WITHOUT_LOOKALIKES = "abcdefghjkmnpqrstuvwxyz23456789"
PASSWORD_LETTERS = 12


def welcome_first_editor() -> None:
    """Makes an editor who may do everything, where nobody can sign in, and says how: only then."""
    users = get_user_model()._default_manager
    if users.filter(is_active=True, is_staff=True).exists():
        return
    name = NAME if not users.filter(username=NAME).exists() else f"{NAME}-{secrets.token_hex(2)}"
    password = get_random_string(PASSWORD_LETTERS, WITHOUT_LOOKALIKES)
    users.create_superuser(username=name, password=password)
    print(f"\n  An editor's login, shown once:  {name}  /  {password}")
    print(f"  Forgotten? .venv/bin/python manage.py changepassword {name}\n", flush=True)
