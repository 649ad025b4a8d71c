import * as z from "zod/mini";
import { license, version } from "../../package.json";
import { policies } from "../catalogue.js";
import { agreementSchema } from "../core/agreement-schema.js";
import { impactSummaryShape, summaryShape } from "../core/summary.js";
import { catalogue, type AnyRule } from "../index.js";
import { shapeSchema, type Json } from "./shapes.js";

const rules = Object.values(catalogue);

const both = ({ title }: AnyRule) => `${title.zh} / ${title.en}`;
const programmeOf = ({ id: name }: AnyRule) => name.slice(0, name.indexOf("."));
const cited = ({ clause }: AnyRule) => `${clause.document} ${clause.path}`;
const about = (rule: AnyRule) => ({ title: both(rule), description: cited(rule) });

/** JSON Schema of what a rule takes. */
export function inputSchema(rule: AnyRule): Json {
  return { ...about(rule), ...z.toJSONSchema(rule.input, { io: "input" }) };
}

/** JSON Schema of what a rule gives. */
export function resultSchema(rule: AnyRule): Json {
  return { ...shapeSchema(rule.result), ...about(rule) };
}

const text = z.strictObject({ zh: z.string(), en: z.string() });
const id = z.union([z.string(), z.int()]);
const readings = z.record(z.string(), z.string());
const ruleId = z.enum(rules.map((rule) => rule.id));

const label = z.nullish(z.string().check(z.minLength(1), z.maxLength(200)));
const labels = z.strictObject({
  area: label,
  insurer: label,
  month: z.nullish(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
  category: label,
});

const record = z.strictObject({
  rule: ruleId,
  input: z.unknown(),
  readings: z.nullish(readings),
  agreement: z.nullish(z.string()),
  id: z.nullish(id),
  labels: z.nullish(labels),
});

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const receipt = z.strictObject({
  rule: ruleId,
  document: z.string(),
  library: z.string(),
  digests: z.strictObject({ policy: digest, agreement: z.optional(digest), calendar: digest }),
  agreement: z.optional(z.string()),
  input: z.unknown(),
  readings,
  result: z.unknown(),
  digest,
});

const verdict = z.strictObject({
  id: z.optional(id),
  verdict: z.enum(["same", "altered", "unknownRules", "diverging"]),
  of: z.array(z.string()),
  text,
});

const issue = z.strictObject({
  path: z.array(z.union([z.string(), z.int()])),
  code: z.string(),
  message: text,
  received: z.string(),
  meant: z.optional(z.string()),
  // Of a table: the column as its file has it.
  column: z.optional(z.int().check(z.minimum(1))),
  header: z.optional(z.string()),
});

const positive = z.int().check(z.minimum(1));

/** A failed answer: of a line it tells which, of a record that came by itself it need not. */
const failureOf = <Line extends z.ZodMiniType>(line: Line) =>
  z.strictObject({
    id: z.optional(id),
    labels: z.optional(labels),
    ok: z.literal(false),
    error: z.strictObject({
      line,
      name: z.literal("PolicyInputError"),
      code: z.string(),
      issues: z.array(issue),
      omitted: z.optional(positive),
    }),
  });

const answer = z.discriminatedUnion("ok", [
  z.strictObject({
    id: z.optional(id),
    labels: z.optional(labels),
    ok: z.literal(true),
    value: z.unknown(),
    receipt: z.optional(receipt),
  }),
  failureOf(positive),
]);

const vector = { rule: ruleId, name: z.string(), input: z.unknown(), readings: z.optional(readings) };
const vectors = z.array(
  z.union([
    z.strictObject({ ...vector, expect: z.record(z.string(), z.unknown()) }),
    z.strictObject({ ...vector, throws: z.literal(true) }),
  ]),
);

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: Json) => ({ content: { "application/json": { schema } } });
const pascalCase = (rule: AnyRule) => rule.id.replace(/(?:^|\.)(\w)/g, (_, first: string) => first.toUpperCase());
const object = (properties: Json, required: readonly string[]) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** The readings that a rule knows; others of its programme are allowed. */
function readingsSchema(rule: AnyRule): Json {
  const known = Object.entries(rule.readings).map(([name, reading]) => [
    name,
    {
      type: "string",
      enum: Object.keys(reading.choices),
      default: reading.default,
      description: `${reading.question.zh} / ${reading.question.en}`,
    },
  ]);
  return { type: "object", properties: Object.fromEntries(known) as Json, additionalProperties: { type: "string" } };
}

