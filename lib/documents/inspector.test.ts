import { expect, it } from "vitest";
import { inspectFile } from "@/lib/documents/inspector";

it("tells what a file on disk truly is", async () => {
  expect(await inspectFile("package.json", "note.txt")).toMatchObject({
    ok: true,
    value: { type: "txt", mediaType: "text/plain" },
  });
  expect(await inspectFile("package.json", "note.pdf")).toEqual({
    ok: false,
    error: "contentDiffers",
  });
});
