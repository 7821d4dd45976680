"""The file coordinators read: every answer stands under the heading of its own section."""

from flask_babel import force_locale

from tests.factories import ActiveProfessionalFactory
from web.presenters.candidate_file import heading, present_file
from web.presenters.profile import disclosed_record, present_answers
from web.services.profile_sections import Section


def test_answers_stand_under_their_own_heading(app, session):
    professional = ActiveProfessionalFactory()
    session.commit()
    with app.test_request_context(), force_locale("en"):
        asked = {group.section: group.answers for group in present_answers(professional)}
        read = {group.heading: group.answers for group in present_file(professional)}
        assert read.keys() == {heading(section) for section in Section if section != Section.CONSENT}
        for section in set(Section) - {Section.CONSENT}:
            values = [answer.value for answer in asked[section]]
            assert [answer.value for answer in read[heading(section)]] == values
        assert [answer.key for answer in asked[Section.EXPERIENCE]][1] == "In your own words"
        keys = ["Years in health work", "In their own words", "Who may read it"]
        assert [answer.key for answer in read["Experience"]] == keys
        assert [answer.key for answer in read["Who they are"]] == ["Name", "Telephone"]


def test_missing_telephone_takes_no_row(app, session):
    professional = ActiveProfessionalFactory()
    professional.identity.phone = ""
    session.commit()
    with app.test_request_context(), force_locale("en"):
        who = present_file(professional)[0]
        assert [answer.key for answer in who.answers] == ["Name"]
        assert [answer.key for answer in disclosed_record(professional)] == ["Name", "E-mail"]
