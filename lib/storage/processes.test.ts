import { afterAll, beforeAll, expect, it } from "vitest";
import { s3 } from "@/lib/storage/s3";
import type { Storage } from "@/lib/storage/storage";
import { uploadThing } from "@/lib/storage/uploadthing";
import { portalProcess } from "@/tests/stand-ins/portal-process";
import { s3Environment, s3StandIn, type S3StandIn } from "@/tests/stand-ins/s3";
import { uploadThingStandIn, type UploadThingStandIn } from "@/tests/stand-ins/uploadthing";

let bucket: S3StandIn;
let cloud: UploadThingStandIn;

beforeAll(async () => {
  bucket = await s3StandIn();
  cloud = await uploadThingStandIn();
  Object.assign(process.env, cloud.environment);
});
afterAll(() => Promise.all([bucket.close(), cloud.close()]));

const services = {
  local: () => ({ service: null, settings: {}, open: null }),
  uploadthing: () => ({
    service: cloud,
    settings: { UPLOADTHING_TOKEN: cloud.token, ...cloud.environment },
    open: uploadThing(cloud.token),
  }),
  s3: () => ({
    service: bucket,
    settings: s3Environment(bucket.settings),
    open: s3(bucket.settings),
  }),
};

async function keysOf(store: Storage) {
  const keys = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys;
}

/* Ten times 15 MB at once: a process that held files whole would grow by 150. */
it.each(["local", "uploadthing", "s3"] as const)("holds no whole file: %s", async (name) => {
  const portal = await portalProcess("weigh", services[name]().settings);
  await portal.kill();
  expect(Number(portal.said)).toBeLessThan(75);
});

it.each(["uploadthing", "s3"] as const)(
  "finds what a process left that was killed while it handed a file over: %s",
  async (name) => {
    const { service, settings, open } = services[name]();
    const before = await keysOf(open);
    service.fault = "stalls";
    const portal = await portalProcess("putting", settings);
    await expect.poll(() => service.stalled, { timeout: 20_000 }).toBeGreaterThan(0);
    await portal.kill();
    service.fault = null;
    const left = (await keysOf(open)).filter((key) => !before.includes(key));
    expect(left).toHaveLength(name === "uploadthing" ? 1 : 0);
    for (const key of left) await open.remove(key);
    expect(await keysOf(open)).toEqual(before);
  },
);
