// A table that fits lies open, and its head stays in view while the page scrolls. A broader one
// scrolls sideways in its frame. Nothing moves when this comes to know which it is.
const FRAME = "none"; // the greatest height of a table without a frame of its own

const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const fits = target.scrollWidth <= target.clientWidth && getComputedStyle(target).maxHeight === FRAME;
    target.classList.toggle("fits", fits);
    target.tabIndex = fits ? -1 : 0;
  }
});
for (const table of document.querySelectorAll(".scroll")) widths.observe(table);
