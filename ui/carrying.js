// Streamlit shows the bare address of a page that the navigation leads to, and what the address
// says on every page only then, which is a step of its own for the browser's history. So the whole
// address is there before.
const state = (window.findingAidCarrying ??= { fields: [], listening: false });

function onClick(event) {
  const link =
    event.target instanceof Element &&
    event.target.closest("[data-testid='stTopNavLink'], [data-testid='stSidebarNavLink']");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !plain || link.pathname === location.pathname) return;
  const said = new URLSearchParams(location.search);
  for (const name of [...said.keys()]) if (!state.fields.includes(name)) said.delete(name);
  if (said.size) history.pushState({}, "", `${link.pathname}?${said}`);
}

export default function ({ data }) {
  state.fields = data.fields;
  if (!state.listening) document.addEventListener("click", onClick, true);
  state.listening = true;
}
