"""The HTML page: what stands on it as plain texts, in both languages, and the templates that lay it out.

``model`` holds what the templates are given, ``words`` the sentences of the page itself; ``section`` makes
the opinion on one report, ``chart`` its bars and dots, ``overview`` the table over all reports, ``whole``
puts the page together, and ``template`` fills it in.
"""
