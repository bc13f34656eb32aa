// Marks the programme that is on now. Without this file the schedule is a schedule.
class Schedule extends HTMLElement {
  connectedCallback() {
    this.mark();
    this.clock = setInterval(() => this.mark(), 30000);
  }

  disconnectedCallback() {
    clearInterval(this.clock);
  }

  mark() {
    const now = Date.now();
    for (const programme of this.querySelectorAll("li")) {
      const starts = Date.parse(programme.querySelector("time").dateTime);
      const on = starts <= now && now < Date.parse(programme.dataset.ends);
      programme.toggleAttribute("data-now", on);
      this.label(programme, on);
    }
  }

  label(programme, on) {
    programme.querySelector(".live-word")?.remove();
    if (!on) return;
    const word = document.createElement("p");
    word.className = "kicker live-word";
    word.textContent = this.dataset.now;
    programme.querySelector("div").prepend(word);
  }
}

customElements.define("nashra-schedule", Schedule);
