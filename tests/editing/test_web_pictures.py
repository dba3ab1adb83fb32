"""Uploaded pictures: drawn anew and small; hostile ones are refused with what to do."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.editing.web_pictures import PORTRAIT, web_logo, web_picture
from articles.records.cleaning import InvalidValue

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def a_picture(size=(800, 1_000), kind="JPEG", mode="RGB", **options):
    drawn = BytesIO()
    Image.new(mode, size, "teal").save(drawn, kind, **options)
    return ContentFile(drawn.getvalue(), name=f"me.{kind.lower()}")


def opened(file):
    return Image.open(BytesIO(file.read()))


def test_a_picture_is_made_small_and_loses_what_the_camera_added():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"  # turned by 90 degrees

    made = web_picture(a_picture((1_200, 800), exif=exif), PORTRAIT)

    picture = opened(made)
    assert (picture.format, picture.size) == ("JPEG", (267, 400))
    assert dict(picture.getexif()) == {}
    assert "exif" not in picture.info
    assert made.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("kind", "mode", "made"),
    [("PNG", "RGBA", "PNG"), ("PNG", "RGB", "JPEG"), ("WEBP", "RGB", "JPEG"), ("GIF", "L", "JPEG")],
)
def test_pictures_of_each_kind_are_read(kind, mode, made):
    picture = opened(web_picture(a_picture(kind=kind, mode=mode), PORTRAIT))

    assert (picture.format, picture.size) == (made, (320, 400))


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1)])
def test_a_picture_without_a_usable_shape_is_refused(size):
    with pytest.raises(InvalidValue) as refused:
        web_picture(a_picture(size, "PNG"), PORTRAIT)

    assert str(refused.value) == (
        f"“me.png” is too large or too narrow for a page ({size[0]} × {size[1]} pixels). Crop it."
    )


def test_a_picture_of_too_many_pixels_is_refused():
    with pytest.raises(InvalidValue, match="too large or too narrow"):
        web_picture(a_picture((9_000, 9_000), "PNG", "L"), PORTRAIT)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xd8\xff" + b"\0" * 100, "“a.jpg” cannot be read as a picture."),
        (b"%PDF-1.4", "“a.jpg” is not a picture."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * (30 * 2**20), "“a.jpg” is larger than 10 MB."),
        (b"BM" + b"\0" * 60, "“a.jpg” cannot be read as a picture."),
    ],
)
def test_what_is_no_picture_is_refused(content, message):
    with pytest.raises(InvalidValue) as refused:
        web_picture(ContentFile(content, name="a.jpg"), PORTRAIT)

    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    "drawing",
    [
        '<path d="M0 0h9"/>',
        '<g style="fill:url(#a)"><use href="#b"/><use xlink:href="#b"/></g>',
        "<style>.a{fill:url( '#b' )}</style>",
        '<image href="data:image/png;base64,AAAA"/>',
        '<i:view xmlns:i="urn:drawing-program" i:onload="1"/>'.replace("i:onload", "i:scale"),
    ],
)
def test_an_svg_that_draws_is_stored_as_it_is(drawing):
    content = SVG.format(drawing).encode()

    made = web_logo(ContentFile(content, name="logo.svg"))

    assert (made.read(), made.name[-4:]) == (content, ".svg")


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        ("<script>1</script>", "<script>"),
        ('<path onclick="1"/>', "onclick"),
        ('<a href="#a"/>', "<a>"),
        ('<use href="https://example.org/a.svg#b"/>', "href"),
        ('<image xlink:href="javascript:1"/>', "href"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "href"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<set attributeName="href"/>', "<set>"),
        ("<style>@import 'a.css'</style>", "<style>"),
        ("<style>.a{fill:u\\72l(//b)}</style>", "<style>"),
        ('<path style="fill:url(//example.org/a)"/>', "style"),
        ('<path fill="url( &quot;https://example.org/a&quot; )"/>', "fill"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "<p>"),
        ('<path xmlns=""/>', "<path>"),
        ('<filter><feImage href="https://example.org/a.png"/></filter>', "href"),
    ],
)
def test_an_svg_that_could_act_is_refused_by_the_name_of_what_it_holds(drawing, what):
    with pytest.raises(InvalidValue) as refused:
        web_logo(ContentFile(SVG.format(drawing).encode(), name="logo.svg"))

    assert str(refused.value) == (
        f"The SVG holds “{what}” in line 1. Save it as plain SVG, or as PNG."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<html/>", "The file is not an SVG picture."),
        (b"<svg", "This is not well-formed XML."),
        (
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "The file uses XML entities. Save it again with ordinary characters.",
        ),
        (
            b'<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
            "The SVG names a style sheet. Save it as plain SVG, or as PNG.",
        ),
        (b"<svg>" + b" " * 300_000, "The SVG is larger than 300 kB."),
        (
            SVG.format("<g/>" * 5_000).encode(),
            "The SVG has too many elements. Save it simplified, or as PNG.",
        ),
        (
            SVG.format('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>').encode(),
            "The SVG has too many elements. Save it simplified, or as PNG.",
        ),
        (
            SVG.format('<path id="a"/>' + '<use href="#a"/>' * 101).encode(),
            "The SVG has too many elements. Save it simplified, or as PNG.",
        ),
        (SVG.format("<g>" * 101 + "</g>" * 101).encode(), "The XML is nested too deeply."),
    ],
)
def test_what_is_no_plain_svg_is_refused(content, message):
    with pytest.raises(InvalidValue) as refused:
        web_logo(ContentFile(content, name="logo.svg"))

    assert str(refused.value).startswith(message)
