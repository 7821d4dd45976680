"""Files as people send them, and as attackers do."""
