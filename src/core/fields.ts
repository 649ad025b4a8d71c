import { isDay, isMonth, meantDay, meantMonth, notADay, type Day, type Month } from "./day.js";
import { issueOf, within, type Issue, type IssueCode } from "./errors.js";
import { meantFlag, meantInteger, meantName } from "./meant.js";
import {
  meantAmount,
  meantRate,
  Money,
  parseMoney,
  parseRate,
  Rate,
  type MoneyInput,
  type RateInput,
} from "./money.js";
import { readObject, type Field, type Fields, type Kind, type Shape, type Vocabulary } from "./input.js";
import { oneOfThese, type Text } from "./text.js";

type InputOfField<F> = F extends Field<unknown, infer Input> ? Input : never;
type OutputOfField<F> = F extends Field<infer Output, unknown> ? Output : never;

type Optional<F extends Fields, Side extends "input" | "output"> = {
  [Name in keyof F]: undefined extends (Side extends "input" ? InputOfField<F[Name]> : OutputOfField<F[Name]>)
    ? Name
    : never;
}[keyof F];

/**
 * 把类型展开，便于编辑器显示。
 * Puts the parts of a type together, so that an editor shows its fields.
 */
export type Flat<T> = T extends infer Whole ? { [Name in keyof Whole]: Whole[Name] } : never;

/**
 * 调用方要填写的各项。
 * What a caller writes for fields.
 */
export type InputOf<F extends Fields> = {
  [Name in keyof F as Name extends Optional<F, "input"> ? never : Name]: InputOfField<F[Name]>;
} & {
  [Name in keyof F as Name extends Optional<F, "input"> ? Name : never]?: InputOfField<F[Name]>;
} extends infer Whole
  ? Flat<Whole>
  : never;

/**
 * 校验后的各项。
 * What a rule gets for fields once they are validated.
 */
export type OutputOf<F extends Fields> = {
  [Name in keyof F as Name extends Optional<F, "output"> ? never : Name]: OutputOfField<F[Name]>;
} & {
  [Name in keyof F as Name extends Optional<F, "output"> ? Name : never]?: OutputOfField<F[Name]>;
} extends infer Whole
  ? Flat<Whole>
  : never;

/** A field of one value. */
function leaf<Output, Input>(
  kind: Kind,
  zh: string,
  en: string,
  read: Field<Output, Input>["read"],
  more: Partial<Field<Output, Input>> = {},
): Field<Output, Input> {
  return { kind, label: { zh, en }, presence: "required", read, ...more };
}

/** Says what is wrong with a value. */
function bad(issues: Issue[], code: IssueCode, { zh, en }: Text, value: unknown, meant: string | undefined): undefined {
  issues.push(issueOf([], code, zh, en, value, meant));
  return undefined;
}

/** An amount in yuan. */
export function money(zh: string, en: string): Field<Money, MoneyInput> {
  return leaf("money", zh, en, (value, issues) => {
    const parsed = parseMoney(value);
    if (parsed instanceof Money) return parsed;
    bad(issues, "INVALID_AMOUNT", parsed, value, meantAmount(value));
  });
}

/** A rate that may be above 1, as a loss ratio can be. */
export function anyRate(zh: string, en: string): Field<Rate, RateInput> {
  return leaf("rate", zh, en, (value, issues) => {
    const parsed = parseRate(value);
    if (parsed instanceof Rate) return parsed;
    bad(issues, "INVALID_RATE", parsed, value, meantRate(value));
    return undefined;
  });
}

const aboveOne: Text = { zh: "比例不能超过 1（25% 写作 0.25）", en: "a rate must not exceed 1 (write 25 % as 0.25)" };

/** A rate from 0 to 1 (0.25 is 25 %). */
export function rateUpToOne(zh: string, en: string): Field<Rate, RateInput> {
  const read: Field<Rate>["read"] = (value, issues) => {
    const parsed = parseRate(value);
    if (parsed instanceof Rate && parsed.compare(Rate.one) <= 0) return parsed;
    bad(issues, "INVALID_RATE", parsed instanceof Rate ? aboveOne : parsed, value, meantRate(value));
  };
  return leaf("rate", zh, en, read, { maximum: 1 });
}

