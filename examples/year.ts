/*
 * 一年的账：从名册到清算，逐步核对到分；金额和案件均为示例（种子固定，每次相同）。
 * A year from roster to settlement, reconciled to the fen at each step; persons and claims are made up (from a seed, so always the same).
 *
 * npm run demo [-- --persons 200000] [--locale en] [--detail]
 */
import {
  agreementFrom,
  chongqing,
  compareDecisions,
  displayWidth,
  explain,
  lishui,
  luozhuang,
  merge,
  Money,
  rate,
  summarise,
  summariseImpacts,
  sumOf,
  yuan,
  zhumadian,
  type Entry,
  type ImpactSummary,
  type Ledger,
  type Locale,
  type Options,
  type Rate,
  type Summary,
} from "huimin-rules";

type Person = chongqing.PersonInput;
type Row = chongqing.ChongqingRow;
type Roster = chongqing.RosterPersonInput;

// Made-up persons -------------------------------------------------------------------------------------------------------

/** Numbers from 0 to 1, always the same for a seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a seed makes up. */
function chanceFrom(seed: number) {
  const next = numbersFrom(seed);
  const among = <T>(each: readonly [T, ...T[]]): T => each[Math.floor(next() * each.length)] ?? each[0];
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    among,
    /** True so often. */
    often: (share: number) => next() < share,
    whole,
    amount: (least: number, most: number) => (whole(least * 100, most * 100) / 100).toFixed(2),
    /** A day of the first period, November 2020 to October 2021. */
    day() {
      const month = whole(0, 11);
      const [year, shown] = month < 2 ? [2020, month + 11] : [2021, month - 1];
      return `${year}-${String(shown).padStart(2, "0")}-${String(whole(1, 28)).padStart(2, "0")}`;
    },
  };
}
type Chance = ReturnType<typeof chanceFrom>;

const areas = chongqing.insurers.flatMap(({ areas: served }) => served.map(({ name }) => name)) as [
  string,
  ...string[],
];
const categories = ["minimumLivingGuarantee", "minimumLivingGuarantee", "extremePoverty", "orphan"] as const;

/** Of 100 out-of-catalogue bills most stay below the deductible, and one is of a serious illness. */
function costs(chance: Chance): string {
  const share = chance.next();
  if (share < 0.9) return chance.amount(100, 2900);
  if (share < 0.985) return chance.amount(3000, 12_000);
  return share < 0.998 ? chance.amount(12_000, 50_000) : chance.amount(50_000, 600_000);
}

/** A claim of a person's year, by how often each cover is claimed. */
function claimFrom(chance: Chance, id: string): Row {
  const [share, occurredOn] = [chance.next(), chance.day()];
  if (share < 0.84) {
    // One in twenty was treated for something else, of one in fifty a fact is not known yet.
    const inpatient = chance.often(0.95) ? true : chance.often(0.6) ? false : null;
    const facts = { occurredOn, inpatient, causedByIllness: true, settledOneStop: true };
    return { id, cover: "majorIllness", facts, loss: { outOfCatalogue: costs(chance) } };
  }
  if (share < 0.95) {
    const harm = chance.often(0.05) ? { disabilityGrade: chance.whole(7, 10) } : {};
    const loss = { medicalSelfPaid: chance.amount(50, 1500), ...harm };
    return { id, cover: "accident", facts: { occurredOn, accidental: chance.often(0.97) }, loss };
  }
  if (share < 0.97) return { id, cover: "illnessDeath", facts: { occurredOn, diedOfIllness: true } };
  if (share < 0.975) {
    const facts = { diagnosedOn: occurredOn, student: true, firstDiagnosis: true, disease: "malignantTumor" } as const;
    return { id, cover: "studentCriticalIllness", facts };
  }
  const level = chance.among(["juniorCollege", "bachelor"] as const);
  const facts = { exam: "collegeEntrance", fullTime: true, enteredInAdmissionYear: true } as const;
  return { id, cover: "educationGrant", facts: { ...facts, occurredOn: "2021-09-01" }, loss: { level } };
}

interface MadeUp {
  /** The month in which the person comes onto the roster. */
  readonly month: string;
  readonly roster: Roster;
  readonly claims: readonly Row[];
  readonly born: string;
}

