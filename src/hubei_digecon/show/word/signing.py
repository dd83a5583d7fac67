"""Where an opinion is signed: by the assessor, then by the submitter who confirms it."""

from collections.abc import Iterable, Iterator

from ...domain.assessments import Assessment
from ...domain.outcomes import Verdict
from ..document import Paragraph, Part
from ..view import View
from . import words


def signing_parts(assessment: Assessment, appendices: Iterable[str], view: View) -> Iterator[Part]:
    """Return the titles of appendices as a list, then where to sign; without a review, that nobody signs."""
    attached = (
        view.say(words.ATTACHED if number == 1 else words.ATTACHED_TOO, number=number, title=title)
        for number, title in enumerate(appendices, 1)
    )
    yield Part("", (Paragraph(tuple(attached)),))
    if not assessment.reviews or assessment.verdict is Verdict.INVALID:
        yield Part("", (Paragraph((view.say(words.UNSIGNED),)),))
        return
    yield Part("", (Paragraph(tuple(_signed(assessment, view))),), sort="signature")
    answer = (view.say(words.NO_OBJECTION), "")
    lines = (view.say(words.SUBMITTER), view.say(words.SIGNED_ON))
    yield Part(view.say(words.ANSWER), (Paragraph(answer),), sort="answer")
    yield Part("", (Paragraph(lines),), sort="signature")


def _signed(assessment: Assessment, view: View) -> Iterator[str]:
    """Return the lines to sign on, with the names that the reviews state."""
    for one in assessment.reviews:
        yield view.say(words.ASSESSOR, name=one.reviewer)
    yield view.say(words.CHECKER)
    for organisation in dict.fromkeys(one.organisation for one in assessment.reviews):
        yield view.say(words.ORGANISATION, name=organisation)
    yield view.say(words.SIGNED_ON)
