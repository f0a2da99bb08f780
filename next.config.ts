import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/en.json" },
});

const nosniff = { key: "x-content-type-options", value: "nosniff" };
const policy = (value: string) => ({ key: "content-security-policy", value });

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` compiles everything with the tests; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "graphile-worker", "pino"],
  // Pictures are drawn as they are. The optimizer would also fetch a reader's own files by itself, with
  // their cookies, and keep what it got for everybody.
  images: { unoptimized: true },
  headers: () =>
    Promise.resolve([
      {
        source: "/:folder(fonts|icons|_next)/:file*",
        headers: [nosniff],
      },
      {
        source: "/favicon.ico",
        headers: [nosniff],
      },
      // Of the check page. A worker obeys the policy that comes with its own file.
      { source: "/V/:file*", headers: [nosniff] },
      {
        source: "/V/reader.js",
        headers: [policy("default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'")],
      },
      {
        source: "/V/worker.js",
        headers: [
          policy("default-src 'none'; connect-src 'self'"),
          { key: "service-worker-allowed", value: "/V" },
        ],
      },
    ]),
  turbopack: { root: import.meta.dirname },
  experimental: { globalNotFound: true },
};

export default withNextIntl(config);
