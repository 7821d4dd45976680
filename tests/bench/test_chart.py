"""The plot of the bench."""

import re
from xml.etree import ElementTree as ET

from bench.chart import LEAST_GAP, Line, log_chart

LINES = [
    Line("ours & fast", [(10_000, 0.1), (100_000, 0.3), (1_000_000, 1.0)], is_main=True),
    Line("slow", [(10_000, 1.0), (100_000, 10.0), (1_000_000, 100.0)]),
    Line("as slow", [(10_000, 1.0), (100_000, 10.0), (1_000_000, 101.0)]),
]


def test_equal_factors_are_equal_distances():
    points = re.findall(r'points="([^"]+)"', log_chart("Title", LINES, "people", "ms"))[1].split()
    xs, ys = zip(*(map(float, point.split(",")) for point in points), strict=True)
    assert xs[1] - xs[0] == xs[2] - xs[1] > 0
    assert abs((ys[0] - ys[1]) - (ys[1] - ys[2])) < 0.11
    assert ys[0] > ys[2]


def test_chart_is_sound_xml_without_scripts_and_names_every_line():
    text = log_chart("Title", LINES, "people", "ms")
    root = ET.fromstring(text)
    names = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"ours & fast, 1", "slow, 100", "as slow, 101"} <= set(names)
    assert "<script" not in text


def test_names_do_not_touch():
    text = log_chart("Title", LINES, "people", "ms")
    places = [float(y) for y in re.findall(r'y="([\d.]+)">(?:ours|slow|as slow)', text)]
    assert all(abs(a - b) >= LEAST_GAP for a in places for b in places if a is not b)
