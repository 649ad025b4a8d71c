/** What stands before the functions in Excel and WPS: `HUIMIN.CQ_MAJOR_ILLNESS`. */
export const namespace = "HUIMIN";

/** What the add-ins are called. */
export const title = { zh: "惠民规则", en: "Huimin rules" };
