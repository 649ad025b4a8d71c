/** What may be set of an element when it is made. */
export interface Properties {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly on?: Readonly<Record<string, () => void>>;
}

/** An element with its children; text is only ever set as text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { class: classes = "", text, attributes = {}, on = {} }: Properties = {},
  ...children: readonly (Node | null)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (classes !== "") element.className = classes;
  if (text !== undefined) element.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}
