#!/usr/bin/env python
"""Django's command line. With no DATABASE_URL it first starts or joins our own PostgreSQL."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from journal.quickstart import postgres


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
    try:
        postgres.join()
        execute_from_command_line(sys.argv)
    except (postgres.CannotStart, ImproperlyConfigured) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
