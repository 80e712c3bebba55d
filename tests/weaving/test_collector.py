"""The search for cycles rests within and is as it was afterwards, whatever happens."""

import gc

import pytest

from dateline.weaving import collector


def test_it_rests_within_and_goes_on_afterwards():
    with collector.paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error():
    with pytest.raises(KeyError), collector.paused():
        raise KeyError
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()
    try:
        with collector.paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
