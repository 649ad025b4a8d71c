import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreementFrom, chongqing } from "huimin-rules";
import { decideJson } from "huimin-rules/decide";
import { javaTypes } from "../../examples/java/generate.js";
import { schemaFiles } from "../../src/cli/schemas.js";
import { besidesReport, buildHuimin, type Huimin } from "./huimin.js";

const sources = fileURLToPath(new URL("../../examples/java/", import.meta.url));
const jdk = spawnSync("javac", ["--version"], { encoding: "utf8" });
const version = Number(/\d+/.exec(jdk.error ? "" : jdk.stdout)?.[0] ?? 0);
if (version < 17) console.warn("examples/java: no JDK 17 here, the typed records are not tested");

const guide = readFileSync(new URL("../../docs/calling.md", import.meta.url), "utf8");
const example =
  [...guide.matchAll(/^```java\n(.*?)^```$/gms)].find(([, code]) => code?.includes("class Typed"))?.[1] ?? "";

/** Walks the types by reflection: what a worked case takes and gives must pass through them whole. */
const walk = String.raw`
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class Walk {
    public static void main(String[] arguments) throws Exception {
        Map<String, java.lang.reflect.Method> rules = new HashMap<>();
        for (var programme : List.of(Chongqing.class, Lishui.class, Luozhuang.class, Zhumadian.class)) {
            for (var method : programme.getMethods()) {
                if (method.getReturnType() != RuleRecord.class) continue;
                rules.put(((RuleRecord<?>) method.invoke(null, new Object[1])).rule(), method);
            }
        }
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            var each = Json.object(Json.read(line));
            var method = rules.get(each.get("rule"));
            Object input = typed(method.getGenericParameterTypes()[0], each.get("input"));
            var record = (RuleRecord<?>) method.invoke(null, input);
            var answer = record.answer((String) each.get("answer"));
            if (answer.ok()) same(each.get("rule") + "", answer.value(), Json.object(Json.read((String) each.get("answer"))).get("value"));
            System.out.println(record.json());
        }
        System.err.print(rules.size());
    }

    /** An input as it is typed, out of JSON. */
    private static Object typed(Type type, Object json) throws Exception {
        if (json == null) return null;
        if (type instanceof ParameterizedType list) {
            var each = new java.util.ArrayList<Object>();
            for (Object one : (List<?>) json) each.add(typed(list.getActualTypeArguments()[0], one));
            return each;
        }
        var as = (Class<?>) type;
        if (as == BigDecimal.class) return new BigDecimal(json.toString());
        if (as == LocalDate.class) return LocalDate.parse((String) json);
        if (as == YearMonth.class) return YearMonth.parse((String) json);
        if (as == Integer.class) return ((BigDecimal) json).intValueExact();
        if (as == String.class || as == Boolean.class) return as.cast(json);
        if (as.isEnum()) {
            for (Object word : as.getEnumConstants()) if (((Json.Word) word).word().equals(json)) return word;
            throw new IllegalArgumentException(as + " " + json);
        }
        if (as.isSealed()) {
            for (var claim : as.getPermittedSubclasses()) {
                String none = Json.write(claim.getMethod("none").invoke(null));
                if (Json.object(Json.read(none)).get("cover").equals(Json.object(json).get("cover"))) return typed(claim, json);
            }
            throw new IllegalArgumentException(as + " " + json);
        }
        Object made = as.getMethod("none").invoke(null);
        for (RecordComponent part : as.getRecordComponents()) {
            Object value = typed(part.getGenericType(), Json.object(json).get(part.getName()));
            made = as.getMethod(part.getName(), part.getType()).invoke(made, value);
        }
        return made;
    }

    /** Fails where a typed result is not what the JSON says, or less. */
    private static void same(String place, Object typed, Object json) throws Exception {
        if (typed instanceof Record record) {
            var names = new java.util.HashSet<String>();
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                names.add(part.getName());
                same(place + "." + part.getName(), part.getAccessor().invoke(record), Json.object(json).get(part.getName()));
            }
            if (!names.containsAll(Json.object(json).keySet())) throw new AssertionError(place + " " + Json.object(json).keySet());
        } else if (typed instanceof List<?> list) {
            if (list.size() != ((List<?>) json).size()) throw new AssertionError(place);
            for (int at = 0; at < list.size(); at++) same(place + "." + at, list.get(at), ((List<?>) json).get(at));
        } else if (typed instanceof Map<?, ?> map) {
            if (map.size() != Json.object(json).size()) throw new AssertionError(place);
            for (var each : map.entrySet()) same(place + "." + each.getKey(), each.getValue(), Json.object(json).get(each.getKey()));
        } else {
            String text = typed instanceof Json.Word word ? word.word() : typed instanceof BigDecimal amount ? amount.toPlainString() : String.valueOf(typed);
            if (!text.equals(String.valueOf(json))) throw new AssertionError(place + ": " + text + ", not " + json);
        }
    }
}
`;

