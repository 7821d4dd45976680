"""Papers, with their files."""

from hashlib import sha256

import factory

from tests.factories.base import ModelFactory, bound_session
from tests.factories.professionals import ProfessionalFactory
from web.inspection import FileKind
from web.models.document import Document, DocumentCategory
from web.services.documents.files import keep_file


class DocumentFactory(ModelFactory):
    """A diploma; `content` is what its file holds."""

    class Meta:
        model = Document
        exclude = ("content",)

    content = factory.Sequence(lambda n: b"%%PDF-1.7 diploma %d %%%%EOF" % (n + 1))
    professional = factory.SubFactory(ProfessionalFactory)
    category = DocumentCategory.DIPLOMA
    name = factory.Sequence(lambda n: f"Diploma {n + 1}")
    kind = FileKind.PDF
    pages = 1
    size = factory.LazyAttribute(lambda made: len(made.content))
    sha256 = factory.LazyAttribute(lambda made: sha256(made.content).hexdigest())
    key = factory.LazyAttribute(
        lambda made: keep_file(
            bound_session(), made.content, person=made.professional.user, sha256=made.sha256
        )
    )
