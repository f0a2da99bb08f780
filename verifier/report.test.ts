import { describe, expect, it } from "vitest";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { digitsOf, sealFrom } from "@/lib/certificates/seal/address";
import { fromHex } from "@/lib/certificates/seal/bytes";
import vectors from "@/lib/certificates/seal/vectors/kpc-1.json";
import { bitsOf, listLength, messages, type Purpose } from "@/lib/certificates/status/lists";
import type { StatusList } from "@/lib/certificates/status/read-list";
import { boxRows, paperRows } from "./facts";
import { checkFragment } from "./outcome";
import { reportOf } from "./report";
import type { Trust } from "./trust";
import { english } from "./words/english";
import { french } from "./words/french";
import type { Said, Words } from "./words/words";

const keys = await keyListOf(vectors.keys);
const now = new Date(vectors.now);
const languages = [english, french] as const;

function list(purpose: Purpose, signedAt: string, bits: number): StatusList {
  const size = bitsOf[purpose];
  const bytes = new Uint8Array((listLength * size) / 8);
  const at = 73_512 * size;
  bytes[at >> 3] = bits << (8 - size - (at & 7));
  return { purpose, signedAt: new Date(signedAt), bytes };
}

function listsOf(status: { status: string; signedAt: string } | null): Trust["lists"] {
  if (!status) return { revocation: null, message: null };
  const revoked = status.status === "revoked" ? 1 : 0;
  const message = Math.max(0, (messages as readonly string[]).indexOf(status.status));
  return {
    revocation: list("revocation", status.signedAt, revoked),
    message: list("message", status.signedAt, message),
  };
}

const trust = (changes: Partial<Trust> = {}): Trust => ({
  keys,
  credentialKeys: new Map(),
  lists: listsOf(vectors.status),
  server: "answered",
  portalUrl: "https://kp-pk.example.ca",
  ...changes,
});

const check = (seal: string, around = trust(), at = now) =>
  checkFragment(`#${digitsOf(fromHex(seal))}`, around, at);

/** The word in both languages, and the look of the verdict and of its three parts. */
async function shown(checked: ReturnType<typeof check>) {
  const outcome = await checked;
  const reports = languages.map((words) => reportOf(outcome, words, "kp-pk.example.ca"));
  const looks = reports.map(({ mark, checks }) =>
    [mark, ...checks.map((one) => one.mark)].join(" "),
  );
  expect(looks[1]).toBe(looks[0]);
  for (const one of reports) {
    // Whatever is said is filled in, and never empty.
    const texts = [one.word, one.text, ...one.todo, ...one.checks.map(({ text }) => text)];
    for (const text of texts) expect(text).toMatch(/^[^{}]+$/);
  }
  const words = reports.map(({ word }) => word);
  const facts = outcome.verdicts.facts;
  return { said: outcome.said, facts, words, looks: looks[0], shown: reports[0]?.shown };
}

describe("the vectors, through the page, to its words", () => {
  it.each(vectors.good)("good: $name", async ({ seal, issuer, facts, address }) => {
    const specimen = issuer === "specimen";
    const found = await shown(check(seal));
    expect(found.words).toEqual(
      specimen ? ["Specimen, not valid", "Spécimen, non valide"] : ["Valid", "Valide"],
    );
    expect(found.looks).toBe(specimen ? "bad good bad none" : "good good good good");
    expect(found.shown).toBe(specimen ? "nothing" : "ticked");
    expect(found.facts).toEqual(facts);
    // The whole address, as the code holds it.
    const outcome = await checkFragment(new URL(address).hash, trust(), now);
    expect(outcome.verdicts.facts).toEqual(facts);
  });

  const words: Partial<Record<Said, readonly [string, string]>> = {
    false: ["Altered or false", "Modifié ou faux"],
    unknownKey: ["Key not known", "Clé inconnue"],
    revokedKey: ["Key withdrawn", "Clé retirée"],
    noSeal: ["No seal found", "Aucun sceau trouvé"],
  };
  it.each(vectors.bad)("bad: $name", async ({ seal, issuer }) => {
    const found = await shown(check(seal));
    // No bytes, and more than fit, have no address.
    const addressed = sealFrom(digitsOf(fromHex(seal))) !== null;
    const named = issuer === "unknownKey" || issuer === "revokedKey" ? issuer : "false";
    const said = addressed ? named : "noSeal";
    expect(found.said).toBe(said);
    expect(found.words).toEqual(words[said]);
    expect(found.shown).toBe("nothing");
    const looks = {
      notChecked: "bad bad none none",
      unknownKey: "doubt none doubt none",
      outsideWindow: "bad good bad none",
      revokedKey: "bad good bad none",
    };
    expect(found.looks).toBe(looks[issuer as keyof typeof looks]);
  });

  it.each(vectors.badAddresses)("no address of a seal: $name", async ({ fragment }) => {
    const found = await shown(checkFragment(fragment, trust(), now));
    expect(found.words).toEqual(["No seal found", "Aucun sceau trouvé"]);
    expect(found.looks).toBe("bad bad none none");
  });

  const inForce = {
    recent: ["Valid", "good"],
    old: ["Seal genuine, status not recent", "doubt"],
    tooOld: ["Seal genuine, status too old", "bad"],
    ahead: ["Seal genuine, status not certain", "doubt"],
  } as const;
  const standing = {
    revoked: ["No longer in force", "bad"],
    received: ["Already received", "doubt"],
    underInquiry: ["Under inquiry", "doubt"],
    lost: ["Reported lost or stolen", "bad"],
    expired: ["Expired", "bad"],
    unknown: ["Seal genuine, status unknown", "doubt"],
  } as const;
  const onTheLists = vectors.standings.filter(
    ({ standing: named }) => !["invalidated", "replaced", "surrendered"].includes(named),
  );
  it.each(onTheLists)("stands: $name", async (vector) => {
    const around = trust({ lists: listsOf(vector.status) });
    const found = await shown(check(vectors.good[0]?.seal ?? "", around, new Date(vector.now)));
    const [word, mark] =
      vector.standing === "inForce"
        ? inForce[vector.freshness as keyof typeof inForce]
        : standing[vector.standing as keyof typeof standing];
    expect(found.words[0]).toBe(word);
    expect(found.looks).toContain(`${mark} good good`);
  });
});

