/** The version of this library, as every result's basis names it. */
export const version = "0.5.0";
