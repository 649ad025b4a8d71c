import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 as Ajv, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { agreementFrom, catalogue } from "huimin-rules";
import { service } from "../examples/http/service.js";
import { decide } from "../src/cli/decide.js";
import { answerLine } from "../src/cli/print.js";
import { schemaFiles } from "../src/cli/schemas.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const openApi = JSON.stringify((schemaFiles() as { "openapi.json": object })["openapi.json"]);
const contract = {
  id: "2021-a",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  terms: { majorIllness: { deductible: "2000" } },
};

const app = service(openApi);
const post = (rule: string, body: string | Uint8Array<ArrayBuffer>, to = app) =>
  to.request(`/rules/${rule}`, { method: "POST", body });

interface Message {
  content: { "application/json": { schema: object } };
}
interface Document {
  paths: Record<string, { post: { requestBody: Message; responses: Record<string, Message> } }>;
}

/** The document that the service serves, and how a message is held against it. */
async function served() {
  const response = await app.request("/openapi.json");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  const document = (await response.json()) as Document;
  const ajv = new Ajv({ strict: true, strictTypes: false, inlineRefs: false, code: { optimize: false } });
  addFormats(ajv);
  ajv.addVocabulary(["openapi", "info", "tags", "security", "paths", "components"]);
  ajv.addSchema(document, "openapi.json");
  const compiled = ({ content }: Message): ValidateFunction =>
    ajv.compile(
      JSON.parse(
        JSON.stringify(content["application/json"].schema).replaceAll('"$ref":"#/', '"$ref":"openapi.json#/'),
      ) as object,
    );
  return { document, compiled };
}

describe("the example of an HTTP service", () => {
  it("answers at every address of the document that it serves, as the document has it and as huimin run does", async () => {
    const { document, compiled } = await served();
    const folder = new URL("vectors/", import.meta.url);
    const vectors = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { rule: string }[])
      .map((vector: { rule: string; input?: unknown; readings?: unknown }) => vector);
    expect(Object.keys(document.paths)).toEqual(Object.keys(catalogue).map((id) => `/rules/${id}`));
    for (const [path, { post: operation }] of Object.entries(document.paths)) {
      const rule = path.slice("/rules/".length);
      const own = vectors.filter((vector) => vector.rule === rule).slice(0, 3);
      const bodies = [...own.map(({ input, readings }) => ({ id: rule, input, readings })), { input: { foreign: 1 } }];
      const responses = new Map(Object.entries(operation.responses).map(([status, each]) => [status, compiled(each)]));
      for (const body of bodies) {
        const text = JSON.stringify(body);
        const response = await post(rule, text);
        const answer = (await response.json()) as { ok: boolean };
        expect([path, response.status]).toEqual([path, answer.ok ? 200 : 422]);
        const validate = responses.get(String(response.status));
        expect([path, validate?.(answer), validate?.errors]).toEqual([path, true, null]);
        const line = answerLine(decide(text, { only: catalogue[rule] }), 1).replace('"line":1,', "");
        expect(JSON.stringify(answer)).toBe(line.trimEnd());
      }
    }
  });

  it("decides by a contract, and gives receipts", async () => {
    const bettered = service(openApi, { agreements: [agreementFrom(contract)], receipts: true });
    const body = JSON.stringify({ input: { outOfCatalogueToDate: "58000" }, agreement: "2021-a" });
    const response = await post("chongqing.majorIllnessBenefit", body, bettered);
    expect(await response.json()).toMatchObject({
      value: { amount: "16600.00" },
      receipt: { agreement: "2021-a" },
    });
  });

  it("tells what was meant by the address of a rule that there is not", async () => {
    const response = await post("chongqing.majorIlnessBenefit", "{}");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { issues: [{ path: ["rule"], meant: "chongqing.majorIllnessBenefit" }] },
    });
    expect((await post("__proto__", "{}")).status).toBe(404);
  });

  it("refuses a body that is no JSON, no UTF-8 or longer than a line of huimin run may be", async () => {
    const rule = "chongqing.illnessDeathBenefit";
    expect((await post(rule, "oops")).status).toBe(422);
    expect((await post(rule, Uint8Array.of(0x22, 0xb3, 0xc7, 0x22))).status).toBe(400);
    expect((await post(rule, " ".repeat(1_048_577))).status).toBe(413);
    expect((await post(rule, "{}".padEnd(1_048_576))).status).toBe(200);
  });

  it("starts, answers over the network and ends when it is told to", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huimin-http-"));
    writeFileSync(join(folder, "openapi.json"), openApi);
    writeFileSync(join(folder, "contract.json"), JSON.stringify(contract));
    const files = ["--openapi", join(folder, "openapi.json"), "--agreement", join(folder, "contract.json")];
    const args = ["--import", "tsx", "examples/http/server.ts", "--port", "0", ...files];
    const server = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [told] = (await once(server.stdout, "data")) as [Buffer];
      const address = new URL(told.toString().trim());
      expect(await (await fetch(address)).text()).toBe(openApi);
      const response = await fetch(new URL("/rules/chongqing.majorIllnessBenefit", address), {
        method: "POST",
        headers: { connection: "close" },
        body: '{"outOfCatalogueToDate":"58000"}',
      });
      expect(await response.json()).toMatchObject({ ok: true, value: { amount: "16600.00" } });
      const ended = once(server, "close");
      server.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
    } finally {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    }
  });
});
