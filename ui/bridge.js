// What Streamlit's own parts cannot do: links that open without a reload, copying, and bringing
// the marked words into view. It reads `data-fa-*` attributes only and writes no markup.
const WIDE = "(min-width: 641px)";
const GROWS = 800; // ms in which a fold that was opened has its full height
const held = new WeakMap();

function scroller(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (scrolls && box.scrollHeight > box.clientHeight + 1) return box;
  }
  return document.scrollingElement;
}

function bringIntoView(element) {
  const box = scroller(element);
  const main = box.matches(".stMain");
  if (main && element.closest(".fa-pane")) return; // the conversation beside it stays where it is
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollLeft += inner.left - outer.left - 16;
  const covered = main ? 220 : 0; // by the page's header and the steps
  if (inner.top < outer.top + covered || inner.bottom > outer.bottom) {
    const room = Math.max((box.clientHeight - inner.height) / 2, box.clientHeight / 4);
    box.scrollTop += inner.top - outer.top - room;
  }
  if (box.matches(".fa-look")) bringIntoView(box); // the frame that the page is looked at through
}

// What stands in a fold has its place only when that has unfolded.
function follow(words, until) {
  bringIntoView(words);
  if (words.closest("details") && performance.now() < until) {
    requestAnimationFrame(() => follow(words, until));
  }
}

// A picture has no height, and its boxes no place, before it has come.
function isThere(element) {
  return element && [...element.querySelectorAll("img")].every((each) => each.naturalHeight);
}

function reveal(at, focus, deadline) {
  const here = document.querySelector(`[data-fa-here="${CSS.escape(at)}"]`);
  if (!isThere(here)) {
    if (performance.now() < deadline) requestAnimationFrame(() => reveal(at, focus, deadline));
    return;
  }
  if (!matchMedia(WIDE).matches) {
    for (const fold of document.querySelectorAll("details[data-fa-fold]")) fold.open = false;
  }
  const current = document.querySelector('[data-fa-outline] [aria-current="true"]');
  if (current && current.checkVisibility()) bringIntoView(current);
  follow(here.querySelector("mark, .fa-box") || here, performance.now() + GROWS);
  if (focus) here.focus({ preventScroll: true });
}

async function copy(button, status) {
  const text = new URL(button.dataset.faCopy, location.href).href;
  let done = "Link copied";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    done = `This browser does not let pages copy. The link is ${text}`;
  }
  status.textContent = done;
  const label = button.textContent;
  button.textContent = done;
  setTimeout(() => { button.textContent = label; status.textContent = ""; }, 2500);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const state = held.get(parentElement) || { at: null, focus: false };
  held.set(parentElement, state);
  const status = parentElement.querySelector("[role=status]");
  if (state.stop) state.stop();
  // What stays in sight above the text needs the ground of the theme that the visitor has chosen.
  const ground = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  document.documentElement.style.setProperty("--fa-ground", ground);
  const onClick = (event) => {
    const button = event.target.closest("[data-fa-copy]");
    if (button) return void copy(button, status);
    const link = event.target.closest("a[data-fa-open]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    if (!link || !plain) return;
    event.preventDefault();
    state.focus = true;
    state.at = null;
    setTriggerValue("opened", link.getAttribute("href"));
  };
  document.addEventListener("click", onClick);
  status.dataset.faListening = "";
  state.stop = () => document.removeEventListener("click", onClick);
  if (data.at && data.at !== state.at) {
    state.at = data.at;
    reveal(data.at, state.focus, performance.now() + 5000);
    state.focus = false;
  }
  return state.stop;
}
