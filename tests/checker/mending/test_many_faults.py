"""Several faults at once: what is mended is gone, nothing is new, and mending again changes nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papi_docs.checker import check
from papi_docs.checker.mending import mend
from tests.checker.injections import INJECTIONS, MISSED
from tests.checker.papers import PAPERS

BY_PAPER = {paper: [row for row in INJECTIONS if row.paper == paper and row.name not in MISSED] for paper in PAPERS}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_faults_together(data: st.DataObject) -> None:
    paper = data.draw(st.sampled_from(sorted(PAPERS)))
    rows = data.draw(st.lists(st.sampled_from(BY_PAPER[paper]), min_size=2, max_size=6, unique_by=lambda row: row.name))
    document = PAPERS[paper]()
    for row in rows:
        try:
            row.edit(document)
        except (LookupError, StopIteration, ValueError, IndexError):
            continue  # one fault took away what the other would have spoiled
    with TemporaryDirectory() as folder:
        path, copy, again = (Path(folder) / name for name in ("wrong.docx", "mended.docx", "again.docx"))
        document.save(str(path))
        before = check(path)
        mended = mend(before, copy)
        after = check(copy)
        done = {(seen.code, seen.spot.paragraph.index if seen.spot.paragraph else -1) for seen in mended.done}
        left = {(seen.code, seen.spot.paragraph.index if seen.spot.paragraph else -1) for seen in after.observations}
        assert not done & left
        assert {seen.code for seen in after.observations} <= {seen.code for seen in before.observations}
        assert mend(after, again).done == ()
        assert again.read_bytes() == copy.read_bytes()
