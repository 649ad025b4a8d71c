import { schemaFiles } from "../../src/cli/schemas.js";

/** Every name of a field and every word in the schemas. */
export const files: readonly string[] = [
  ...new Set(
    Object.values(schemaFiles()).flatMap(
      (schema) => JSON.stringify(schema).match(/(?<=")[A-Za-z][A-Za-z]{2,30}(?=":|")/g) ?? [],
    ),
  ),
].sort();
