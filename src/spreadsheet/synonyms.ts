/**
 * What clerks write instead of a term, by the word that it means. Reviewed: each is said of one thing alone in the programmes' documents
 * and forms. A synonym that is another word's own term in the same list is no synonym there.
 */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  // Persons
  minimumLivingGuarantee: ["低保", "低保户", "低保家庭", "最低生活保障对象"],
  extremePoverty: ["特困", "特困户", "五保户", "特困供养人员", "特困人员"],
  registeredPoorHousehold: ["建档立卡贫困户", "建档立卡户"],
  deFactoUnattendedChild: ["事实无人抚养", "事实孤儿"],
  preferentialTreatment: ["优抚", "优抚人员"],
  // Education
  juniorCollege: ["专科", "高职", "大学专科"],
  bachelor: ["大学本科", "学士"],
  postgraduate: ["硕士", "博士", "硕士研究生", "博士研究生"],
  collegeEntrance: ["普通高考", "全国高考"],
  postgraduateEntrance: ["考研", "研究生入学考试"],
  vocationalCollege: ["高职单招", "高职分类"],
  recommended: ["保送", "推免", "保研"],
  // Care
  inpatient: ["住院治疗"],
  district: ["区内", "罗庄区", "罗庄"],
  city: ["市内", "临沂市内", "区外市内"],
  outsideCity: ["市外", "外地"],
  approved: ["已转诊", "已办转诊"],
  emergencyFiled: ["急诊备案", "急危重症备案"],
};

/** What stands for yes and for no. */
export const answers: Readonly<Record<string, boolean>> = {
  TRUE: true,
  是: true,
  有: true,
  Y: true,
  YES: true,
  "1": true,
  "√": true,
  "✓": true,
  "✔": true,
  "☑": true,
  FALSE: false,
  否: false,
  无: false,
  N: false,
  NO: false,
  "0": false,
  "×": false,
  "✗": false,
  "✘": false,
  "☒": false,
};
