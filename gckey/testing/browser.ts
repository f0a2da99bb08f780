type Sending = { method?: string; body?: URLSearchParams; headers?: Record<string, string> };

/** A browser without script, as far as a sign-in needs one: cookies by path, forms, redirects by hand. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();
  address = "";
  body = "";
  status = 0;
  headers = new Headers();

  #cookieHeader(url: URL): string {
    return [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  #keep(url: URL, header: string): void {
    const [pair = "", ...attributes] = header.split("; ");
    const at = pair.indexOf("=");
    const named = (name: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const gone = /1970/.test(named("expires") ?? "") || named("max-age") === "0";
    const name = pair.slice(0, at);
    if (gone) this.#cookies.delete(name);
    else
      this.#cookies.set(name, { value: pair.slice(at + 1), path: named("path") ?? url.pathname });
  }

  /** Follows redirects within the origin; one that leaves it is left in `address`. */
  async go(address: string, init: Sending = {}): Promise<this> {
    const url = new URL(address);
    const headers = { accept: "text/html", ...init.headers, cookie: this.#cookieHeader(url) };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const header of response.headers.getSetCookie()) this.#keep(url, header);
    this.address = url.href;
    this.status = response.status;
    this.headers = response.headers;
    this.body = await response.text();
    const next = response.headers.get("location");
    if (!next) return this;
    const target = new URL(next, url);
    if (target.origin === url.origin) return this.go(target.href);
    this.address = target.href;
    return this;
  }

  /** Sends the page's form with its hidden fields, those given, and the button. */
  submit(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<this> {
    const form = /<form[^>]*>([\s\S]*?)<\/form>/.exec(this.body);
    const action = /action="([^"]*)"/.exec(form?.[0] ?? "")?.[1] ?? this.address;
    const hidden = [...(form?.[1] ?? "").matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const values = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
    return this.go(new URL(action, this.address).href, {
      method: "POST",
      body: new URLSearchParams({ ...values, do: "next", ...fields }),
      headers,
    });
  }

  /** The same browser, to press a button of the same page twice. */
  copy(): Browser {
    const copy = new Browser();
    for (const [name, cookie] of this.#cookies) copy.#cookies.set(name, cookie);
    copy.address = this.address;
    copy.body = this.body;
    return copy;
  }

  get title(): string {
    return /<title>([^<]*)<\/title>/.exec(this.body)?.[1] ?? "";
  }

  /** The value of the cookie whose name ends so. */
  cookie(end: string): string {
    return [...this.#cookies].find(([name]) => name.endsWith(end))?.[1].value ?? "";
  }
}
