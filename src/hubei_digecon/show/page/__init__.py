"""The HTML page: a document in both languages, and the templates that draw it.

``words`` holds the sentences of the page itself. ``section`` makes the opinion on one report, ``rows`` its
table of findings, ``chart`` its bars and dots. ``overview`` makes the table over all reports. ``whole`` puts
the document together, and ``template`` draws it.
"""
