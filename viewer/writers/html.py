"""Blocks as HTML: fragments for the clipboard, and a whole page that needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from viewer.writers.blocks import Block, Cell, Figures, Heading, Remark, SourceLine, Table, Text, figures_table
from viewer.writers.clean import clean_line
from viewer.writers.tables import guard

_STYLE = """
body { margin: 2em auto; max-width: 42em; padding: 0 1em; line-height: 1.7;
  font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1d2126; background: #fff; }
h1 { font-size: 1.6em; } h2 { font-size: 1.35em; margin-top: 2em; } h3 { font-size: 1.15em; margin-top: 1.6em; }
table { border-collapse: collapse; } td, th { border: 1px solid #c3c9d0; padding: .2em .6em; text-align: left; }
.source { color: #59636e; font-size: .9em; } .note { border-left: 3px solid #0a5aa8; padding-left: .8em; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e7ea; background: #23272c; } .source { color: #a5aeb8; } td, th { border-color: #4a525b; } }
"""
_POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def write_html(blocks: Iterable[Block]) -> str:
    """The blocks as a fragment without colours or fonts, so that it looks like what it is pasted into."""
    return "\n".join(map(_html, blocks))


def page_head(title: str) -> str:
    """What stands before the fragments of a whole page, which may load and run nothing; its style is this one alone."""
    import base64  # not needed to copy
    import hashlib

    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY.format(style=digest))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(clean_line(title))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


PAGE_FOOT = "</body>\n</html>\n"
"""What stands behind them."""


def _html(block: Block) -> str:
    match block:
        case Heading():
            level = min(block.level, 6)
            return f"<h{level}>{escape(block.text)}</h{level}>"
        case Text():
            return "\n".join(f"<p>{escape(line)}</p>" for line in block.text.splitlines())
        case Figures():
            return _table(figures_table(block.figures))
        case Table():
            return _table(block)
        case Remark():
            return f'<p class="note">{_lines(f"笔记：{block.text}")}</p>'
        case SourceLine():
            return f'<p class="source">{escape(block.text)}</p>'


def _table(table: Table) -> str:
    head = f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in table.head)}</tr>\n" if table.head else ""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in table.rows)
    return f"<table>\n{head}{rows}</table>"


def _cell(cell: Cell) -> str:
    return f"<td>{_lines(str(guard(cell)))}</td>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
