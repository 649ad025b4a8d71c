import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, longestLine, type Line } from "../../src/cli/lines.js";

async function read(...chunks: readonly (string | Buffer)[]): Promise<Line[]> {
  const lines: Line[] = [];
  const source = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const some of linesOf(source)) lines.push(...some);
  return lines;
}

const reasonOf = (line: Line | undefined) => (typeof line === "object" ? line.unreadable.en : line);
const tooLong = `the line is longer than ${longestLine} bytes`;

describe("lines of a stream of bytes", () => {
  it("however the bytes are cut into chunks, the lines are the same", async () => {
    const line = fc.string({ unit: fc.constantFrom("a", "\r", "é", "济", "😀", "\uFEFF"), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(60)), async (lines, cuts) => {
        const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(""));
        const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(await read(...chunks)).toEqual(lines.map((each) => each.replace(/^\uFEFF/, "")));
      }),
    );
  });

  it("a last line needs no line end, and no bytes are no line", async () => {
    expect(await read("a\nb")).toEqual(["a", "b"]);
    expect(await read("a\n")).toEqual(["a"]);
    expect(await read("\n\n")).toEqual(["", ""]);
    expect(await read()).toEqual([]);
  });

  it("a line of the longest length is read, one byte more is refused, and the next line is read again", async () => {
    const longest = "x".repeat(longestLine);
    const lines = await read(`${longest}\n${longest}y\nnext\n`, longest, "y\n", "next");
    expect(lines.map(reasonOf)).toEqual([longest, tooLong, "next", tooLong, "next"]);
  });

  it("a line of 2 GB is dropped as it comes", async () => {
    const mebibyte = Buffer.alloc(2 ** 20, "x");
    async function* source() {
      for (let sent = 0; sent < 2000; sent += 1) yield await Promise.resolve(mebibyte);
      yield Buffer.from("\nnext\n");
    }
    const lines: Line[] = [];
    const before = process.memoryUsage.rss();
    for await (const some of linesOf(source())) lines.push(...some);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 2 ** 20);
    expect(lines.map(reasonOf)).toEqual([tooLong, "next"]);
  });

  it("bytes that are not UTF-8 spoil their own line only", async () => {
    const bad = [[0xc3], [0xff], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]];
    for (const bytes of bad) {
      const lines = await read(Buffer.concat([Buffer.from("一\n"), Buffer.from(bytes), Buffer.from("\n二")]));
      expect(lines.map(reasonOf)).toEqual(["一", "not valid UTF-8", "二"]);
    }
  });
});