/** A person with their claims: three claims to ten persons. */
function personFrom(chance: Chance, index: number): MadeUp {
  const category = chance.among(categories);
  const month = chance.often(0.9) ? "2020-11" : chance.among(["2021-03", "2021-07"]);
  const born = `${chance.whole(1940, 2017)}-${String(chance.whole(1, 12)).padStart(2, "0")}-15`;
  const number = chance.often(0.8) ? 0 : chance.whole(1, 2);
  return {
    month,
    born,
    roster: {
      id: `P${index}`,
      categories: [category],
      insuredByPovertyCover: chance.often(0.03),
      enrolledUnderAnotherCategory: false,
      area: chance.among(areas),
    },
    claims: Array.from({ length: number }, (_, place) => claimFrom(chance, `P${index}-${place + 1}`)),
  };
}

// The year of Chongqing -------------------------------------------------------------------------------------------------

const firstPeriod = ["2020-11", "2021-03", "2021-07"] as const;
const names = {
  extremePoverty: { zh: "特困人员", en: "in extreme poverty" },
  others: { zh: "其他对象", en: "others" },
} as const;

/** What is told of the year; every sum was held against the step before. */
export interface Year {
  readonly persons: number;
  readonly premium: Money;
  readonly claims: Summary<"cover" | "category">;
  readonly settlement: ReturnType<typeof chongqing.settle>;
  /** The records of those who claim, for whoever wants to try what else could have been decided. */
  readonly records: readonly Person[];
  /** What was held against what, to the fen. */
  readonly reconciled: readonly { readonly zh: string; readonly en: string; readonly amount: Money }[];
}

/** Two ways to the same amount must meet. */
function reconcile(zh: string, en: string, one: Money, other: Money) {
  if (!one.equals(other)) throw new Error(`${en}: ${String(one)} is not ${String(other)}`);
  return { zh, en, amount: one };
}

/**
 * The year's end: one bill in twenty came late, and a claim in a hundred was withdrawn. What such persons were paid before is known; all
 * others are paid at the year's end.
 */
function atYearEnd(chance: Chance, record: Person, options: Options<typeof chongqing.policy>): Person {
  const late = new Set(record.claims.filter(() => chance.often(0.05)).map(({ id }) => id));
  const withdrawn = new Set(record.claims.filter(() => chance.often(0.01)).map(({ id }) => id));
  if (late.size + withdrawn.size === 0) return record;
  const before = record.claims.filter(({ id }) => !late.has(id));
  const { entries } = chongqing.assessPerson({ ...record, claims: before }, options);
  const paid = new Map(entries.map(({ id, entitled }) => [id, entitled ?? Money.zero]));
  return {
    ...record,
    claims: record.claims.map((claim) => ({ ...claim, paid: paid.get(claim.id), withdrawn: withdrawn.has(claim.id) })),
  };
}

const batch = 1000;

