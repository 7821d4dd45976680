"""The web service: pages, commands and jobs around the matching engine."""
