import fc, { type Arbitrary } from "fast-check";
import { it } from "vitest";

type Values<A extends readonly unknown[]> = { [Index in keyof A]: Arbitrary<A[Index]> };

/**
 * A law that holds for all inputs. (The binding of @fast-check/vitest loads vitest a second time, two seconds in each
 * test file.)
 */
export function law<A extends [unknown, ...unknown[]]>(
  title: string,
  inputs: Values<A>,
  holds: (...values: A) => void,
): void {
  it(title, () => {
    fc.assert(fc.property<A>(...inputs, holds));
  });
}
