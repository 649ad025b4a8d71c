import type { Text } from "../core/text.js";
import { namespace, title } from "./namespace.js";

const purpose = {
  zh: "惠民救助保险的待遇、保费、时限、清算和资格，直接在单元格中计算",
  en: "Benefits, premiums, deadlines, settlements and eligibility of relief insurance, in cells",
};
const button: Text = { zh: "函数一览", en: "Functions" };
const tip: Text = { zh: "列出全部函数及其参数说明", en: "Lists the functions and what their arguments are" };

const both = ({ zh, en }: Text) => `${zh} / ${en}`;

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Where Microsoft serves the script that every add-in loads. */
export const officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const iconSizes = [16, 32, 64, 80] as const;

/** Where people find help. */
const support = "https://github.com/huimin-rules/huimin-rules/issues";

/**
 * The manifest of the Excel add-in, with the shared runtime and a button that opens the list of functions, for the address at
 * which its files are served.
 */
export function excelManifest(version: string, address: string): string {
  const at = (file: string) => xml(`${address}/${file}`);
  const text = (id: string, { zh, en }: Text) =>
    `<bt:String id="${id}" DefaultValue="${zh}">
          <bt:Override Locale="en-US" Value="${en}"/>
        </bt:String>`;
  const icon = [16, 32, 80].map((size) => `<bt:Image size="${size}" resid="icon${size}"/>`).join("\n                ");
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
  <IconUrl DefaultValue="${at("icon-32.png")}"/>
  <HighResolutionIconUrl DefaultValue="${at("icon-64.png")}"/>
  <SupportUrl DefaultValue="${support}"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${at("functions.html")}"/>
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
        <DesktopFormFactor>
          <FunctionFile resid="page"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabFormulas">
              <Group id="huiminGroup">
                <Label resid="title"/>
                <Icon>
                ${icon}
                </Icon>
                <Control xsi:type="Button" id="huiminFunctions">
                  <Label resid="button"/>
                  <Supertip>
                    <Title resid="button"/>
                    <Description resid="tip"/>
                  </Supertip>
                  <Icon>
                ${icon}
                  </Icon>
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>huiminFunctions</TaskpaneId>
                    <SourceLocation resid="page"/>
                  </Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        ${iconSizes.map((size) => `<bt:Image id="icon${size}" DefaultValue="${at(`icon-${size}.png`)}"/>`).join("\n        ")}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="script" DefaultValue="${at("functions.js")}"/>
        <bt:Url id="metadata" DefaultValue="${at("functions.json")}"/>
        <bt:Url id="page" DefaultValue="${at("functions.html")}"/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="namespace" DefaultValue="${namespace}"/>
        ${text("title", title)}
        ${text("button", button)}
      </bt:ShortStrings>
      <bt:LongStrings>
        ${text("tip", tip)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

/**
 * The page of the Excel add-in, which lists the functions. Its content security policy shows what the functions need: no code from
 * strings, no network.
 *
 * @param office - Where office.js is: Microsoft's own, or a copy below the address.
 */
export function excelPage(list: string, office: string): string {
  const origin = /^https:\/\/[^/]+/.exec(office)?.[0];
  const sources = ["'self'", ...(origin === undefined ? [] : [origin])].join(" ");
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="script-src ${xml(sources)}; object-src 'none'; base-uri 'none'" />
    <meta name="viewport" content="width=device-width" />
    <title>${both(title)}</title>
    <link rel="stylesheet" href="functions.css" />
    <script src="${xml(office)}"></script>
    <script src="functions.js"></script>
  </head>
  <body>
    <h1>${both(title)}</h1>
    <p>${both(purpose)}</p>
    <label>查找 Find <input type="search" id="find" /></label>
${list}
    <script src="find.js"></script>
  </body>
</html>
`;
}

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

const wpsName = "huimin-rules";

/** The folder of the WPS add-in: WPS finds an add-in that lies on the machine by its name and version. */
export const wpsFolder = (version: string) => `${wpsName}_${version}`;

/** What WPS's own tool wants to know of an add-in. */
export const wpsPackage = (version: string) => ({
  name: wpsName,
  version,
  addonType: "et",
  description: both(purpose),
});

/** Tells WPS of the add-in that lies in a folder beside this file. */
export const wpsPublished = (version: string) => `<?xml version="1.0" encoding="UTF-8"?>
<jsplugins>
  <jsplugin name="${wpsName}" type="et" url="${wpsFolder(version)}" version="${version}" enable="enable_dev" install="null" customDomain=""/>
</jsplugins>
`;

/** Tells WPS of the add-in that is served at an address. */
export const wpsServed = (address: string) => `<?xml version="1.0" encoding="UTF-8"?>
<jsplugins>
  <jspluginonline name="${wpsName}" type="et" url="${xml(address)}/" enable="enable_dev" install="null" customDomain=""/>
</jsplugins>
`;

/** The project file of Google Apps Script. */
export const googleManifest = { timeZone: "Asia/Shanghai", exceptionLogging: "STACKDRIVER", runtimeVersion: "V8" };
