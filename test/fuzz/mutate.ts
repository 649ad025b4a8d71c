/*
 * Makes a value odd, as people, programs and attackers do: in one to four places something is left out, put in, exchanged with what stands
 * elsewhere, or replaced by what no form gives.
 */
import { asIs, words } from "./odd.js";

/** Chance that can be repeated: whole numbers from a seed (xorshift32). */
export function chanceFrom(seed: number) {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (limit: number) => next() % limit;
  const of = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return { below, of };
}
export type Chance = ReturnType<typeof chanceFrom>;

type Step = string | number;
type Mutable = Record<Step, unknown>;

const isContainer = (value: unknown): value is Mutable => typeof value === "object" && value !== null;

/** Every place within a value of JSON: the object or list, and the name or index. */
function placesIn(value: unknown, found: (readonly [Mutable, Step])[] = []): (readonly [Mutable, Step])[] {
  if (!isContainer(value)) return found;
  for (const name of Object.keys(value)) {
    found.push([value, name]);
    placesIn(value[name], found);
  }
  return found;
}

function oddText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  switch (chance.below(5)) {
    case 0:
      return text.slice(0, at) + chance.of(words) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text + text;
    case 3:
      return text.replace(/\d/, String(chance.below(10)));
    default:
      return text.replace(/\d+/, () => String(chance.below(100_000)));
  }
}

/** Its own copy: what is made of it is changed further. */
const oddity = (chance: Chance): unknown => structuredClone(chance.of(asIs));

function near(value: unknown, chance: Chance): unknown {
  if (typeof value === "string") return oddText(value, chance);
  if (typeof value === "number")
    return chance.of([value + 1, value - 1, -value, value * 1000, value / 3, String(value)]);
  if (typeof value === "boolean") return !value;
  return oddity(chance);
}

function setIn(container: Mutable, name: Step, value: unknown): void {
  // A field of this name, and not the prototype.
  Object.defineProperty(container, name, { value, enumerable: true, configurable: true, writable: true });
}

/** A value of JSON made odd; another one lends its parts. It stays a value of JSON. */
export function oddOf(value: unknown, other: unknown, chance: Chance): unknown {
  let made = structuredClone(value);
  for (let times = 1 + chance.below(4); times > 0; times -= 1) {
    const places = placesIn(made);
    if (places.length === 0) return typeof made === "string" ? oddText(made, chance) : oddity(chance);
    const [container, name] = chance.of(places);
    const elsewhere = placesIn(other);
    const [lender, lent] = elsewhere.length > 0 ? chance.of(elsewhere) : [container, name];
    switch (chance.below(8)) {
      case 0:
        if (Array.isArray(container)) container.splice(Number(name), 1);
        else Reflect.deleteProperty(container, name);
        break;
      case 1:
        setIn(container, Array.isArray(container) ? container.length : chance.of(words), oddity(chance));
        break;
      case 2:
        setIn(container, Array.isArray(container) ? container.length : lent, structuredClone(lender[lent]));
        break;
      case 3:
        setIn(container, name, structuredClone(lender[lent]));
        break;
      case 4:
        setIn(container, name, oddity(chance));
        break;
      case 5:
        if (chance.below(20) === 0) made = structuredClone(lender[lent]);
        else setIn(container, name, [container[name], structuredClone(container[name])]);
        break;
      default:
        setIn(container, name, near(container[name], chance));
    }
    // A list that doubles and a text that doubles would fill the memory in the end.
    if (JSON.stringify(made).length > 100_000) return structuredClone(value);
  }
  return made;
}

/** The value with one place taken by what JSON cannot say: a trap, an instance, a circle. */
export function trapped(value: unknown, trap: unknown, chance: Chance): unknown {
  const made = structuredClone(value);
  const places = placesIn(made);
  if (places.length === 0) return trap;
  const [container, name] = chance.of(places);
  if (Array.isArray(container) || chance.below(3) > 0) setIn(container, name, trap);
  else Object.defineProperty(container, name, { enumerable: true, get: () => JSON.parse("a trap") as unknown });
  return made;
}
