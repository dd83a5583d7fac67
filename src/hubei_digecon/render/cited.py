"""What every citation is filled with: the words of a target, and where they stand."""

from collections.abc import Mapping

from ..model.targets import PolicyDocument, Target


def cited_as(target: Target, documents: Mapping[str, PolicyDocument]) -> dict[str, object]:
    """Return the wording, the title of the document (its id where it is not known), the paragraph."""
    source = target.source
    document = documents.get(source.document)
    return {
        "wording": source.wording,
        "document": document.title if document else source.document,
        "paragraph": source.paragraph,
    }
