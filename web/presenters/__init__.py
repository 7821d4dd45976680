"""What pages show that has to be computed or put into words."""
