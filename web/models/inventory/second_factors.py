"""Second factors: what is kept so that a password alone does not open an account."""

from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_nobody, of_professionals, of_staff
from web.models.inventory.kinds import Kind
from web.models.second_factor import Authenticator, MailedCode, Passkey, RecoveryCode, SpentChallenge

_SIGN_IN = (of_professionals(rules.SIGN_IN), of_staff(rules.SIGN_IN))

AUTHENTICATOR = TableEntry(
    Authenticator,
    "App that shows codes",
    _SIGN_IN,
    (
        number(Authenticator.id),
        Line(Authenticator.user_id, Kind.IDENTIFIER, "whose app it is"),
        Line(Authenticator.secret, Kind.SECRET, "what the app and the service both make the codes from"),
        Line(
            Authenticator.last_step,
            Kind.TECHNICAL,
            "the half minute of the last code, so that none works twice",
        ),
        Line(Authenticator.created_at, Kind.ACT, "when the app was set up"),
    ),
)

MAILED_CODE = TableEntry(
    MailedCode,
    "Code sent by mail",
    _SIGN_IN,
    (
        Line(MailedCode.user_id, Kind.IDENTIFIER, "whose code it is"),
        Line(MailedCode.salt, Kind.TECHNICAL, "chance letters from which, with our key, the code is made"),
        Line(MailedCode.ends_at, Kind.TECHNICAL, "when it no longer works"),
    ),
)

RECOVERY_CODE = TableEntry(
    RecoveryCode,
    "Recovery code",
    _SIGN_IN,
    (
        number(RecoveryCode.id),
        Line(RecoveryCode.user_id, Kind.IDENTIFIER, "whose code it is"),
        Line(RecoveryCode.code_hash, Kind.SECRET, "a digest by which the code is known, and not read"),
        Line(RecoveryCode.created_at, Kind.ACT, "when it was made"),
        Line(RecoveryCode.used_at, Kind.ACT, "when it was used"),
    ),
)

PASSKEY = TableEntry(
    Passkey,
    "Passkey",
    _SIGN_IN,
    (
        number(Passkey.id),
        Line(Passkey.user_id, Kind.IDENTIFIER, "whose passkey it is"),
        Line(
            Passkey.name,
            Kind.OWN_WORDS,
            "what its owner calls the device",
            may_hold="a name, such as in My daughter's telephone",
        ),
        Line(Passkey.credential_id, Kind.IDENTIFIER, "the number the device knows the passkey by"),
        Line(Passkey.public_key, Kind.SECRET, "what the device's signatures are checked with; opens nothing"),
        Line(Passkey.sign_count, Kind.TECHNICAL, "counts signatures where the device does, to notice a copy"),
        Line(Passkey.created_at, Kind.ACT, "when it was made"),
        Line(Passkey.used_at, Kind.ACT, "when it was last used"),
    ),
)

SPENT_CHALLENGE = TableEntry(
    SpentChallenge,
    "Challenge answered",
    (of_nobody(rules.SERVICE),),
    (
        Line(SpentChallenge.challenge_hash, Kind.TECHNICAL, "a chance number, not to be answered again"),
        Line(SpentChallenge.ends_at, Kind.TECHNICAL, "when it is forgotten, minutes later"),
    ),
)

TABLES = (AUTHENTICATOR, MAILED_CODE, PASSKEY, RECOVERY_CODE, SPENT_CHALLENGE)
