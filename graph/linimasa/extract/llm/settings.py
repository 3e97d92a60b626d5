"""Which model is asked, where, and how."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.errors import SettingError

#: The same question gets the same answer, as far as the endpoint keeps to it.
TEMPERATURE, SEED = 0, 7


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """`name` of the model at `endpoint`, the base URL of an OpenAI-compatible service ("http://host/v1").

    `cache` is the folder of kept answers (None: the user's cache folder), `timeout` in seconds a request,
    `retries` how often a request is sent again where the service is busy or down, `characters` how much text
    one request holds at most (one sentence at least).
    """

    name: str
    endpoint: str
    cache: str | None = None
    timeout: float = 120.0
    retries: int = 3
    characters: int = 6000


def model_settings(
    extractor: str, model: str | None, endpoint: str | None, cache: str | None = None
) -> ModelSettings | None:
    """Return the settings that the options name, None for the rules; SettingError where they don't fit."""
    if extractor == "rules":
        for option, value in (("--model", model), ("--endpoint", endpoint), ("--cache", cache)):
            if value is not None:
                raise SettingError(f"{option} goes with --extractor llm")
        return None
    for option, value in (("--model NAME", model), ("--endpoint URL", endpoint)):
        if not value:
            raise SettingError(f"--extractor llm needs {option}")
    if not str(endpoint).startswith(("http://", "https://")):
        raise SettingError(
            f"--endpoint {endpoint}: must begin with http:// or https://, as in http://host/v1"
        )
    return ModelSettings(str(model), str(endpoint), cache)


__all__ = ["SEED", "TEMPERATURE", "ModelSettings", "model_settings"]