/** The first period, from the roster to the settlement. */
export function yearOfChongqing(
  persons: number,
  locale: Locale = "zh",
  options: Options<typeof chongqing.policy> = {},
): Year {
  const chance = chanceFrom(238);
  const madeUp = Array.from({ length: persons }, (_, index) => personFrom(chance, index));

  // Each month's roster: everyone who is on it so far, and who of them is enrolled already.
  const enrolled: string[] = [];
  const premiums = new Map<string, Money>();
  const since = new Map<string, string>();
  let premium = Money.zero;
  for (const month of firstPeriod) {
    const roster = madeUp.filter((each) => each.month <= month).map(({ roster: row }) => row);
    const plan = chongqing.planEnrolment({ month, roster, enrolled, explainAll: false }, options);
    for (const id of plan.toAdd) {
      since.set(id, `${month}-01`);
      enrolled.push(id);
    }
    for (const { insurer, amount } of plan.byInsurer)
      premiums.set(insurer, (premiums.get(insurer) ?? Money.zero).plus(amount));
    premium = premium.plus(plan.amount);
  }

  // Each person's year is one record; what a thousand of them come to is summed up, and merged.
  const insurerOf = (area: string | undefined) => chongqing.insurerFor({ area: area ?? "" }).insurer;
  const insurers = new Map<string | undefined, string>();
  let byCover: Summary<"cover" | "category"> = summarise([], { by: ["cover", "category"] });
  let byInsurer: Summary<"insurer"> = summarise([], { by: ["insurer"] });
  let entitled = Money.zero;
  const records: Person[] = [];
  let labelled: (Entry<chongqing.ChongqingAssessment> & { readonly category: string; readonly insurer: string })[] = [];
  const sumUp = () => {
    byCover = merge(byCover, summarise(labelled, { by: ["cover", "category"] }));
    byInsurer = merge(byInsurer, summarise(labelled, { by: ["insurer"] }));
    labelled = [];
  };
  for (const { roster, claims, born } of madeUp) {
    if (claims.length === 0) continue;
    const from = since.get(roster.id);
    const enrolments = from === undefined ? [] : [{ from }];
    const record = atYearEnd(chance, { person: roster.id, enrolments, birthDate: born, claims }, options);
    const ledger = chongqing.assessPerson(record, options);
    records.push(record);
    entitled = entitled.plus(ledger.entitled);
    let insurer = insurers.get(roster.area);
    if (insurer === undefined) insurers.set(roster.area, (insurer = insurerOf(roster.area)));
    const category = names[roster.categories?.includes("extremePoverty") ? "extremePoverty" : "others"][locale];
    for (const entry of ledger.entries) labelled.push({ ...entry, category, insurer });
    if (labelled.length >= batch) sumUp();
  }
  sumUp();

  const settlement = chongqing.settle(
    {
      period: "first",
      allocation: "byPremium",
      insurers: chongqing.insurers.map(({ name }) => ({
        name,
        premium: premiums.get(name) ?? Money.zero,
        claims: sumOf(byInsurer.rows.filter(({ insurer }) => insurer === name).map((row) => row.entitled)),
      })),
    },
    options,
  );
  return {
    persons: enrolled.length,
    premium,
    claims: byCover,
    settlement,
    records,
    reconciled: [
      reconcile(
        "各公司保费之和＝各月计划保费",
        "premium by insurer = premium by month",
        sumOf([...premiums.values()]),
        premium,
      ),
      reconcile(
        "各人台账应得之和＝汇总应得",
        "what each person is entitled to = the summary",
        entitled,
        byCover.total.entitled,
      ),
      reconcile(
        "按险种汇总＝按公司汇总",
        "summed by cover = summed by insurer",
        byCover.total.entitled,
        byInsurer.total.entitled,
      ),
      reconcile(
        "汇总应得＝清算赔款",
        "the summary = the claims that are settled",
        byInsurer.total.entitled,
        settlement.claims,
      ),
      reconcile(
        "清算保费＝各月计划保费",
        "the premium that is settled = premium by month",
        settlement.premium,
        premium,
      ),
      reconcile(
        "应得－已赔付＝应补付－多付（已结案）",
        "entitled less paid = due less overpaid, of what is settled",
        byCover.total.due.minus(byCover.total.overpaid),
        byCover.total.entitled.minus(byCover.total.paid),
      ),
    ],
  };
}

// What else could be decided --------------------------------------------------------------------------------------------

const better = agreementFrom({
  id: "better",
  title: {
    zh: "起付标准2000元、年度限额20万元的合同",
    en: "a contract with a deductible of 2 000 and a limit of 200 000",
  },
  programme: "chongqing",
  document: chongqing.policy.document.number,
  terms: { majorIllness: { deductible: "2000", annualLimit: "200000" } },
});

interface Alternative {
  readonly zh: string;
  readonly en: string;
  readonly options: Options<typeof chongqing.policy>;
}
const alternatives: readonly Alternative[] = [
  {
    zh: "合同：起付标准2000元、年度限额20万元",
    en: "contract: deductible 2 000, limit 200 000",
    options: { agreement: better },
  },
  {
    zh: "读法：意外限额按每次意外",
    en: "reading: accident limits for each accident",
    options: { readings: { accidentLimits: "perAccident" } },
  },
  {
    zh: "读法：“全年”为自然年度",
    en: "reading: the year is the calendar year",
    options: { readings: { yearOfAccumulation: "calendarYear" } },
  },
];

