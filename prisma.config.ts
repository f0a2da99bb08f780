import path from "node:path";
import { defineConfig } from "prisma/config";

// Only the owner's role may change tables. `npm run db:*` hands it over; by hand, set DATABASE_OWNER_URL.
export default defineConfig({
  schema: path.join("prisma", "schema.prisma"),
  migrations: { path: path.join("prisma", "migrations") },
  datasource: {
    url: process.env["DATABASE_OWNER_URL"] ?? "postgresql://kp_owner@127.0.0.1:5432/kp",
  },
});
