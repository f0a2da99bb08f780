import { randomBytes } from "node:crypto";

const RANDOM_KEY = /^[0-9a-f]{40}$/;

/** A key that nobody can guess and no two files share; nothing a person typed is part of it. */
export const randomKey = () => randomBytes(20).toString("hex");

export const isRandomKey = (text: string) => RANDOM_KEY.test(text);
