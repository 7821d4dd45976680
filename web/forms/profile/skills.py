"""What the professional can do."""

from flask_babel import lazy_gettext as _l

from web.forms.base import VersionedForm
from web.forms.fields import ChooseOneField
from web.forms.vocabulary import ChosenWordsForm

CHOOSE_LEVEL = _l("Choose how well you can do it")
LEVEL_QUESTION = _l("How well can you do it?")


class SkillForm(ChosenWordsForm):
    """One of the suggested skills or the typed words, and the level."""

    choice = ChooseOneField(_l("Which of these is it?"), _l("Choose a skill, or keep your words"))
    level = ChooseOneField(LEVEL_QUESTION, CHOOSE_LEVEL)


class SkillLevelForm(VersionedForm):
    """Another level for a skill stated before."""

    level = ChooseOneField(LEVEL_QUESTION, CHOOSE_LEVEL)
