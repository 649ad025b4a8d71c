/** What WPS hands over for an argument that was left out. */
const notGiven = -2_147_352_572;

/** An argument as WPS hands it over: a range comes as rows of cells or as a Range that has them. */
export function cellsFrom(argument: unknown): unknown {
  if (argument === notGiven) return undefined;
  return typeof argument === "object" && argument !== null && "Value2" in argument ? argument.Value2 : argument;
}
