"""The blueprint of the professional pages."""

from flask import Blueprint

bp = Blueprint("professional", __name__, url_prefix="/professional")
