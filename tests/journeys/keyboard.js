// Before and after a walk through the page with the tabulator: what it did not reach, and what did
// not look different while it had the focus.
({
  async begin() {
    this.reached = new Set();
    this.plain = new Map();
    this.unmarked = new Set();
    const still = document.createElement("style");
    still.textContent = "* { transition: none !important; animation: none !important; }";
    document.head.append(still);
    document.activeElement.blur();
    await new Promise((done) => setTimeout(done, 200)); // until what had the focus looks plain
    for (const element of this.wanted()) this.plain.set(element, this.look(element));
    // A step inside one shadow root is told there alone.
    const roots = new Set([document, ...[...this.plain.keys()].map((e) => e.getRootNode())]);
    for (const root of roots) root.addEventListener("focusin", (event) => this.note(event.target));
    return this.plain.size;
  },
  note(element) {
    this.reached.add(element);
    if (this.plain.get(element) === this.look(element)) this.unmarked.add(element);
  },
  end() {
    const missed = [...this.plain.keys()].filter((e) => e.isConnected && !this.reached.has(e));
    return [
      ...missed.map((e) => `not reached: ${this.name(e)}`),
      ...[...this.unmarked].map((e) => `focus not to be seen: ${this.name(e)}`),
      ...this.everything().filter((e) => this.mouseOnly(e)).map((e) => `mouse only: ${this.name(e)}`),
    ];
  },
  everything(root = document.querySelector(".stApp")) {
    const found = [...root.querySelectorAll("*")];
    return found.flatMap((e) => (e.shadowRoot ? [e, ...this.everything(e.shadowRoot)] : [e]));
  },
  wanted() {
    const group = (e) => e.matches("[role=radio], [type=radio]");
    return this.everything().filter((e) => {
      const box = e.getBoundingClientRect();
      return e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true })
        && box.width > 2 && !group(e) && !e.closest("[aria-hidden=true], [inert]");
    });
  },
  mouseOnly(e) {
    if (getComputedStyle(e).cursor !== "pointer" || !e.checkVisibility()) return false;
    for (let up = e; up; up = up.parentElement ?? up.getRootNode().host) {
      if (up.tabIndex >= 0 || up.matches("label, [role=tab], [role=radio], [role=option]")) return false;
    }
    return !e.querySelector("a, button, input, textarea, summary, [tabindex='0']");
  },
  look(element) {
    const around = [element, ...element.querySelectorAll("*")].slice(0, 4);
    for (let up = element.parentElement, n = 0; up && n < 4; up = up.parentElement, n++) around.push(up);
    return around.map((e) => {
      const style = getComputedStyle(e);
      return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
    }).join(";");
  },
  name(e) {
    return e.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  },
})
