"""The short form of `damage.py`: some damages of every kind."""

from __future__ import annotations

from damage import FAILURES, WAYS, run_many


def test_damage_is_said_and_repaired_and_costs_nothing_that_it_did_not_hit() -> None:
    counted = run_many(range(60))
    assert not [failure for failure in FAILURES if counted[failure]]
    assert all(counted[f"way: {way}"] for way in (*WAYS, "log"))
    for part in ("releases on sound pages, whole", "annotations on sound pages, saved"):
        whole, of = counted[part], counted[part.rpartition(",")[0]]
        assert whole == of > 100, part
    assert counted["repaired"] > 20
