/*
 * The carat ledger as it should be, and nothing else: accounts, holds, and what each operation enters.
 * Carats and US dollars are counted in hundredths, as whole numbers.
 */

export interface Amount {
  readonly carats: number;
  readonly usd: number;
}

/** Certificates and applications by their place in a list. */
export type Operation =
  | {
      readonly kind: "hold";
      readonly application: number;
      readonly draws: readonly (Amount & { readonly certificate: number })[];
    }
  | { readonly kind: "release" | "consume" | "giveBack"; readonly application: number }
  | ({ readonly kind: "correct"; readonly certificate: number } & Amount);

export interface Entry extends Amount {
  readonly kind: "reserved" | "consumed" | "released" | "corrected";
  readonly certificate: number;
  readonly application: number | null;
}

interface Account {
  registered: Amount;
  left: Amount;
}
interface Hold {
  reserved: Amount;
  consumed: Amount;
}

const none: Amount = { carats: 0, usd: 0 };
const plus = (a: Amount, b: Amount, times = 1): Amount => ({
  carats: a.carats + times * b.carats,
  usd: a.usd + times * b.usd,
});

/** What a bank would keep about accounts that all begin with the same. */
export class Model {
  readonly accounts: Account[];
  readonly holds = new Map<string, Hold>();
  /** What the newest certificate of each application has used and not given back. */
  private readonly used = new Map<number, Map<number, Amount>>();

  constructor(accounts: number, registered: Amount) {
    this.accounts = Array.from({ length: accounts }, () => ({ registered, left: registered }));
  }

  /** What the operation enters, or null where it is refused as a whole. */
  apply(operation: Operation): Entry[] | null {
    const entries = this.entriesOf(operation);
    const after = new Map<number, { left: number; usd: number }>();
    for (const { certificate, carats, usd, kind } of entries) {
      const { left, registered } = this.account(certificate);
      const way = kind === "reserved" ? -1 : kind === "consumed" ? 0 : 1;
      const total = registered.usd + (kind === "corrected" ? usd : 0);
      after.set(certificate, { left: left.carats + way * carats, usd: total });
    }
    if ([...after.values()].some(({ left, usd }) => left < 0 || usd < 0)) return null;
    for (const entry of entries) this.post(entry, operation);
    if (operation.kind === "consume" && entries.length > 0) {
      const used = entries.map((entry) => [entry.certificate, entry] as const);
      this.used.set(operation.application, new Map(used));
    }
    if (operation.kind === "giveBack") this.used.delete(operation.application);
    return entries;
  }

  private entriesOf(operation: Operation): Entry[] {
    switch (operation.kind) {
      case "correct": {
        const { certificate, carats, usd } = operation;
        return [{ kind: "corrected", certificate, application: null, carats, usd }];
      }
      case "hold":
        return this.adjustments(operation.application, operation.draws);
      case "release":
      case "consume": {
        const kind = operation.kind === "release" ? "released" : "consumed";
        return this.held(operation.application).map(([certificate, amount]) => {
          return { kind, certificate, application: operation.application, ...amount };
        });
      }
      case "giveBack":
        return [...(this.used.get(operation.application) ?? [])].map(([certificate, amount]) => ({
          kind: "released" as const,
          certificate,
          application: operation.application,
          carats: amount.carats,
          usd: amount.usd,
        }));
    }
  }

  /** Only the difference moves: what is missing is reserved, what is too much is released. */
  private adjustments(application: number, draws: readonly (Amount & { certificate: number })[]) {
    const wanted = new Map<number, Amount>();
    for (const draw of draws) {
      wanted.set(draw.certificate, plus(wanted.get(draw.certificate) ?? none, draw));
    }
    const held = new Map(this.held(application));
    return [...new Set([...wanted.keys(), ...held.keys()])].flatMap((certificate): Entry[] => {
      const before = held.get(certificate) ?? none;
      const move = plus(wanted.get(certificate) ?? none, before, -1);
      if (move.carats === 0 && move.usd === 0) return [];
      const common = { certificate, application };
      return move.carats < 0
        ? [{ ...common, kind: "released", ...plus(none, move, -1) }]
        : [{ ...common, kind: "reserved", ...move }];
    });
  }

  private held(application: number): [number, Amount][] {
    return this.accounts.flatMap((_, certificate): [number, Amount][] => {
      const reserved = this.holds.get(`${certificate} ${application}`)?.reserved ?? none;
      return reserved.carats > 0 ? [[certificate, reserved]] : [];
    });
  }

  private account(certificate: number): Account {
    const account = this.accounts[certificate];
    if (!account) throw new Error(`no account ${certificate}`);
    return account;
  }

  private post({ kind, certificate, application, ...amount }: Entry, { kind: of }: Operation) {
    const account = this.account(certificate);
    const way = kind === "reserved" ? -1 : kind === "consumed" ? 0 : 1;
    account.left = plus(account.left, amount, way);
    if (kind === "corrected") account.registered = plus(account.registered, amount);
    if (application === null) return;
    const key = `${certificate} ${application}`;
    const hold = this.holds.get(key) ?? { reserved: none, consumed: none };
    this.holds.set(key, hold);
    if (of === "giveBack") hold.consumed = plus(hold.consumed, amount, -1);
    else hold.reserved = plus(hold.reserved, amount, kind === "reserved" ? 1 : -1);
    if (kind === "consumed") hold.consumed = plus(hold.consumed, amount);
  }
}
