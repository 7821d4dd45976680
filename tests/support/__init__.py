"""What tests stand on: databases, pages, forms."""
