// Streamlit goes to another page in two steps: first the address tells what it will say there, then
// the page is another. For the browser's history they are one.
const state = (window.findingAidAddressFields ??= { told: false, listening: false });

function takeSteps() {
  const push = history.pushState.bind(history);
  history.pushState = (data, unused, address) => {
    const { pathname, search } = new URL(address ?? "", location.href);
    const turned = pathname !== location.pathname;
    if (turned && state.told && search === location.search)
      history.replaceState(data, unused, address);
    else push(data, unused, address);
    state.told = !turned;
  };
  // What a person does next is a step of its own.
  for (const event of ["click", "keydown", "popstate"])
    window.addEventListener(event, () => (state.told = false), true);
}

export default function () {
  if (!state.listening) takeSteps();
  state.listening = true;
}
