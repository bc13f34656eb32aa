"""Why a record cannot be read. The text is shown to the person who runs an import."""


class RefusedRecord(ValueError):
    """This record is not something that can be read as news; the message says what is wrong with it and what
    would help.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
