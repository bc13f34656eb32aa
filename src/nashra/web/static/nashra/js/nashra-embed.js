// Puts another site's frame in place when the reader asks for it. Before that, nothing of that site is loaded.
class Embed extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    this.querySelector("a").classList.add("button-plain");
    button.addEventListener("click", () => this.load());
  }

  load() {
    const frame = document.createElement("iframe");
    frame.className = "embed-frame";
    frame.src = this.dataset.frame;
    frame.title = this.dataset.title;
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.tabIndex = 0;
    this.replaceChildren(frame);
    frame.focus();
  }
}

customElements.define("nashra-embed", Embed);
