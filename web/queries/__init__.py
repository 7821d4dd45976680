"""Reads by noun: get_ (one or raise), find_ (one or None), list_, count_."""
