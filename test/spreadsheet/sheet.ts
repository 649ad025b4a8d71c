import {
  ArraySize,
  CellError,
  ErrorType,
  FunctionArgumentType,
  FunctionPlugin,
  HyperFormula,
  SimpleRangeValue,
  type FunctionPluginDefinition,
  type RawCellContent,
} from "hyperformula";
import { call } from "../../src/spreadsheet/call.js";
import { sheetFunctions } from "../../src/spreadsheet/functions.js";

type RunFunction = FunctionPlugin["metadata"];
type Method = (this: FunctionPlugin, ast: never, state: never) => unknown;

/** The rows of a statement that the tests spill; HyperFormula wants to know the size of a result beforehand. */
const statement = new ArraySize(4, 5);

class Huimin extends FunctionPlugin {}
const plugin = Huimin as unknown as FunctionPluginDefinition;
const methods = Huimin.prototype as unknown as Record<string, Method>;

plugin.implementedFunctions = Object.fromEntries(
  sheetFunctions.map((each) => {
    const method = each.id.toLowerCase();
    methods[method] = function (ast: never, state: never) {
      const run = this as unknown as {
        runFunction: (
          args: unknown,
          state: never,
          metadata: RunFunction,
          fn: (...given: unknown[]) => unknown,
        ) => unknown;
        metadata: (name: string) => RunFunction;
      };
      return run.runFunction((ast as { args: unknown }).args, state, run.metadata(`HUIMIN.${each.id}`), (...given) => {
        const cells = call(
          each,
          given.map((range) => (range as SimpleRangeValue | undefined)?.data.map((row) => row.map(cellFrom))),
          (message) => new CellError(ErrorType.VALUE, message),
        );
        return cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : SimpleRangeValue.onlyValues(cells);
      });
    };
    methods[`${method}_size`] = function (ast: never, state: never) {
      if (each.spills) return statement;
      const sizes = (ast as { args: never[] }).args
        .filter((_, index) => each.parameters[index]?.list === false)
        .map((argument) =>
          (this as unknown as { arraySizeForAst: (a: never, s: never) => ArraySize }).arraySizeForAst(argument, state),
        );
      const largest = (of: "width" | "height") => Math.max(1, ...sizes.map((size) => size[of]));
      return new ArraySize(largest("width"), largest("height"));
    };
    return [
      `HUIMIN.${each.id}`,
      {
        method,
        sizeOfResultArrayMethod: `${method}_size`,
        parameters: each.parameters.map(({ optional }) => ({
          argumentType: FunctionArgumentType.RANGE,
          optionalArg: optional,
        })),
      },
    ];
  }),
);
/** Inside, HyperFormula has a value of its own for an empty cell, and boxes numbers that are dates or percentages. */
function cellFrom(value: unknown): unknown {
  if (typeof value === "symbol") return "";
  return typeof value === "object" && value !== null && "val" in value ? value.val : value;
}

HyperFormula.registerFunctionPlugin(plugin, {
  enGB: Object.fromEntries(sheetFunctions.map(({ id }) => [`HUIMIN.${id}`, `HUIMIN.${id}`])),
});

/** What a sheet shows: its values, an error as `{ error }` with its message. */
export function shown(rows: RawCellContent[][]): unknown[][] {
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: "gpl-v3" });
  const values = engine
    .getSheetValues(0)
    .map((row) => row.map((value) => (typeof value === "object" && value !== null ? { error: value.message } : value)));
  engine.destroy();
  return values;
}
