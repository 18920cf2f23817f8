// Keeps a page of the preview as new as its sources. `mensi-site serve` adds it; a built site has no trace of it.
"use strict";
(() => {
  const PLACE = "mensi-place";
  const PAGE_FIRST = 200; // ms
  const FIRST_WAIT = 250;
  const LONGEST_WAIT = 4000;

  // The version of the page that this script runs on: what changed before it listens is then not missed. Where a
  // browser hides it (an address other than localhost, without TLS), the first event tells.
  let seen = version();
  let source = null;
  let wait = FIRST_WAIT;
  let timer = 0;
  let overlay = null;

  function version() {
    const [page] = performance.getEntriesByType("navigation");
    const timing = (page?.serverTiming ?? []).find((entry) => entry.name === "page");
    return timing?.description ?? "";
  }

  // Hidden pages do not listen: a browser has six connections for a host, and a seventh tab would get no page.
  function listen() {
    clearTimeout(timer);
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource(`/_mensi/events?page=${encodeURIComponent(location.pathname)}&seen=${seen}`);
    const on = (name, act) => source.addEventListener(name, (event) => act(JSON.parse(event.data)));
    on("hello", ({ page }) => {
      wait = FIRST_WAIT;
      seen ||= page;
    });
    on("style", ({ page, styles }) => {
      seen = page;
      styles.forEach(([before, after]) => restyle(before, after));
    });
    on("reload", reload);
    on("problem", ({ text }) => problem(text));
    on("mended", mended);
    // A browser would try again by itself, but with the version that the page had at first.
    source.onerror = () => {
      leave();
      timer = setTimeout(listen, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    };
  }

  function leave() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  // The old stylesheet goes when the new one is there, so that the page is never bare.
  function restyle(before, after) {
    for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
      const href = link.getAttribute("href");
      if (!href?.endsWith(before)) continue;
      const next = link.cloneNode();
      next.setAttribute("href", href.slice(0, -before.length) + after);
      next.onload = () => link.remove();
      next.onerror = reload;
      link.after(next);
    }
    // One that is loaded later, by its name on the page.
    for (const named of document.querySelectorAll("[data-style]")) {
      const { style } = named.dataset;
      if (style.endsWith(before)) named.dataset.style = style.slice(0, -before.length) + after;
    }
  }

  // The place of the reader: how far down, and which details are open.
  function reload() {
    leave();
    const open = Array.from(document.querySelectorAll("details"), (details) => details.open);
    try {
      sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, open }));
    } catch {
      // Without storage the page begins at its top.
    }
    location.reload();
  }

  function restore() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch {
      return;
    }
    if (place?.path !== location.pathname) return;
    document.querySelectorAll("details").forEach((details, at) => {
      if (at < place.open.length) details.open = place.open[at];
    });
    const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    scroll();
    // Pictures may have made the page longer since; whoever has scrolled meanwhile is left alone.
    const reached = scrollY;
    addEventListener("load", () => scrollY === reached && scroll(), { once: true });
  }

  const STYLE = `
    dialog { box-sizing: border-box; width: min(64rem, 100vw - 1rem); max-width: none; max-height: calc(100vh - 1rem);
      margin: auto; padding: 1rem; overflow: auto; border: 2px solid #b3261e; border-radius: .5rem;
      color: #1b1b1f; background: #fff; color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; text-align: start; }
    dialog::backdrop { background: rgb(0 0 0 / .45); }
    h2 { margin: 0; font-size: 1.125rem; line-height: 1.3; color: #b3261e; }
    p { margin: .5rem 0; }
    pre { margin: .75rem 0; padding: .75rem; max-height: 65vh; overflow: auto; border-radius: .25rem; background: #f3f3f6;
      font: .8125rem/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre; tab-size: 4; }
    button { min-height: 2.75rem; padding: .25rem 1rem; border: 1px solid currentColor; border-radius: .25rem;
      font: inherit; color: inherit; background: transparent; cursor: pointer; }
    :focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) {
      dialog { color: #e4e2e6; background: #1b1b1f; border-color: #ffb4ab; color-scheme: dark; }
      h2 { color: #ffb4ab; }
      pre { background: #2b2b30; }
      :focus-visible { outline-color: #a8c7fa; }
    }
  `;

  function element(name, text, attributes) {
    const made = Object.assign(document.createElement(name), { textContent: text });
    Object.entries(attributes ?? {}).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  }

  // What is wrong, over the last good page. In a shadow root, so that neither styles the other; its style is a sheet
  // made by script, which a strict Content-Security-Policy allows.
  function problem(text) {
    if (overlay) {
      overlay.pre.textContent = text;
      return;
    }
    const host = element("mensi-problem", "", { lang: "en", dir: "ltr", translate: "no" });
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    const labels = { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "about" };
    const dialog = element("dialog", "", labels);
    const pre = element("pre", text, { tabindex: "0", role: "region", "aria-label": "What is wrong" });
    const button = element("button", "Close", { type: "button", autofocus: "" });
    dialog.append(
      element("h2", "The site has errors", { id: "title" }),
      element("p", "Behind this is the last version without errors. This message goes when they are mended.", { id: "about" }),
      pre,
      button,
    );
    shadow.append(dialog);
    document.documentElement.append(host);
    const focused = document.activeElement;
    // At once, not when the dialog says that it is closed: the next problem may come before that.
    const close = () => {
      if (overlay?.pre !== pre) return;
      overlay = null;
      dialog.close();
      host.remove();
      if (focused?.isConnected) focused.focus({ preventScroll: true });
    };
    button.addEventListener("click", close);
    dialog.addEventListener("close", close);
    overlay = { close, pre };
    dialog.showModal();
  }

  function mended() {
    overlay?.close();
  }

  restore();
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : listen()));
  addEventListener("pagehide", leave);
  // The page first: to listen is a request that stays open, beside those for what is still to be shown. What changes in
  // between is told as soon as somebody listens.
  addEventListener("pageshow", () => {
    clearTimeout(timer);
    timer = setTimeout(listen, PAGE_FIRST);
  });
})();
