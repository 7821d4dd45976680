"""Who may do what: permission.py names the acts, predicates.py asks the questions, policy.py decides."""

from web.permissions.permission import Permission
from web.permissions.policy import POLICY, may

__all__ = ["POLICY", "Permission", "may"]
