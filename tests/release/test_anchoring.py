from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.release.anchoring import CONTEXT, Anchor, anchor_at, anchor_within, locate
from viewer.release.folding import fold
from viewer.release.reanchoring import find_again

TEXT = "湖滨镇航运站恢复夜班船，末班船开到二十三点。站里增派两名船工，备好救生衣。"
WORDS = st.text(alphabet="湖滨镇航运站夜班船工二三点，。ＴN ", min_size=1, max_size=120)


def anchored(text: str, passage: str) -> Anchor:
    start = text.index(passage)
    anchor = anchor_at(text, start, start + len(passage))
    assert anchor is not None
    return anchor


def found_text(anchor: Anchor, *texts: str) -> str | None:
    found = find_again(anchor, texts)
    assert found is None or found.anchor.quote in texts[found.number]
    return found.anchor.quote if found else None


@given(WORDS, st.data())
def test_a_passage_is_located_in_the_text_it_was_taken_from(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(text, start, end)
    if anchor is None:
        assert fold(text[start:end]) == ""
        return
    assert anchor.quote == text[start:end].strip()
    assert max(len(anchor.before), len(anchor.after)) <= CONTEXT
    span = locate(anchor, text)
    assert span is not None
    assert fold(text[slice(*span)]) == fold(anchor.quote)


@given(WORDS, WORDS)
def test_text_that_is_added_around_a_line_loses_no_passage(before: str, after: str) -> None:
    changed = f"{before}{TEXT}{after}"
    assert found_text(anchored(TEXT, "增派两名船工"), changed) == "增派两名船工"


@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_what_is_found_stands_in_the_text_it_is_found_in(quote: str, before: str, texts: list[str]) -> None:
    found_text(Anchor(quote, before, ""), *texts)


def test_white_space_and_width_make_no_difference() -> None:
    anchor = anchored("末班船开到 23 点", "23 点")
    span = locate(anchor, "末班船开到２３点")
    assert span == (5, 8)


def test_of_several_like_passages_the_one_with_the_same_text_around_it_is_taken() -> None:
    text = "东站增派船工，西站增派船工。"
    anchor = anchor_at(text, text.rindex("增派"), text.rindex("。"))
    assert anchor is not None
    assert locate(anchor, text) == (text.rindex("增派"), text.rindex("。"))


def test_a_passage_is_found_after_small_edits_within_it() -> None:
    changed = TEXT.replace("末班船开到二十三点", "末班船改为开到二十二点")
    assert found_text(anchored(TEXT, "末班船开到二十三点"), changed) == "末班船改为开到二十二点"


def test_a_passage_is_found_in_another_line() -> None:
    assert found_text(anchored(TEXT, "增派两名船工"), "无关的一行。", "另：站里增派两名船工。") == "增派两名船工"


def test_a_passage_that_is_gone_is_not_found() -> None:
    assert found_text(anchored(TEXT, "增派两名船工"), TEXT.replace("站里增派两名船工，", ""), "别的内容。") is None


def test_a_short_passage_is_only_found_where_the_text_around_it_is_alike() -> None:
    anchor = anchored(TEXT, "两名")
    assert found_text(anchor, "会上两名代表发言，讨论码头改造。") is None
    assert found_text(anchor, "站里新增派两名船工，也备好救生衣。") == "两名"


def test_nothing_but_white_space_and_quotation_marks_is_no_passage() -> None:
    assert anchor_at("他说 “ ” 好", 3, 6) is None


def test_a_stretch_of_a_shown_line_is_anchored_in_the_text_that_it_shows() -> None:
    line = "航运　近 1.2 万人 · 原文第 3 段"
    start = line.index("近")
    anchor = anchor_within(line, start, line.index("人") + 1, ["通报", "近１.２万人", "航"])
    assert anchor == Anchor("近１.２万人", "", "")


def test_what_reaches_beyond_the_text_is_cut_to_it_and_what_is_outside_is_no_passage() -> None:
    line = f"摘要：{TEXT}（原文第 3 段）"
    anchor = anchor_within(line, 0, 8, [TEXT])
    assert anchor is not None
    assert (anchor.quote, anchor.before) == (TEXT[:5], "")
    assert anchor_within(line, 0, 3, [TEXT]) is None
    assert anchor_within(line, line.index("（"), len(line), [TEXT, ""]) is None
    assert anchor_within(line, 0, 8, ["别的一行"]) is None


@given(WORDS, st.data())
def test_a_passage_of_a_line_that_is_the_text_is_that_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_within(text, start, end, [text])
    expected = anchor_at(text, start, end)
    assert (anchor is None) == (expected is None)
    if anchor is not None and expected is not None:
        assert fold(anchor.quote) == fold(expected.quote)
