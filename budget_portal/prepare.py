"""Bring the database, and where asked for the static files, up to this version of the code.

Every start does it, and so does the one-shot service of docker-compose (whose image holds the
static files already). One process for all commands: Django is loaded once, which keeps a second
start short.
"""

import argparse
import os
import sys

import django
from django.core.management import call_command

from budget_portal import roles, static
from budget_portal.console import say


def main(arguments: list[str]) -> None:
    """Roles where a superuser is named, migrations, static files, code lists, the demo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", action="store_true", help="also collect the static files")
    parser.add_argument("--demo", action="store_true", help="also publish the seed disclosure")
    options = parser.parse_args(arguments)
    if "ADMIN_DATABASE_URL" in os.environ:
        roles.prepare_from_environment(os.environ)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
    django.setup()
    say("[3/6] 数据结构 Database structure")
    call_command("migrate", interactive=False, verbosity=0)
    if options.static:
        say("[4/6] 静态文件 Static files")
        static.collect()
    say("[5/6] 代码表与示例数据 Code lists and demo data")
    call_command("load_codes")
    if options.demo:
        call_command("load_demo")


if __name__ == "__main__":
    main(sys.argv[1:])
