/** Freezes data and all that is in it. */
export function frozen<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  Object.freeze(data);
  Object.values(data).forEach(frozen);
  return data;
}
