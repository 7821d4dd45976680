"""Work without a reader waiting."""
