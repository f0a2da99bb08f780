import { generateClient } from "../prepare";
import { browserTests } from "./browser";
import { type Counts, sum, vitestCounts } from "./counts";
import { report, run, runCounted } from "./run";

const say = (line: string) => process.stdout.write(`${line}\n`);
const none: Counts = { passed: 0, failed: 0 };

const vitest = (name: string, args: readonly string[]) =>
  runCounted(
    name,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report(name)}`,
      ...args,
    ],
    {},
    vitestCounts,
  );

/** A tool that is content or not. It is no test: it counts only when it is not content. */
async function tool(what: string, args: readonly string[]): Promise<Counts> {
  say(`· ${what}`);
  return (await run(args)) === 0 ? none : { passed: 0, failed: 1, named: [`not content: ${what}`] };
}

/** Everything that looks at the sources without a database or a browser. */
async function check(): Promise<Counts> {
  await generateClient(say);
  // Writes the types of addresses and messages, which the tools after it need.
  const typed = await tool("generated types", ["node_modules/next/dist/bin/next", "typegen"]);
  // Lint takes as long as the others together, and one core.
  const lint = tool("lint", ["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."]);
  const others = [
    await tool("format", [
      "node_modules/prettier/bin/prettier.cjs",
      "--check",
      "--log-level=warn",
      ".",
    ]),
    await tool("types", ["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false"]),
    await tool("unused code", ["node_modules/knip/bin/knip.js"]),
    await vitest("unit", ["--project=unit"]),
  ];
  return sum([typed, ...others, await lint]);
}

/** What takes longest comes in shards, each well under eight minutes on two cores. */
function inShards(
  kind: string,
  count: number,
  runShard: (name: string, shard: string) => Promise<Counts>,
) {
  return Array.from({ length: count }, (_, index) => {
    const name = `${kind}-${index + 1}`;
    return [name, () => runShard(name, `--shard=${index + 1}/${count}`)] as const;
  });
}

/** `npm test` is the sum of these; `npm test <name>` runs one. */
export const pieces: ReadonlyMap<string, () => Promise<Counts>> = new Map([
  ["check", check],
  ...inShards("database", 3, (name, shard) => vitest(name, ["--project=database", shard])),
  ...inShards("browser", 6, (name, shard) => browserTests(name, [shard, "--grep-invert=@fault"])),
  // Processes are killed: nobody else may be at work meanwhile.
  [
    "browser-faults",
    () => browserTests("browser-faults", ["--grep=@fault", "--workers=1"], { killed: true }),
  ],
]);
