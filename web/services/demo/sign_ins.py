"""The sign-ins that are told to everybody: one for each role, and a second coordinator for four eyes."""

from dataclasses import dataclass

DOMAIN = "demo.sankofa.example"
PASSWORD = "sankofa-demo-2027"  # noqa: S105  printed at every start: demo accounts are for everybody

PROFESSIONAL = f"professional@{DOMAIN}"
MINISTRY = f"ministry@{DOMAIN}"
COORDINATOR = f"coordinator@{DOMAIN}"
SECOND_COORDINATOR = f"coordinator2@{DOMAIN}"
ADMIN = f"admin@{DOMAIN}"


@dataclass(frozen=True)
class SignIn:
    """Who one becomes with an address."""

    role: str
    email: str


SIGN_INS = (
    SignIn("professional", PROFESSIONAL),
    SignIn("ministry", MINISTRY),
    SignIn("coordinator", COORDINATOR),
    SignIn("second coordinator", SECOND_COORDINATOR),
    SignIn("admin", ADMIN),
)
