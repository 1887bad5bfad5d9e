/** What the vital product data of a device says; labels and the first line as captured. */
export interface VitalProductData {
  readonly name: string;
  readonly physloc: string;
  readonly description: string;
  /** Label and value. */
  readonly facts: readonly (readonly [string, string])[];
  /** How the firmware knows it. */
  readonly node?: { readonly name: string; readonly node: string; readonly type: string };
}

/** The first line of a device: `  ent14            U8247...-T1  Virtual I/O Ethernet Adapter (l-lan)`. */
function resourceLine({ name, physloc, description }: VitalProductData): string {
  return `  ${name.padEnd(16)} ${physloc === '' ? '' : `${physloc}  `}${description}\n`;
}

export function resourceText(data: VitalProductData): string {
  const facts = data.facts.map(([label, value]) => `        ${label.padEnd(28, '.')}${value}\n`);
  return `${resourceLine(data)}${facts.length > 0 ? `\n${facts.join('')}` : ''}`;
}

/** What the firmware says of a device. */
export function platformText({ node, physloc }: VitalProductData): string {
  if (!node) return '';
  return [
    `  Name:  ${node.name}\n`,
    `    Node:  ${node.node}\n`,
    `    Device Type:  ${node.type}\n`,
    ...(physloc === '' ? [] : [`    Physical Location: ${physloc}\n`]),
  ].join('');
}
