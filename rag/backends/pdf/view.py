"""How the space that a page draws in lies on the page that a reader sees."""

from dataclasses import dataclass

import numpy as np
import pypdfium2
from numpy.typing import NDArray

Boxes = NDArray[np.float64]
"""Shape [n, 4]: left, top, right and bottom in points, from the upper left corner as seen."""


@dataclass(frozen=True, slots=True)
class View:
    width: float
    height: float
    quarters: int
    """Quarter turns clockwise, 0 to 3."""
    left: float
    bottom: float

    def boxes(self, drawn: Boxes) -> Boxes:
        """`drawn`: left, bottom, right and top in the page's own space."""
        x, y = self._places(drawn[:, 0], drawn[:, 1])
        x2, y2 = self._places(drawn[:, 2], drawn[:, 3])
        sides = np.minimum(x, x2), np.minimum(y, y2), np.maximum(x, x2), np.maximum(y, y2)
        return np.stack(sides, axis=1)

    def _places(self, x: Boxes, y: Boxes) -> tuple[Boxes, Boxes]:
        x, y = x - self.left, y - self.bottom
        match self.quarters:
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case 3:
                return self.width - y, self.height - x
            case _:
                return x, self.height - y


def view_of(page: pypdfium2.PdfPage) -> View:
    width, height = page.get_size()
    left, bottom, _, _ = page.get_bbox()
    return View(width, height, page.get_rotation() // 90, left, bottom)
