import sharp, { type Sharp } from "sharp";
import { err, ok } from "@/lib/result";
import { pageSizes, type PageAsked, type Picture, type RenderedPage } from "./page";

/** An A3 sheet scanned at 600 dots an inch has 70 million. */
const PIXELS_MAX = 100_000_000;
const SIDE_MAX = 12_000;

// One picture at a time, by the two readers that are needed: what a file says it is opens no other.
const unlimited = { limitInputPixels: false };
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadTiff"] });

/** A photograph, or one page of a scan: turned as its camera held it, in plain colours, without anything else that it carries. */
export async function picturePage(bytes: Uint8Array, asked: PageAsked): Promise<RenderedPage> {
  const { pages = 1 } = await sharp(bytes, unlimited).metadata();
  if (asked.page > pages) return err("noSuchPage");
  const at = { page: asked.page - 1 };
  const { width, height } = await sharp(bytes, { ...unlimited, ...at }).metadata();
  if (width * height > PIXELS_MAX) return err("tooLarge");
  const page = sharp(bytes, { ...at, limitInputPixels: PIXELS_MAX, failOn: "error" });
  const upright = page.autoOrient().flatten({ background: "#fff" });
  const picture = await encode(upright, pageSizes[asked.size], asked.turns);
  return ok({ pages, text: null, picture });
}

/** Drawn pixels, four bytes each. */
export function encodePixels(
  { data, width, height }: { data: Uint8Array; width: number; height: number },
  turns: number,
): Promise<Picture> {
  const pixels = sharp(data, { ...unlimited, raw: { width, height, channels: 4 } });
  return encode(pixels.removeAlpha(), SIDE_MAX, turns);
}

async function encode(picture: Sharp, wanted: number, turns: number): Promise<Picture> {
  const { data, info } = await picture
    .rotate(turns * 90)
    .resize({ width: wanted, height: SIDE_MAX, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .webp({ quality: 80, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return { webp: data, width: info.width, height: info.height };
}
