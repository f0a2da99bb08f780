"use client";

import { useEffect, useRef } from "react";

interface Props {
  /** Of the small page that says until when the session lasts. */
  address: string;
  title: string;
  /** Seconds after which there is something to say. */
  warnIn: number;
}

/**
 * The frame with the end of the session. Without script the style sheet shows it when the time has
 * come. With script it is asked first, since another tab may have kept the session alive; it takes the
 * focus, so that one key extends the session, and gives it back.
 */
export function SessionBar({ address, title, warnIn }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => (frame.current ? watch(frame.current, warnIn) : undefined), [warnIn]);
  return (
    <div className="session-bar">
      {/* Lazy: where there is script, nothing is asked for before its time. */}
      <iframe ref={frame} src={address} title={title} loading="lazy" />
      <p className="visually-hidden" role="alert" />
    </div>
  );
}

function watch(frame: HTMLIFrameElement, warnIn: number): () => void {
  let timer = 0;
  let due = 0;
  let asked = false;
  let before: Element | null = null;
  const said = frame.nextElementSibling;

  const show = (shown: boolean) => frame.parentElement?.setAttribute("data-shown", String(shown));
  const wait = (seconds: number) => {
    window.clearTimeout(timer);
    due = Date.now() + seconds * 1000;
    timer = window.setTimeout(ask, seconds * 1000);
  };
  function ask() {
    asked = true;
    if (frame.contentDocument?.URL === "about:blank") frame.loading = "eager";
    // In place of what it shows now: no step back in the browser leads there.
    else frame.contentWindow?.location.replace(frame.src);
  }
  function answered() {
    if (!asked) return;
    const panel = frame.contentDocument;
    const left = Number(panel?.body.dataset["left"]);
    // The portal does not answer just now.
    if (!panel || Number.isNaN(left)) return wait(15);
    const warn = Number(panel.body.dataset["warn"]);
    show(warn === 0);
    if (warn > 0) {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      before = null;
      wait(warn);
    } else {
      before ??= document.activeElement;
      const button = left > 0 ? panel.querySelector("button") : null;
      const link = document.activeElement === frame ? panel.querySelector("a") : null;
      (button ?? link)?.focus({ preventScroll: true });
      // Where nothing can be extended the focus stays in the field; the words are said all the same.
      const words = panel.querySelector<HTMLElement>(left > 0 ? ".soon" : ".over")?.innerText ?? "";
      if (said) said.textContent = button ? "" : words;
      if (left > 0) wait(left + 1);
    }
  }
  /** A computer that slept did not count. */
  function seen() {
    if (document.visibilityState === "visible" && Date.now() > due) ask();
  }

  show(false);
  wait(warnIn);
  frame.addEventListener("load", answered);
  document.addEventListener("visibilitychange", seen);
  return () => {
    window.clearTimeout(timer);
    frame.removeEventListener("load", answered);
    document.removeEventListener("visibilitychange", seen);
  };
}