interface Vector {
  readonly rule: string;
  readonly input: unknown;
  readonly readings?: unknown;
  readonly throws?: true;
}

let huimin: Huimin;
beforeAll(async () => {
  huimin = await buildHuimin();
});
afterAll(() => huimin.remove());

it("the Java types are those that the schemas have: otherwise npm run build && npx tsx examples/java/generate.ts", () => {
  const files = javaTypes(schemaFiles() as Parameters<typeof javaTypes>[0]);
  expect(Object.keys(files).sort()).toEqual([
    "Chongqing.java",
    "Lishui.java",
    "Luozhuang.java",
    "Shared.java",
    "Zhumadian.java",
  ]);
  for (const [file, text] of Object.entries(files))
    expect(readFileSync(join(sources, file), "utf8") === text).toBe(true);
});

describe.skipIf(version < 17)("the typed records of the Java example", () => {
  beforeAll(() => {
    writeFileSync(join(huimin.folder, "Walk.java"), walk);
    writeFileSync(join(huimin.folder, "Typed.java"), example);
    const files = readdirSync(sources).filter((name) => name.endsWith(".java"));
    const own = ["Walk.java", "Typed.java"].map((name) => join(huimin.folder, name));
    execFileSync("javac", ["--release", "17", "-Xlint:all", "-d", huimin.folder, ...files, ...own], { cwd: sources });
  });
  const java = (...args: readonly string[]) =>
    spawnSync("java", ["-XX:+UseSerialGC", "-cp", huimin.folder, ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });

  it("hold every worked case of the four programmes whole: what it takes and what it gives", () => {
    const folder = new URL("../vectors/", import.meta.url);
    const vectors = readdirSync(folder)
      .filter((name) => name.endsWith(".json") && !name.startsWith("core"))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector[])
      .filter(({ rule, throws }) => throws !== true && !rule.startsWith("core."));
    const cases = vectors.map(({ rule, input, readings }) => ({
      rule,
      input,
      answer: JSON.stringify(decideJson(JSON.stringify({ rule, input, readings }))),
    }));
    const file = join(huimin.folder, "cases.ndjson");
    writeFileSync(file, cases.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const { stdout, stderr, status } = java("Walk", file);
    expect([stderr, status]).toEqual(["57", 0]);
    const records = stdout.trimEnd().split("\n");
    expect(records).toHaveLength(cases.length);
    records.forEach((record, index) => {
      const { rule, input, answer } = cases[index] as (typeof cases)[number];
      const { readings } = vectors[index] as Vector;
      const again = JSON.parse(record) as Vector;
      expect(JSON.stringify(decideJson(JSON.stringify({ ...again, readings })))).toBe(answer);
      expect([rule, Object.keys(again.input as object).sort()]).toEqual([
        rule,
        Object.entries(input as object)
          .flatMap(([name, value]) => (value === null ? [] : [name]))
          .sort(),
      ]);
    });
  });

  it("are decided under the contract that they name, to the same fen as TypeScript", () => {
    const contract = {
      id: "2021-A",
      title: { zh: "示例合同", en: "An example" },
      programme: "chongqing",
      document: "渝民〔2020〕238号",
      terms: { majorIllness: { deductible: "2000" } },
    };
    const file = join(huimin.folder, "contract.json");
    writeFileSync(file, JSON.stringify(contract));
    const agreement = agreementFrom(contract);
    const benefit = chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000.25" }, { agreement });
    const { stdout, stderr, status } = java("Typed", process.execPath, huimin.file, "run", "--agreement", file);
    expect([stdout.trimEnd().split("\n"), besidesReport(stderr), status]).toEqual([
      [`A-1 ${benefit.amount.toString()} ELIGIBLE`, "A-2 null UNDETERMINED", "A-3 input"],
      "",
      0,
    ]);
    expect(benefit.amount.toString()).toBe("16600.09");
  });
});
