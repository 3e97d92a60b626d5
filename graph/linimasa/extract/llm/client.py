"""Requests to an OpenAI-compatible endpoint, by the openai package."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linimasa.errors import EndpointError, LinimasaError, SettingError
from linimasa.extract.llm.prompt import Message
from linimasa.extract.llm.settings import SEED, TEMPERATURE, ModelSettings

if TYPE_CHECKING:
    import openai

#: Where the key is looked for, in this order; services of one's own mostly need none.
KEYS = ("LINIMASA_API_KEY", "OPENAI_API_KEY")


class AnswerError(LinimasaError):
    """The model gave no usable answer on one text; others may do better."""


class ChatClient:
    """Asks one model; the package is loaded at the first request."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings

    @cached_property
    def _client(self) -> openai.OpenAI:
        try:
            import openai
        except ImportError as error:
            message = (
                "--extractor llm: needs the openai package; install it with `pip install 'linimasa[llm]'`"
            )
            raise SettingError(message) from error
        key = next((os.environ[name] for name in KEYS if os.environ.get(name)), "none")
        chosen = self._settings
        return openai.OpenAI(
            api_key=key, base_url=chosen.endpoint, timeout=chosen.timeout, max_retries=chosen.retries
        )

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        """Return the words of the answer.

        EndpointError where no text can get one (nobody there, a key or model refused, too many requests),
        AnswerError where this one can't.
        """
        client = self._client
        import openai

        form = {"name": "statements", "strict": True, "schema": schema}
        asked: dict[str, Any] = {
            "model": self._settings.name,
            "messages": list(messages),
            "temperature": TEMPERATURE,
            "seed": SEED,
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        try:
            answer = client.chat.completions.create(**asked)
        except openai.OpenAIError as error:
            raise self._told(error) from error
        return _words(answer)

    def _told(self, error: openai.OpenAIError) -> LinimasaError:
        """Return what a person can do about an error."""
        import openai

        place, settings = f"endpoint {self._settings.endpoint}", self._settings
        if isinstance(error, openai.APITimeoutError):
            return AnswerError(f"{place} gave no answer within {settings.timeout:g} s; try again later")
        if isinstance(error, openai.APIConnectionError):
            why = error.__cause__ or error
            return EndpointError(f"{place} can't be reached ({why}); check --endpoint and that it runs")
        if isinstance(error, (openai.AuthenticationError, openai.PermissionDeniedError)):
            return EndpointError(f"{place} refuses the key; set {KEYS[0]} (or {KEYS[1]}) in the environment")
        if isinstance(error, openai.NotFoundError):
            return EndpointError(
                f"{place} knows no model {settings.name!r} or is no base of an OpenAI-compatible service; "
                "check --model and --endpoint (it mostly ends in /v1)"
            )
        if isinstance(error, openai.RateLimitError):
            return EndpointError(
                f"{place} takes no more requests now; run the same again later, answers that came are kept"
            )
        if isinstance(error, openai.APIStatusError):
            return AnswerError(f"{place} answers {error.status_code}: {_short(str(error))}")
        return AnswerError(f"{place} gives no answer of an OpenAI-compatible service ({_short(str(error))})")


def _words(answer: Any) -> str:
    """Return the text of an answer; AnswerError where it has none or was cut off."""
    choices = getattr(answer, "choices", None)
    if not choices:
        raise AnswerError("the endpoint's answer isn't one of an OpenAI-compatible service; check --endpoint")
    first = choices[0]
    if first.finish_reason == "length":
        raise AnswerError("the model's answer was cut off; raise its limit of tokens")
    if not first.message.content:
        raise AnswerError("the model refuses to answer on this text")
    return str(first.message.content)


def _short(message: str) -> str:
    return message if len(message) <= 200 else message[:200] + "…"


__all__ = ["KEYS", "AnswerError", "ChatClient"]
