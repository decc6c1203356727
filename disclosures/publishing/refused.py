"""What a person may not do, said in Chinese with the remedy; nothing was changed."""


class ActionError(ValueError):
    """A deed that the state, the person or the findings do not allow; said in Chinese."""
