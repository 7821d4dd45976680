"""Languages I work in."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.languages import LanguageForm
from web.models.claims import Cefr, SpokenLanguage
from web.permissions import Permission
from web.presenters.claims import cefr_words
from web.presenters.names import language_choices
from web.presenters.profile import claim_record
from web.services.claims.languages import add_language, change_language
from web.services.errors import InvalidError, StaleError
from web.services.profile_sections import Section
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import after_saving, own_claim, own_profile, show_stale, version_of
from web.views.refusals import words_for
from web.views.writing import write

TEMPLATE = "professional/profile/language.html"


@bp.route("/profile/languages/new", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_languages_new() -> Page:
    """Add a language, to begin with the one the person reads us in."""
    form = LanguageForm(code=_likely_language())
    _offer_choices(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                add_language(writing.session, user=the_user(), code=form.code.data, cefr=Cefr(form.cefr.data))
                return writing.done(_list_url(), _("The language is added."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show(TEMPLATE, form)


@bp.route("/profile/languages/<id:claim_id>", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_languages_change(claim_id: int) -> Page:
    """Change a language or its level."""
    language = own_claim(Section.LANGUAGES, claim_id, SpokenLanguage)
    form = LanguageForm(obj=language, version=version_of(own_profile()))
    _offer_choices(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_language(
                    writing.session,
                    user=the_user(),
                    language=language,
                    expected_version=form.expected_version,
                    code=form.code.data,
                    cefr=Cefr(form.cefr.data),
                )
                return writing.done(after_saving(_list_url()), _("The language is changed."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
        except StaleError:
            return show_stale(TEMPLATE, form, claim_record(Section.LANGUAGES, claim_id), language=language)
    return show(TEMPLATE, form, language=language)


def _likely_language() -> str:
    own = the_user().language
    return "" if any(held.code == own for held in own_profile().languages) else own


def _offer_choices(form: LanguageForm) -> None:
    form.code.choices = [("", _("Choose a language")), *language_choices()]
    form.cefr.choices = [(level.value, cefr_words(level)) for level in Cefr]


def _list_url() -> str:
    return url_for("professional.profile_claims", section=Section.LANGUAGES.value)
