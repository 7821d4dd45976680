"""The engine's codes in words: one file for gates, evidence, fixes and changes. Every code has words."""
