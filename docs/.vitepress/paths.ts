import { fileURLToPath } from "node:url";

/*
 * Where things stand, for what builds the site.
 */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The project. */
export const root = at("../../");
/** The guides. */
export const guides = at("../");
/** The Markdown of every page as VitePress takes it: written anew by each build. */
export const staged = at("./staged/");
/** The site. */
export const site = at("./dist/");
