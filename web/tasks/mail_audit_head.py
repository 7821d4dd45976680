"""Mailing where the audit ends, to somebody who has no access to the machine."""

from email.message import EmailMessage

from flask import Flask

from config import Settings
from web.db import current_session
from web.emails.transport import open_transport
from web.models.base import now
from web.services.audit_heads import write_mail
from web.services.audit_seals import Head, find_head

# In one language: it is kept for a machine to read, and may be read years later.
TEXT = """This is where the audit of {service} ended on {at} (UTC).

{head}
Keep this mail. If somebody ever doubts the audit, these two lines show whether anything up to here was
changed or taken away: paste them into `flask --app wsgi audit verify --mailed -`.
"""


def mail_audit_head(app: Flask) -> bool:
    """Mail the last seal to AUDIT_MAIL if acts were recorded since the last such mail, and say whether."""
    settings: Settings = app.config["SETTINGS"]
    if not settings.audit_mail:
        return False
    with app.app_context():
        head = find_head(current_session()())
    mailed = settings.mailed_head_file
    if head is None or (mailed.exists() and mailed.read_text("utf-8") == write_mail(head)):
        return False
    # Sent, then noted: a mail that leaves twice has the same Message-ID and shows once.
    open_transport(settings).send_email(_build(settings, head), f"audit-head-{head.number:08d}")
    mailed.parent.mkdir(parents=True, exist_ok=True)
    mailed.write_text(write_mail(head), "utf-8")
    return True


def _build(settings: Settings, head: Head) -> EmailMessage:
    at = now()
    email = EmailMessage()
    email["From"] = settings.mail_sender
    email["To"] = settings.audit_mail
    email["Subject"] = f"{settings.service_name}: the audit, at number {head.number}"
    email["Message-ID"] = f"<audit-head-{head.number}-{head.seal[:16]}@sankofa>"
    email["Date"] = at
    email["Auto-Submitted"] = "auto-generated"
    email.set_content(
        TEXT.format(service=settings.service_name, at=f"{at:%Y-%m-%d at %H:%M}", head=write_mail(head))
    )
    return email
