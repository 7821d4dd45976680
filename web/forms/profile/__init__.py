"""The forms of a professional's profile, one file a topic."""