/** A civil day in China, `YYYY-MM-DD`. */
export function day(zh: string, en: string): Field<Day> {
  return leaf("day", zh, en, (value, issues) =>
    isDay(value) ? value : bad(issues, "INVALID_DAY", notADay, value, meantDay(value)),
  );
}

const notAMonth: Text = { zh: "不是月份（应为“YYYY-MM”）", en: "not a month (expected YYYY-MM)" };

/** A calendar month, `YYYY-MM`. */
export function month(zh: string, en: string): Field<Month> {
  return leaf("month", zh, en, (value, issues) =>
    isMonth(value) ? value : bad(issues, "INVALID_MONTH", notAMonth, value, meantMonth(value)),
  );
}

const notAFlag: Text = { zh: "应为“true”或“false”", en: "expected true or false" };

/** Yes or no. */
export function flag(zh: string, en: string): Field<boolean> {
  return leaf("flag", zh, en, (value, issues) =>
    typeof value === "boolean" ? value : bad(issues, "WRONG_TYPE", notAFlag, value, meantFlag(value)),
  );
}

const notWhole: Text = { zh: "应为整数", en: "expected a whole number" };

/** A whole number within limits. */
export function integer(zh: string, en: string, minimum: number, maximum: number): Field<number> {
  const read: Field<number>["read"] = (value, issues) => {
    if (!Number.isSafeInteger(value)) {
      bad(issues, "WRONG_TYPE", notWhole, value, meantInteger(value, minimum, maximum));
      return;
    }
    const whole = value as number;
    if (whole < minimum) {
      const text = { zh: `不能小于 ${minimum}`, en: `must not be below ${minimum}` };
      bad(issues, "OUT_OF_RANGE", text, value, undefined);
      return;
    }
    if (whole > maximum) {
      const text = { zh: `不能大于 ${maximum}`, en: `must not exceed ${maximum}` };
      bad(issues, "OUT_OF_RANGE", text, value, undefined);
      return;
    }
    return whole + 0;
  };
  return leaf("integer", zh, en, read, { minimum, maximum });
}

const lastYear = 9999;

/** A calendar year. */
export const calendarYear = (zh: string, en: string): Field<number> => integer(zh, en, 1, lastYear);

/** Anything: what it is is looked at elsewhere. */
export function anything(zh: string, en: string): Field {
  return leaf("group", zh, en, (value) => value);
}

const longestName = 200;
const notAText: Text = { zh: "应为文字", en: "expected a text" };
const empty: Text = { zh: "不能为空", en: "must not be empty" };

/** A short text, such as a name or an id. */
export function name(zh: string, en: string, longest = longestName): Field<string> {
  const read: Field<string>["read"] = (value, issues) => {
    if (typeof value !== "string") {
      bad(issues, "WRONG_TYPE", notAText, value, typeof value === "number" ? `"${value}"` : undefined);
      return;
    }
    if (value === "") {
      bad(issues, "MISSING", empty, value, undefined);
      return;
    }
    if (value.length <= longest) return value;
    const text = { zh: `最多 ${longest} 个字符`, en: `at most ${longest} characters` };
    bad(issues, "OUT_OF_RANGE", text, value, undefined);
  };
  return leaf("name", zh, en, read, { minimum: 1, maximum: longest });
}

/** Says that a word is none of those there are. */
export function unknownWord(value: unknown, words: Vocabulary): Issue {
  const { zh, en } = oneOfThese(Object.keys(words));
  return issueOf([], "UNKNOWN_CHOICE", zh, en, value, meantName(value, words));
}

