"""Use cases: verb_noun(session, *, ...), which flush and never commit."""