/** What each alternative would cost, and to how many persons. */
export const impactsOf = ({
  records,
}: Year): readonly { readonly alternative: Alternative; readonly sums: ImpactSummary }[] =>
  alternatives.map((alternative) => ({
    alternative,
    sums: summariseImpacts(
      records.map((record) => compareDecisions(chongqing.assessPerson, record, {}, alternative.options)),
    ),
  }));

// The other programmes --------------------------------------------------------------------------------------------------

interface Short {
  readonly programme: { readonly zh: string; readonly en: string };
  readonly premium: Money;
  readonly persons: number;
  readonly ledgers: readonly Ledger[];
  /** The loss ratio, as the year is settled. */
  readonly settled: (claims: Money) => Rate | null | undefined;
}

/** A shorter year of each other programme: persons, their ledgers, one settlement. */
function shortYears(persons: number): readonly Short[] {
  const each = Math.max(Math.floor(persons / 10), 20);
  const chance = chanceFrom(66);
  const dayOf = (year: number) =>
    `${year}-${String(chance.whole(1, 12)).padStart(2, "0")}-${String(chance.whole(1, 28)).padStart(2, "0")}`;
  const people = <T>(share: number, make: (index: number) => T) =>
    Array.from({ length: Math.ceil(each * share) }, (_, index) => make(index));

  const stays = people(0.03, (index) =>
    zhumadian.assessPerson({
      person: `Z${index}`,
      registeredDivision: "411721",
      contractStartsOn: "2019-06-15",
      group: "extremePoverty",
      claims: [1, 2].map((place) => ({
        id: `Z${index}-${place}`,
        cover: "hardshipIllness",
        facts: {
          admittedOn: `2019-${String(chance.whole(7, 12)).padStart(2, "0")}-10`,
          inpatient: true,
          listedDisease: true,
          insuranceSettled: true,
        },
        loss: { eligibleExpenses: chance.amount(50, 1500) },
      })),
    }),
  );
  const bills = people(0.03, (index) =>
    luozhuang.assessPerson({
      person: `L${index}`,
      status: "liftedFromPovertyWithBenefits",
      claims: [1, 2].map((place) => {
        const whole = yuan(chance.amount(1000, 40_000));
        return {
          id: `L${index}-${place}`,
          cover: "medicalSupplement",
          facts: { occurredOn: dayOf(2020), setting: "inpatient", place: "district", designatedInstitution: true },
          loss: { totalExpenses: whole, inScopeExpenses: whole, basicPaid: whole.times(rate("0.45")) },
        };
      }),
    }),
  );
  const tiers = [{ upTo: "10000", rate: "0.3" }, { upTo: "50000", rate: "0.2" }, { rate: "0.1" }];
  const own = people(0.08, (index) =>
    lishui.assessPerson({
      person: `S${index}`,
      category: "minimumLivingGuarantee",
      insured: [{ cover: "supplementaryMedical", from: "2018-01-01" }],
      contract: { schedule: tiers },
      claims: [1, 2].map((place) => ({
        id: `S${index}-${place}`,
        cover: "supplementaryMedical",
        facts: { occurredOn: dayOf(2018), setting: "inpatient", thirdPartyLiable: false },
        loss: { selfPaid: chance.amount(100, 6000) },
      })),
    }),
  );
  const medical = luozhuang.premium({ line: "medicalSupplement", persons: each, standard: "300" }).amount;
  const perHead = yuan(150).times(rate(each));
  const population = each * 40;
  const fromAll = zhumadian.premium({ registeredPopulation: population }).amount;
  return [
    {
      programme: zhumadian.policy.title,
      persons: population,
      premium: fromAll,
      ledgers: stays,
      settled: (claims) => zhumadian.settle({ premium: fromAll, claims }).lossRatio,
    },
    {
      programme: luozhuang.policy.title,
      persons: each,
      premium: medical,
      ledgers: bills,
      settled: (claims) =>
        luozhuang.settle({ insuranceLines: [{ line: "medicalSupplement", premium: medical, claims }] }).byLine[0]
          ?.lossRatio,
    },
    {
      programme: lishui.policy.title,
      persons: each,
      premium: perHead,
      ledgers: own,
      settled: (claims) =>
        lishui.settle({ premium: perHead, claims, corridor: { profitLimit: "0.05", lossLimit: "0.1" } }).lossRatio,
    },
  ];
}

