import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  checkpointHour,
  checkpointsIn,
  nextCheckpointHour,
  openCheckpoint,
  signCheckpoint,
} from "./checkpoint";
import { leafHash, nodeHash } from "./merkle";
import { openNote, readVerifierKey, signNote, verifierKey, type NoteSigner } from "./signed-note";
import { readProof, writeProof } from "./tlog-proof";

function newSigner(name = "permits.example.ca/log"): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    name,
    publicKey: Buffer.from(x, "base64url"),
    sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey)),
  };
}

describe("a signed note", () => {
  // The example of the specification, c2sp.org/signed-note.
  const vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  const note =
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  const key = readVerifierKey(vkey);
  const keys = key ? [key] : [];

  it("of the specification opens with the key of the specification", () => {
    expect(keys.map(verifierKey)).toEqual([vkey]);
    expect(openNote(note, keys)).toBe("This is an example message.\n");
  });

  it("does not open changed in any byte", () => {
    for (let at = 0; at < note.length; at += 1) {
      for (const other of ["x", "y", "N", "\n", "="]) {
        const changed = note.slice(0, at) + other + note.slice(at + 1);
        if (changed !== note) expect(openNote(changed, keys), changed).toBe(null);
      }
    }
    for (let end = 0; end < note.length; end += 1)
      expect(openNote(note.slice(0, end), keys)).toBe(null);
  });

  it("may bear signatures of others, of which nothing is known, but none of ours that is wrong", async () => {
    const [ours, witness, impostor] = [
      newSigner("a.example/log"),
      newSigner("w.example"),
      newSigner("a.example/log"),
    ];
    const text = "a.example/log\n";
    const line = async (signer: NoteSigner, said = text) =>
      (await signNote(said, signer)).split("\n\n")[1] ?? "";
    const signed = `${text}\n${await line(ours)}`;
    expect(openNote(signed + (await line(witness)), [ours])).toBe(text);
    expect(openNote(signed + (await line(impostor)), [ours])).toBe(text);
    expect(openNote(signed, [witness])).toBe(null);
    expect(openNote(signed + (await line(ours, "something else\n")), [ours])).toBe(null);
    expect(openNote(`${signed}anything\n`, [ours])).toBe(null);
  });

  it("has no name with blanks, and a key is only taken with its own id", async () => {
    await expect(signNote("x\n", newSigner("two words"))).rejects.toThrow(/blanks/);
    for (const wrong of [vkey.replace("530d903a", "530d903b"), vkey.slice(0, -4), `x${vkey}`, ""])
      expect(readVerifierKey(wrong)).toBe(null);
  });
});

describe("a checkpoint", () => {
  const root = leafHash(Buffer.from("one"));

  it("has three lines and the signature, and says what it said", async () => {
    const signer = newSigner();
    const note = await signCheckpoint({ size: 20_852_163, root }, signer);
    expect(note).toMatch(
      /^permits\.example\.ca\/log\n20852163\n[A-Za-z0-9+/]{43}=\n\n— permits\.example\.ca\/log [A-Za-z0-9+/]{91}=\n$/,
    );
    expect(openCheckpoint(note, [newSigner(), signer])).toEqual({ size: 20_852_163, root });
    expect(openCheckpoint(note.replace("20852163", "20852164"), [signer])).toBe(null);
    expect(openCheckpoint(note, [newSigner()])).toBe(null);
  });

  it.each(["020", "-1", "1e3", "", "20852163 "])("is none with the size «%s»", async (size) => {
    const signer = newSigner();
    const text = `${signer.name}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
    expect(openCheckpoint(await signNote(text, signer), [signer])).toBe(null);
  });

  it("is of the log of the key's name alone", async () => {
    const signer = newSigner();
    const text = `elsewhere.example/log\n1\n${Buffer.from(root).toString("base64")}\n`;
    expect(openCheckpoint(await signNote(text, signer), [signer])).toBe(null);
  });

  it("is found in a file of mails, however they are quoted", async () => {
    const signer = newSigner();
    const notes = [
      await signCheckpoint({ size: 0, root }, signer),
      await signCheckpoint({ size: 7, root }, signer),
    ];
    const [one = "", two = ""] = notes;
    const quoted = two.replaceAll(/^/gm, "> ").replaceAll("\n", "\r\n");
    const file = `Subject: Checkpoint\n\nKeep this:\n\n${one}\n----\n${quoted}\nBye\n`;
    expect(checkpointsIn(file)).toEqual(notes);
    expect(checkpointsIn(two.slice(0, -1))).toEqual([two]);
    expect(checkpointsIn("nothing\n1\nhere\n")).toEqual([]);
  });

  it("is of noon or of midnight, UTC", () => {
    const at = (text: string) => new Date(`2026-12-03T${text}Z`);
    expect(checkpointHour(at("11:59:59.999"))).toEqual(at("00:00:00"));
    expect(checkpointHour(at("12:00:00"))).toEqual(at("12:00:00"));
    expect(nextCheckpointHour(at("12:00:00"))).toEqual(new Date("2026-12-04T00:00:00Z"));
    expect(nextCheckpointHour(at("03:10:00"))).toEqual(at("12:00:00"));
  });
});

describe("a proof to keep", () => {
  it("is read with the key alone, and only as it was written", async () => {
    const signer = newSigner();
    const entry = '{"t":"issued","seal":"qqq="}';
    const other = leafHash(Buffer.from("other"));
    const root = nodeHash(other, leafHash(Buffer.from(entry)));
    const checkpoint = await signCheckpoint({ size: 2, root }, signer);
    const file = writeProof({ entry, index: 1, hashes: [other], checkpoint });
    expect(file.startsWith("c2sp.org/tlog-proof@v1\nextra eyJ0Ijoi")).toBe(true);
    expect(
      file.endsWith(`\nindex 1\n${Buffer.from(other).toString("base64")}\n\n${checkpoint}`),
    ).toBe(true);
    expect(readProof(file, [signer])).toEqual({ entry, index: 1 });
    expect(readProof(file, [newSigner()])).toBe(null);
    for (const [from, to] of [
      ["index 1", "index 0"],
      ["index 1", "index 01"],
      ["eyJ0Ijoi", "eyJ0Ijoj"],
      ["@v1", "@v2"],
    ] as const)
      expect(readProof(file.replace(from, to), [signer]), to).toBe(null);
  });
});
