"""Workbooks as officers hand them in: .xlsx, .xls, .et and .ods, each sheet as one grid."""
