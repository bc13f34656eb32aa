// Copies data-text when its button is pressed and says so; the button shows only where the browser can copy.
class Copy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => this.copy(button));
  }

  async copy(button) {
    const words = button.textContent;
    await navigator.clipboard.writeText(this.dataset.text);
    button.textContent = this.dataset.done;
    button.setAttribute("role", "status");
    setTimeout(() => {
      button.textContent = words;
      button.removeAttribute("role");
    }, 3000);
  }
}

customElements.define("nashra-copy", Copy);
