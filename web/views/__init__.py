"""HTTP and nothing else: one package for each audience, one file for each noun."""
