"""The application that web servers and the flask command load."""

from config import load_settings
from web.app import create_app

app = create_app(load_settings())
