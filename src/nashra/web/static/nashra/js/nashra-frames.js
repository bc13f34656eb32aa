// Arrow keys go from picture to picture on a gallery's page. Without this file the page is scrolled as any other.
class Frames extends HTMLElement {
  connectedCallback() {
    this.frames = [...this.querySelectorAll("li")];
    this.frames.forEach((frame) => (frame.tabIndex = -1));
    this.keys = (event) => this.key(event);
    document.addEventListener("keydown", this.keys);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.keys);
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, video, [role=slider]")) return;
    const onward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = { ArrowLeft: -1, ArrowRight: -1, [onward]: 1 }[event.key];
    const frame = step && this.frames[this.place() + step];
    if (!frame) return;
    event.preventDefault();
    frame.focus({ preventScroll: true });
    frame.scrollIntoView({ block: "center" });
  }

  // The picture nearest to the middle of the window; before the first one when none has been reached.
  place() {
    const middle = innerHeight / 2;
    const reached = this.frames.filter((frame) => frame.getBoundingClientRect().top <= middle);
    return reached.length - 1;
  }
}

customElements.define("nashra-frames", Frames);
