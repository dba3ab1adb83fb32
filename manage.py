#!/usr/bin/env python
"""Django's command line; with no DATABASE_URL it starts or joins our own PostgreSQL first."""

import os
import sys

from django.core.management import execute_from_command_line

from journal import postgres


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
    try:
        postgres.join()
    except postgres.CannotStart as error:
        sys.exit(str(error))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
