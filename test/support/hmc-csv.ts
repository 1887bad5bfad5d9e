/**
 * A strict reader of HMC records: quotes only where a value needs them, doubled inside, nothing after a closing quote.
 * It shares no code with the writer.
 */
export function readFields(line: string, delimiter = ','): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = '';
    if (line[at] === '"') {
      at++;
      for (;;) {
        if (at >= line.length) throw new Error(`a quote is not closed: ${line}`);
        if (line[at] !== '"') field += line[at++];
        else if (line[at + 1] === '"') {
          field += '"';
          at += 2;
        } else break;
      }
      at++;
      if (!field.includes(delimiter) && !/["\n]/.test(field)) throw new Error(`needless quotes: ${field}`);
    } else {
      while (at < line.length && line[at] !== delimiter) {
        if (line[at] === '"') throw new Error(`a quote inside a plain value: ${line}`);
        field += line[at++];
      }
    }
    fields.push(field);
    if (at >= line.length) return fields;
    if (line[at] !== delimiter) throw new Error(`text after a closing quote: ${line}`);
    at++;
  }
}

/** A line of `name=value` pairs; the value of a name may contain `=`. */
export function readRecord(line: string): Map<string, string> {
  const record = new Map<string, string>();
  for (const pair of readFields(line)) {
    const end = pair.indexOf('=');
    if (end <= 0) throw new Error(`no name=value: ${pair}`);
    const name = pair.slice(0, end);
    if (record.has(name)) throw new Error(`${name} is there twice`);
    record.set(name, pair.slice(end + 1));
  }
  return record;
}

export function readRecords(text: string): Map<string, string>[] {
  if (!text.endsWith('\n')) throw new Error('the last line is not ended');
  return text.slice(0, -1).split('\n').map(readRecord);
}
