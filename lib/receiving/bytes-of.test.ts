import { expect, it } from "vitest";
import { bytesOf, readToTheEnd } from "./bytes-of";

/** A body that sends this much and then nothing, without an end. */
function silentAfter(chunks: number) {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (chunks-- > 0) controller.enqueue(new Uint8Array(10));
      else return new Promise<void>(() => undefined);
    },
    cancel() {
      cancelled = true;
    },
  });
  return { reader: body.getReader(), cancelled: () => cancelled };
}

it("gives up on a sender that sends nothing for long, however much came before", async () => {
  const { reader } = silentAfter(3);
  let bytes = 0;
  const read = async () => {
    for await (const chunk of bytesOf(reader, 20)) bytes += chunk.length;
  };
  await expect(read()).rejects.toThrow("No byte came");
  expect(bytes).toBe(30);
});

it("takes the connection from such a sender, where only the rest is read", async () => {
  const { reader, cancelled } = silentAfter(2);
  await readToTheEnd(reader, 20);
  expect(cancelled()).toBe(true);
});
