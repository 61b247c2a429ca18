"use client";

import { useEffect, useState } from "react";

const LIVE = "page-live";

/**
 * Runs before anything else of the page: whoever presses a button, or sends a form, while the page's code is still on its
 * way would press in vain. The last press is kept, the line says so, and it is done when the page is live. Links work
 * without code, so they are left alone.
 */
const KEEP = `(() => {
  const html = document.documentElement;
  let kept = null;
  const keep = (event) => {
    const { target, type, submitter } = event;
    const button = type === "click" ? target.closest?.("button") : null;
    if (type === "submit") {
      event.preventDefault();
      kept = { type, on: target, press: () => target.requestSubmit(submitter?.isConnected ? submitter : null) };
    } else if (button && !(button.form && button.type === "submit")) {
      kept = { type, on: button, press: () => button.click() };
    } else return;
    html.dataset.navigating = "";
  };
  let triesLeft = 300;
  // A part that is not taken over yet lets no press through to what is pressed.
  const press = () => {
    let heard = !kept.on.isConnected || triesLeft-- === 0;
    if (!heard) {
      kept.on.addEventListener(kept.type, () => { heard = true; }, { once: true });
      kept.press();
    }
    if (heard) delete html.dataset.navigating;
    else setTimeout(press, 30);
  };
  addEventListener("click", keep, true);
  addEventListener("submit", keep, true);
  addEventListener("${LIVE}", () => {
    removeEventListener("click", keep, true);
    removeEventListener("submit", keep, true);
    if (kept) setTimeout(press);
  }, { once: true });
})()`;

/** Presses that come before the page is live wait for it. First in the body; see `PageLive`. */
export function EarlyPress({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {KEEP}
    </script>
  );
}

/** Says that the page is live, and what it draws anew at its start is there. Last in the body: all of it was taken over before. */
export function PageLive() {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (drawn) dispatchEvent(new Event(LIVE));
    else setDrawn(true);
  }, [drawn]);
  return null;
}
