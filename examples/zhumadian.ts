/*
 * 驻马店: the published totals of 2019 settled under 驻政办〔2019〕66号, a claim over Spring Festival 2020, and the step at 1 000 yuan
 * under both readings.
 */
import { compareReadings, explain, yuan, zhumadian, type Locale } from "huimin-rules";

/** As the city reported them, up to the end of 2019. */
const published = { people: 8_017_100, paid: "7977100", hardshipPaid: "4746700", hardshipClaims: 8031 };

const words = {
  totals: { zh: "2019 年公布总数（如年度止于此）", en: "The published totals of 2019, as if the year had ended there" },
  average: { zh: "特困群众重病每件平均", en: "Average hardship claim" },
  counted: { zh: "“15%”各种读法下县区财政的补充", en: "What county finance adds under each reading of the 15 %" },
  festival: {
    zh: "2020 年春节前资料齐全的赔案（假期延长后）",
    en: "A claim complete before Spring Festival 2020, as extended",
  },
  hardship: { zh: "特困群众重病：当日立案、次日赔付", en: "Hardship: filed the same day, paid the next" },
  step: { zh: "剩余费用 1000.01 元的两种读法", en: "Costs of 1 000.01 left over, in both readings" },
  event: { zh: "同一场水灾：救助人员受伤，家中受损", en: "One flood: hurt as a rescuer, and the house damaged" },
} as const;

const registered = { registeredDivision: "411721", livesInCity: true, contractStartsOn: "2019-06-15" } as const;
const person = { ...registered, occurredOn: "2019-12-20" } as const;
const stay = { admittedOn: "2019-12-20", dischargedOn: "2020-01-10" } as const;
/** No stay in hospital before this one in the contract year. */
const first = { eligibleExpensesBefore: "0", paidToDate: "0" } as const;

/** The worked example as text. */
export function zhumadianExample(locale: Locale): string {
  const heading = (name: keyof typeof words) => `\n== ${words[name][locale]} ==`;
  const premium = zhumadian.premium({ registeredPopulation: published.people }).amount;
  const year = { premium, claims: published.paid };
  const average = yuan(published.hardshipPaid).toDecimal().dividedBy(published.hardshipClaims).toFixed(2);

  const traffic = zhumadian.assessClaim({
    cover: "trafficAccident",
    facts: { ...person, occurredInCity: true, injury: "death", hitAndRun: true, handledByAssistanceFund: true },
    loss: { death: true },
    dates: { documentsCompleteOn: "2020-01-17" },
  });
  const illness = zhumadian.assessClaim({
    cover: "hardshipIllness",
    facts: {
      ...registered,
      ...stay,
      group: "severelyDisabled",
      inpatient: true,
      listedDisease: true,
      insuranceSettled: true,
    },
    loss: { eligibleExpenses: "1840.50", ...first },
    dates: { documentsCompleteOn: "2020-01-23" },
  });
  const flood = zhumadian.assessEvent({
    claims: [
      { cover: "rescuer", facts: { ...person, rescuingOnScene: true }, loss: { medicalExpenses: "800" } },
      {
        cover: "naturalDisaster",
        facts: { ...person, peril: "flood" },
        loss: { medicalExpenses: "800", propertyLoss: "3000" },
      },
    ],
  });

  return [
    heading("totals"),
    explain(zhumadian.settle(year), { locale }),
    `${words.average[locale]}: ${average}`,
    heading("counted"),
    ...compareReadings(zhumadian.settle, year).map(
      ({ readings, outcome }) =>
        `  ${readings["insurerShareOfExcess"]?.padEnd("percentOfBreakEven".length)}  ${outcome.ok ? outcome.value.supplement : outcome.error.message}`,
    ),
    heading("festival"),
    explain(traffic, { locale }),
    heading("hardship"),
    explain(illness, { locale }),
    heading("step"),
    ...compareReadings(zhumadian.hardshipIllnessBenefit, { eligibleExpenses: "1000.01", ...first }).map(
      ({ readings, outcome }) =>
        `  ${readings["hardshipAboveThousand"]?.padEnd("halfUpTo800".length)}  ${outcome.ok ? outcome.value.amount : outcome.error.message}`,
    ),
    heading("event"),
    explain(flood, { locale }),
  ].join("\n");
}
