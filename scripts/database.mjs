// npm run db:migrate, db:new, db:check, db:stop, db:reset: see database-command.ts.
import { bootstrap } from "./bootstrap.mjs";

await bootstrap();
const { databaseCommand } = await import("./database-command.ts");
await databaseCommand(process.argv.slice(2));
