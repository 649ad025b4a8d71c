import type { Theme } from "vitepress";
import { Layout } from "./layout.js";

export default { Layout } satisfies Theme;
