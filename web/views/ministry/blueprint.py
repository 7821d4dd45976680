"""The blueprint of the ministry pages."""

from flask import Blueprint

bp = Blueprint("ministry", __name__, url_prefix="/ministry")
