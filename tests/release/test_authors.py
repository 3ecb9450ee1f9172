from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.release.authors import credited_authors


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("记者 何文 林川", "何文 林川"),
        ("湖滨晚报记者何文 通讯员 欧阳文静", "何文 欧阳文静"),
        ("文/图 何文", "何文"),
        ("文/图：何文", "何文"),
        ("图文丨何文", "何文"),
        ("文字 图片 何文", "何文"),
        ("作者：何文", "何文"),
        ("湖公轩（文、图）", "湖公轩"),
        ("何文", "何文"),
        ("何文 摄影报道", "何文"),
        ("供稿：何文、林川", "何文 林川"),
        ("记者 何文 通讯员 林川 文/图", "何文 林川"),
        ("阿迪力·买买提 何文", "阿迪力·买买提 何文"),
        ("记者 何文 记者 何文", "何文"),
    ],
)
def test_people_named_as_writers_are_the_authors(credit: str, authors: str) -> None:
    assert credited_authors(credit) == tuple(authors.split())


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("何文 文 林川 摄", "何文"),
        ("记者 何文 文 通讯员 林川 摄", "何文"),
        ("何文/文 林川/图", "何文"),
        ("文/何文 图/林川", "何文"),
        ("图：林川 文：何文 编辑：江山", "何文"),
        ("何文 文/图 编辑 林川", "何文"),
        ("编辑 林川 记者 何文", "何文"),
        ("终校审：林川 记者：何文", "何文"),
        ("林川 摄 作者：何文", "何文"),
        ("林川摄", ""),
        ("责任编辑：林川 校对：江山", ""),
    ],
)
def test_who_photographed_or_edited_is_no_author(credit: str, authors: str) -> None:
    assert credited_authors(credit) == tuple(authors.split())


@pytest.mark.parametrize("name", ["何文", "李建文", "文静", "文思远", "林摄川"])
def test_what_is_also_a_kind_of_work_may_be_in_a_name(name: str) -> None:
    assert credited_authors(f"记者{name}") == credited_authors(f"{name} 文") == (name,)


@pytest.mark.parametrize("credit", ["", "新华社", "湖滨镇宣传办供稿", "湖滨发布", "来源：湖滨晚报", "2024年1月5日"])
def test_a_body_is_no_person(credit: str) -> None:
    assert credited_authors(credit) == ()


@example("图/文·何")
@given(st.text(st.sampled_from("何文川记者图摄编辑供稿（）/：、 ·x\n")))
def test_authors_are_words_of_the_credit(credit: str) -> None:
    assert all(author in credit for author in credited_authors(credit))
