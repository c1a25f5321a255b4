"""Styles of a flat OpenDocument text: paragraphs, runs, pages."""

from __future__ import annotations

from xml.sax.saxutils import escape


def named(font: str, size: float) -> str:
    """Paragraph and run styles."""
    family = f'fo:font-family="{font}" fo:language="da" fo:country="DK"'
    base = (
        '<style:default-style style:family="paragraph"><style:paragraph-properties '
        'fo:orphans="2" fo:widows="2"/>'
        f'<style:text-properties {family} fo:font-size="{size}pt"/></style:default-style>'
    )
    kinds = {
        "text": ('fo:margin-bottom="0.2cm"', ""),
        "item": ('fo:margin-left="0.8cm" fo:text-indent="-0.4cm" fo:margin-bottom="0.1cm"', ""),
        "title": ('fo:margin-bottom="0.3cm"', f'fo:font-size="{size + 6}pt" fo:font-weight="bold"'),
        "heading": (
            'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
            f'fo:font-size="{size + 2}pt" fo:font-weight="bold"',
        ),
        "caption": ('fo:keep-with-next="always" fo:margin-top="0.2cm"', 'fo:font-weight="bold"'),
        "small": ('fo:margin-bottom="0.1cm"', f'fo:font-size="{size - 2}pt"'),
        "gap": ("", 'fo:font-size="4pt"'),
    }
    named = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f"{paragraph}/><style:text-properties {run}/></style:style>"
        for name, (paragraph, run) in kinds.items()
    )
    turns = "".join(
        f'<style:style style:name="to_{paper}" style:family="paragraph" '
        f'style:master-page-name="{paper}"/>'
        for paper in ("portrait", "landscape")
    )
    runs = (
        '<style:style style:name="red" style:family="text"><style:text-properties '
        'fo:color="#ff0000"/></style:style><style:style style:name="raised" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
    )
    return base + named + turns + runs


def layouts(paper: str) -> str:
    """Page forms, upright and lying, and the section of two columns."""
    short, long = ("21cm", "29.7cm") if paper == "a4" else ("21.59cm", "27.94cm")
    pages = "".join(
        f'<style:page-layout style:name="pl_{name}"><style:page-layout-properties '
        f'fo:page-width="{width}" fo:page-height="{height}" style:print-orientation="{name}" '
        'fo:margin-top="1.8cm" fo:margin-bottom="1.8cm" fo:margin-left="2.2cm" '
        'fo:margin-right="2.2cm"/><style:header-style><style:header-footer-properties '
        'fo:min-height="0.8cm"/></style:header-style><style:footer-style>'
        '<style:header-footer-properties fo:min-height="0.8cm"/></style:footer-style>'
        "</style:page-layout>"
        for name, width, height in (("portrait", short, long), ("landscape", long, short))
    )
    return pages + (
        '<style:style style:name="two" style:family="section"><style:section-properties '
        'text:dont-balance-text-columns="false"><style:columns fo:column-count="2" '
        'fo:column-gap="0.8cm"/></style:section-properties></style:style>'
    )


def masters(header: str, footer: str) -> str:
    """Pages with the header and the footer; the page number follows the footer's text."""
    page = "<text:page-number/>"
    above = (
        f'<style:header><text:p text:style-name="small">{escape(header)}</text:p></style:header>'
    )
    below = (
        f'<style:footer><text:p text:style-name="small">{escape(footer)} {page}</text:p>'
        "</style:footer>"
    )
    return "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="pl_{layout}">'
        f"{above if header else ''}{below}</style:master-page>"
        for name, layout in (
            ("Standard", "portrait"),
            ("portrait", "portrait"),
            ("landscape", "landscape"),
        )
    )
