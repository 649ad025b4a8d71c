import { meantName } from "../core/meant.js";
import { catalogue } from "../index.js";

const rules = Object.values(catalogue);
const isOwn = (title: string) => rules.filter((rule) => rule.title.zh === title).length === 1;

/** The rules by id, with their titles where no other programme's rule is called the same. */
const names = Object.fromEntries(rules.map(({ id, title }) => [id, isOwn(title.zh) ? title : undefined]));

/** The rule that was probably meant, by its id, by its name without the programme, or by its title. */
export const meantRule = (name: unknown): string | undefined => meantName(name, names);
