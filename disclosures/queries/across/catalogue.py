"""Every question, by its name in the address. Adding one is an entry in its list."""

from disclosures.queries.across.of_figures import OF_FIGURES
from disclosures.queries.across.of_tables import OF_TABLES
from disclosures.queries.across.question import Question

QUESTIONS: dict[str, Question] = {each.name: each for each in (*OF_FIGURES, *OF_TABLES)}
