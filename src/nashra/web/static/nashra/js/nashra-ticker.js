// One bulletin at a time, with a pause and a way on; renews the list from its fragment. Without this file all stand in a list.
const EACH = 6000;
const RENEW = 30000;
const PAUSE = "M7 4h3.5v16H7zM13.5 4H17v16h-3.5z";
const PLAY = "M6 3.5v17l15-8.5z";

class Ticker extends HTMLElement {
  connectedCallback() {
    this.place = 0;
    this.running = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.pause = this.button(() => this.toggle());
    this.next = this.button(() => this.step());
    this.next.setAttribute("aria-label", this.dataset.next);
    this.draw(this.next, "M9 4l8 8-8 8", "icon icon-onward");
    this.steps = document.createElement("div");
    this.steps.className = "ticker-steps";
    this.steps.append(this.pause, this.next);
    this.append(this.steps);
    this.arrange();
    this.clock = setInterval(() => this.turn(), EACH);
    if (this.dataset.fragment) this.renewal = setInterval(() => this.renew(), RENEW);
  }

  disconnectedCallback() {
    clearInterval(this.clock);
    clearInterval(this.renewal);
  }

  button(act) {
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  draw(button, path, name) {
    button.innerHTML = `<svg class="${name}" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  }

  arrange() {
    this.lines = [...this.querySelectorAll("li")];
    this.closest(".ticker").hidden = this.lines.length === 0;
    this.steps.hidden = this.lines.length < 2;
    this.place %= this.lines.length || 1;
    this.lines.forEach((line, place) => (line.hidden = place !== this.place));
    this.pause.setAttribute("aria-label", this.running ? this.dataset.pause : this.dataset.play);
    this.draw(this.pause, this.running ? PAUSE : PLAY, "icon icon-solid");
  }

  turn() {
    if (this.running && !document.hidden && !this.matches(":hover, :focus-within")) this.step();
  }

  step() {
    this.place += 1;
    this.arrange();
  }

  toggle() {
    this.running = !this.running;
    this.arrange();
  }

  async renew() {
    const answer = await fetch(this.dataset.fragment).catch(() => null);
    if (!answer?.ok) return;
    const list = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("ol");
    if (!list || this.querySelector("ol").contains(document.activeElement)) return;
    this.querySelector("ol").replaceWith(list);
    this.arrange();
  }
}

customElements.define("nashra-ticker", Ticker);
