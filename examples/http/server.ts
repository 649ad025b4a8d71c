/*
 * 把规则做成 HTTP 服务。The rules as an HTTP service:
 *
 * npx tsx examples/http/server.ts [--port 8080] [--host 127.0.0.1] [--agreement contract.json]... [--receipts] [--openapi FILE]
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";
import { agreementFrom } from "huimin-rules";
import { service } from "./service.js";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8080" },
    host: { type: "string", default: "127.0.0.1" },
    agreement: { type: "string", multiple: true, default: [] },
    receipts: { type: "boolean", default: false },
    openapi: { type: "string" },
  },
});
const openApi = values.openapi ?? fileURLToPath(import.meta.resolve("huimin-rules/schemas/openapi.json"));
const agreements = values.agreement.map((file) => agreementFrom(JSON.parse(readFileSync(file, "utf8"))));
const app = service(readFileSync(openApi, "utf8"), { agreements, receipts: values.receipts });

const server = serve({ fetch: app.fetch, port: Number(values.port), hostname: values.host }, ({ address, port }) =>
  console.log(`http://${address}:${port}/openapi.json`),
);
// Answers what it has taken, then ends.
process.once("SIGTERM", () => server.close());
