// Two buttons and the arrow keys for a row of pictures. Without this file the row is pushed along by finger or keyboard.
class Gallery extends HTMLElement {
  connectedCallback() {
    this.row = this.querySelector(".gallery-row");
    this.frames = [...this.row.children];
    if (this.frames.length < 2) return;
    this.back = this.button("previous", "M15 4l-8 8 8 8", -1);
    this.on = this.button("next", "M9 4l8 8-8 8", 1);
    const steps = document.createElement("div");
    steps.className = "gallery-steps";
    steps.append(this.back, this.on);
    this.append(steps);
    this.row.addEventListener("keydown", (event) => this.key(event));
    this.watch();
  }

  button(name, path, step) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", this.dataset[name]);
    button.innerHTML = `<svg class="icon icon-onward" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    button.addEventListener("click", () => this.show(this.place + step));
    return button;
  }

  watch() {
    const seen = new IntersectionObserver(
      (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => this.at(entry.target)),
      { root: this.row, threshold: 0.6 },
    );
    this.frames.forEach((frame) => seen.observe(frame));
    this.at(this.frames[0]);
  }

  at(frame) {
    this.place = this.frames.indexOf(frame);
    this.back.disabled = this.place === 0;
    this.on.disabled = this.place === this.frames.length - 1;
  }

  show(place) {
    const frame = this.frames[place];
    if (!frame) return;
    const toward = frame.getBoundingClientRect().x - this.row.getBoundingClientRect().x;
    this.row.scrollBy({ left: toward, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    this.at(frame);
  }

  key(event) {
    const onward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = { ArrowLeft: -1, ArrowRight: -1, [onward]: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.show(this.place + step);
  }
}

customElements.define("nashra-gallery", Gallery);
