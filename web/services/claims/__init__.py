"""What a professional states, one file a noun: adding, changing, removing."""
