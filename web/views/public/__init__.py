"""The pages that everybody may read."""

from web.views.public import health, pages, vacancies
from web.views.public.blueprint import bp

__all__ = ["bp", "health", "pages", "vacancies"]
