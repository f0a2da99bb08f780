import { z } from "zod";

/** The names of stores, as rows and the setting STORAGE know them. */
export const storeNames = ["local", "uploadthing", "s3"] as const;
export type StoreName = (typeof storeNames)[number];

const s3Group = [
  "S3_ENDPOINT",
  "S3_REGION",
  "S3_BUCKET",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
] as const;

type Settings = { readonly STORAGE?: StoreName | undefined } & Readonly<
  Partial<Record<"UPLOADTHING_TOKEN" | (typeof s3Group)[number], string | undefined>>
>;

/** The store that new files go to: the one that is named, or else the one that is configured. */
export function storeForNewFiles({ STORAGE, UPLOADTHING_TOKEN, S3_ENDPOINT }: Settings): StoreName {
  if (STORAGE) return STORAGE;
  if (S3_ENDPOINT) return "s3";
  return UPLOADTHING_TOKEN ? "uploadthing" : "local";
}

/** What is wrong with how stores are configured, one sentence for each problem. */
export function storageProblems(settings: Settings): string[] {
  const { STORAGE, UPLOADTHING_TOKEN } = settings;
  const given = s3Group.filter((name) => settings[name]);
  const missing = s3Group.filter((name) => !settings[name]);
  const problems =
    given.length > 0
      ? missing.map(
          (name) => `${name} is not set; it must be set together with ${given.join(", ")}.`,
        )
      : [];
  if (!STORAGE && UPLOADTHING_TOKEN && given.length > 0)
    problems.push(
      `UPLOADTHING_TOKEN and ${given[0]} are both set; set one of them only, or say with STORAGE which store new files go to.`,
    );
  if (STORAGE === "uploadthing" && !UPLOADTHING_TOKEN)
    problems.push("UPLOADTHING_TOKEN is not set; STORAGE names this store.");
  if (STORAGE === "s3" && given.length === 0)
    problems.push("S3_ENDPOINT is not set; STORAGE names this store.");
  return problems;
}

const tokenError = "must be the token that UploadThing shows for an app, unchanged";
/** What UploadThing shows for an app: JSON in base64. */
export const uploadThingToken = z.string({ error: tokenError }).refine(
  (text) => {
    const content = z.object({
      apiKey: z.string(),
      appId: z.string(),
      regions: z.string().array(),
    });
    try {
      return content.safeParse(JSON.parse(Buffer.from(text, "base64").toString())).success;
    } catch {
      return false;
    }
  },
  { error: tokenError },
);
