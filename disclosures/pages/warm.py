"""What the first reader of a process would else wait for: addresses, templates, words, edition."""

from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

from disclosures.pages.kept import edition


def warm() -> None:
    """Make ready what every answer needs and no request changes. Asks the database nothing."""
    folder = Path(settings.BASE_DIR) / "templates"
    for path in sorted(folder.rglob("*.html")):
        get_template(str(path.relative_to(folder)))
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("部门")
            for name in ("pages:home", "api:index"):
                reverse(name)  # makes ready all addresses of its kind, for this language
    edition()
