// Closes the panel of sections on Escape and on a click elsewhere; opening needs no script.
class Menu extends HTMLElement {
  connectedCallback() {
    this.panel = this.querySelector("details");
    this.elsewhere = (event) => {
      if (!this.contains(event.target)) this.panel.open = false;
    };
    this.addEventListener("keydown", (event) => this.escape(event));
    document.addEventListener("click", this.elsewhere);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.elsewhere);
  }

  escape(event) {
    if (event.key !== "Escape" || !this.panel.open) return;
    this.panel.open = false;
    this.panel.querySelector("summary").focus();
  }
}

customElements.define("nashra-menu", Menu);
