"""The pictures of the documentation are those of the table, small, and said in words."""

from pathlib import Path
import re

from PIL import Image
import pytest

from script.lib.gallery import PICTURES, Picture

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs/images"
PAGES = "\n".join(
    page.read_text()
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
)
WORDS = {
    name: words
    for words, name in re.findall(r"\[([^\]]*)\]\([./\w-]*images/(\w+)\.png\)", PAGES)
}


def test_there_are_no_others() -> None:
    """Each comes from the script: one that a hand has made grows old unseen."""
    made = {picture.name for picture in PICTURES}
    assert {file.stem for file in IMAGES.iterdir()} == made
    assert len(made) == len(PICTURES)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_picture_is_small_and_shown_with_words(picture: Picture) -> None:
    """It has the size of its window, takes little room, and a page says what is seen."""
    file = IMAGES / f"{picture.name}.png"
    assert file.stat().st_size < 150_000
    with Image.open(file) as image:
        assert image.size == picture.size
    assert len(WORDS[picture.name].split()) >= 3
