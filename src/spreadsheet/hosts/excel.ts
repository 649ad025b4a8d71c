/// <reference types="custom-functions-runtime" />
import { call } from "../call.js";
import { sheetFunctions } from "../functions.js";
import { chineseId } from "../metadata.js";
import { own } from "../own.js";

for (const each of sheetFunctions) {
  // Excel adds its own last argument, which a function with fewer parameters does not look at.
  const failed = (message: string) => new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
  const run = (...given: unknown[]) => call(each, given, failed, own);
  CustomFunctions.associate(each.id, run);
  CustomFunctions.associate(chineseId(each.id), run);
}
