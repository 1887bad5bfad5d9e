/** A rule is documented or known, its wording is not: the text is ours, and says which rule. */
export const rule = (source: string) =>
  ({ evidence: 'ours', source: `rule: ${source}; wording not found` }) as const;
