// Builds a real table from data that is shown as text, never as markup. A chosen cell is told by
// its key; the same table drawn again keeps its elements, so that focus and scrolling stay.
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

function inside(cell) {
  if (!cell.key) {
    return [element("span", { textContent: cell.text })];
  }
  const button = element("button", { type: "button", textContent: cell.text });
  button.dataset.key = cell.key;
  if (cell.label) {
    button.title = cell.label;
    button.setAttribute("aria-label", cell.label);
  }
  return [button];
}

function build(data) {
  const heads = data.columns.map((column) =>
    element("th", { scope: "col", className: column.number ? "number" : "", title: column.text },
      element("span", { textContent: column.text }),
      ...(column.note ? [element("small", { textContent: column.note })] : [])));
  const rows = data.rows.map((row) => {
    const [first, ...rest] = row;
    const cells = rest.map((cell, i) =>
      element("td", {
        className: [`level-${cell.level ?? "none"}`, data.columns[i + 1].number ? "number" : ""].join(" "),
      }, ...inside(cell)));
    const head = element("th", { scope: "row" }, ...inside(first));
    if (first.note) head.append(element("small", { textContent: first.note }));
    return element("tr", {}, head, ...cells);
  });
  return element("div", { className: "frame", role: "region", tabIndex: 0, ariaLabel: data.caption },
    element("table", { className: data.dense ? "dense" : "" },
      element("caption", { textContent: data.caption }),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows)));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const { chosen, ...drawn } = data;
  const said = JSON.stringify(drawn);
  let frame = parentElement.querySelector(".frame");
  if (!frame || frame.said !== said) {
    const made = build(data);
    made.said = said;
    if (frame) frame.replaceWith(made);
    else parentElement.append(made);
    frame = made;
  }
  frame.onclick = (event) => {
    const key = event.target.closest("button")?.dataset.key;
    if (key) setTriggerValue("chosen", key);
  };
  for (const button of frame.querySelectorAll("button")) {
    if (button.dataset.key === chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}
