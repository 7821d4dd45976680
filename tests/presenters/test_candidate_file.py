"""The file coordinators read: every answer stands under the heading of its own section."""

from flask_babel import force_locale

from tests.factories import ActiveProfessionalFactory
from web.presenters.candidate_file import heading, present_file
from web.presenters.profile import present_answers
from web.services.profile_sections import Section


def test_answers_stand_under_their_own_heading(app, session):
    professional = ActiveProfessionalFactory()
    session.commit()
    with app.test_request_context(), force_locale("en"):
        asked = {group.section: group.answers for group in present_answers(professional)}
        read = {group.heading: group.answers for group in present_file(professional)}
        assert read == {heading(section): asked[section] for section in Section if section != Section.CONSENT}
        (years, _words) = read["Experience"]
        assert years.key == "Years in health work"
        assert [answer.key for answer in read["Who they are"]] == ["Name", "Telephone"]
