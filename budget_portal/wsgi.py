"""The WSGI application that gunicorn serves, warm before the first reader comes."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
application = get_wsgi_application()

from disclosures.pages.warm import warm  # noqa: E402 - it needs Django's settings

warm()
# What is there now stays: no collection need look through it again while a reader waits.
gc.collect()
gc.freeze()
