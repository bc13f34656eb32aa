// Puts a fragment's newest list in the place of what came with the page, once, shortly before it comes into view.
class Fragment extends HTMLElement {
  connectedCallback() {
    this.seen = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.renew(),
      { rootMargin: "50%" },
    );
    this.seen.observe(this);
  }

  disconnectedCallback() {
    this.seen.disconnect();
  }

  async renew() {
    this.seen.disconnect();
    // Browsers may take what they hold for as long as a cache further out may; a list of the newest is always asked for.
    const answer = await fetch(this.dataset.src, { cache: "no-cache" }).catch(() => null);
    if (!answer?.ok || this.contains(document.activeElement)) return;
    const body = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    if (body.childElementCount) this.replaceChildren(...body.childNodes);
  }
}

customElements.define("nashra-fragment", Fragment);
