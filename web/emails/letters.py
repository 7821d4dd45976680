"""A letter: what one e-mail says, in both of its forms."""

from dataclasses import dataclass
from typing import Any

from flask import render_template

from web.models.user import User


@dataclass(frozen=True)
class Letter:
    """What a person gets."""

    subject: str
    text: str
    html: str


def greeting_name(user: User) -> str:
    """Give the name a letter greets somebody by: that of the profile once there is one."""
    professional = user.professional
    identity = professional.identity if professional else None
    return (identity.full_name if identity else "") or user.name


def write_letter(template: str, subject: str, **context: Any) -> Letter:
    """Render the two templates of a message, in the language in force."""
    context = {"subject": subject, **context}
    return Letter(
        subject=subject,
        text=render_template(f"emails/{template}.txt", **context),
        html=render_template(f"emails/{template}.html", **context),
    )
