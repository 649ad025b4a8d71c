// The changes that `npm run mutate` makes to a source file, and the file with all of them behind switches: `__m(17) ? changed : original`.
import ts from "typescript";

const { SyntaxKind } = ts;

/** What is not changed, and why. */
const exclusions = [
  ["types, imports and exports of names compute nothing", (node) => isTypeOnly(node)],
  ["a brand is only compared with itself", (node) => ts.isCallExpression(node) && calleeOf(node) === "Symbol.for"],
  [
    "a brand is looked for with `in`: its value is never read, and without it nothing at all works",
    (node) =>
      ts.isCallExpression(node) &&
      calleeOf(node) === "Object.defineProperty" &&
      /Brand$/.test(node.arguments[1]?.getText() ?? ""),
  ],
];

/** Calls whose first argument cites a clause. */
const citing = new Set(["provision", "floor", "ceiling", "blank", "norm", "open", "reading", "clause", "clauseAt"]);
/** Calls that stand for what they do, not for what they give. */
const doing = new Set(["report", "push", "add", "set", "at"]);
const methodSwaps = new Map(
  [
    ["plus", "minus"],
    ["min", "max"],
    ["some", "every"],
  ].flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);
const removedMethods = new Set(["atMost", "atLeast", "atLeastZero", "times", "dividedBy"]);
const operatorSwaps = new Map([
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["===", "!=="],
  ["!==", "==="],
  ["+", "-"],
  ["-", "+"],
  ["*", "/"],
  ["/", "*"],
  ["&&", "||"],
  ["||", "&&"],
  ["+=", "-="],
  ["-=", "+="],
  ["&&=", "="],
  ["||=", "="],
  ["??=", "="],
]);

function isTypeOnly(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}

function calleeOf(call) {
  return call.expression.getText();
}

function nameOfCallee(call) {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : calleeOf(call);
}

function stepped(text) {
  if (/^\d+(\.\d+)?$/.test(text)) return text.replace(/\d$/, (digit) => (Number(digit) + 1) % 10);
  const day = /^(\d{4}-\d\d-)(\d\d)$/.exec(text);
  if (day) return day[1] + String(Number(day[2]) + (Number(day[2]) < 28 ? 1 : -1)).padStart(2, "0");
  const month = /^(\d{4}-)(\d\d)$/.exec(text);
  if (month) return month[1] + String(Number(month[2]) + (month[2] === "01" ? 1 : -1)).padStart(2, "0");
  return null;
}

function exits(statement) {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last))
  );
}

function isPropertyName(node) {
  const { parent } = node;
  return (
    (parent.name === node || parent.propertyName === node) &&
    (ts.isObjectLiteralElementLike(parent) || ts.isClassElement(parent) || ts.isBindingElement(parent))
  );
}

function isAssigned(array) {
  const { parent } = array;
  return (
    (ts.isBinaryExpression(parent) && parent.left === array && parent.operatorToken.kind === SyntaxKind.EqualsToken) ||
    (ts.isForOfStatement(parent) && parent.initializer === array)
  );
}

/** The smallest expression around a node that may stand in parentheses without another meaning: not within an optional chain. */
function hostOf(node) {
  let host = node;
  while (host.parent.expression === host && host.parent.flags & ts.NodeFlags.OptionalChain) host = host.parent;
  return host;
}

/** Where a change may hide another: the outermost function around it, or the expression itself. */
function extentOf(host) {
  let widest = host;
  for (let each = host; each !== undefined; each = each.parent) if (ts.isFunctionLike(each)) widest = each;
  return [widest.getStart(), widest.end];
}

/**
 * Every change of a file, numbered from `firstId`, and the file with all of them behind switches.
 * A change is `{ id, file, line, at, start, end, original, replacement, words }`: `original`, at `start` to `end`, becomes
 * `replacement`; `at` is its line; `words` says that it is a label or a clause. Two changes whose `extent`s are apart do not hide
 * each other.
 */
