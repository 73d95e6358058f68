#!/usr/bin/env python3
"""Draws the output of a program as it looks in a terminal: ANSI text on standard input, SVG on standard output.

Usage: cvgit --color always diff A..B | Scripts/terminal-picture.py "cvgit diff A..B" > picture.svg
"""

import html
import re
import sys
import unicodedata

CELL, LINE, MARGIN = 8.4, 19, 18
BACKGROUND, TEXT, DIM = "#1e2127", "#d7dae0", "#8b929e"
COLOURS = {31: "#e88388", 32: "#a8cc8c", 33: "#dbab79", 34: "#71bef2", 35: "#d290e4", 36: "#66c2cd"}
ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def runs(line):
    """The parts of a line that share a style: (column, text, (bold, dim, colour)).

    cvgit styles each word; spaces between two words of a style join them.
    """
    parts = []
    bold = dim = False
    colour = None
    column = 0
    for index, part in enumerate(ESCAPE.split(line)):
        if index % 2 == 0:
            style = (bold, dim, colour)
            if part and parts and (parts[-1][2] == style or not part.strip()):
                parts[-1] = (parts[-1][0], parts[-1][1] + part, parts[-1][2])
            elif part:
                parts.append((column, part, style))
            column += sum(map(width, part))
            continue
        for code in map(int, (part or "0").split(";")):
            if code == 0:
                bold, dim, colour = False, False, None
            elif code == 1:
                bold = True
            elif code == 2:
                dim = True
            elif code in COLOURS:
                colour = COLOURS[code]
    return parts


def drawn(line, number):
    y = MARGIN + LINE * (number + 1) - 5
    for column, text, (bold, dim, colour) in runs(line):
        if not text.strip():
            continue
        leading = len(text) - len(text.lstrip(" "))
        x = MARGIN + CELL * (column + leading)
        length = CELL * sum(map(width, text.strip(" ")))
        fill = colour or (DIM if dim else TEXT)
        weight = ' font-weight="bold"' if bold else ""
        yield (
            f'<text x="{x:.1f}" y="{y}" textLength="{length:.1f}" fill="{fill}"{weight}>'
            f"{html.escape(text.strip(' '), quote=False)}</text>")


def main():
    command = sys.argv[1]
    lines = [f"\x1b[32m$\x1b[0m {command}"] + sys.stdin.read().rstrip("\n").split("\n")
    columns = max(sum(map(width, ESCAPE.sub("", line))) for line in lines)
    across, down = 2 * MARGIN + CELL * columns, 2 * MARGIN + LINE * len(lines)
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.0f} {down}" '
        f'width="{across:.0f}" role="img" aria-label="{html.escape(command)}">')
    print(f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>')
    print('<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">')
    for number, line in enumerate(lines):
        for element in drawn(line, number):
            print(element)
    print("</g>\n</svg>")


main()
