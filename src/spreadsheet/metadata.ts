import type { Text } from "../core/text.js";
import { sheetFunctions, type Parameter, type SheetFunction } from "./functions.js";

/** What stands before the functions in Excel and WPS: `HUIMIN.CQ_MAJOR_ILLNESS`. */
export const namespace = "HUIMIN";

/** The id under which Excel knows a function's Chinese name. */
export const chineseId = (id: string) => `${id}_ZH`;

const both = ({ zh, en }: Text) => `${zh} / ${en}`;

/** What an argument is, for the host's help. */
function parameterText({ text, unit, list, optional }: Parameter): string {
  const notes = {
    zh: [unit.zh, ...(list ? ["整列为一组"] : []), ...(optional ? ["可不填"] : [])].join("，"),
    en: [unit.en, ...(list ? ["a whole column is one list"] : []), ...(optional ? ["optional"] : [])].join(", "),
  };
  return both({ zh: `${text.zh}（${notes.zh}）`, en: `${text.en} (${notes.en})` });
}

function docComment({ description, parameters }: SheetFunction, tag: string, type: string, returns: string): string {
  return [
    "/**",
    ` * ${both(description)}`,
    ` * ${tag}`,
    ...parameters.map((parameter) => {
      const name = parameter.optional ? `[${parameter.name}]` : parameter.name;
      return ` * @param {${type}} ${name} ${parameterText(parameter)}`;
    }),
    ` * ${returns}`,
    " */",
  ].join("\n");
}

const signature = (name: string, { parameters }: SheetFunction) =>
  `function ${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;

/** The functions as Excel's own tool reads them, to make `functions.json`: each by its id, and by its Chinese name. */
export function excelSource(): string {
  const named = (each: SheetFunction, id: string, name: string) =>
    `${docComment(each, `@customfunction ${id} ${name}`, "any[][]", "@returns {any[][]}")}\n${signature(id, each)} {}`;
  return sheetFunctions
    .flatMap((each) => [named(each, each.id, each.id), named(each, chineseId(each.id), each.zh)])
    .join("\n\n");
}

/** The `functions.json` of WPS. */
export function wpsMetadata(): object {
  return {
    functions: sheetFunctions.map(({ id, zh, description, parameters }) => ({
      name: id,
      description: `${zh}。${both(description)}`,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameterText(parameter),
        type: parameter.optional ? "any?" : "any",
      })),
      result: { type: "any" },
    })),
  };
}

/** The functions of `Code.gs`, which stand below the bundle. */
export function googleSource(): string {
  return sheetFunctions
    .map((each) => {
      const comment = docComment(each, each.zh, "any", "@return {any}\n * @customfunction");
      return `${comment}\n${signature(each.id, each)} {\n  return ${namespace}.call("${each.id}", arguments);\n}`;
    })
    .join("\n\n");
}

/** Every function with its arguments, as a page to read. */
export function functionList(): string {
  const row = ({ id, zh, description, parameters }: SheetFunction) => {
    const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
    return `| \`${id}(${names})\` | ${zh} | ${both(description)} |`;
  };
  const heading = [
    "# 函数 Functions",
    "",
    "| 函数 Function | 中文名（Excel） | 说明 Description |",
    "| --- | --- | --- |",
  ];
  return [...heading, ...sheetFunctions.map(row), ""].join("\n");
}

/** The project file of Google Apps Script. */
export const googleManifest = { timeZone: "Asia/Shanghai", exceptionLogging: "STACKDRIVER", runtimeVersion: "V8" };

const title = { zh: "惠民规则", en: "Huimin rules" };
const purpose = {
  zh: "惠民救助保险的待遇、保费、时限、清算和资格，直接在单元格中计算",
  en: "Benefits, premiums, deadlines, settlements and eligibility of relief insurance, in cells",
};

/** The manifest of the Excel add-in, with the shared runtime, for the address at which its files are served. */
export function excelManifest(version: string, address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>5b8f0c52-5a0b-4f0e-9a3c-6f3b1f2d7c41</Id>
  <Version>${version}.0</Version>
  <ProviderName>huimin-rules</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="${title.zh}">
    <Override Locale="en-US" Value="${title.en}"/>
  </DisplayName>
  <Description DefaultValue="${purpose.zh}">
    <Override Locale="en-US" Value="${purpose.en}"/>
  </Description>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${address}/functions.html"/>
  </DefaultSettings>
  <Permissions>ReadDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="page" lifetime="long"/>
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="script"/>
            </Script>
            <Page>
              <SourceLocation resid="page"/>
            </Page>
            <Metadata>
              <SourceLocation resid="metadata"/>
            </Metadata>
            <Namespace resid="namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
      </Host>
    </Hosts>
    <Resources>
      <bt:Urls>
        <bt:Url id="script" DefaultValue="${address}/functions.js"/>
        <bt:Url id="metadata" DefaultValue="${address}/functions.json"/>
        <bt:Url id="page" DefaultValue="${address}/functions.html"/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="namespace" DefaultValue="${namespace}"/>
      </bt:ShortStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

/** The page of the Excel add-in. Its content security policy shows what the functions need: no code from strings, no network. */
export const excelPage = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="script-src 'self' https://appsforoffice.microsoft.com" />
    <title>${both(title)}</title>
    <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
    <script src="functions.js"></script>
  </head>
  <body>
    <p>${both(purpose)}</p>
  </body>
</html>
`;

/** The manifest of the WPS add-in. */
export const wpsManifest = `<?xml version="1.0" encoding="UTF-8"?>
<JsPlugin>
  <ApiVersion>1.0.0</ApiVersion>
  <Name>${namespace}</Name>
  <Description>${both(purpose)}</Description>
  <Functions>
    <Uri>/functions.json</Uri>
    <Namespace>${namespace}</Namespace>
  </Functions>
</JsPlugin>
`;

/** The page of the WPS add-in. */
export const wpsPage = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>${both(title)}</title>
    <script src="register.js"></script>
  </head>
</html>
`;

/** WPS wants a ribbon of every add-in; this one adds nothing to it. */
export const wpsRibbon = `<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"></customUI>
`;
