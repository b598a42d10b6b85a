// What of the page sticks out at the side, but for what scrolls by itself.
() => {
  const scrolls = (e) => e && e !== document.body
    && ((/auto|scroll/.test(getComputedStyle(e).overflowX) && !e.matches(".stMain"))
        || scrolls(e.parentElement));
  const out = [];
  for (const e of document.querySelectorAll(".stMain *")) {
    const box = e.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1 && e.checkVisibility();
    if (seen && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(e)) {
      out.push(`${e.tagName} ${e.className} from ${box.left} to ${box.right}`);
    }
  }
  const wide = document.scrollingElement.scrollWidth;
  return wide > innerWidth ? [...out, `the page, ${wide}`] : out;
}
