import { startCamera } from "./camera";
import { button, el } from "./element";
import { fragmentIn, lookInto } from "./look-into";
import { fill } from "./figures";
import type { Words } from "./words/words";

const LARGEST = 20 * 1024 * 1024;

interface Found {
  readonly seal: (fragment: string) => void;
  readonly credential: (jwt: string) => void;
}

/** Where nothing is checked yet: the camera, a file, or the form for number and code. `stop` leaves it. */
export function startOf(words: Words, found: Found): { nodes: Node[]; stop: () => void } {
  const said = words.start;
  const notice = el("p", { class: "notice", role: "status" });
  const tell = (text: string) => {
    notice.textContent = text;
  };
  const camera = cameraOf(words, tell, (fragment) => found.seal(fragment));
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST) return tell(said.tooLarge);
    tell(said.working);
    const held = await lookInto(file).catch(() => ({ kind: "nothing" }) as const);
    if (held.kind === "fragment") found.seal(held.fragment);
    else if (held.kind === "credential") found.credential(held.jwt);
    else tell(said.nothing);
  };
  const choose = el("input", {
    type: "file",
    id: "file",
    accept: "image/*,application/pdf,.jwt,.txt,.json",
    "aria-describedby": "file-hint",
  });
  choose.addEventListener("change", () => void take(choose.files?.[0]));
  const drop = el(
    "div",
    { class: "drop" },
    el("label", { for: "file" }, said.file),
    el("p", { class: "hint", id: "file-hint" }, said.fileHint),
    choose,
  );
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  });
  return {
    nodes: [
      el("p", {}, said.intro),
      ...camera.nodes,
      drop,
      notice,
      el("p", {}, el("a", { href: words.actions.byCodeAddress }, words.actions.byCode)),
      el(
        "p",
        { class: "small-print" },
        `${said.offline} ${fill(words.address, { host: location.host })}`,
      ),
    ],
    stop: camera.stop,
  };
}

function cameraOf(words: Words, tell: (text: string) => void, found: (fragment: string) => void) {
  const said = words.start;
  const video = el("video", { hidden: true, playsinline: true, muted: true });
  video.muted = true;
  let stopCamera: (() => void) | null = null;
  const toggle = button(said.scan, "button", () => void (stopCamera ? stop() : start()));
  function stop() {
    stopCamera?.();
    stopCamera = null;
    video.hidden = true;
    toggle.textContent = said.scan;
  }
  async function start() {
    try {
      video.hidden = false;
      stopCamera = await startCamera(video, (text) => {
        const fragment = fragmentIn(text);
        // Whatever other code is in sight is not what is looked for.
        if (fragment === null) return false;
        found(fragment);
        return true;
      });
      toggle.textContent = said.stop;
      tell(said.pointing);
    } catch {
      stop();
      tell(said.noCamera);
    }
  }
  return { nodes: [el("p", { class: "actions" }, toggle), video], stop };
}
