"""The step that would settle a must-have, in words; to the person themselves or to somebody else."""

from flask_babel import gettext as _


def fix_words(code: str) -> str:
    """Say what to do about a must-have, to a coordinator or ministry."""
    return {
        "state_occupation": _("Ask which occupation they have."),
        "state_specialty": _("Ask which specialty they have."),
        "judge_occupation": _("Judge whether this occupation fits the post."),
        "judge_specialty": _("Judge whether this field is close enough."),
        "state_licences": _("Ask for their licence."),
        "check_licence": _("Look the licence up in the register."),
        "renew_licence": _("Ask them to renew the licence."),
        "obtain_licence": _("They need a licence."),
        "state_languages": _("Ask which languages they speak."),
        "state_language_level": _("Ask how well they speak the language."),
        "reach_language_level": _("They need a higher level in the language."),
        "state_modes": _("Ask how they wish to serve."),
        "accept_mode": _("Ask whether they would serve in this way."),
        "state_availability": _("Ask when they are free."),
        "add_dates": _("Ask whether other dates are possible."),
        "state_weeks": _("Ask how long they can stay."),
        "stay_longer": _("Ask whether they can stay longer."),
        "state_reentry": _("Ask how long they may stay away from the country they live in."),
        "extend_reentry": _("They need a longer right to return to the country they live in."),
        "state_experience": _("Ask how many years they have worked in the occupation."),
        "ask_skill": _("Ask whether they have the skill."),
    }[code]


def own_fix_words(code: str) -> str:
    """Say what to do about a must-have, to the professional themselves."""
    return {
        "state_occupation": _("Add your occupation."),
        "state_specialty": _("Add your specialty."),
        "judge_occupation": _("The coordinator has to judge whether your occupation fits."),
        "judge_specialty": _("The ministry has to judge whether your field is close enough."),
        "state_licences": _("Add your licence."),
        "check_licence": _("Add the state of your licence, so that it can be looked up."),
        "renew_licence": _("Renew your licence, then change its date."),
        "obtain_licence": _("You need a licence for this post."),
        "state_languages": _("Add the languages you speak."),
        "state_language_level": _("Add how well you speak the language."),
        "reach_language_level": _("You need a higher level in the language."),
        "state_modes": _("Say how you wish to serve."),
        "accept_mode": _("Say whether you would serve in this way."),
        "state_availability": _("Add when you are free."),
        "add_dates": _("Add other dates if you can."),
        "state_weeks": _("Say how long you can stay."),
        "stay_longer": _("Say whether you can stay longer."),
        "state_reentry": _("Say how long you may stay away from the country you live in."),
        "extend_reentry": _("You need a longer right to return to the country you live in."),
        "state_experience": _("Add how many years you have worked in your occupation."),
        "ask_skill": _("Add the skill if you have it."),
    }[code]
