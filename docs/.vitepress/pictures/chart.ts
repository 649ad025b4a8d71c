import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  CalendarComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  VisualMapComponent,
} from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Locale } from "huimin-rules";
import { safe, says, table } from "../source/page.js";

/*
 * A chart as it stands in a page: drawn when the site is built, so that nothing runs in the browser, and beside it the table of its numbers.
 */

use([
  ...[BarChart, HeatmapChart, LineChart, ScatterChart, SVGRenderer],
  ...[CalendarComponent, GridComponent, LegendComponent, MarkLineComponent, VisualMapComponent],
]);

/** Colours that differ in lightness too, so that they can be told apart in grey print; darker than 3 : 1 on white. */
const colours = ["#14549c", "#c2570c", "#1b6e3c", "#7a3e9d", "#8a6d00", "#5a6575", "#a3195b", "#0f7f8c"];

const font = "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/** The SVG of a chart. */
function drawn(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ animation: false, color: colours, textStyle: { fontFamily: font, fontSize: 13 }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

export interface Figure {
  readonly caption: string;
  readonly option: EChartsCoreOption;
  /** The numbers, for whoever does not see the chart. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly width?: number;
  readonly height?: number;
}

/** A chart with its caption and its table. */
export function figure({ caption, option, head, rows, width = 760, height = 340 }: Figure, locale: Locale): string {
  const svg = drawn(option, width, height)
    .replace(/\n/g, "")
    // What happens under a pointer: nothing does here.
    .replace(/<style.*?<\/style>/g, "")
    .replace(/^<svg /, `<svg role="img" aria-label="${safe(caption)}" `)
    .replace(/ (?:ecmeta_\w+|data-\w+)="[^"]*"/g, "");
  const numbers = `<details><summary>${says(locale)("数据表", "The numbers")}</summary>${table(
    head.map(safe),
    rows.map((row) => row.map(safe)),
  ).trim()}</details>`;
  return `<figure><figcaption>${safe(caption)}</figcaption>${svg}${numbers}</figure>\n\n`;
}
