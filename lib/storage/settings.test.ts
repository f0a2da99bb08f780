import { expect, it } from "vitest";
import { storeForNewFiles } from "@/lib/storage/settings";

const cloud = { UPLOADTHING_TOKEN: "token" };
const bucket = { S3_ENDPOINT: "https://s3.example.ca" };

it.each([
  ["local", {}],
  ["uploadthing", cloud],
  ["s3", bucket],
  ["s3", { ...cloud, ...bucket, STORAGE: "s3" as const }],
  ["uploadthing", { ...cloud, ...bucket, STORAGE: "uploadthing" as const }],
  ["local", { ...cloud, STORAGE: "local" as const }],
])("new files go to %s", (name, settings) => {
  expect(storeForNewFiles(settings)).toBe(name);
});
