import type { programmes } from "../catalogue.js";
import type { AnyPolicy, Readings } from "../core/policy.js";
import type { AnyRule } from "../core/rule.js";
import type { Text } from "../core/text.js";

type Programmes = typeof programmes;
type ReadingsOf<Name extends keyof Programmes> = Programmes[Name]["policy"]["readings"];

/** The short name of each reading of a programme, and those of its choices. */
type ShortNames<R extends Readings> = {
  readonly [Name in keyof R]: readonly [string, Readonly<Record<keyof R[Name]["choices"], string>>];
};

/** 条文解读及其选项的简称。 What readings and their choices are called in a cell. */
const shortNames: { readonly [Name in keyof Programmes]: ShortNames<ReadingsOf<Name>> } = {
  chongqing: {
    deathAfterDisability: ["先残后亡", { both: "分别给付", higher: "取高", deathOnly: "只给身故" }],
    disabilityScale: ["伤残比例", { tenGrades: "十级", contractRate: "合同" }],
    shortPeriodLimits: ["短期限额", { full: "不折算", proRata: "按月折算" }],
    yearOfAccumulation: ["全年", { period: "保障期间", calendarYear: "自然年度" }],
    carriedEnrolment: ["上期参保", { renewed: "须重新参保", carried: "仍有效" }],
    accidentLimits: ["意外限额", { perPeriod: "每期间", perAccident: "每次意外" }],
    lateConsequences: ["其后的后果", { dayOfAccident: "给付", consequenceToo: "不给付" }],
    settlement: ["结算方式", { oneStopOnly: "仅一站式", orManual: "手工亦可" }],
    dayOfStay: ["住院之日", { admission: "入院", discharge: "出院" }],
    firstOf: ["首次确诊", { thisDisease: "本病", anyListed: "任何一种" }],
    ageJudgedOn: ["年龄之日", { diagnosis: "确诊", enrolment: "参保生效" }],
    ageReachedOn: ["周岁之日", { birthday: "生日当日", dayAfter: "生日次日" }],
    collegeExam: ["高职分类考试", { included: "包括", nationalOnly: "不包括" }],
    recommendedPostgraduate: ["推免", { examOnly: "不给予", included: "给予" }],
    deferredEntry: ["次年入学", { refused: "不给予", granted: "给予" }],
    dayOfEntry: ["升学之日", { entry: "入学", admission: "录取" }],
    grantOnce: ["一次性", { perAdmission: "每次升学", perPerson: "每人" }],
    leaver: ["离开名册", { toPeriodEnd: "期末", monthEnd: "月末" }],
  },
  zhumadian: {
    hardshipAboveThousand: ["一千元以上", { flat800: "八百", halfUpTo800: "按比例" }],
    exactlyOneThousand: ["恰好一千元", { half: "按比例", flat800: "八百" }],
    hardshipSpan: ["重病累计", { perStay: "每次住院", perYear: "保险年度" }],
    stayDay: ["住院之日", { admission: "入院", discharge: "出院" }],
    hardshipGroups: ["特困群众", { document: "不含孤儿", asImplemented: "含孤儿" }],
    goodSamaritanAward: ["见义勇为金额", { cumulative: "另行给付", withinLimit: "计入限额" }],
    unhurtHero: ["未伤亡", { awarded: "赔付", casualtyOnly: "不赔付" }],
    disabilityWithoutScale: ["未写伤残标准", { byScale: "按比例", fullLimit: "全额" }],
    propertyAlone: ["仅财产损失", { paid: "赔付", onlyWithCasualty: "不赔付" }],
    fundPayments: ["救助基金", { notDeducted: "不扣除", deducted: "扣除" }],
    limitSpan: ["限额", { perYear: "保险年度", perEvent: "每次事件" }],
    multipleCovers: ["多类", { costsOnce: "费用一次", cumulative: "分别赔付", highest: "取高" }],
    personScope: ["境内的人", { registered: "只保户籍", orInTerritory: "均保障" }],
    residence: ["常住", { registered: "只看户籍", alsoResident: "还须常住" }],
    placeOfDeed: ["境内", { deed: "行为地", recognition: "认定地" }],
    contractEnds: ["期限止于", { dayBefore: "前一日", sameDay: "当日" }],
    exactlyTenThousand: ["恰好一万元", { threeDays: "三日", sevenDays: "七日" }],
    nextDay: ["次日", { calendarDay: "自然日", workingDay: "工作日" }],
    sameDay: ["当日立案", { hardshipIllnessOnly: "仅重病", allMedicalOfHardshipGroups: "各类医疗" }],
    refundOfSurplus: ["结余退回", { belowBreakEven: "平衡点以下", wholeSurplus: "全部结余" }],
    insurerShareOfExcess: [
      "超出基数",
      { percentOfPremium: "保费", percentOfBreakEven: "平衡点", percentOfExcess: "超出金额" },
    ],
    ageReachedOn: ["周岁之日", { birthday: "生日当日", dayAfter: "生日次日" }],
  },
  luozhuang: {
    disabilityWithoutScale: ["未写伤残标准", { byScale: "按比例", fullLimit: "全额" }],
    deathAfterDisability: ["先残后亡", { both: "分别给付", higher: "取高", deathOnly: "只给身故" }],
    sameCosts: ["同一费用", { medicalFirst: "先补充保险", both: "分别给付" }],
    accidentMedicalTerms: ["意外医疗", { inFull: "全额", byContract: "合同" }],
    referralWithinCity: ["市内转诊", { required: "须转诊", notRequired: "不须转诊" }],
    institutionReductionForOutpatient: ["门诊减免", { none: "不适用", sameAsInpatient: "同住院" }],
    institutionReductionOutsideCity: ["市外减免", { none: "不计算", applied: "计算" }],
    outOfScopeWithoutReferral: ["未转诊的范围外", { notWaived: "不减免", waived: "减免" }],
    specialOutpatientRate: ["门诊比例", { ninetyPercent: "补足", sameLevelInpatient: "同级住院" }],
    specialOutpatientAssistance: ["门诊救助", { sameAsInpatient: "比照住院", asSettled: "实际结算" }],
    outpatientOutsideCity: ["市外门诊", { covered: "纳入", notCovered: "不纳入" }],
    ninetyPercentSpan: ["应达到", { perStay: "每次", perYear: "年度" }],
    accidentLimits: ["意外限额", { perPeriod: "保障周期", perAccident: "每次事故" }],
    addedDuringYear: ["年中纳入", { full: "全年", byMonth: "按月" }],
  },
  lishui: {
    categoryJudgedOn: ["类别之日", { enrolment: "投保", loss: "出险" }],
    thirdParty: ["第三方", { excluded: "不属于", restAfterThirdParty: "扣除" }],
    declining: ["递减", { payoutRate: "赔付比例", selfPaidShare: "负担比例", unchecked: "不核对" }],
    limitSpan: ["限额", { contractPeriod: "合同期间", calendarYear: "自然年度" }],
    verification: ["核实", { anniversary: "满一年", calendarYear: "自然年度" }],
  },
};

