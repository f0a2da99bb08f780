// npm run admin:invite -- <email address>: see first-administrator.ts.
import path from "node:path";
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { adminInvite } = await import("./first-administrator.ts");
await adminInvite(process.argv[2], path.resolve(".data"), process.env);
