"""Pages, asked for over HTTP."""
