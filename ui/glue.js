// What the browser alone can do for the page of questions. One copy of the listeners serves the
// whole visit; `data` comes anew with every run of the script. No text is ever read as markup.

const state = (window.findingAid ??= {
  send: null, told: null, asked: null, link: null, held: null, top: 0,
});
const BOX = "[data-testid='stChatInputTextArea']";
const STOP = "[data-testid='stChatInputStopButton']";
const HEADER = 60; // pixels of the page that Streamlit's header covers

function element(id, attributes) {
  let found = document.getElementById(id);
  if (!found) {
    found = document.createElement("div");
    found.id = id;
    for (const [name, value] of Object.entries(attributes)) found.setAttribute(name, value);
    document.body.append(found);
  }
  return found;
}

const HIDDEN =
  "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
const polite = element("fa-polite", { role: "status", "aria-live": "polite", style: HIDDEN });
const urgent = element("fa-urgent", { role: "alert", style: HIDDEN });
const tip = element("fa-tip", { role: "tooltip", hidden: "" });

function say(text, region = polite) {
  region.textContent = "";
  // A region is read out when it changes, so it has to be empty for a moment.
  setTimeout(() => (region.textContent = text), 60);
}

function closest(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

// The quotation of a mark, on hovering and on focus; Escape takes it away.

function showTip(mark) {
  tip.textContent = decodeURIComponent(mark.dataset.askQuote);
  tip.hidden = false;
  mark.setAttribute("aria-describedby", tip.id);
  const at = mark.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - 24), innerWidth - width - 8);
  const above = at.top - height - 4;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 8 ? above : at.bottom + 4}px`;
}

function hideTip() {
  tip.hidden = true;
}

function overTip(event) {
  const mark = closest(event, "[data-ask-quote]");
  if (mark) showTip(mark);
  else if (!closest(event, "#fa-tip")) hideTip();
}

// Copying, also where the page does not come by HTTPS or from this machine.

async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function onCopy(button) {
  const name = button.textContent;
  let done = "Copied";
  try {
    await copy(decodeURIComponent(button.dataset.askCopy));
  } catch {
    done = "Not copied: the browser forbids it";
  }
  button.textContent = done;
  say(done);
  setTimeout(() => (button.textContent = name), 1600);
}

// A run that is stopped leaves out of the page what it had not drawn yet: as after a step back, the
// page is drawn anew, and the question that has no answer goes back to where it was typed.

function whenStill(then, tries = 600) {
  const still = document.querySelector(".stApp[data-test-script-state='notRunning']");
  if (still || !tries) then();
  else setTimeout(() => whenStill(then, tries - 1), 50);
}

function onStop() {
  const question = state.asked;
  state.asked = null;
  whenStill(() => {
    window.dispatchEvent(new PopStateEvent("popstate"));
    say(question ? "Stopped. Your question is in the box again." : "Stopped");
    if (question) putBack(question);
  });
}

function putBack(question) {
  const box = document.querySelector(BOX);
  if (!box || box.value) return;
  // As if it were typed: the box takes note of its text by this event only.
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  set.call(box, question);
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

// Streamlit names the button for programmers.

function nameStop() {
  document.querySelector(STOP)?.setAttribute("aria-label", "Stop answering the question");
}

function noteAsked() {
  state.asked = document.querySelector(BOX)?.value || state.asked;
}

function onClick(event) {
  if (closest(event, "[data-testid='stChatInputSubmitButton']")) noteAsked();
  if (closest(event, STOP)) onStop();
  const button = closest(event, "button[data-ask-copy]");
  if (button) return void onCopy(button);
  if (closest(event, ".st-key-fa-reader") && state.link) hold(state.link);
  const link = closest(event, "a[data-ask-open]");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.button !== 0 || !state.send) return;
  // In this visit; a new tab has the link itself.
  event.preventDefault();
  hideTip();
  state.link = link;
  hold(link);
  state.send("open", link.getAttribute("href"));
}

function onKey(event) {
  if (event.key === "Escape") hideTip();
  if (event.key === "Enter" && closest(event, BOX)) noteAsked();
  const typing = closest(event, "input, textarea, select, [contenteditable='true']");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector(BOX);
  if (!box) return;
  event.preventDefault();
  box.focus();
}

if (!state.listening) {
  state.listening = true;
  document.addEventListener("click", onClick, true);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("mouseover", overTip);
  document.addEventListener("focusin", overTip);
  document.addEventListener("scroll", hideTip, true);
  new MutationObserver(nameStop).observe(document.body, { childList: true, subtree: true });
}

function scrollTo(id, tries = 20) {
  const found = document.getElementById(id);
  if (found) return found.scrollIntoView({ block: "start" });
  if (tries) requestAnimationFrame(() => scrollTo(id, tries - 1));
}

// The text narrows when the reader opens beside it, and widens again: the link that was chosen stays
// where it was, or the question above it where both are well in sight.

function hold(link) {
  const questions = [...document.querySelectorAll(".fa-question")];
  const above = Node.DOCUMENT_POSITION_PRECEDING;
  const question = questions.findLast((each) => link.compareDocumentPosition(each) & above);
  const whole = question && question.getBoundingClientRect().top >= HEADER;
  state.held = whole && link.getBoundingClientRect().top < innerHeight * 0.6 ? question : link;
  state.top = state.held.getBoundingClientRect().top;
}

function keepInPlace(frames = 30) {
  const box = state.held?.closest("[data-testid='stMain']");
  const inSight = state.top > 0 && state.top < innerHeight;
  if (!box || !inSight || !state.held.isConnected) return;
  box.scrollTop += state.held.getBoundingClientRect().top - state.top;
  if (frames) requestAnimationFrame(() => keepInPlace(frames - 1));
}

function focusReader(tries = 60) {
  const found = document.querySelector(
    ".st-key-fa-reader [tabindex='-1'], .st-key-fa-reader button",
  );
  if (found) found.focus({ preventScroll: true });
  else if (tries) requestAnimationFrame(() => focusReader(tries - 1));
}

// Back at the link that was chosen, which may be drawn anew meanwhile: until the focus rests there,
// or wherever the person has put it since.
function focusLink(frames = 60) {
  const address = CSS.escape(state.link?.getAttribute("href") || "");
  const drawn = `a[data-ask-open][href="${address}"]`;
  const link = state.link?.isConnected ? state.link : document.querySelector(drawn);
  const at = document.activeElement;
  if (!at || at === document.body || at.closest(".st-key-fa-reader"))
    link?.focus({ preventScroll: true });
  if (frames) requestAnimationFrame(() => focusLink(frames - 1));
}

const REACTIONS = {
  arrived: (news) => ((state.asked = null), scrollTo(news.anchor)),
  opened: () => (keepInPlace(), focusReader()),
  closed: () => (keepInPlace(), focusLink()),
};

export default function ({ data, setTriggerValue }) {
  state.send = setTriggerValue;
  const year = 60 * 60 * 24 * 365;
  document.cookie = `${data.cookie}=${data.browser}; path=/; max-age=${year}; samesite=strict`;
  const news = data.news;
  if (news && news.id !== state.told) {
    state.told = news.id;
    say(news.text, news.urgent ? urgent : polite);
    REACTIONS[news.kind](news);
  }
}
