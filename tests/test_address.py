from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.address import address_of, id_of
from viewer.release.errors import ReleaseViewerError

names = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufffd"), max_size=60)
ids = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9})?(/[a-z0-9]{1,9})?", fullmatch=True) | st.builds(
    "{}:{}".format, st.sampled_from(["unit", "figure", "place", "help"]), names
)


@given(ids)
def test_a_link_leads_to_the_page_that_it_was_made_of(id_: str) -> None:
    address = address_of(id_)
    assert address.isascii()
    assert id_of(address) == id_


def test_a_link_that_a_browser_or_chat_has_written_out_leads_there_too() -> None:
    assert id_of("release-viewer://item/unit:丰县公安局") == "unit:丰县公安局"
    assert id_of("release-viewer://item/xuzhou-2024/liu-tao/") == "xuzhou-2024/liu-tao"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "release-viewer:",
        "release-viewer://",
        "release-viewer://item/",
        "release-viewer://item",
        "release-viewer://remove/xuzhou-2024",
        "release-viewer://item/a%00b",
        "release-viewer://item/a%0Ab",
        "release-viewer://item/%E2%80%AEgnp",
        "release-viewer://item/" + "a" * 3000,
        "https://item/a",
        "RELEASE-VIEWER://ITEM/a",
        "release-viewer://item/xuzhou-2024?remove=1",
        "release-viewer://item/xuzhou-2024#remove",
        "release-viewer://item/unit:a?b",
        "release-viewer://item/..",
        "release-viewer://item/xuzhou-2024/../other",
        "release-viewer://item/xuzhou-2024//liu-tao",
        "release-viewer://item//xuzhou-2024",
        "release-viewer://item/xuzhou-2024%2Fliu-tao",
        "release-viewer://item/%2E%2E",
        "release-viewer://item/unit:%zz",
        "release-viewer://item/unit:%ff",
        "release-viewer://item/a\\b",
        "release-viewer://item/a b",
        "release-viewer://user@item/a",
        "release-viewer://item:80/a",
        "release-viewer:item/a",
        "release-viewer://item/Xuzhou",
    ],
)
def test_what_is_no_link_is_said(address: str) -> None:
    with pytest.raises(ReleaseViewerError, match="link"):
        id_of(address)


@given(st.text())
def test_any_text_is_a_link_or_is_refused(text: str) -> None:
    for address in (text, "release-viewer://item/" + text):
        with suppress(ReleaseViewerError):
            id_ = id_of(address)
            assert id_.isprintable()
            assert id_of(address_of(id_)) == id_
