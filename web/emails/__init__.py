"""One module and two templates for each message."""
