import * as z from "zod";

/** What the columns of several reference files hold. */
export const required = z.string().min(1);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const openDay = z.union([day, z.literal("").transform(() => null)]);
export const orNull = z.string().transform((value) => (value === "" ? null : value));
