"""Whole disclosures of an invented department, printed in the manners of many finance bureaus.

What is printed is known to the fen, so that what is read can be counted: read right, read wrong
without a doubt or finding, doubted, or left out.
"""
