"""The blocks of a section: what is kept with what follows, and what turns a page."""

import pickle

from hubei_digecon.show.document import Part, Section
from hubei_digecon.show.view import View
from hubei_digecon.show.word.blocks import LetterBlock, appendix_blocks, blocks_of, turned

from .drawn import section, table

ZH = View("zh")


def test_a_heading_is_kept_with_what_follows_and_a_text_is_not() -> None:
    title, name, *_ = blocks_of(Section("意见", name="某地"), ZH)
    assert [title.is_kept, name.is_kept, title.is_wide] == [True, True, None]
    assert [one.is_wide for one in appendix_blocks(Part("表", tables=(table("表", 3),)), 1, ZH)] == [
        None, None, True
    ]  # fmt: skip


def test_only_what_is_kept_turns_with_a_wide_table() -> None:
    text, heading, narrow, wide = (
        LetterBlock(()),
        LetterBlock((), True),
        LetterBlock((), is_wide=False),
        LetterBlock((), is_wide=True),
    )
    blocks = [text, heading, wide, heading, narrow, heading, heading, wide, text]
    assert [is_wide for is_wide, _ in turned(blocks)] == [
        False, True, True, False, False, True, True, True, False
    ]  # fmt: skip


def test_blocks_drawn_whole_can_be_sent_and_say_the_same() -> None:
    every = list(blocks_of(section("意见"), ZH))
    sent = pickle.loads(pickle.dumps([one.whole() for one in every]))
    assert ["".join(one.elements) for one in sent] == ["".join(one.elements) for one in every]
    assert [one[1:] for one in sent] == [one[1:] for one in every]
