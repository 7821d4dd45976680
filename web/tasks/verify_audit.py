"""Checking the whole audit again and again, and keeping what was found for the page of administrators."""

import logging

from flask import Flask

from config import Settings
from web.db import current_session
from web.services.audit_check import check_audit
from web.services.audit_heads import read_heads
from web.services.audit_reports import AuditReport, keep_report
from web.services.audit_seals import find_head

logger = logging.getLogger("sankofa.audit")


def verify_audit(app: Flask) -> int:
    """Check every act against its seal and the heads that were kept, and say how many faults there are."""
    settings: Settings = app.config["SETTINGS"]
    with app.app_context():
        session = current_session()()
        head = find_head(session)
        faults = sum(1 for _ in check_audit(session, read_heads(settings.heads_file)))
    keep_report(settings.checked_audit_file, AuditReport.of(head, faults))
    if faults:
        logger.error("the audit has %s faults: run flask --app wsgi audit verify", faults)
    return faults