// What is shown first ---------------------------------------------------------------------------------------------------

const words = {
  title: { zh: "一年的账（示例数据，种子固定）", en: "A year (made-up data, from a seed)" },
  first: {
    zh: "重庆，第一保障期间（2020-11-01 至 2021-10-31）",
    en: "Chongqing, the first period (2020-11-01 to 2021-10-31)",
  },
  settled: { zh: "清算：全部公司合计赔付率", en: "Settlement: loss ratio of all insurers together" },
  settledColumns: {
    zh: ["", "保费", "赔款", "赔付率"],
    en: ["", "premium", "claims", "loss ratio"],
  },
  whatIf: { zh: "换一种合同或读法，多付或少付多少（元）", en: "What another contract or reading would cost (yuan)" },
  columns: {
    zh: ["", "增加的人", "减少的人", "差额"],
    en: ["", "persons who gain", "persons who lose", "difference"],
  },
  reconciled: { zh: "逐步核对（元）", en: "Reconciled at each step (yuan)" },
  others: { zh: "其他项目（每个项目一年，元）", en: "The other programmes, a year each (yuan)" },
  otherColumns: {
    zh: ["", "参保（人）", "保费", "件数", "应得", "赔付率"],
    en: ["", "persons", "premium", "claims", "entitled", "loss ratio"],
  },
  detail: {
    zh: "逐项说明见 npm run demo -- --detail；全市规模见 npm run demo -- --persons 200000",
    en: "Every step: npm run demo -- --detail; the size of a city: npm run demo -- --persons 200000",
  },
} as const;

const pad = (text: string, width: number, right: boolean) => {
  const blank = " ".repeat(Math.max(width - displayWidth(text), 0));
  return right ? blank + text : text + blank;
};

/** Rows whose columns line up; all but the first are set right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => pad(cell, widths[column] ?? 0, column > 0))
          .join("  ")
          .trimEnd()}`,
    )
    .join("\n");
}

/** The year as a decision maker reads it: what was paid, to whom, and what readings and a better contract would cost. */
export function yearExample(locale: Locale, persons: number, detail = false): string {
  const year = yearOfChongqing(persons, locale);
  const { claims, settlement } = year;
  const insured =
    locale === "zh"
      ? `参保 ${year.persons} 人，保费 ${String(year.premium)} 元`
      : `${year.persons} persons insured, premium ${String(year.premium)} yuan`;
  const signed = (amount: Money) => (amount.fen > 0 ? `+${String(amount)}` : String(amount));
  const others = shortYears(persons).map(({ programme, persons: number, premium, ledgers, settled }) => {
    const entries = ledgers.flatMap((ledger) => ledger.entries);
    const { total } = summarise(entries);
    reconcile(programme.zh, programme.en, sumOf(ledgers.map((ledger) => ledger.entitled)), total.entitled);
    return [
      programme[locale],
      String(number),
      String(premium),
      String(total.claims),
      String(total.entitled),
      settled(total.entitled)?.toPercent() ?? "",
    ];
  });
  return [
    `== ${words.title[locale]} ==`,
    words.first[locale],
    insured,
    explain(claims, { locale }).split("\n").slice(1).join("\n"),
    "",
    "",
    `${words.settled[locale]} ${settlement.lossRatio?.toPercent() ?? ""}`,
    table([
      words.settledColumns[locale],
      ...settlement.byInsurer.map((each) => [
        each.name ?? "",
        String(each.premium),
        String(each.claims),
        each.lossRatio?.toPercent() ?? "",
      ]),
    ]),
    ...(detail ? ["", explain(settlement, { locale })] : []),
    "",
    words.whatIf[locale],
    table([
      words.columns[locale],
      ...impactsOf(year).map(({ alternative, sums: { total } }) => [
        alternative[locale],
        String(total.winners),
        String(total.losers),
        signed(total.difference),
      ]),
    ]),
    "",
    words.others[locale],
    table([words.otherColumns[locale], ...others]),
    "",
    words.reconciled[locale],
    table(year.reconciled.map((each) => [each[locale], String(each.amount)])),
    "",
    words.detail[locale],
  ].join("\n");
}