describe("where the lists come from", () => {
  const seal = vectors.good[0]?.seal ?? "";
  const statusOf = async (changes: Partial<Trust>, words: Words = english) =>
    reportOf(await check(seal, trust(changes)), words, "x").checks[2];

  it("says their age, and that the server could not be asked", async () => {
    expect(await statusOf({})).toMatchObject({
      text: "In force until 22 January 2027, 24:00 GMT.",
      details: ["List 15 minutes old"],
    });
    expect((await statusOf({ server: "away" }, french)).details).toEqual([
      "Liste datant de 15 minutes",
      "Le serveur n’a pas pu être interrogé.",
    ]);
  });

  it("says why there is none", async () => {
    const lists = listsOf(null);
    expect((await statusOf({ lists, server: "away" })).text).toContain("could not be asked");
    expect((await statusOf({ lists, server: "refused" })).text).toContain("that Canada signed");
  });

  it("takes both for good news and one for bad news", async () => {
    const live = listsOf(vectors.status);
    const revoked = listsOf({ status: "revoked", signedAt: vectors.now });
    const said = async (lists: Trust["lists"]) => (await check(seal, trust({ lists }))).said;
    expect(await said({ ...live, message: null })).toBe("unknown");
    expect(await said({ ...live, revocation: null })).toBe("unknown");
    expect(await said({ ...revoked, message: null })).toBe("revoked");
    const received = listsOf({ status: "received", signedAt: vectors.now });
    expect(await said({ ...received, revocation: null })).toBe("received");
  });

  it("is as old as the older list", async () => {
    const lists = {
      ...listsOf(vectors.status),
      message: list("message", "2026-11-22T12:00:00Z", 0),
    };
    expect((await check(seal, trust({ lists }))).said).toBe("notRecent");
  });

  it("waits for keys where there are none", async () => {
    expect((await check(seal, trust({ keys: null }))).said).toBe("noKeys");
  });
});

describe("the facts to compare", () => {
  const factsOf = async (name: string) => {
    const { seal } = vectors.good.find((one) => one.name === name) ?? {};
    const { facts } = (await check(seal ?? "")).verdicts;
    if (!facts) throw new Error(`No facts of ${name}.`);
    return facts;
  };

  it("are those of the paper, in the language's conventions", async () => {
    const facts = await factsOf("one line");
    const said = (words: Words) =>
      Object.fromEntries(paperRows(facts, words).map((one) => [one.id, [one.value, ...one.more]]));
    expect(said(english)).toMatchObject({
      number: ["CA00001873"],
      expires: ["22 January 2027, 24:00 GMT"],
      exporter: ["Barren Lands Diamond Sales Ltd.", "Yellowknife, Canada"],
      destination: ["European Union"],
      "line 7102.31": ["7102.31", "12,480.35 carats, US$1,348,920.50"],
      total: ["12,480.35 carats", "US$1,348,920.50"],
    });
    expect(said(french)).toMatchObject({
      expires: ["22 janvier 2027, 24\u00A0h GMT"],
      destination: ["Union européenne"],
      total: ["12\u00A0480,35 carats", "1\u00A0348\u00A0920,50\u00A0$\u00A0US"],
    });
  });

  it("are ticked under the same names in both languages", async () => {
    for (const { name } of vectors.good.slice(0, -1)) {
      const facts = await factsOf(name);
      const ids = (words: Words) =>
        [...paperRows(facts, words), ...boxRows(facts, words)].map(({ id }) => id);
      expect(ids(english)).toEqual(ids(french));
      expect(new Set(ids(english)).size).toBe(ids(english).length);
    }
  });

  it("name each seal, or the mark of many", async () => {
    const seals = async (name: string) =>
      boxRows(await factsOf(name), english).filter(({ id }) => id.startsWith("seal"));
    expect(await seals("20 seals")).toHaveLength(20);
    const [many, ...more] = await seals("500 seals, as their number and their hash");
    expect(more).toEqual([]);
    expect(many?.value).toMatch(/^[0-9A-F]{8}$/);
  });

  it("name origins as the paper does", async () => {
    const origin = async (name: string, words: Words) =>
      paperRows(await factsOf(name), words).find(({ id }) => id === "origin")?.value;
    expect(await origin("mixed origin", english)).toBe("Mixed: Canada; Botswana");
    expect(await origin("mixed origin", french)).toBe("Mixte\u00A0: Canada\u00A0; Botswana");
    expect(await origin("origin not known", english)).toBe("Not stated");
  });
});

it("French is set with no-break spaces and curly apostrophes", () => {
  const texts: string[] = [];
  JSON.stringify(french, (_key, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  for (const text of texts) {
    expect(text).not.toMatch(/[^\u00A0][:;!?%](?:\s|$)/);
    expect(text).not.toContain("'");
  }
});
