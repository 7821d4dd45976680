"""Showing a page with a form, always in the same way."""

from typing import Any

from flask import render_template
from werkzeug.wrappers import Response

from web.forms.base import BaseForm

Page = Response | str | tuple[str, int]

UNPROCESSABLE = 422


def show(template: str, form: BaseForm, **context: Any) -> tuple[str, int]:
    """Render a page around a form: 200 when it is fresh, 422 when it came back with errors."""
    status = UNPROCESSABLE if form.errors else 200
    return render_template(template, form=form, **context), status
