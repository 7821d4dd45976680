"""The application that web servers and the flask command load."""

from web.app import create_app

from config import load_settings

app = create_app(load_settings())
