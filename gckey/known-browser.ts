import { randomBytes } from "node:crypto";
import { userNameKey } from "@/gckey/accounts";
import { sameText, type SecretKeys } from "@/gckey/secret-keys";

/**
 * A browser in which this person has signed in before is counted apart from strangers: whoever
 * guesses at a user name from elsewhere cannot keep its owner out.
 */
export class KnownBrowser {
  readonly #keys: SecretKeys;
  readonly #prefix: string;

  constructor(keys: SecretKeys, prefix: string) {
    this.#keys = keys;
    this.#prefix = prefix;
  }

  #cookie(userName: string): string {
    const short = this.#keys.hash("browser name", userNameKey(userName)).slice(0, 10);
    return `${this.#prefix}_known_${short}`;
  }

  #mark(id: string, userName: string): string {
    return this.#keys.hash("browser", id, userNameKey(userName));
  }

  /** The browser's identifier, if it is known for this user name. */
  recognize(cookies: ReadonlyMap<string, string>, userName: string): string | undefined {
    const [id = "", mark = ""] = (cookies.get(this.#cookie(userName)) ?? "").split(".");
    return id && sameText(mark, this.#mark(id, userName)) ? id : undefined;
  }

  /** The Set-Cookie header that makes this browser known for half a year. */
  remember(userName: string): string {
    const id = randomBytes(12).toString("base64url");
    const value = `${id}.${this.#mark(id, userName)}`;
    return `${this.#cookie(userName)}=${value}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax`;
  }
}
