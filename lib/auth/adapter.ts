import "server-only";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { takeProof } from "@/lib/auth/sign-in-proof";
import { endSession, findSession, startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";

// Auth.js insists on an address and a moment of its confirmation; nothing here uses them.
const asAuthUser = (id: string): AdapterUser => ({ id, email: "", emailVerified: null });

/**
 * What Auth.js may do in the database: find or make the person of a proved credential and open a
 * session. Reading and ending sessions is done by lib/auth/sessions.ts without Auth.js.
 */
export function databaseAdapter(): Adapter {
  return {
    async getUserByAccount({ provider, providerAccountId }) {
      const account = await db().account.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        select: { userId: true },
      });
      return account && asAuthUser(account.userId);
    },
    /** A first arrival: the person and the credential in one write. */
    async createUser() {
      const { partner, subject, language } = takeProof();
      const account = { provider: partner, providerAccountId: subject, type: "oidc" };
      const user = await db().user.create({
        data: { language, accounts: { create: account } },
        select: { id: true },
      });
      return asAuthUser(user.id);
    },
    linkAccount: () => undefined,
    async createSession({ sessionToken, userId, expires }) {
      await startSession(sessionToken, userId, expires, takeProof());
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const session = await findSession(sessionToken);
      return session && { session: { sessionToken, ...session }, user: asAuthUser(session.userId) };
    },
    async deleteSession(sessionToken) {
      await endSession(sessionToken);
    },
    // The absolute limit never moves.
    updateSession: () => null,
    getUser: (id) => asAuthUser(id),
    // A credential is never joined to a person because of an address.
    getUserByEmail: () => null,
    updateUser: ({ id }) => asAuthUser(id),
  };
}
