"""Every form of the service is found, so that the tests of this folder reach every route that writes."""


def test_every_page_opens_for_its_owner(rehearsal):
    answers = [f"{page.url}: {page.status}" for page in rehearsal.pages if page.status != 200]
    # A copy of one's data has to be asked for first.
    assert [answer for answer in answers if not answer.startswith("/account/data/download")] == []


def test_every_route_that_writes_has_a_form_somewhere(rehearsal):
    rules = rehearsal.stage.app.url_map.iter_rules()
    writing = {rule.endpoint for rule in rules if "POST" in rule.methods}
    found = {form.endpoint for form in rehearsal.forms if form.form.method == "post"}
    assert writing - found == set()
