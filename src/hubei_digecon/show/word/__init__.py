"""Documents for Word, WPS and LibreOffice: opinions and tables in the layout of official documents.

Needs python-docx, the extra ``docx``. No text of a file becomes a field, a link or a macro.
"""