type Named = Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>>;
const namesIn = ({ id }: AnyPolicy): Named => (shortNames as Readonly<Record<string, Named>>)[id] ?? {};

/** The readings of a rule with their choices, as a cell takes them in each language. */
export function choicesOf({ policy, readings }: AnyRule): Text {
  const names = namesIn(policy);
  const all = Object.entries(readings).map(([name, { choices }]) => {
    const words = Object.keys(choices);
    const [zh, chosen] = names[name] ?? [name, {}];
    return { zh: `${zh}=${words.map((word) => chosen[word] ?? word).join("|")}`, en: `${name}=${words.join("|")}` };
  });
  return { zh: all.map(({ zh }) => zh).join("；"), en: all.map(({ en }) => en).join("; ") };
}

/** `a=b; c=d` as `{ a: "b", c: "d" }`, in Chinese too; a name without a choice gets an empty one, which no reading has. */
export function readingsFrom(cell: unknown, { policy }: AnyRule): Record<string, string> {
  const known = Object.entries(namesIn(policy));
  const pairs = String(cell)
    .normalize("NFKC")
    .split(/[;,、\n]/)
    .map((pair) => pair.split("=").map((side) => side.trim()));
  return Object.fromEntries(
    pairs
      .filter(([name]) => name !== "")
      .map(([given = "", choice = ""]) => {
        const [name, [, words]] = known.find(([, [short]]) => short === given) ?? [
          given,
          ["", namesIn(policy)[given]?.[1]],
        ];
        return [name, Object.entries(words ?? {}).find(([, short]) => short === choice)?.[0] ?? choice];
      }),
  );
}
