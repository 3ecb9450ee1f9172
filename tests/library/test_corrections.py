from __future__ import annotations

from viewer.library.corrections import put_correction, read_corrections, remove_correction
from viewer.library.library import Library
from viewer.release.comparison import pair_of

PAIR = pair_of("条", "搜集线索", "收集线索")


def test_what_a_person_says_is_kept_and_may_be_changed(library: Library) -> None:
    assert read_corrections(library) == {}
    put_correction(library, PAIR, same=True)
    put_correction(library, PAIR, same=False)
    assert read_corrections(library) == {pair_of("条", "收集线索", "搜集线索"): False}


def test_what_is_taken_back_is_left_to_what_is_proposed(library: Library) -> None:
    put_correction(library, PAIR, same=True)
    remove_correction(library, PAIR)
    remove_correction(library, PAIR)
    assert read_corrections(library) == {}
