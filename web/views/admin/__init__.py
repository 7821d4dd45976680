"""The pages of the admin."""

from web.views.admin import audit, home, mail, ministries, user_access, user_changes, users, wordings
from web.views.admin.blueprint import bp

__all__ = ["audit", "bp", "home", "mail", "ministries", "user_access", "user_changes", "users", "wordings"]
