"use strict";
// The page reads without this: links lead from lines to claims, from claims to evidence and back.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const numbersOf = (node) => (node.dataset.claims ?? node.dataset.claim ?? "").split(" ").filter(Boolean);
  const typing = (node) => node.matches?.("input, select, textarea");

  class Section {
    constructor(root) {
      this.root = root;
      this.claims = all(root, ".claim");
      this.pane = root.querySelector(".article-pane");
      this.passages = all(root, ".article-pane .ev[data-claims]");
      this.pinned = new Set();
      this.filters = root.querySelector(".filters");
      root.addEventListener("pointerover", (event) => this.light(event.target));
      root.addEventListener("pointerleave", () => this.light(null));
      root.addEventListener("focusin", (event) => this.light(event.target));
      root.addEventListener("focusout", () => this.mark("lit", []));
      root.addEventListener("click", (event) => this.click(event));
      if (this.filters && this.claims.length > 1) {
        this.filters.hidden = false;
        this.filters.addEventListener("input", () => this.filter());
        this.filter();
      }
    }

    // The claims that a node stands for: a claim, a passage, or a number in a line.
    numbers(node) {
      const near = node instanceof Element ? node.closest("[data-claim], [data-claims]") : null;
      return near && this.root.contains(near) ? numbersOf(near) : [];
    }

    mark(name, numbers) {
      const wanted = new Set(numbers);
      for (const node of [...this.claims, ...this.passages]) {
        node.classList.toggle(name, numbersOf(node).some((number) => wanted.has(number)));
      }
    }

    // What the pointer is on, else what has the focus.
    light(node) {
      const numbers = this.numbers(node);
      this.mark("lit", numbers.length ? numbers : this.numbers(document.activeElement));
    }

    pin(numbers) {
      this.pinned = new Set(numbers);
      this.mark("pinned", numbers);
      for (const claim of this.claims) {
        const link = claim.querySelector(".text");
        if (this.pinned.has(claim.dataset.claim)) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }

    click(event) {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const claim = event.target.closest(".claim .text");
      const toClaim = event.target.closest(".cite, .ev[data-claims]");
      if (claim) {
        event.preventDefault();
        const number = claim.closest(".claim").dataset.claim;
        this.pin([number]);
        this.show(this.passages.find((node) => numbersOf(node).includes(number)));
      } else if (toClaim) {
        event.preventDefault();
        const numbers = this.numbers(toClaim);
        this.pin(numbers);
        this.go(this.claims.find((node) => numbers.includes(node.dataset.claim)));
      }
    }

    go(claim) {
      if (!claim) return;
      if (claim.hidden) this.clear();
      claim.querySelector(".text").focus({ preventScroll: true });
      this.show(claim);
    }

    show(node) {
      node?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }

    move(step) {
      const seen = this.claims.filter((claim) => !claim.hidden);
      const at = seen.indexOf(document.activeElement?.closest(".claim"));
      const next = seen[at < 0 ? (step > 0 ? 0 : seen.length - 1) : at + step];
      if (!next) return;
      next.querySelector(".text").focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
      this.reveal(next.dataset.claim);
    }

    // Beside the claims the article scrolls on its own; below them (on a phone) moving must not jump there.
    reveal(number) {
      const passage = this.passages.find((node) => numbersOf(node).includes(number));
      if (!passage || getComputedStyle(this.pane).overflowY !== "auto") return;
      const room = this.pane.getBoundingClientRect();
      const place = passage.getBoundingClientRect();
      if (place.top < room.top || place.bottom > room.bottom) {
        this.pane.scrollTop += place.top - room.top - room.height / 3;
      }
    }

    field(name) {
      return this.filters.querySelector(`[name="${name}"]`);
    }

    clear() {
      for (const name of ["words", "speaker", "certainty"]) this.field(name).value = "";
      this.field("figures").checked = false;
      this.filter();
    }

    filter() {
      const words = this.field("words").value.toLowerCase().split(/\s+/).filter(Boolean);
      const speaker = this.field("speaker").value;
      const certainty = this.field("certainty").value;
      const figures = this.field("figures").checked;
      let left = 0;
      for (const claim of this.claims) {
        const text = claim.textContent.toLowerCase();
        const fits = words.every((word) => text.includes(word))
          && (!speaker || claim.dataset.speaker === speaker)
          && (!certainty || claim.dataset.certainty.split(" ").includes(certainty))
          && (!figures || claim.dataset.figures !== "0");
        claim.hidden = !fits;
        left += fits;
      }
      this.filters.querySelector("output").textContent = `${left} of ${this.claims.length}`;
    }
  }

  const sections = all(document, ".digest").map((root) => new Section(root));

  // The section that has the focus, else the one in sight.
  const current = () => sections.find((section) => section.root.contains(document.activeElement))
    ?? sections.find((section) => section.root.getBoundingClientRect().bottom > innerHeight / 3)
    ?? sections[0];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      for (const section of sections) section.pin([]);
      return;
    }
    if (typing(event.target)) return;
    const inClaims = event.target.closest?.(".claims");
    const step = { j: 1, k: -1, ArrowDown: inClaims && 1, ArrowUp: inClaims && -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    current()?.move(step);
  });

  addEventListener("beforeprint", () => all(document, "details").forEach((node) => { node.open = true; }));
})();
