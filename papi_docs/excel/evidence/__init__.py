"""The sheets of evidence: what each school did in the year, every fault in one pass."""

from papi_docs.excel.evidence.citizens import read_contacts, read_remarks
from papi_docs.excel.evidence.inspections import read_inspections
from papi_docs.excel.evidence.papers import check_numbers, read_issued, read_requests
from papi_docs.excel.evidence.results import read_results, read_targets, read_words
from papi_docs.excel.evidence.sheet import Year, places
from papi_docs.excel.evidence.surveys import read_surveys
from papi_docs.model import Evidence

__all__ = ["Year", "check_numbers", "places", "read_evidence", "read_issued"]


def read_evidence(year: Year) -> dict[str, Evidence]:
    """What each school wrote down, by its code; the counts in the sheet of schools are not among it."""
    results, inspections = read_results(year), read_inspections(year)
    surveys, remarks, contacts = read_surveys(year), read_remarks(year), read_contacts(year)
    targets, words, requests = read_targets(year), read_words(year), read_requests(year)
    return {
        code: Evidence(
            results=tuple(results.get(code, ())),
            inspections=tuple(inspections.get(code, ())),
            surveys=tuple(surveys.get(code, ())),
            remarks=tuple(remarks.get(code, ())),
            contact=contacts.get(code),
            targets=tuple(targets.get(code, ())),
            words=tuple(words.get(code, ())),
            request=requests.get(code),
        )
        for code in year.book.codes.values()
    }
