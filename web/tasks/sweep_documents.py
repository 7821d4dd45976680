"""Keeping the folder of documents and the rows about them together, and ending what is over."""

import logging

from flask import Flask

from web.db import current_session, transaction
from web.services.documents import Swept, forget_replaced_documents, sweep_documents

logger = logging.getLogger("sankofa")


def sweep(app: Flask) -> Swept:
    """Forget papers replaced long ago, delete files without a row if they are few, and tell of the rest."""
    with app.app_context():
        with transaction() as session:
            forget_replaced_documents(session)
        swept = sweep_documents(current_session()())
    if swept.deleted:
        logger.warning("%d files that nobody refers to are deleted", len(swept.deleted))
    if swept.unknown:
        logger.error("%d files are of another database; see DATABASE_URL and DOCUMENTS", len(swept.unknown))
    if swept.lost:
        logger.error("the files of these documents are gone; look into a backup: %s", swept.lost)
    return swept
