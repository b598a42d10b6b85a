// Draws what is given as an SVG's text; text in it is escaped where it is made, and nothing runs.
export default function ({ data, parentElement }) {
  const drawn = new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement;
  const frame = parentElement.querySelector(".frame") ?? document.createElement("div");
  frame.className = "frame";
  frame.tabIndex = 0;
  frame.role = "region";
  frame.ariaLabel = data.label;
  frame.replaceChildren(drawn);
  parentElement.append(frame);
}
