"""Forms by noun; they validate and never query."""
