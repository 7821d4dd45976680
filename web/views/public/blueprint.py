"""The blueprint of the pages that everybody may read."""

from flask import Blueprint

bp = Blueprint("public", __name__)
