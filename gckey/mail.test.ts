import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mailer } from "./mail";

let server: Server;
let asked: number;
let refusals: number;

beforeEach(async () => {
  asked = 0;
  server = createServer((request, response) => {
    request.resume();
    asked += 1;
    if (asked > refusals) return response.end('{"id":"1"}');
    response.writeHead(429, { "content-type": "application/json", "retry-after": "1" });
    response.end('{"statusCode":429,"name":"rate_limit_exceeded","message":"Too many requests."}');
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const sendCode = () => {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mail = mailer({ apiKey: "re_test", baseUrl, from: "gckey@example.ca" }, "http://localhost");
  return mail.sendCode("bea@example.ca", "en", "12345678", "signIn");
};

it("sends a code again when the mail service says it may", async () => {
  refusals = 2;
  expect(await sendCode()).toBe(true);
  expect(asked).toBe(3);
});

it("says so when the mail service never takes it", async () => {
  refusals = 99;
  expect(await sendCode()).toBe(false);
  expect(asked).toBe(5);
});