export function schemata(file, text, firstId) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lines = text.split("\n");
  const mutants = [];
  /** Node -> its switches, each `{ form, id, text }`. */
  const switches = new Map();
  const marked = new Set();

  function add(form, node, start, end, replacement, words = false) {
    const { line } = source.getLineAndCharacterOfPosition(start);
    const id = firstId + mutants.length;
    const host = form === "replace" ? hostOf(node) : node;
    const original = text.slice(start, end);
    const at = lines[line].trim();
    mutants.push({ id, file, line: line + 1, at, start, end, original, replacement, words, extent: extentOf(host) });
    const changed =
      form === "replace"
        ? text.slice(host.getStart(source), start) + replacement + text.slice(end, host.end)
        : undefined;
    if (!switches.has(host)) switches.set(host, []);
    switches.get(host).push({ form, id, changed });
    for (let each = host; each !== undefined; each = each.parent) marked.add(each);
  }

  const replace = (node, part, replacement, words) =>
    add("replace", node, part.getStart(source), part.end, replacement, words);

  function literal(node, words) {
    if (ts.isNumericLiteral(node)) replace(node, node, String(Number(node.text) + 1));
    else if (node.kind === SyntaxKind.TrueKeyword) replace(node, node, "false");
    else if (node.kind === SyntaxKind.FalseKeyword) replace(node, node, "true");
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isPropertyName(node) || ts.isTaggedTemplateExpression(node.parent)) return;
      const raw = node.getText(source);
      const step = stepped(node.text);
      replace(node, node, step === null ? `${raw.slice(0, -1)}x${raw.at(-1)}` : JSON.stringify(step), words);
    } else if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      for (const chunk of [node.head, ...node.templateSpans.map((span) => span.literal)]) {
        if (chunk.text === "") continue;
        const raw = chunk.getText(source);
        replace(
          node,
          chunk,
          raw.replace(/(?:\$\{|`)$/, (mark) => `x${mark}`),
          true,
        );
      }
    }
  }

  function operator(node) {
    const { left, operatorToken, right } = node;
    const sign = operatorToken.getText(source);
    if (sign === "??") add("replace", node, left.end, node.end, "");
    const swapped = operatorSwaps.get(sign);
    if (swapped !== undefined) replace(node, operatorToken, swapped);
    return right;
  }

  function call(node) {
    if (ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      const swapped = methodSwaps.get(name.text);
      if (swapped !== undefined) replace(node, name, swapped);
      if (removedMethods.has(name.text)) add("replace", node, expression.end, node.end, "");
    }
    const { parent } = node;
    const done = ts.isExpressionStatement(parent) || (ts.isArrowFunction(parent) && doing.has(nameOfCallee(node)));
    if (done && node.expression.kind !== SyntaxKind.SuperKeyword) {
      add("skip", node, node.getStart(source), node.end, "undefined");
    }
  }

  function list(node) {
    if (isAssigned(node)) return;
    const { elements, parent } = node;
    elements.forEach((element, index) => {
      const [start, end] =
        index + 1 < elements.length
          ? [element.getStart(source), elements[index + 1].getStart(source)]
          : [index === 0 ? element.getStart(source) : elements[index - 1].end, element.end];
      add("drop", element, start, end, "");
    });
    if (!ts.isPropertyAssignment(parent) || parent.name.getText(source) !== "operands") return;
    elements.forEach((element, index) => {
      const next = elements[index + 1];
      const neighbour = next ?? elements[index - 1];
      if (neighbour === undefined || neighbour.getText(source) === element.getText(source)) return;
      replace(node, element, neighbour.getText(source));
      if (next === undefined) return;
      const between = text.slice(element.end, next.getStart(source));
      const both = next.getText(source) + between + element.getText(source);
      add("replace", node, element.getStart(source), next.end, both);
    });
  }

  function condition(node, exiting) {
    const start = node.getStart(source);
    if (exiting) return add("never", node, start, node.end, "false");
    const sign = ts.isBinaryExpression(node) ? node.operatorToken.getText(source) : "";
    // Their own changes say the same.
    if (sign === "===" || sign === "!==" || ts.isPrefixUnaryExpression(node)) return;
    add("negate", node, start, node.end, `!(${text.slice(start, node.end)})`);
  }

  function visit(node, words) {
    if (exclusions.some(([, excludes]) => excludes(node))) return;
    literal(node, words);
    if (ts.isBinaryExpression(node)) operator(node);
    if (ts.isBinaryExpression(node) && ts.isExpressionStatement(node.parent)) {
      add("skip", node, node.getStart(source), node.end, "undefined");
    }
    if (ts.isCallExpression(node)) call(node);
    if (ts.isArrayLiteralExpression(node)) list(node);
    if (ts.isSpreadAssignment(node)) add("dropFields", node, node.getStart(source), node.end, "...{}");
    if (ts.isConditionalExpression(node)) condition(node.condition, false);
    if (ts.isIfStatement(node)) condition(node.expression, exits(node.thenStatement));
    if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
      add("replace", node, node.getStart(source), node.operand.getStart(source), "");
    }
    ts.forEachChild(node, (child) => {
      const isLabel = ts.isPropertyAssignment(node) && /^(zh|en)$/.test(node.name.getText(source));
      const isCited = ts.isCallExpression(node) && citing.has(nameOfCallee(node)) && ts.isStringLiteral(child);
      visit(child, words || isLabel || isCited);
    });
  }
  visit(source, false);

  function emit(node) {
    const children = [];
    ts.forEachChild(node, (child) => {
      if (marked.has(child)) children.push(child);
    });
    let out = "";
    let position = node === source ? 0 : node.getStart(source);
    for (const child of children.sort((a, b) => a.pos - b.pos)) {
      out += text.slice(position, child.getStart(source)) + emit(child);
      position = child.end;
    }
    out += text.slice(position, node.end);
    const own = switches.get(node) ?? [];
    const replaced = own.filter(({ form }) => form === "replace");
    if (replaced.length > 0) {
      out = `(${replaced.map(({ id, changed }) => `__m(${id}) ? (${changed}) : `).join("")}${out})`;
    }
    for (const { form, id } of own) {
      if (form === "skip") out = `(__m(${id}) ? undefined : (${out}))`;
      if (form === "never") out = `!__m(${id}) && (${out})`;
      if (form === "negate") out = `(__m(${id}) !== !!(${out}))`;
      if (form === "dropFields") out = `...(__m(${id}) ? {} : ${out.replace(/^\.\.\./, "")})`;
      if (form === "drop") {
        out = ts.isSpreadElement(node)
          ? `...(__m(${id}) ? [] : ${out.replace(/^\.\.\./, "")})`
          : `...(__m(${id}) ? [] : [${out}])`;
      }
    }
    return out;
  }
  return { mutants, code: emit(source) };
}
