"""认表填表: a county's blank workbook is read, mapped once by its own labels, and filled every year.

book reads the workbook; wants tells which of its cells want something; anchors and finding know a
cell by the sheet's labels; sources says where a content comes from, values what it is; mapping
keeps all this in the office file; filling plans what goes where. reports.filling writes the file.
"""
