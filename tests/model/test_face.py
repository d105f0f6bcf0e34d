"""What the model offers can be imported, and is said once, in order."""

from papi_docs import model


def test_every_name_is_there_once() -> None:
    assert len(set(model.__all__)) == len(model.__all__)
    assert all(hasattr(model, name) for name in model.__all__)
