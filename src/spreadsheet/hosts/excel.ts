/// <reference types="custom-functions-runtime" />
import { agreed } from "../agreed.js";
import { call } from "../call.js";
import { sheetFunctions } from "../functions.js";
import { chineseId } from "../metadata.js";

for (const each of sheetFunctions) {
  // Excel adds its own last argument, which a function with fewer parameters does not look at.
  const failed = (message: string) => new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
  const run = (...given: unknown[]) => call(each, given, failed, agreed);
  CustomFunctions.associate(each.id, run);
  CustomFunctions.associate(chineseId(each.id), run);
}