/** One word of a vocabulary. */
export function oneOf<Word extends string>(words: Vocabulary<Word>, zh: string, en: string): Field<Word> {
  const read: Field<Word>["read"] = (value, issues) => {
    if (typeof value === "string" && Object.hasOwn(words, value)) return value as Word;
    issues.push(unknownWord(value, words));
    return undefined;
  };
  return leaf("word", zh, en, read, { words });
}

const notAList: Text = { zh: "应为列表", en: "expected a list" };

/** A list of one kind of thing. Of a list of groups the places are kept, whatever is bad in them. */
export function list<Output, Input>(
  item: Field<Output, Input>,
  zh: string,
  en: string,
  minimum = 0,
): Field<Output[], readonly Input[]> {
  const read: Field<Output[]>["read"] = (value, issues) => {
    if (!Array.isArray(value)) {
      const first: Issue[] = [];
      item.read(value, first);
      // A text that names several things is not one of them.
      const several = typeof value === "string" && /[、,，;；]/.test(value);
      const single = first.length === 0 ? value : several ? undefined : first[0]?.meant;
      bad(issues, "WRONG_TYPE", notAList, value, single === undefined ? undefined : JSON.stringify([single]));
      return;
    }
    if (value.length < minimum) {
      bad(issues, "MISSING", empty, value, undefined);
      return;
    }
    const before = issues.length;
    const items = new Array<Output | undefined>(value.length);
    /** What keeps the place of a group of which nothing could be read. */
    const bare = item.kind === "group" ? ({} as Output) : undefined;
    for (let index = 0; index < value.length; index += 1) {
      const found = issues.length;
      const each: unknown = value[index];
      items[index] = item.presence === "fact" && each == null ? undefined : (item.read(each, issues) ?? bare);
      if (issues.length > found) within(issues, found, index);
    }
    const whole = issues.length === before || item.kind === "group";
    return whole ? (items as Output[]) : undefined;
  };
  const words = item.words;
  return leaf<Output[], readonly Input[]>("list", zh, en, read, {
    item,
    minimum,
    ...(words && { words }),
  });
}

/** A group of fields; an unknown key is an error. */
export function group<F extends Fields>(fields: F, zh: string, en: string): Field<OutputOf<F>, InputOf<F>> {
  return shaped<OutputOf<F>, InputOf<F>>({ fields }, zh, en);
}

/** A group whose fields may depend on its cover. */
export function shaped<Output, Input>(shape: Shape, zh: string, en: string): Field<Output, Input> {
  return leaf<Output, Input>(
    "group",
    zh,
    en,
    (value, issues) => readObject(shape, value, issues) as Output | undefined,
    { shape },
  );
}

/** A field that may be left out. */
export function optional<Output, Input>(field: Field<Output, Input>): Field<Output | undefined, Input | undefined> {
  return { ...field, presence: "optional" };
}

/** A field that has a value of its own when it is left out. */
export function withDefault<Output, Input>(
  field: Field<Output, Input>,
  absent: Output,
): Field<Output, Input | undefined> {
  return { ...field, presence: "default", absent };
}

/** An amount that is 0.00 when it is left out: nothing was paid before. */
export const orZero = (field: Field<Money, MoneyInput>): Field<Money, MoneyInput | undefined> =>
  withDefault(field, Money.zero);

/**
 * 事实：可以缺省或为 null，表示不清楚。
 * A fact: a field that may be absent or `null`, both of which mean that it is not known.
 */
export type Fact<Output, Input = Output> = Field<Output | undefined, Input | null | undefined>;

/** Makes a field a fact: absent or `null` means that it is not known. */
export function fact<Output, Input>(field: Field<Output, Input>): Fact<Output, Input> {
  return { ...field, presence: "fact" };
}

/** Fields without some of them. */
export function without<F extends Fields, Name extends keyof F & string>(fields: F, ...names: Name[]): Omit<F, Name> {
  const left = Object.entries(fields).filter(([name]) => !names.some((each) => each === name));
  return Object.fromEntries(left) as Omit<F, Name>;
}
