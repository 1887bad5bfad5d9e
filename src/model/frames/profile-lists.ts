/** A list of a profile; worlds may have one element or `none` as text. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (typeof value !== 'string') return value ?? [];
  return value === '' || value === 'none' ? [] : [value];
}

/** What an element is about, and what `-=` needs to name: its slot, or the index of the physical slot. */
export function keyOf(element: string): string {
  return element.split('/', 1)[0] ?? '';
}
