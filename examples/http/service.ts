import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { catalogue } from "huimin-rules";
import { decide, decideJson, type DecideOptions } from "huimin-rules/decide";

/** As long as a line of `huimin run` may be, in bytes. */
const longestBody = 1_048_576;

const refusals = {
  tooLong: `正文超过 ${longestBody} 字节 / the body is longer than ${longestBody} bytes\n`,
  notUtf8: "正文不是有效的 UTF-8 / the body is not valid UTF-8\n",
};

/** The text of a body; what is no UTF-8 is not replaced by something else. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * 一个 HTTP 服务：每条规则一个地址，消息与 huimin run RULE 的每一行相同；并提供它的 OpenAPI 文件。
 * An HTTP service: each rule has its address, and the messages are the lines of `huimin run RULE`. It serves the document that says so.
 *
 * @param openApi - `huimin-rules/schemas/openapi.json`, as text.
 * @param options - The contracts that records may run under, and whether results come with receipts.
 */
export function service(openApi: string, options: Omit<DecideOptions, "rule"> = {}): Hono {
  const app = new Hono();
  app.get("/openapi.json", (context) => context.body(openApi, 200, { "content-type": "application/json" }));
  app.post(
    "/rules/:rule",
    bodyLimit({ maxSize: longestBody, onError: (context) => context.text(refusals.tooLong, 413) }),
    async (context) => {
      const id = context.req.param("rule");
      const rule = catalogue[id];
      // There is no such rule: the answer says which was probably meant.
      if (rule === undefined) return context.json(decide({ rule: id, input: {} }), 404);
      const text = textOf(await context.req.arrayBuffer());
      if (text === undefined) return context.text(refusals.notUtf8, 400);
      const answer = decideJson(text, { ...options, rule });
      return context.json(answer, answer.ok ? 200 : 422);
    },
  );
  return app;
}