const { $schema: _, ...idSchema } = z.toJSONSchema(id);
const { $schema: __, ...labelsSchema } = z.toJSONSchema(labels);
const agreementName = {
  type: "string",
  description:
    "合同编号；该项目只有一份合同时可不写 / Id of the agreement; may be left out where the programme has only one",
};
const documents = new Map(rules.map((rule) => [programmeOf(rule), rule.clause.document]));

function operation(rule: AnyRule): Json {
  const name = pascalCase(rule);
  return {
    post: {
      operationId: name.charAt(0).toLowerCase() + name.slice(1),
      tags: [programmeOf(rule)],
      summary: both(rule),
      description: cited(rule),
      requestBody: {
        required: true,
        ...content(
          object(
            {
              input: reference(`${name}Input`),
              readings: readingsSchema(rule),
              agreement: agreementName,
              id: idSchema,
              labels: labelsSchema,
            },
            ["input"],
          ),
        ),
      },
      responses: {
        200: {
          description: "结果 / The result",
          ...content(
            object(
              {
                id: idSchema,
                labels: labelsSchema,
                ok: { type: "boolean", const: true },
                value: reference(`${name}Result`),
                receipt: reference("Receipt"),
              },
              ["ok", "value"],
            ),
          ),
        },
        422: { description: "输入有误 / Bad input", ...content(reference("Failure")) },
      },
    },
  };
}

/** One OpenAPI 3.1 document: each rule an operation, its messages those of `huimin run RULE`. */
function openApi(): Json {
  const schemas: Record<string, unknown> = {};
  const add = (name: string, schema: Json) => {
    const moved = JSON.stringify(schema).replaceAll("#/$defs/", "#/components/schemas/");
    const { $schema, $defs, ...own } = JSON.parse(moved) as Json;
    Object.assign(schemas, $defs, { [name]: own });
  };
  add("Failure", z.toJSONSchema(failureOf(z.optional(positive))));
  add("Receipt", z.toJSONSchema(receipt));
  for (const rule of rules) {
    add(`${pascalCase(rule)}Input`, inputSchema(rule));
    add(`${pascalCase(rule)}Result`, resultSchema(rule));
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "huimin-rules 惠民规则",
      version,
      license: { name: license, identifier: license },
      description:
        "每条规则是一个操作，供代码生成器和 HTTP 服务使用；消息与 huimin run RULE 的每一行相同，本软件包不含 HTTP 服务，examples/http 有一例。\n" +
        "Each rule is an operation, for code generators and HTTP services; the messages are the lines of huimin run RULE. The package has no HTTP server; examples/http is one.",
    },
    tags: [...documents].map(([name, description]) => ({ name, description })),
    security: [],
    paths: Object.fromEntries(rules.map((rule) => [`/rules/${rule.id}`, operation(rule)])),
    components: { schemas },
  };
}

/** What `dist/schemas` holds, by file name. */
export function schemaFiles(): Json {
  const ofRules = rules.flatMap((rule) => [
    [`${rule.id}.input.json`, inputSchema(rule)],
    [`${rule.id}.result.json`, resultSchema(rule)],
  ]);
  return {
    ...(Object.fromEntries(ofRules) as Json),
    ...Object.fromEntries(policies.map((policy) => [`${policy.id}.agreement.json`, agreementSchema(policy)])),
    "record.json": z.toJSONSchema(record),
    "answer.json": z.toJSONSchema(answer),
    "receipt.json": z.toJSONSchema(receipt),
    "verdict.json": z.toJSONSchema(verdict),
    "summary.json": shapeSchema(summaryShape),
    "impacts.json": shapeSchema(impactSummaryShape),
    "vectors.json": z.toJSONSchema(vectors),
    "openapi.json": openApi(),
  };
}
