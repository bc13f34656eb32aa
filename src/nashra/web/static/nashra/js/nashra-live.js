// Says so when the browser cannot play the stream and the recording stands in for it.
class Live extends HTMLElement {
  connectedCallback() {
    const able = this.querySelector("video").canPlayType("application/vnd.apple.mpegurl");
    this.querySelector("[data-unplayable]").hidden = able !== "";
  }
}

customElements.define("nashra-live", Live);
