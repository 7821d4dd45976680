"""What a use case can refuse, as names. The words people read are in web/views/refusals.py."""


class ServiceError(Exception):
    """A use case was refused; nothing was changed. `field` names the form field it belongs to, if any."""

    field: str | None = None


class InvalidError(ServiceError):
    """What was given cannot be accepted."""

    def __init__(self, field: str | None = None) -> None:
        super().__init__(field)
        self.field = field


class ConflictError(ServiceError):
    """It was possible, but somebody else was quicker or the state is another one by now."""


class StaleError(ConflictError):
    """The row was changed after the form was opened."""
