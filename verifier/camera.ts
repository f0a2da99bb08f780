import { readCode } from "./read-code";

const PAUSE = 150;

/**
 * Shows what the camera sees and reads codes until one is accepted. Gives back what stops it.
 * @throws where there is no camera, or it may not be used
 */
export async function startCamera(
  video: HTMLVideoElement,
  accept: (text: string) => boolean,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment", width: { ideal: 1920 } },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play();
  const ended = () => !stream.active;
  const look = async () => {
    if (ended()) return;
    const frame = await createImageBitmap(video).catch(() => null);
    const text = frame ? await readCode(frame) : null;
    frame?.close();
    if (!ended() && text !== null && accept(text)) stop();
    else setTimeout(() => void look(), PAUSE);
  };
  void look();
  return stop;
}
