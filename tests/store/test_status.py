"""The status rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa.model.terms import Certainty, EventStatus, Modality, Polarity
from linimasa.store.status import Assertion, consolidated


def claim(modality: str, polarity: str = "+", clock: str = "2021-12-29", certainty: str = "certain",
          contradicted: bool = False) -> Assertion:  # fmt: skip
    sign = Polarity.POSITIVE if polarity == "+" else Polarity.NEGATIVE
    return Assertion(Modality(modality), sign, Certainty(certainty), clock, contradicted)


CASES = {
    "told as happened": ([claim("occurred")], "occurred"),
    "held to be likely": ([claim("occurred", certainty="probable")], "occurred"),
    "merely possible": ([claim("occurred", certainty="possible")], "unrealized"),
    "the latest of two": ([claim("ongoing", clock="2021-12-01"), claim("occurred")], "occurred"),
    "planned, then held": ([claim("planned"), claim("occurred", clock="2022-01-11")], "occurred"),
    "held, whatever is planned": ([claim("occurred"), claim("planned", clock="2022-01-11")], "occurred"),
    "all that tell it are contradicted": ([claim("occurred", contradicted=True)], "disputed"),
    "one voice is left": ([claim("ongoing"), claim("ongoing", contradicted=True)], "ongoing"),
    "denied": ([claim("occurred"), claim("occurred", "-")], "disputed"),
    "a promise not to is no denial": ([claim("occurred"), claim("committed", "-")], "occurred"),
    "planned": ([claim("planned")], "planned"),
    "put off later": ([claim("planned"), claim("postponed", clock="2022-01-03")], "postponed"),
    "called off on the same day": ([claim("planned"), claim("cancelled")], "cancelled"),
    "planned again": ([claim("cancelled"), claim("planned", clock="2022-01-03")], "planned"),
    "a plan denied later": ([claim("planned", clock="2021-12-01"), claim("planned", "-")], "cancelled"),
    "a plan denied outright": ([claim("planned", "-")], "ruledOut"),
    "not called off": ([claim("cancelled", "-")], "planned"),
    "denied alone": ([claim("occurred", "-")], "ruledOut"),
    "will not help": ([claim("committed", "-")], "ruledOut"),
    "only demanded": ([claim("demanded")], "unrealized"),
    "feared, and denied": ([claim("feared"), claim("considered", "-")], "ruledOut"),
    "no claim": ([], "unrealized"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rule(name: str) -> None:
    claims, expected = CASES[name]
    assert consolidated(claims) is EventStatus(expected)


assertions = st.builds(
    Assertion,
    st.sampled_from(Modality),
    st.sampled_from(Polarity),
    st.sampled_from(Certainty),
    st.sampled_from(["", "2021-12-01", "2021-12-29"]),
    st.booleans(),
)


@given(st.lists(assertions, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(claims: list[Assertion], chance: object) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert consolidated(shuffled) is consolidated(claims)


@given(st.lists(assertions, max_size=6))
def test_nothing_happened_that_no_firm_claim_tells(claims: list[Assertion]) -> None:
    told = any(
        c.modality in ("occurred", "ongoing")
        and c.polarity == "positive"
        and c.certainty in ("certain", "probable")
        for c in claims
    )
    happened = consolidated(claims) in (EventStatus.OCCURRED, EventStatus.ONGOING, EventStatus.DISPUTED)
    assert happened == told
